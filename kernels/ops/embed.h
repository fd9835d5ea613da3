#pragma once
#include "kernels/tensor.h"

namespace floe {

/// out[r, :] = table[tokens[r], :]
/// table: any dtype [vocab, width]. tokens: I32 [rows], each within [0, vocab). out: F32 [rows, width].
struct Embed {
    ConstTensor table, tokens;
    Tensor out;
};
int64_t bytes(const Embed& op);

/// out[r, :] = x[rows[r], :]; picks the rows whose logits are wanted.
/// x: F32 [n, width]. rows: I32 [m], each within [0, n). out: F32 [m, width]; out may not overlap x.
struct GatherRows {
    ConstTensor x, rows;
    Tensor out;
};
int64_t bytes(const GatherRows& op);

}  // namespace floe
