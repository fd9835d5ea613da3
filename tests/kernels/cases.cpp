#include "kernels/cases.h"

#include <cmath>
#include <string>

namespace floe::test {
namespace {

constexpr double kExact = 0;
constexpr double kFloat = 2e-6;  // sums in F32

std::string text(std::initializer_list<int64_t> numbers) {
    std::string joined;
    for (int64_t n : numbers) {
        if (!joined.empty()) joined += 'x';
        joined += std::to_string(n);
    }
    return joined;
}

constexpr DType kWeightTypes[] = {DType::f32, DType::f16, DType::bf16, DType::q8_0, DType::q4_0};
constexpr int64_t kWidths[] = {1, 2, 7, 8, 9, 15, 16, 17, 31, 33, 64, 100, 257};
constexpr int64_t kRows[] = {0, 1, 3};
constexpr Lie kLies[] = {{0, 0}, {3, 1}};

KvPages pages(Setting& s, DType type, Shape shape) {
    return {s.values(type, shape), s.values(type, shape)};
}

}  // namespace

std::vector<Case> embed_cases() {
    std::vector<Case> cases;
    for (DType type : kWeightTypes) {
        for (Lie lie : kLies) {
            cases.push_back({std::string("embed ") + info(type).name, kExact,
                             [=](Setting& s) {
                                 const Tensor table = s.values(type, {50, 96, 1, 1});
                                 const Tensor out = s.poisoned({7, 96, 1, 1});
                                 return Made{Embed{table, s.integers(s.numbers(7, 50)), out}, {out}};
                             },
                             lie});
        }
    }
    return cases;
}

std::vector<Case> gather_cases() {
    std::vector<Case> cases;
    for (int64_t width : kWidths) {
        cases.push_back({"gather " + std::to_string(width), kExact, [=](Setting& s) {
                             const Tensor x = s.values(DType::f32, {9, width, 1, 1});
                             const Tensor out = s.poisoned({4, width, 1, 1});
                             return Made{GatherRows{x, s.integers(s.numbers(4, 9)), out}, {out}};
                         }});
    }
    return cases;
}

std::vector<Case> rms_norm_cases() {
    std::vector<Case> cases;
    for (int64_t rows : kRows) {
        for (int64_t width : kWidths) {
            for (Lie lie : kLies) {
                cases.push_back({"rms_norm " + text({rows, width}), kFloat,
                                 [=](Setting& s) {
                                     const Tensor x = s.values(DType::f32, {rows, width, 1, 1});
                                     const Tensor out = width % 2 ? x : s.poisoned({rows, width, 1, 1});
                                     return Made{RmsNorm{x, s.vector(width), out, 1e-5f}, {out}};
                                 },
                                 lie});
            }
        }
    }
    return cases;
}

std::vector<Case> rope_cases() {
    std::vector<Case> cases;
    for (bool consecutive : {true, false}) {
        for (int64_t pairs : {1, 4, 24, 32, 80}) {
            cases.push_back({"rope " + text({consecutive, pairs}), kFloat,
                             [=](Setting& s) {
                                 const Tensor x = s.values(DType::f32, {5, 3, 2 * pairs + 6, 1});
                                 const Tensor positions = s.integers(s.numbers(5, 30000));
                                 return Made{Rope{x, positions, s.vector(pairs), consecutive, 1.25f}, {x}};
                             },
                             Lie{1, 2}});
        }
    }
    return cases;
}

std::vector<Case> store_kv_cases() {
    std::vector<Case> cases;
    for (DType type : {DType::f32, DType::f16}) {
        for (int64_t dim : {1, 8, 17, 64}) {
            cases.push_back({std::string("store_kv ") + info(type).name + " " + std::to_string(dim), kExact,
                             [=](Setting& s) {
                                 const KvPages to = pages(s, type, {4, 3, 8, dim});
                                 const Tensor keys = s.values(DType::f32, {10, 3, dim, 1});
                                 const Tensor values = s.values(DType::f32, {10, 3, dim, 1}, 1e-6f);
                                 const Tensor slots = s.integers(s.numbers(10, 32, true));
                                 return Made{StoreKv{keys, values, slots, to}, {to.keys, to.values}};
                             },
                             Lie{0, 5}});
        }
    }
    return cases;
}

std::vector<Case> copy_blocks_cases() {
    std::vector<Case> cases;
    for (DType type : {DType::f32, DType::f16}) {
        for (int32_t count : {0, 1, 3}) {
            cases.push_back(
                {std::string("copy_blocks ") + info(type).name + " " + std::to_string(count), kExact, [=](Setting& s) {
                     const KvPages in = pages(s, type, {8, 2, 4, 6});
                     std::vector<int32_t> from{1, 4, 6}, to{7, 0, 2};
                     from.resize(static_cast<size_t>(count));
                     to.resize(static_cast<size_t>(count));
                     return Made{CopyBlocks{s.integers(from), s.integers(to), in}, {in.keys, in.values}};
                 }});
        }
    }
    return cases;
}

std::vector<Case> elementwise_cases() {
    std::vector<Case> cases;
    for (int64_t rows : kRows) {
        for (int64_t width : kWidths) {
            cases.push_back({"swiglu " + text({rows, width}), kFloat,
                             [=](Setting& s) {
                                 const Tensor gate = s.values(DType::f32, {rows, width, 1, 1}, 8.0f);
                                 const Tensor up = s.values(DType::f32, {rows, width, 1, 1});
                                 const Tensor out = width % 2 ? gate : s.poisoned({rows, width, 1, 1});
                                 return Made{SwiGlu{gate, up, out}, {out}};
                             },
                             Lie{1, 3}});
            cases.push_back({"add " + text({rows, width}), kExact,
                             [=](Setting& s) {
                                 const Tensor a = s.values(DType::f32, {rows, width, 1, 1});
                                 const Tensor b = s.values(DType::f32, {rows, width, 1, 1});
                                 const Tensor out = width % 2 ? b : s.poisoned({rows, width, 1, 1});
                                 return Made{Add{a, b, out}, {out}};
                             },
                             Lie{1, 3}});
        }
    }
    cases.push_back({"swiglu far out", kFloat, [](Setting& s) {
                         const Tensor gate = s.values(DType::f32, {3, 100, 1, 1}, 300.0f);
                         const Tensor up = s.values(DType::f32, {3, 100, 1, 1});
                         const Tensor out = s.poisoned({3, 100, 1, 1});
                         return Made{SwiGlu{gate, up, out}, {out}};
                     }});
    return cases;
}

std::vector<Case> attention_cases() {
    struct Sizes {
        int64_t rows, heads, kv_heads, dim, block, longest;
    };
    std::vector<Case> cases;
    for (DType type : {DType::f32, DType::f16}) {
        for (Sizes z : {Sizes{0, 2, 1, 8, 4, 1},
                        {1, 1, 1, 1, 1, 3},
                        {3, 4, 4, 15, 4, 40},
                        {5, 6, 2, 17, 16, 100},
                        {4, 8, 1, 64, 16, 300},
                        {9, 4, 2, 80, 5, 23},
                        {2, 12, 2, 128, 128, 500},
                        {3, 2, 2, 256, 48, 130}}) {
            cases.push_back({std::string("attention ") + info(type).name + " " +
                                 text({z.rows, z.heads, z.kv_heads, z.dim, z.block, z.longest}),
                             kFloat,
                             [=](Setting& s) {
                                 const int64_t per_sequence = (z.longest + z.block - 1) / z.block, sequences = 3;
                                 const int64_t blocks = per_sequence * sequences + 2;
                                 const KvPages in = pages(s, type, {blocks, z.kv_heads, z.block, z.dim});
                                 const Tensor q = s.values(DType::f32, {z.rows, z.heads, z.dim, 1});
                                 const Tensor tables = s.integers(s.numbers(per_sequence * sequences, blocks, true),
                                                                  {sequences, per_sequence, 1, 1});
                                 const Tensor of = s.integers(s.numbers(z.rows, sequences));
                                 std::vector<int32_t> lengths = s.numbers(z.rows, z.longest);
                                 for (int32_t& length : lengths) ++length;
                                 if (z.rows > 0) lengths[0] = static_cast<int32_t>(z.longest);
                                 const Tensor out = s.poisoned({z.rows, z.heads, z.dim, 1});
                                 const float scale = 1.5f / std::sqrt(static_cast<float>(z.dim));
                                 return Made{Attention{q, tables, of, s.integers(lengths), in, out, scale}, {out}};
                             },
                             Lie{0, 3}});
        }
    }
    return cases;
}

std::vector<Case> matmul_cases() {
    struct Sizes {
        int64_t rows, in, outs;
    };
    std::vector<Case> cases;
    const auto add = [&](DType type, Sizes z, bool whole, Lie lie) {
        const bool block = info(type).block_size > 1;
        // Whole numbers survive the rounding to 8 bits or to BF16, so only the order of the sums is left; else it
        // shows.
        const double rounding = block ? 1.5e-2 : type == DType::bf16 ? 0x1p-8 : kFloat;
        const double bound = whole ? kFloat : rounding;
        const std::string name = std::string("matmul ") + info(type).name + (whole ? " whole " : " ");
        cases.push_back({name + text({z.rows, z.in, z.outs}), bound,
                         [=](Setting& s) {
                             const Shape shape{z.rows, z.in, 1, 1};
                             const Tensor x = whole ? s.whole_numbers(shape) : s.values(DType::f32, shape);
                             const Tensor weight = s.values(type, {z.outs, z.in, 1, 1}, 0.1f);
                             const bool more = z.outs % 2 == 0;
                             const Tensor bias = more ? s.vector(z.outs) : Tensor{};
                             const Shape outs{z.rows, z.outs, 1, 1};
                             const Tensor out = more ? s.values(DType::f32, outs) : s.poisoned(outs);
                             return Made{MatMul{x, weight, bias, out, more}, {out}};
                         },
                         lie});
    };
    for (DType type : kWeightTypes) {
        const bool rounds = info(type).block_size > 1 || type == DType::bf16;
        for (int64_t in : {1, 7, 8, 17, 33, 100, 512}) {
            for (int64_t rows : kRows) add(type, {rows, in * info(type).block_size, 5}, rounds, {});
        }
        for (Sizes z : {Sizes{1, 64, 1}, {2, 96, 15}, {4, 544, 16}, {8, 1024, 17}, {5, 160, 33}, {37, 288, 66}}) {
            for (Lie lie : kLies) add(type, z, rounds, lie);
            add(type, z, false, {});
        }
        add(type, {300, 64, 20}, rounds, {});
    }
    return cases;
}

std::vector<Case> all_cases() {
    std::vector<Case> all;
    for (const auto& table : {embed_cases(), gather_cases(), rms_norm_cases(), matmul_cases(), rope_cases(),
                              store_kv_cases(), copy_blocks_cases(), attention_cases(), elementwise_cases()}) {
        all.insert(all.end(), table.begin(), table.end());
    }
    return all;
}

}  // namespace floe::test
