// Number formats of weights: how neighbouring values of a row are packed, and back. Layouts are those of GGUF.
#pragma once

#include <cstddef>
#include <cstdint>

#include "kernels/tensor.h"

namespace floe {

inline constexpr int64_t kBlock = 32;  // values a block, of every block format here

/// value[i] = scale * quants[i], scale in F16.
struct BlockQ8 {
    uint16_t scale;
    int8_t quants[kBlock];
};
static_assert(sizeof(BlockQ8) == 34);

/// value[i] = scale * (nibble[i] - 8), scale in F16; nibbles[j] holds nibble[j] below and nibble[j + 16] above.
struct BlockQ4 {
    uint16_t scale;
    uint8_t nibbles[kBlock / 2];
};
static_assert(sizeof(BlockQ4) == 18);

/// `count` values of any dtype but I32 to F32, each the exact product rounded once. A whole number of blocks.
void unpack(DType type, const std::byte* from, int64_t count, float* to);

/// F32 to any dtype but I32. Q8_0 divides by the largest magnitude / 127, Q4_0 by the value of largest magnitude / -8.
void pack(DType type, const float* from, int64_t count, std::byte* to);

}  // namespace floe
