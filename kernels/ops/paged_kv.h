#pragma once
#include "kernels/tensor.h"

namespace floe {

/// One layer's share of the paged KV cache: keys and values in fixed blocks of `block_size` positions.
/// keys, values: F32 or F16 [blocks, kv_heads, block_size, head_dim].
struct KvPages {
    Tensor keys, values;
    int64_t blocks() const { return keys.shape[0]; }
    int64_t kv_heads() const { return keys.shape[1]; }
    int64_t block_size() const { return keys.shape[2]; }
    int64_t head_dim() const { return keys.shape[3]; }
};

/// Writes row r's key and value to slot[r] = block * block_size + offset.         Kwon et al. 2023 (PagedAttention)
/// keys, values: F32 [rows, kv_heads, head_dim]. slots: I32 [rows], all different.
struct StoreKv {
    ConstTensor keys, values, slots;
    KvPages pages;
};
int64_t bytes(const StoreKv& op);

/// Copies whole blocks of a layer: pages[to[i]] = pages[from[i]] (copy-on-write). from, to: I32 [n]; no block is both.
struct CopyBlocks {
    ConstTensor from, to;
    KvPages pages;
};
int64_t bytes(const CopyBlocks& op);

}  // namespace floe
