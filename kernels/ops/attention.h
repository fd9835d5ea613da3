#pragma once
#include "kernels/ops/paged_kv.h"
#include "kernels/tensor.h"

namespace floe {

/// Causal attention over paged keys and values, grouped heads.          Kwon et al. 2023; Ainslie et al. 2023 (GQA)
/// out[r, h, :] = sum_p softmax_p(scale * q[r, h, :] . K[p, h / group, :]) * V[p, h / group, :],  p < lengths[r]
/// where position p of row r stands in block tables[sequences[r], p / block_size] at offset p % block_size,
/// group = heads / kv_heads.
/// q, out: F32 [rows, heads, head_dim], no overlap. tables: I32 [n, max_blocks].
/// sequences, lengths: I32 [rows], lengths >= 1.
/// The order of a row's sums depends on its length only, never on the other rows.
struct Attention {
    ConstTensor q, tables, sequences, lengths;
    KvPages pages;
    Tensor out;
    float scale = 1.0f;
};
int64_t bytes(const Attention& op);

}  // namespace floe
