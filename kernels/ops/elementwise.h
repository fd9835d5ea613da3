#pragma once
#include "kernels/tensor.h"

namespace floe {

/// out = silu(gate) * up, silu(z) = z / (1 + exp(-z)).                                     Shazeer 2020 (SwiGLU)
/// gate, up, out: F32 [rows, width]; out may be gate or up.
struct SwiGlu {
    ConstTensor gate, up;
    Tensor out;
};
int64_t bytes(const SwiGlu& op);

/// out = a + b. a, b, out: F32 [rows, width]; out may be a or b.
struct Add {
    ConstTensor a, b;
    Tensor out;
};
int64_t bytes(const Add& op);

}  // namespace floe
