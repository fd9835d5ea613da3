#include "engine/schedule/plan.h"

namespace floe {

int64_t Plan::tokens() const {
    int64_t sum = 0;
    for (const PlanItem& item : items) sum += item.count;
    return sum;
}

std::string print(const Plan& plan, const std::function<std::string(RequestId)>& name) {
    const auto called = [&](RequestId id) { return name ? name(id) : std::to_string(id); };
    std::string text;
    const auto begin_word = [&] {
        if (!text.empty()) text += ' ';
    };
    for (const PlanItem& item : plan.items) {
        begin_word();
        text += called(item.id) + "+" + std::to_string(item.count);
    }
    for (const RequestId id : plan.preempted) {
        begin_word();
        text += "-";
        text += called(id);
    }
    return text;
}

}  // namespace floe
