#pragma once
#include "kernels/tensor.h"

namespace floe {

/// Rotary position embedding, in place.                                                 Su et al. 2021
/// For pair j < n of each head, with angle = position[r] * frequency[j]:
/// (a, b) = (a cos - b sin, a sin + b cos) * magnitude.
/// Pairs are (2j, 2j + 1) where `consecutive` (llama), else (j, j + n) (neox). The rest of the head passes unchanged.
/// x: F32 [rows, heads, head_dim]. positions: I32 [rows]. frequencies: F32 [n], 2n <= head_dim.
struct Rope {
    Tensor x;
    ConstTensor positions, frequencies;
    bool consecutive = true;
    float magnitude = 1.0f;
};
int64_t bytes(const Rope& op);

}  // namespace floe
