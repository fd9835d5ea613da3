// A row's answer is the same bits alone and in any company: other rows, other places, other numbers of threads.

#include <gtest/gtest.h>

#include "kernels/cpu/cpu_backend.h"
#include "kernels/setting.h"

namespace floe::test {
namespace {

using Bits = std::vector<uint32_t>;

Bits bits_of(Setting& s, const Tensor& out) {
    bool intact = true;
    Bits bits;
    for (float value : s.read(out, intact)) bits.push_back(std::bit_cast<uint32_t>(value));
    return bits;
}

/// Rows [first, first + count) of a result whose rows are `width` wide.
Bits rows_in(const Bits& all, int64_t first, int64_t count, int64_t width) {
    return {all.begin() + first * width, all.begin() + (first + count) * width};
}

class BatchInvariance : public testing::TestWithParam<CpuVariant> {};

TEST_P(BatchInvariance, ProductsOfARowAreTheSameInAnyBatch) {
    constexpr int64_t kRows = 41;
    for (DType type : {DType::f32, DType::f16, DType::bf16, DType::q8_0, DType::q4_0}) {
        for (const auto& sizes : {std::pair<int64_t, int64_t>{32, 16}, {544, 35}, {1024, 100}}) {
            const int64_t in = sizes.first, outs = sizes.second;
            const auto together = [&](int threads) {
                const auto backend = make_cpu_backend(threads, GetParam());
                Setting s(*backend, 3);
                const Tensor x = s.values(DType::f32, {kRows, in, 1, 1}), weight = s.values(type, {outs, in, 1, 1});
                const Tensor bias = s.vector(outs), out = s.poisoned({kRows, outs, 1, 1});
                EXPECT_FALSE(backend->run(MatMul{x, weight, bias, out, false}));
                return bits_of(s, out);
            };
            const Bits expected = together(1);
            EXPECT_EQ(expected, together(2)) << info(type).name;
            EXPECT_EQ(expected, together(3)) << info(type).name;

            const auto backend = make_cpu_backend(2, GetParam());
            Setting s(*backend, 3);
            const Tensor x = s.values(DType::f32, {kRows, in, 1, 1}), weight = s.values(type, {outs, in, 1, 1});
            const Tensor bias = s.vector(outs);
            for (int64_t count : {1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 15, 17}) {
                for (int64_t first : {int64_t{0}, int64_t{3}, kRows - count}) {
                    const Tensor out = s.poisoned({count, outs, 1, 1});
                    EXPECT_FALSE(backend->run(MatMul{rows_of(x, first, count), weight, bias, out, false}));
                    EXPECT_EQ(bits_of(s, out), rows_in(expected, first, count, outs))
                        << info(type).name << " " << in << "x" << outs << ": rows " << first << " + " << count;
                }
            }
        }
    }
}

TEST_P(BatchInvariance, ManyRowsAreCutWithoutATrace) {
    const auto backend = make_cpu_backend(2, GetParam());
    Setting s(*backend, 4);
    constexpr int64_t kRows = 600;
    const Tensor x = s.values(DType::f32, {kRows, 96, 1, 1}), weight = s.values(DType::q4_0, {48, 96, 1, 1});
    const Tensor all = s.poisoned({kRows, 48, 1, 1});
    EXPECT_FALSE(backend->run(MatMul{x, weight, {}, all, false}));
    const Bits expected = bits_of(s, all);
    for (int64_t r : {0, 1, 255, 256, 257, 511, 512, 599}) {
        const Tensor out = s.poisoned({1, 48, 1, 1});
        EXPECT_FALSE(backend->run(MatMul{rows_of(x, r, 1), weight, {}, out, false}));
        EXPECT_EQ(bits_of(s, out), rows_in(expected, r, 1, 48)) << r;
    }
}

TEST_P(BatchInvariance, AttentionOfARowIsTheSameInAnyBatch) {
    constexpr int64_t kHeads = 6, kKvHeads = 2, kDim = 40, kBlock = 16, kBlocks = 12;
    for (DType type : {DType::f32, DType::f16}) {
        const std::vector<int32_t> sequences{0, 1, 0, 2, 1, 0, 0}, lengths{60, 1, 17, 33, 64, 16, 59};
        const auto rows = static_cast<int64_t>(lengths.size());
        const auto run_rows = [&](int threads, int64_t first, int64_t count) {
            const auto backend = make_cpu_backend(threads, GetParam());
            Setting s(*backend, 5);
            const KvPages pages{s.values(type, {kBlocks, kKvHeads, kBlock, kDim}),
                                s.values(type, {kBlocks, kKvHeads, kBlock, kDim})};
            const Tensor q = s.values(DType::f32, {rows, kHeads, kDim, 1});
            const Tensor tables = s.integers(s.numbers(12, kBlocks, true), {3, 4, 1, 1});
            const Tensor of = s.integers(sequences), long_ = s.integers(lengths);
            const Tensor out = s.poisoned({count, kHeads, kDim, 1});
            EXPECT_FALSE(backend->run(Attention{rows_of(q, first, count), tables, rows_of(of, first, count),
                                                rows_of(long_, first, count), pages, out, 0.2f}));
            return bits_of(s, out);
        };
        const Bits expected = run_rows(1, 0, rows);
        EXPECT_EQ(expected, run_rows(2, 0, rows));
        EXPECT_EQ(expected, run_rows(3, 0, rows));
        for (int64_t r = 0; r < rows; ++r) {
            for (int64_t count = 1; r + count <= rows; ++count) {
                EXPECT_EQ(run_rows(2, r, count), rows_in(expected, r, count, kHeads * kDim)) << r << " + " << count;
            }
        }
    }
}

TEST_P(BatchInvariance, RowOperationsLookAtTheirRowOnly) {
    constexpr int64_t kRows = 200, kWidth = 131;
    const auto backend = make_cpu_backend(3, GetParam());
    Setting s(*backend, 6);
    const Tensor a = s.values(DType::f32, {kRows, kWidth, 1, 1}), b = s.values(DType::f32, {kRows, kWidth, 1, 1});
    const Tensor weight = s.vector(kWidth);
    const auto check = [&](const auto& make) {
        const Tensor all = s.poisoned({kRows, kWidth, 1, 1});
        EXPECT_FALSE(run(*backend, make(a, b, all)));
        const Bits expected = bits_of(s, all);
        for (int64_t r : {int64_t{0}, int64_t{99}, kRows - 1}) {
            const Tensor one = s.poisoned({1, kWidth, 1, 1});
            EXPECT_FALSE(run(*backend, make(rows_of(a, r, 1), rows_of(b, r, 1), one)));
            EXPECT_EQ(bits_of(s, one), rows_in(expected, r, 1, kWidth));
        }
    };
    check([&](const Tensor& x, const Tensor&, const Tensor& out) { return Op(RmsNorm{x, weight, out, 1e-6f}); });
    check([&](const Tensor& x, const Tensor& y, const Tensor& out) { return Op(SwiGlu{x, y, out}); });
    check([&](const Tensor& x, const Tensor& y, const Tensor& out) { return Op(Add{x, y, out}); });
}

INSTANTIATE_TEST_SUITE_P(Cpu, BatchInvariance, testing::ValuesIn(cpu_variants()),
                         [](const auto& variant) { return std::string(name(variant.param)); });

}  // namespace
}  // namespace floe::test
