#include "kernels/cpu/bandwidth.h"

#include <gtest/gtest.h>

#include <limits>

namespace floe::test {
namespace {

TEST(ReadBandwidth, IsMeasuredForAnyNumberOfThreads) {
    for (int threads : {1, 2, 3}) {
        const double rate = read_bandwidth(threads, int64_t{8} << 20);
        EXPECT_GT(rate, 1e8);
        EXPECT_LT(rate, 1e13);
    }
}

TEST(ReadBandwidth, IsZeroWithoutMemory) {
    EXPECT_EQ(read_bandwidth(1, std::numeric_limits<int64_t>::max()), 0);
    EXPECT_EQ(read_bandwidth(1, 0), 0);
}

}  // namespace
}  // namespace floe::test
