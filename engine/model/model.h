// A model file, opened: what it is, and its weights on a backend.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "engine/engine.h"
#include "engine/format/gguf.h"
#include "engine/model/spec.h"
#include "kernels/backend.h"

namespace floe {

/// Matrices are [outs, in]. Biases are empty where the file has none.
struct LayerWeights {
    ConstTensor attention_norm, query, key, value, output;  // [width], [heads * head_dim, width], …
    ConstTensor query_bias, key_bias, value_bias, output_bias;
    ConstTensor ffn_norm, gate, up, down;  // [width], [ffn_width, width] twice, [width, ffn_width]
};

struct DecoderWeights {
    ConstTensor embedding;  // [vocabulary, width]
    std::vector<LayerWeights> layers;
    ConstTensor norm, output;      // [width], [vocabulary, width]: the embedding where the two are tied
    ConstTensor rope_frequencies;  // F32 [rope.dims / 2]
};

/// Owns the mapped file and the buffers that its weights stand in. Immutable: may be read from any thread. The backend
/// must outlive it.
class Model {
 public:
    /// Reads the whole file once, so that the first answer need not. `progress` hears 0…1; setting `cancel` ends it
    /// with Fault::cancelled.
    static Result<std::unique_ptr<Model>> open(const std::string& path, Backend& backend,
                                               const std::function<void(double)>& progress = {},
                                               const std::atomic<bool>* cancel = nullptr);

    const ModelInfo& info() const { return info_; }
    const DecoderSpec& spec() const { return spec_; }
    const DecoderWeights& weights() const { return weights_; }
    const Gguf& file() const { return *file_; }  // metadata for the tokenizer and the chat template

 private:
    Model() = default;

    std::shared_ptr<const Gguf> file_;
    std::unique_ptr<Buffer> file_buffer_, rope_buffer_;
    ModelInfo info_;
    DecoderSpec spec_;
    DecoderWeights weights_;
};

}  // namespace floe
