// Llama and what is built like it (Mistral, TinyLlama, SmolLM, Floe's own bill reader).       Touvron et al. 2023
#include <cmath>

#include "engine/model/families.h"
#include "engine/model/metadata_reader.h"

namespace floe {
namespace {

void describe_heads(MetadataReader& metadata, DecoderSpec& spec) {
    spec.heads = metadata.whole("attention.head_count", {1, 1024});
    spec.kv_heads = metadata.whole("attention.head_count_kv", {1, 1024}, spec.heads);
    spec.head_dim = metadata.whole("attention.key_length", {2, 1024}, spec.width / spec.heads);
    const int64_t value_dim = metadata.whole("attention.value_length", {2, 1024}, spec.head_dim);
    if (spec.heads % spec.kv_heads != 0) metadata.damaged("its heads are no multiple of its key-value heads");
    if (spec.head_dim < 2) metadata.damaged("its heads have less than two values");
    if (value_dim != spec.head_dim)
        metadata.unsupported("its keys and values have different lengths, and equal ones are known");
    spec.attention_scale = 1.0f / std::sqrt(static_cast<float>(spec.head_dim));
}

void describe_rope(MetadataReader& metadata, DecoderSpec& spec) {
    spec.rope.dims = metadata.whole("rope.dimension_count", {2, spec.head_dim}, spec.head_dim);
    spec.rope.base = metadata.real("rope.freq_base", 10000.0);
    if (spec.rope.dims % 2 != 0)
        metadata.damaged("it turns an odd number of values of each head (rope.dimension_count)");
    const double old_factor = metadata.real("rope.scale_linear", 1.0);
    const std::string scaling = metadata.text("rope.scaling.type", old_factor == 1.0 ? "none" : "linear");
    if (scaling == "linear")
        spec.rope.factor = metadata.real("rope.scaling.factor", old_factor);
    else if (scaling != "none")
        metadata.unsupported("its positions are scaled by \"" + scaling.substr(0, 40) +
                             "\", and \"linear\" and \"none\" are known");
}

}  // namespace

void describe_llama(MetadataReader& metadata, DecoderSpec& spec) {
    spec.layers = metadata.whole("block_count", {1, 1024});
    spec.width = metadata.whole("embedding_length", {1, 65536});
    spec.ffn_width = metadata.whole("feed_forward_length", {1, 1 << 20});
    spec.context = metadata.whole("context_length", {1, 1 << 28});
    spec.norm_eps = static_cast<float>(metadata.real("attention.layer_norm_rms_epsilon"));
    spec.rope.consecutive = true;  // converted files have the rows of q and k permuted to this order
    describe_heads(metadata, spec);
    describe_rope(metadata, spec);
    if (metadata.whole("expert_count", {0, 1 << 20}, 0) > 0)
        metadata.unsupported("it is a mixture of experts, and only models without are known");
}

}  // namespace floe
