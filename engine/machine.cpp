#include "engine/machine.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <thread>
#include <vector>

namespace floe {

namespace {

using Clock = std::chrono::steady_clock;

/// Eight sums side by side, so that adding never waits for adding.
uint64_t read_all(const uint64_t* from, const uint64_t* to) {
    uint64_t sums[8] = {};
    for (; from + 8 <= to; from += 8)
        for (int i = 0; i < 8; ++i) sums[i] += from[i];
    uint64_t sum = 0;
    for (const uint64_t s : sums) sum += s;
    return sum;
}

}  // namespace

double measure_read_bandwidth(int threads) {
    constexpr size_t words = size_t{32} << 20;  // 256 MiB: far more than any cache
    constexpr int rounds = 4;
    const std::vector<uint64_t> memory(words, 1);
    const auto readers = static_cast<size_t>(std::clamp(threads, 1, 256));
    double best = 0;
    std::vector<uint64_t> sums(readers);
    for (int round = 0; round < rounds; ++round) {
        const auto start = Clock::now();
        std::vector<std::thread> pool;
        for (size_t r = 0; r < readers; ++r)
            pool.emplace_back([&, r] {
                const uint64_t* from = memory.data();
                sums[r] += read_all(from + words * r / readers, from + words * (r + 1) / readers);
            });
        for (std::thread& thread : pool) thread.join();
        const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
        best = std::max(best, static_cast<double>(words * sizeof(uint64_t)) / seconds);
    }
    uint64_t sum = 0;
    for (const uint64_t s : sums) sum += s;
    return sum == 0 ? 0 : best;  // the sum is asked for, so the reading can't be left out
}

}  // namespace floe
