#pragma once
#include "kernels/tensor.h"

namespace floe {

/// out[r, o] = sum_i x[r, i] * weight[o, i] + bias[o] (+ out[r, o] before, where `accumulate`)
/// x: F32 [rows, in]. weight: any float or block dtype [outs, in], in a whole number of blocks.
/// out: F32 [rows, outs], no overlap with x. bias: F32 [outs] or empty. rows >= 0.
/// A backend may round x to 8 bits in blocks of 32 before it meets a block dtype, and to BF16 or F16 before BF16 or F16
/// weights; it never does for F32 weights. The sum of one row is done in an order that does not depend on `rows`:
/// the same row gives the same bits.
struct MatMul {
    ConstTensor x, weight, bias;
    Tensor out;
    bool accumulate = false;
};
int64_t bytes(const MatMul& op);  // the weight once, x once, out once

}  // namespace floe
