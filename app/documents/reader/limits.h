// What the reader's process takes away from itself before it looks at a file.
#pragma once

#include <cstdint>

namespace floe::reader {

inline constexpr int kFirstSeconds = 8;

/// Address space, processor time (kFirstSeconds until moreTime() is called), open files (256), bytes of a file (64 MB;
/// memory files are all that it can make), no core dump, no new privileges, no network where the kernel lets go of it,
/// no descriptors but the three standard ones, an end with its parent, and then few system calls (call_filter.h), new
/// processes not among them: RLIMIT_NPROC would count all that the person runs. Called first in main, while there is
/// one thread. False where the kernel has no filter for system calls; the rest holds all the same.
bool confine(int64_t memoryBytes, int processorSeconds);

/// Less memory from here on, for kinds of files that need little.
void tighten(int64_t memoryBytes);

/// `seconds` of the processor's time more from now, before the kernel ends the process; of all steps together no more
/// than confine() was told. So that one page's content cannot use up what three hundred pages may take.
void moreTime(int seconds);

}  // namespace floe::reader
