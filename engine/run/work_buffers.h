// The activations of a step, carved once from one piece of the backend's memory.
#pragma once

#include <memory>

#include "engine/model/spec.h"
#include "engine/run/decoder.h"

namespace floe {

/// All F32, with room for the largest step.
struct WorkBuffers {
    Tensor x;                // [rows, width], the residual stream
    Tensor norm;             // [rows, width]
    Tensor query, attended;  // [rows, heads * head_dim]
    Tensor key, value;       // [rows, kv_heads * head_dim]
    Tensor gate, up;         // [rows, ffn_width]
    Tensor kept;             // [logit rows, width]: the stream of those rows, in the last layer
    Tensor logits;           // [logit rows, vocabulary]

    /// Bytes of the memory that they take.
    static int64_t bytes(const DecoderSpec& spec, const DecoderLimits& limits);
    /// `memory` has as many.
    static WorkBuffers carve(Buffer& memory, const DecoderSpec& spec, const DecoderLimits& limits);
};

}  // namespace floe
