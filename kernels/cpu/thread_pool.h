// A fixed set of compute threads that run one task together.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <thread>
#include <vector>

namespace floe {

/// Used from one thread at a time, which works along as thread 0. After a task the others spin for some microseconds
/// (the next operation comes soon), then sleep without using the processor.
class ThreadPool {
 public:
    explicit ThreadPool(int threads);
    ~ThreadPool();

    ThreadPool(const ThreadPool&) = delete;
    ThreadPool& operator=(const ThreadPool&) = delete;

    int size() const { return static_cast<int>(workers_.size()) + 1; }

    /// Calls task(thread) once for each thread in [0, size()), all at the same time; returns when all are done.
    template <class Task>
    void run(const Task& task) {
        run({[](const void* t, int thread) { (*static_cast<const Task*>(t))(thread); }, &task});
    }

 private:
    struct Call {
        void (*function)(const void*, int) = nullptr;
        const void* task = nullptr;
    };
    void run(Call call);
    void work(int thread);
    bool wait_for_task(uint64_t seen);

    Call call_;
    std::atomic<uint64_t> round_{0};  // counts the tasks given out; the last one is no task but the end
    std::atomic<int> unfinished_{0};
    std::atomic<bool> stopping_{false};
    std::mutex mutex_;
    std::condition_variable given_, finished_;
    std::vector<std::thread> workers_;
};

/// The share of [0, count) that falls to `thread` of `threads`, cut at multiples of `grain`.
struct Share {
    int64_t begin, end;
};
inline Share share_of(int64_t count, int64_t grain, int thread, int threads) {
    const int64_t pieces = (count + grain - 1) / grain;
    const auto cut = [&](int64_t t) {
        const int64_t at = (pieces / threads * t + pieces % threads * t / threads) * grain;
        return at < count ? at : count;
    };
    return {cut(thread), cut(thread + 1)};
}

}  // namespace floe
