#include <cstdlib>

#include "engine/engine_internal.h"
#include "engine/run/make_decoder.h"
#include "engine/serve/serving_loop.h"

namespace floe {

namespace {

/// The feed-forward width stands in the metadata only. Families without it are mostly four times as wide there.
int64_t ffn_width(const ModelInfo& model) {
    for (const auto& [key, value] : model.metadata)
        if (key == model.architecture + ".feed_forward_length") return std::atoll(value.c_str());
    return 4 * model.width;
}

/// Whether sizes from a header, which nobody has checked yet, are such that their products can't overflow.
bool plausible(const DecoderSpec& s) {
    const auto within = [](int64_t value, int64_t most) { return value >= 0 && value <= most; };
    return within(s.layers, 1 << 12) && within(s.width, 1 << 22) && within(s.ffn_width, 1 << 24) &&
           within(s.vocabulary, 1 << 27) && within(s.heads, 1 << 16) && within(s.kv_heads, 1 << 16) &&
           within(s.head_dim, 1 << 16) && s.heads * s.head_dim <= 1 << 22 && s.kv_heads * s.head_dim <= 1 << 22;
}

}  // namespace

MemoryEstimate estimate_memory(const ModelInfo& model, const EngineOptions& options) {
    const auto settled = settle(options, model);
    if (!settled) return {model.weight_bytes, 0, 0};
    DecoderSpec spec;
    spec.layers = model.layers;
    spec.width = model.width;
    spec.ffn_width = ffn_width(model);
    spec.vocabulary = model.vocabulary;
    spec.heads = model.heads;
    spec.kv_heads = model.kv_heads;
    spec.head_dim = model.head_dim;
    spec.context = model.context_length;
    if (!plausible(spec)) return {model.weight_bytes, 0, 0};
    const DecoderLimits limits = decoder_limits(*settled);
    const DecoderMemory decoder = decoder_memory(spec, limits);
    const int64_t logits = limits.max_logit_rows * model.vocabulary * static_cast<int64_t>(sizeof(float));
    return {model.weight_bytes, decoder.kv_cache, decoder.compute + logits};
}

}  // namespace floe
