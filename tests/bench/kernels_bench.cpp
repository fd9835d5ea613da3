// How fast the processor's operations are: bytes a second for few rows, products a second for many.

#include <benchmark/benchmark.h>

#include <random>
#include <vector>

#include "kernels/cpu/bandwidth.h"
#include "kernels/cpu/cpu_backend.h"

namespace floe {
namespace {

/// Tensors of random bytes that make finite numbers.
class Store {
 public:
    explicit Store(Backend& backend) : backend_(backend) {}

    Tensor make(DType type, Shape shape) {
        Status why;
        buffers_.push_back(backend_.allocate(shape[0] * bytes_of(type, shape[1] * shape[2] * shape[3]), why));
        std::vector<std::byte> bytes(static_cast<size_t>(buffers_.back()->size()));
        // 0x2c in every byte: a small positive number in each format.
        for (size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<std::byte>(0x2c + i % 2);
        backend_.upload(*buffers_.back(), 0, bytes);
        return tensor(*buffers_.back(), 0, type, shape);
    }

    Tensor integers(const std::vector<int32_t>& numbers, Shape shape) {
        Tensor made = make(DType::i32, shape);
        backend_.upload(*buffers_.back(), 0, std::as_bytes(std::span(numbers)));
        return made;
    }

 private:
    Backend& backend_;
    std::vector<std::unique_ptr<Buffer>> buffers_;
};

/// Arguments: variant, threads, dtype, rows, in, outs. Weights of many layers, so that few of them stay in caches.
void matmul(benchmark::State& state) {
    const auto variant = static_cast<CpuVariant>(state.range(0));
    const auto backend = make_cpu_backend(static_cast<int>(state.range(1)), variant);
    const auto type = static_cast<DType>(state.range(2));
    const int64_t rows = state.range(3), in = state.range(4), outs = state.range(5);
    Store store(*backend);
    const int64_t layers = rows > 16 ? 1 : std::max<int64_t>(1, (int64_t{256} << 20) / (outs * bytes_of(type, in)));
    std::vector<Tensor> weights;
    for (int64_t l = 0; l < layers; ++l) weights.push_back(store.make(type, {outs, in, 1, 1}));
    const Tensor x = store.make(DType::f32, {rows, in, 1, 1}), out = store.make(DType::f32, {rows, outs, 1, 1});
    size_t layer = 0;
    for (auto _ : state) {
        if (backend->run(MatMul{x, weights[layer++ % weights.size()], {}, out, false})) state.SkipWithError("failed");
    }
    using benchmark::Counter;
    const auto weight_bytes = static_cast<double>(outs * bytes_of(type, in));
    state.counters["GB/s"] = Counter(weight_bytes * 1e-9, Counter::kIsIterationInvariantRate);
    state.counters["GMAC/s"] =
        Counter(static_cast<double>(rows * in * outs) * 1e-9, Counter::kIsIterationInvariantRate);
    state.SetLabel(backend->name() + ", " + info(type).name);
}

void matmul_arguments(benchmark::internal::Benchmark* bench) {
    for (CpuVariant variant : cpu_variants()) {
        for (int64_t threads : {1, 2}) {
            for (DType type : {DType::q4_0, DType::q8_0, DType::f16, DType::bf16, DType::f32}) {
                for (int64_t rows : {1, 4, 8, 512}) {
                    bench->Args({static_cast<int64_t>(variant), threads, static_cast<int64_t>(type), rows, 2048, 8192});
                }
            }
        }
    }
}
BENCHMARK(matmul)->Apply(matmul_arguments)->UseRealTime()->Unit(benchmark::kMicrosecond)->MinTime(0.2);

/// Arguments: threads, dtype of the pages, rows, length of the first row (each further one is one longer). The heads of
/// a 1.1B model.
void attention(benchmark::State& state) {
    const auto backend = make_cpu_backend(static_cast<int>(state.range(0)));
    const auto type = static_cast<DType>(state.range(1));
    const auto rows = static_cast<int32_t>(state.range(2)), length = static_cast<int32_t>(state.range(3));
    constexpr int64_t kHeads = 32, kKvHeads = 4, kDim = 64, kBlock = 16;
    const int32_t blocks = (length + rows) / kBlock + 1;
    std::vector<int32_t> table, lengths, zeroes(static_cast<size_t>(rows));
    for (int32_t b = 0; b < blocks; ++b) table.push_back(blocks - 1 - b);
    for (int32_t r = 0; r < rows; ++r) lengths.push_back(length + r);
    Store store(*backend);
    const Shape pages{blocks, kKvHeads, kBlock, kDim}, heads{rows, kHeads, kDim, 1};
    const Attention op{store.make(DType::f32, heads),
                       store.integers(table, {1, blocks, 1, 1}),
                       store.integers(zeroes, {rows, 1, 1, 1}),
                       store.integers(lengths, {rows, 1, 1, 1}),
                       {store.make(type, pages), store.make(type, pages)},
                       store.make(DType::f32, heads),
                       0.125f};
    for (auto _ : state) {
        if (backend->run(op)) state.SkipWithError("failed");
    }
    using benchmark::Counter;
    double positions = 0;
    for (int32_t n : lengths) positions += n;
    state.counters["GMAC/s"] = Counter(positions * kHeads * kDim * 2 * 1e-9, Counter::kIsIterationInvariantRate);
    state.SetLabel(backend->name() + ", " + info(type).name);
}
BENCHMARK(attention)
    ->ArgsProduct({{1, 2}, {static_cast<int>(DType::f32), static_cast<int>(DType::f16)}, {1, 256}, {1, 256, 2000}})
    ->UseRealTime()
    ->Unit(benchmark::kMicrosecond)
    ->MinTime(0.2);

void bandwidth(benchmark::State& state) {
    double best = 0;
    for (auto _ : state) best = std::max(best, read_bandwidth(static_cast<int>(state.range(0))));
    state.counters["GB/s"] = best * 1e-9;
}
BENCHMARK(bandwidth)->Arg(1)->Arg(2)->Iterations(1)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace floe

BENCHMARK_MAIN();
