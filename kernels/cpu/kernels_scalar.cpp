#include "kernels/cpu/bodies/includes.h"

namespace floe::cpu {
namespace {
// Each builds on those before.
// clang-format off
#include "kernels/cpu/bodies/lanes_scalar.inl"
#include "kernels/cpu/bodies/rows.inl"
#include "kernels/cpu/bodies/attention.inl"
#include "kernels/cpu/bodies/matmul_float.inl"
#include "kernels/cpu/bodies/rounded.inl"
#include "kernels/cpu/bodies/matmul_blocks_scalar.inl"
#include "kernels/cpu/bodies/matmul.inl"
// clang-format on
}  // namespace

const Kernels& scalar_kernels() {
    static constexpr Kernels table{"portable C++",    rms_norm,   swiglu,        store_kv, attention,
                                   attention_scratch, round_rows, rounded_bytes, matmul,   matmul_scratch};
    return table;
}

}  // namespace floe::cpu
