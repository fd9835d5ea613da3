#include "engine/model/weights.h"

#include <cmath>
#include <cstring>
#include <initializer_list>
#include <optional>
#include <utility>

namespace floe {
namespace {

std::string shown(std::span<const int64_t> lengths) {
    std::string text;
    for (const int64_t length : lengths) text += (text.empty() ? "[" : ", ") + std::to_string(length);
    return text + "]";
}

/// Finds tensors one by one; the first that is wrong sets the error, and all later ones come back empty.
class WeightFinder {
 public:
    WeightFinder(const Gguf& file, const Buffer& buffer) : file_(file), buffer_(buffer) {}

    /// Lengths rows first. A vector must be F32; a matrix may have any dtype.
    ConstTensor need(const std::string& name, std::initializer_list<int64_t> lengths) {
        if (error_) return {};
        const GgufTensor* found = file_.find_tensor(name);
        if (found) return checked(*found, {lengths.begin(), lengths.size()});
        damaged("it lacks the tensor " + name);
        return {};
    }
    ConstTensor find(const std::string& name, std::initializer_list<int64_t> lengths) {
        return file_.find_tensor(name) ? need(name, lengths) : ConstTensor{};
    }

    void damaged(std::string problem) {
        error_ = Error{Fault::damaged_file, file_.subject(), "the model file is damaged: " + std::move(problem),
                       "Download or copy it again"};
    }
    const std::optional<Error>& error() const { return error_; }

 private:
    ConstTensor checked(const GgufTensor& found, std::span<const int64_t> lengths) {
        const std::span<const int64_t> shape(found.shape.data(), static_cast<size_t>(found.dimensions));
        if (!std::equal(shape.begin(), shape.end(), lengths.begin(), lengths.end())) {
            damaged("tensor " + std::string(found.name) + " has the shape " + shown(shape) + " where " +
                    shown(lengths) + " is needed");
            return {};
        }
        if (!found.type->dtype || (lengths.size() == 1 && found.type->dtype != DType::f32)) {
            unsupported(found);
            return {};
        }
        const std::byte* start = file_.bytes().data();
        return tensor(buffer_, found.bytes.data() - start, *found.type->dtype, found.shape);
    }

    void unsupported(const GgufTensor& found) {
        std::string known;
        for (const std::string& name : supported_type_names()) known += (known.empty() ? "" : ", ") + name;
        error_ = Error{Fault::unsupported,
                       file_.subject(),
                       "tensor " + std::string(found.name) + " has the number format " + found.type->name +
                           ", and known are: " + (found.dimensions == 1 ? "F32 for vectors" : known),
                       "Choose the model in another number format, such as Q8_0 or Q4_0",
                       {{"type", found.type->name}, {"tensor", std::string(found.name)}}};
    }

    const Gguf& file_;
    const Buffer& buffer_;
    std::optional<Error> error_;
};

LayerWeights find_layer(WeightFinder& finder, const DecoderSpec& s, int64_t layer) {
    const std::string in = "blk." + std::to_string(layer) + ".";
    const int64_t q_width = s.heads * s.head_dim, kv_width = s.kv_heads * s.head_dim;
    LayerWeights w;
    w.attention_norm = finder.need(in + "attn_norm.weight", {s.width});
    w.query = finder.need(in + "attn_q.weight", {q_width, s.width});
    w.key = finder.need(in + "attn_k.weight", {kv_width, s.width});
    w.value = finder.need(in + "attn_v.weight", {kv_width, s.width});
    w.output = finder.need(in + "attn_output.weight", {s.width, q_width});
    w.query_bias = finder.find(in + "attn_q.bias", {q_width});
    w.key_bias = finder.find(in + "attn_k.bias", {kv_width});
    w.value_bias = finder.find(in + "attn_v.bias", {kv_width});
    w.output_bias = finder.find(in + "attn_output.bias", {s.width});
    w.ffn_norm = finder.need(in + "ffn_norm.weight", {s.width});
    w.gate = finder.need(in + "ffn_gate.weight", {s.ffn_width, s.width});
    w.up = finder.need(in + "ffn_up.weight", {s.ffn_width, s.width});
    w.down = finder.need(in + "ffn_down.weight", {s.width, s.ffn_width});
    return w;
}

/// The embedding says how many tokens there are; a vocabulary with more could lead beyond it.
int64_t count_tokens(const Gguf& file, WeightFinder& finder) {
    const GgufTensor* embedding = file.find_tensor("token_embd.weight");
    const int64_t rows = embedding ? embedding->shape[0] : 1;
    const GgufValue* tokens = file.find("tokenizer.ggml.tokens");
    if (embedding && tokens && tokens->count > rows)
        finder.damaged("its vocabulary has " + std::to_string(tokens->count) + " tokens and its embedding only " +
                       std::to_string(rows));
    return rows;
}

}  // namespace

Result<DecoderWeights> find_weights(const Gguf& file, const Buffer& file_buffer, DecoderSpec& spec) {
    WeightFinder finder(file, file_buffer);
    spec.vocabulary = count_tokens(file, finder);
    DecoderWeights weights;
    weights.embedding = finder.need("token_embd.weight", {spec.vocabulary, spec.width});
    for (int64_t layer = 0; layer < spec.layers && !finder.error(); ++layer)
        weights.layers.push_back(find_layer(finder, spec, layer));
    weights.norm = finder.need("output_norm.weight", {spec.width});
    weights.output = finder.find("output.weight", {spec.vocabulary, spec.width});
    if (weights.output.empty()) weights.output = weights.embedding;
    if (finder.error()) return *finder.error();
    return weights;
}

Result<std::vector<float>> rope_frequencies(const Gguf& file, const RopeSpec& rope) {
    const int64_t count = rope.dims / 2;
    std::vector<float> factors(static_cast<size_t>(count), 1.0f);
    if (const GgufTensor* found = file.find_tensor("rope_freqs.weight")) {
        if (found->type->dtype != DType::f32 || found->dimensions != 1 || found->shape[0] != count)
            return Error{
                Fault::damaged_file, file.subject(),
                "the model file is damaged: tensor rope_freqs.weight is not " + std::to_string(count) + " F32 values",
                "Download or copy it again"};
        std::memcpy(factors.data(), found->bytes.data(), found->bytes.size());
    }
    std::vector<float> frequencies;
    for (int64_t j = 0; j < count; ++j) {
        const double power = std::pow(rope.base, -2.0 * static_cast<double>(j) / static_cast<double>(rope.dims));
        frequencies.push_back(
            static_cast<float>(power / rope.factor / static_cast<double>(factors[static_cast<size_t>(j)])));
    }
    return frequencies;
}

}  // namespace floe
