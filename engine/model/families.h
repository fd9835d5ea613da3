// The model families that we know: for each how its metadata comes to a DecoderSpec.
#pragma once

#include <span>

#include "engine/error.h"
#include "engine/format/gguf.h"
#include "engine/model/spec.h"

namespace floe {

class MetadataReader;

struct ModelFamily {
    const char* architecture;  // as in general.architecture
    void (*describe)(MetadataReader& metadata, DecoderSpec& spec);
};

std::span<const ModelFamily> model_families();

/// Fault::unsupported names an unknown family and those that are known. The vocabulary's size is read from the
/// embedding's shape later.
Result<DecoderSpec> describe_model(const Gguf& file);

// One file each.
void describe_llama(MetadataReader& metadata, DecoderSpec& spec);

}  // namespace floe
