// The system calls that are left to the reader's process: reading files, memory, threads of its own, the answer's pipe.
#pragma once

namespace floe::reader {

/// All other calls fail with EPERM from here on, for this thread and those it starts: no sockets, no new processes or
/// programs, no file opened for writing or made, no signal to others, no debugging, no mounts. Refused calls do not
/// kill, so that libraries that merely try (a font cache, a debug file) go on without. By seccomp(2), through
/// libseccomp. False where the kernel has no such filter. Needs PR_SET_NO_NEW_PRIVS. Sanitizers make calls of their
/// own: with them nothing is filtered, and true comes back.
bool filterCalls();

}  // namespace floe::reader
