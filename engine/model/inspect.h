// What a model file says of itself, for people.
#pragma once

#include "engine/engine.h"
#include "engine/format/gguf.h"

namespace floe {

/// Reads metadata and tensor table only; what is not told stays empty or zero. Any architecture.
ModelInfo info_of(const Gguf& file);

}  // namespace floe
