// The decoder for a model on a backend.
#pragma once

#include <memory>

#include "engine/error.h"
#include "engine/model/model.h"
#include "engine/run/decoder.h"

namespace floe {

/// Allocates KV pages and work buffers for `limits` once; a step allocates nothing on the backend. Backend and model
/// must outlive the decoder. Fault::out_of_memory, Fault::bad_input for limits that make no sense.
Result<std::unique_ptr<Decoder>> make_decoder(Backend& backend, const Model& model, const DecoderLimits& limits);

/// Bytes that make_decoder takes: keys and values, and everything else.
struct DecoderMemory {
    int64_t kv_cache = 0, compute = 0;
};
DecoderMemory decoder_memory(const DecoderSpec& spec, const DecoderLimits& limits);

/// What went wrong in a backend, as the engine's kinds of fault.
Error error_of(const BackendFailure& failure, const std::string& subject);

}  // namespace floe
