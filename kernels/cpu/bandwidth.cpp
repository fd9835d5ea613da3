#include "kernels/cpu/bandwidth.h"

#include <algorithm>
#include <chrono>
#include <cstring>
#include <vector>

#include "kernels/cpu/thread_pool.h"
#include "kernels/memory.h"

namespace floe {
namespace {

constexpr int kPasses = 5;
constexpr int64_t kLine = 64;

/// Adds up 64-byte lines; eight sums, so that the additions are never what is waited for.
uint64_t sum_of(const std::byte* lines, int64_t bytes) {
    uint64_t sums[8] = {};
    for (int64_t at = 0; at < bytes; at += kLine) {
        uint64_t line[8];
        std::memcpy(line, lines + at, sizeof line);
        for (int i = 0; i < 8; ++i) sums[i] += line[i];
    }
    uint64_t total = 0;
    for (uint64_t sum : sums) total += sum;
    return total;
}

}  // namespace

double read_bandwidth(int threads, int64_t buffer_bytes) {
    const int64_t bytes = buffer_bytes / kLine * kLine;
    const auto buffer = MemoryBuffer::zeroed(bytes);
    if (!buffer || bytes == 0) return 0;
    std::memset(buffer->writable_data(), 1, static_cast<size_t>(bytes));  // zeroed pages may all be one page

    ThreadPool pool(threads);
    std::vector<uint64_t> sums(static_cast<size_t>(pool.size()));
    double best = 0;
    for (int pass = 0; pass < kPasses; ++pass) {
        const auto start = std::chrono::steady_clock::now();
        pool.run([&](int thread) {
            const Share share = share_of(bytes, kLine, thread, pool.size());
            sums[static_cast<size_t>(thread)] += sum_of(buffer->data() + share.begin, share.end - share.begin);
        });
        const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
        best = std::max(best, static_cast<double>(bytes) / seconds.count());
    }
    // The sums are looked at, else a compiler may leave the reading out.
    return std::any_of(sums.begin(), sums.end(), [](uint64_t sum) { return sum != 0; }) ? best : 0;
}

}  // namespace floe
