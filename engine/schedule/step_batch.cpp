#include "engine/schedule/step_batch.h"

namespace floe {

namespace {

void add_item(const PlanItem& item, size_t index, const Scheduler& scheduler, Step& step) {
    const std::vector<Token>& tokens = scheduler.tokens(item.id);
    const BlockTable& table = scheduler.table(item.id);
    StepBatch& batch = step.batch;
    for (int64_t i = 0; i < item.count; ++i) {
        const int64_t position = item.first + i;
        if (item.all_logits || (item.reaches_end && i == item.count - 1)) {
            batch.logit_rows.push_back(static_cast<int32_t>(batch.tokens.size()));
            step.logits.push_back({index, position});
        }
        batch.tokens.push_back(tokens[static_cast<size_t>(position)]);
        batch.positions.push_back(static_cast<int32_t>(position));
        batch.slots.push_back(scheduler.cache().slot(table, position));
        batch.sequences.push_back(static_cast<int32_t>(index));
    }
    batch.block_tables.push_back(table.blocks);
    if (item.copy) batch.copies.push_back(*item.copy);
}

}  // namespace

Step make_step(const Plan& plan, const Scheduler& scheduler) {
    Step step;
    for (size_t i = 0; i < plan.items.size(); ++i) add_item(plan.items[i], i, scheduler, step);
    return step;
}

}  // namespace floe
