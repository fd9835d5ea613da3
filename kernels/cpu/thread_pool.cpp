#include "kernels/cpu/thread_pool.h"

#include <chrono>
#include <system_error>

namespace floe {
namespace {

void breathe() {
#if defined(__x86_64__) || defined(__i386__)
    __builtin_ia32_pause();
#else
    std::this_thread::yield();
#endif
}

/// Spins until `done` or for about 50 microseconds; whether it is done.
template <class Condition>
bool spin_until(const Condition& done) {
    const auto start = std::chrono::steady_clock::now();
    do {
        for (int i = 0; i < 64; ++i) {
            if (done()) return true;
            breathe();
        }
    } while (std::chrono::steady_clock::now() - start < std::chrono::microseconds(50));
    return false;
}

}  // namespace

ThreadPool::ThreadPool(int threads) {
    try {
        for (int t = 1; t < threads; ++t) workers_.emplace_back([this, t] { work(t); });
    } catch (const std::system_error&) {
        // The system gives no more threads; those that run are enough.
    }
}

ThreadPool::~ThreadPool() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
        round_.fetch_add(1);
    }
    given_.notify_all();
    for (std::thread& worker : workers_) worker.join();
}

void ThreadPool::run(Call call) {
    if (workers_.empty()) return call.function(call.task, 0);
    {
        const std::lock_guard lock(mutex_);
        call_ = call;
        unfinished_ = static_cast<int>(workers_.size());
        round_.fetch_add(1);
    }
    given_.notify_all();
    call.function(call.task, 0);
    const auto done = [&] { return unfinished_.load() == 0; };
    if (spin_until(done)) return;
    std::unique_lock lock(mutex_);
    finished_.wait(lock, done);
}

bool ThreadPool::wait_for_task(uint64_t seen) {
    const auto given = [&] { return round_.load() != seen; };
    if (!spin_until(given)) {
        std::unique_lock lock(mutex_);
        given_.wait(lock, given);
    }
    return !stopping_;
}

void ThreadPool::work(int thread) {
    for (uint64_t seen = 0; wait_for_task(seen);) {
        ++seen;
        call_.function(call_.task, thread);
        if (unfinished_.fetch_sub(1) == 1) {
            const std::lock_guard lock(mutex_);
            finished_.notify_one();
        }
    }
}

}  // namespace floe
