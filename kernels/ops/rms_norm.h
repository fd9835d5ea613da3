#pragma once
#include "kernels/tensor.h"

namespace floe {

/// out[r, c] = x[r, c] / sqrt(mean(x[r, :]^2) + eps) * weight[c]                         Zhang & Sennrich 2019
/// x, out: F32 [rows, width]; out may be x. weight: F32 [width]. rows >= 0, 0 < width <= 65536.
struct RmsNorm {
    ConstTensor x, weight;
    Tensor out;
    float eps = 1e-5f;
};
int64_t bytes(const RmsNorm& op);  // x once, weight once, out once

}  // namespace floe
