#include "kernels/cpu/bodies/includes.h"

#if defined(__x86_64__)
#include <immintrin.h>

namespace floe::cpu {
namespace {

// A target region, not a compiler flag: what other files share must stay runnable on every processor.
#if defined(__clang__)
#pragma clang attribute push(__attribute__((target("avx2,fma,f16c,avx512f,avx512bw,avx512vl,avx512dq,avx512vnni"))), \
                             apply_to = function)
#else
// GCC 12 takes the undefined vectors of its own header for a mistake of ours (its bug 105593).
#pragma GCC diagnostic ignored "-Wuninitialized"
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#pragma GCC push_options
#pragma GCC target("avx2,fma,f16c,avx512f,avx512bw,avx512vl,avx512dq,avx512vnni")
#endif

// Each builds on those before.
// clang-format off
#include "kernels/cpu/bodies/lanes_avx512.inl"
#include "kernels/cpu/bodies/rows.inl"
#include "kernels/cpu/bodies/attention.inl"
#include "kernels/cpu/bodies/matmul_float.inl"
#include "kernels/cpu/bodies/blocks_avx512.inl"
#include "kernels/cpu/bodies/rounded.inl"
#include "kernels/cpu/bodies/matmul_blocks.inl"
#include "kernels/cpu/bodies/matmul.inl"
// clang-format on

#if defined(__clang__)
#pragma clang attribute pop
#else
#pragma GCC pop_options
#endif

}  // namespace

const Kernels& avx512_kernels() {
    static constexpr Kernels table{"AVX-512 VNNI",    rms_norm,   swiglu,        store_kv, attention,
                                   attention_scratch, round_rows, rounded_bytes, matmul,   matmul_scratch};
    return table;
}

}  // namespace floe::cpu
#else
namespace floe::cpu {
const Kernels& avx512_kernels() {
    return scalar_kernels();
}  // never chosen: see cpu_variants()
}  // namespace floe::cpu
#endif
