// What an instruction set supplies: the bodies worth compiling for it. Each works on a share of the rows, outputs or
// heads that one thread was given.
#pragma once

#include <cstdint>

#include "kernels/ops/ops.h"

namespace floe::cpu {

/// Rows [first_row, first_row + rows) of a MatMul.
struct MatMulPart {
    const MatMul& op;
    int64_t first_row, rows;
    std::byte* rounded;  // these rows rounded to 8 bits, where the weight is of a block dtype
    std::byte* scratch;  // the thread's own, matmul_scratch(op) bytes
};

struct Kernels {
    const char* instructions;  // for people
    void (*rms_norm)(const RmsNorm& op, int64_t row, int64_t end);
    void (*swiglu)(const SwiGlu& op, int64_t row, int64_t end);
    void (*store_kv)(const StoreKv& op, int64_t row, int64_t end);
    void (*attention)(const Attention& op, int64_t row, int64_t kv_head, float* scratch);
    int64_t (*attention_scratch)(const Attention& op);  // floats
    /// Rounds the x of rows first_row + [row, end) to 8 bits, in blocks of 32. `rounded` has rounded_bytes(rows,
    /// width).
    void (*round_rows)(const MatMul& op, int64_t first_row, std::byte* rounded, int64_t row, int64_t end);
    int64_t (*rounded_bytes)(int64_t rows, int64_t width);
    void (*matmul)(const MatMulPart& part, int64_t out, int64_t end);  // outputs [out, end)
    int64_t (*matmul_scratch)(const MatMul& op);
};

const Kernels& scalar_kernels();
const Kernels& avx2_kernels();
const Kernels& avx512_kernels();

}  // namespace floe::cpu
