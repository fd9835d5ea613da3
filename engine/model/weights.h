// From named tensors to a decoder's weights, with every shape and number format checked.
#pragma once

#include "engine/error.h"
#include "engine/model/model.h"

namespace floe {

/// `file_buffer` holds the file from its first byte. Leaves rope_frequencies empty. Sets spec.vocabulary.
/// Fault::damaged_file names what is missing or misshapen, Fault::unsupported a number format that is not known.
Result<DecoderWeights> find_weights(const Gguf& file, const Buffer& file_buffer, DecoderSpec& spec);

/// frequency[j] of RopeSpec, with the file's factors.
Result<std::vector<float>> rope_frequencies(const Gguf& file, const RopeSpec& rope);

}  // namespace floe
