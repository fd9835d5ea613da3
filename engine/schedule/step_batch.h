// From a plan to what the decoder runs: rows, slots, tables, and whose logits come back.
#pragma once

#include <vector>

#include "engine/run/decoder.h"
#include "engine/schedule/plan.h"
#include "engine/schedule/scheduler.h"

namespace floe {

/// A row of logits, in the order in which the decoder writes them.
struct LogitRow {
    size_t item = 0;       // of the plan
    int64_t position = 0;  // of the token that it follows
};

struct Step {
    StepBatch batch;
    std::vector<LogitRow> logits;
};

Step make_step(const Plan& plan, const Scheduler& scheduler);

}  // namespace floe
