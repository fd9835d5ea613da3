// What an instruction set supplies: the bodies worth compiling for it. Each works on a share of the rows, outputs or
// heads that one thread was given.
#pragma once

#include <cstdint>

#include "kernels/ops/ops.h"

namespace floe::cpu {

/// Rows of activations rounded to 8 bits: value[i] = scale[i / 32] * quant[i]. A row holds quants, scales, then sums
/// (of a block's quants).
struct Rows8 {
    std::byte* data = nullptr;
    int64_t blocks = 0;  // a row, rounded up to whole groups of 16; what is past the end is zero

    static int64_t blocks_for(int64_t width) { return (width / 32 + 15) / 16 * 16; }
    static int64_t row_bytes(int64_t blocks) { return blocks * (32 + 4 + 4); }
    int8_t* quants(int64_t r) const { return reinterpret_cast<int8_t*>(data + r * row_bytes(blocks)); }
    float* scales(int64_t r) const { return reinterpret_cast<float*>(quants(r) + blocks * 32); }
    int32_t* sums(int64_t r) const { return reinterpret_cast<int32_t*>(scales(r) + blocks); }
};

/// Rows [first_row, first_row + rows) of a MatMul. `x8` holds them where the weight is of a block dtype, else x is
/// read.
struct MatMulPart {
    const MatMul& op;
    int64_t first_row, rows;
    Rows8 x8;
    std::byte* scratch;  // the thread's own, kernels.matmul_scratch(op) bytes
};

struct Kernels {
    const char* instructions;  // for people
    void (*rms_norm)(const RmsNorm& op, int64_t row, int64_t end);
    void (*swiglu)(const SwiGlu& op, int64_t row, int64_t end);
    void (*store_kv)(const StoreKv& op, int64_t row, int64_t end);
    void (*attention)(const Attention& op, int64_t row, int64_t kv_head, float* scratch);
    int64_t (*attention_scratch)(const Attention& op);  // floats
    void (*quantise)(const MatMul& op, int64_t first_row, const Rows8& to, int64_t row, int64_t end);
    void (*matmul)(const MatMulPart& part, int64_t out, int64_t end);  // outputs [out, end); out is a multiple of 16
    int64_t (*matmul_scratch)(const MatMul& op);                       // bytes
};

const Kernels& scalar_kernels();

}  // namespace floe::cpu
