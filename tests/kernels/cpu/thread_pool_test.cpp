#include "kernels/cpu/thread_pool.h"

#include <gtest/gtest.h>

#include <chrono>
#include <ctime>
#include <set>
#include <vector>

namespace floe::test {
namespace {

double processor_seconds() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

TEST(ThreadPool, RunsEveryShareOnceAndWaitsForAll) {
    for (int threads : {1, 2, 3, 5}) {
        ThreadPool pool(threads);
        ASSERT_EQ(pool.size(), threads);
        std::vector<int64_t> counts(static_cast<size_t>(threads));
        for (int round = 0; round < 2000; ++round) {
            pool.run([&](int thread) { counts[static_cast<size_t>(thread)] += 1; });
        }
        for (int64_t count : counts) EXPECT_EQ(count, 2000);
    }
}

TEST(ThreadPool, WakesThreadsThatFellAsleep) {
    ThreadPool pool(3);
    std::atomic<int> total{0};
    for (int round = 0; round < 20; ++round) {
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
        pool.run([&](int) { ++total; });
    }
    EXPECT_EQ(total, 60);
}

TEST(ThreadPool, OneThreadIsTheCaller) {
    ThreadPool pool(1);
    std::thread::id ran;
    pool.run([&](int) { ran = std::this_thread::get_id(); });
    EXPECT_EQ(ran, std::this_thread::get_id());
}

TEST(ThreadPool, UsesNoProcessorWhileIdle) {
    ThreadPool pool(3);
    pool.run([](int) {});
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    const double before = processor_seconds();
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    EXPECT_LT(processor_seconds() - before, 0.01);
}

TEST(ShareOf, CoversEverythingOnceAtMultiplesOfTheGrain) {
    for (int64_t count : {0, 1, 15, 16, 17, 100, 1024}) {
        for (int threads : {1, 2, 3, 7}) {
            int64_t at = 0;
            for (int t = 0; t < threads; ++t) {
                const Share share = share_of(count, 16, t, threads);
                EXPECT_EQ(share.begin, at);
                EXPECT_TRUE(share.end == count || share.end % 16 == 0);
                at = share.end;
            }
            EXPECT_EQ(at, count);
        }
    }
}

}  // namespace
}  // namespace floe::test
