// A step of a decoder as a list of operations: what is computed, in which order, and where it goes.
#pragma once

#include <vector>

#include "engine/model/model.h"
#include "engine/run/step_numbers.h"
#include "engine/run/work_buffers.h"
#include "kernels/backend.h"

namespace floe {

/// What every step of a decoder has at hand.
struct DecoderParts {
    const DecoderSpec* spec = nullptr;
    const DecoderWeights* weights = nullptr;
    std::vector<KvPages> pages;  // [layers]
    WorkBuffers work;
};

/// Appends the operations of a step of `rows` rows, `kept` of which have their logits computed, to `program`.
/// In the last layer only the kept rows go on after their keys and values are stored: nobody looks at the others.
void plan_step(const DecoderParts& parts, const StepViews& step, std::vector<Op>& program);

}  // namespace floe
