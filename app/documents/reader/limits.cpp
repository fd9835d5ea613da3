#include "app/documents/reader/limits.h"

#include <sched.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "app/documents/reader/call_filter.h"

namespace floe::reader {

namespace {

void limit(__rlimit_resource what, int64_t amount) {
    const rlimit value{static_cast<rlim_t>(amount), static_cast<rlim_t>(amount)};
    setrlimit(what, &value);
}

void limitMemory(int64_t bytes) {
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)  // their shadow memory is larger than any limit
    limit(RLIMIT_AS, bytes);
#else
    (void)bytes;
#endif
}

}  // namespace

bool confine(int64_t memoryBytes, int processorSeconds) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    prctl(PR_SET_DUMPABLE, 0);
    close_range(3, ~0U, 0);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_CPU, processorSeconds);
    limit(RLIMIT_NOFILE, 256);
    limit(RLIMIT_FSIZE, int64_t{64} << 20);
    limitMemory(memoryBytes);
    unshare(CLONE_NEWUSER | CLONE_NEWNET);  // an empty network; refused by some kernels, then nothing is lost
    return filterCalls();
}

void tighten(int64_t memoryBytes, int processorSeconds) {
    limitMemory(memoryBytes);
    limit(RLIMIT_CPU, processorSeconds);
}

}  // namespace floe::reader
