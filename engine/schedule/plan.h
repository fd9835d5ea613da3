// What the next step computes: a value that prints.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/engine.h"
#include "engine/run/decoder.h"

namespace floe {

/// Tokens [first, first + count) of a request.
struct PlanItem {
    RequestId id = 0;
    int64_t first = 0, count = 0;
    bool reaches_end = false;       // nothing is pending after it: its last row's logits choose the next token
    bool all_logits = false;        // every row's logits are wanted
    std::optional<BlockCopy> copy;  // before anything is written
};

struct Admission {
    RequestId id = 0;
    int64_t reused = 0;  // leading tokens that were found in the cache
};

struct Plan {
    std::vector<PlanItem> items;
    std::vector<Admission> admitted;
    std::vector<RequestId> preempted;  // gave their blocks back, wait again

    bool empty() const { return items.empty(); }
    int64_t tokens() const;
};

/// "a+1 b+511 -c": one token of a, 511 of b, c was preempted. `name` says what a request is called; without it, its
/// number.
std::string print(const Plan& plan, const std::function<std::string(RequestId)>& name = {});

}  // namespace floe
