// Holds a step against the decoder's limits before anything is computed.
#pragma once

#include "engine/run/decoder.h"

namespace floe {

/// Fault::bad_input for tokens that the vocabulary has not; Fault::internal for a step that no planner should make.
Outcome check_batch(const StepBatch& batch, const DecoderLimits& limits, int64_t vocabulary, size_t logits);

}  // namespace floe
