// Linked into Qt programs under ThreadSanitizer only: QProcess starts its child by clone with shared memory, after
// which GCC 12's ThreadSanitizer takes no lock of the calling thread for one any more and reports what mutexes guard.
// Here the child is forked, which ThreadSanitizer follows; QProcess sees no difference.
#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdarg>

extern "C" int clone(int (*body)(void*), void* /*stack*/, int flags, void* argument, ...) {
    va_list more;
    va_start(more, argument);
    auto* const pidfd = va_arg(more, int*);
    va_end(more);
    const pid_t child = fork();
    if (child == 0) _exit(body(argument));
    if (child > 0 && (flags & CLONE_PIDFD) != 0) {
        *pidfd = static_cast<int>(syscall(SYS_pidfd_open, child, 0));
        if (*pidfd < 0) return -1;
    }
    return child;
}
