// Models of any shape with random weights, for tests and for measuring speed where no real model is at hand.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "kernels/tensor.h"
#include "support/gguf_writer.h"

namespace floe::test {

struct LlamaShape {
    int64_t layers = 2, width = 64, ffn_width = 96, heads = 4, kv_heads = 2, vocabulary = 320, context = 256;
    bool tied = false;
};

/// 1.1 thousand million parameters, as Llama 3.2's smallest but for the vocabulary.
inline constexpr LlamaShape kLlama1b{16, 2048, 8192, 32, 8, 32000, 8192, false};

/// A SentencePiece vocabulary of `size` >= 259 tokens: unk, bos, eos, a token for each byte, then letters and words.
void add_vocabulary(GgufWriter& file, int64_t size);

/// Everything that a llama model needs. Matrices have the dtype, norms are F32; the same seed gives the same bytes.
/// The weights' spread is such that activations keep their size from layer to layer.
GgufWriter random_llama(const LlamaShape& shape, DType dtype, uint64_t seed);

}  // namespace floe::test
