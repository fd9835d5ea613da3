// A decoder-only transformer as numbers: what a model family's metadata comes to. One decoder runs them all.
#pragma once

#include <cstdint>

namespace floe {

/// Rotary positions. frequency[j] = base^(-2j / dims) / factor, then divided by the file's rope_freqs.weight[j], if
/// any.
struct RopeSpec {
    int64_t dims = 0;  // of each head, from its start; even
    double base = 10000.0;
    double factor = 1.0;      // linear scaling (Chen et al. 2023): positions shrink by it
    bool consecutive = true;  // pairs (2j, 2j + 1), else (j, j + dims / 2)
};

/// x = embedding[token]; for each layer: x += attention(norm(x)), x += swiglu(norm(x)); logits = output(norm(x)).
struct DecoderSpec {
    int64_t layers = 0, width = 0, ffn_width = 0, vocabulary = 0;
    int64_t heads = 0, kv_heads = 0, head_dim = 0;  // heads is a multiple of kv_heads
    int64_t context = 0;                            // positions that it was trained for
    float norm_eps = 1e-5f;
    float attention_scale = 0.0f;  // of q · k
    RopeSpec rope;
};

}  // namespace floe
