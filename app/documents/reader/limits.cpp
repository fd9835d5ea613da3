#include "app/documents/reader/limits.h"

#include <sched.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>

#include "app/documents/reader/call_filter.h"

namespace floe::reader {

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int kSlower = 6;  // what sanitizers make of a second
#else
constexpr int kSlower = 1;
#endif

void limit(__rlimit_resource what, int64_t most, int64_t now) {
    const rlimit value{static_cast<rlim_t>(now), static_cast<rlim_t>(most)};
    setrlimit(what, &value);
}

void limit(__rlimit_resource what, int64_t most) {
    limit(what, most, most);
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
    limit(RLIMIT_CPU, processorSeconds, std::min(processorSeconds, kSlower * kFirstSeconds));
    limit(RLIMIT_NOFILE, 256);
    limit(RLIMIT_FSIZE, int64_t{64} << 20);
    limitMemory(memoryBytes);
    unshare(CLONE_NEWUSER | CLONE_NEWNET);  // an empty network; refused by some kernels, then nothing is lost
    return filterCalls();
}

void tighten(int64_t memoryBytes) {
    limitMemory(memoryBytes);
}

void moreTime(int seconds) {
    rlimit time{};
    rusage used{};
    if (getrlimit(RLIMIT_CPU, &time) != 0 || getrusage(RUSAGE_SELF, &used) != 0) return;
    const auto until = static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec + 1 + kSlower * seconds);
    time.rlim_cur = std::min(std::max(until, time.rlim_cur), time.rlim_max);
    setrlimit(RLIMIT_CPU, &time);
}

}  // namespace floe::reader
