// A scheduler's world written as a line: "run a@40; wait batch b=900".
#pragma once

#include <map>
#include <numeric>
#include <sstream>
#include <string>
#include <vector>

#include "engine/schedule/scheduler.h"

namespace floe::test {

struct WorldLimits {
    int64_t budget = 512, blocks = 1024, block_size = 16, running = 64, context = 8192, extra_logit_rows = 64;
};

/// Words: `run NAME@N` has N tokens computed and one pending; `wait NAME=N` has a prompt of N tokens and waits;
/// `batch` or `all` (logits of every row) before the name. All tokens of different names differ.
class World {
 public:
    World(const WorldLimits& limits, const std::string& text)
        : scheduler({limits.budget, limits.running, limits.context, limits.blocks, limits.block_size,
                     limits.extra_logit_rows}) {
        std::vector<std::string> runs;
        std::istringstream parts(text);
        for (std::string part; std::getline(parts, part, ';');) {
            const std::string name = add(part);
            if (part.find("run") == std::string::npos) continue;
            while (static_cast<int64_t>(scheduler.table(ids.at(name)).length) < sizes.at(name)) {
                const Plan plan = scheduler.plan();
                scheduler.commit(plan);
            }
            runs.push_back(name);
        }
        for (const std::string& name : runs) append(name, 1);
    }

    /// Plans, says what, and computes it. Each that reaches its end gets a token, if `go_on`.
    std::string step(bool go_on = true) {
        const Plan plan = scheduler.plan();
        const std::string text = print(plan, [&](RequestId id) { return std::string(1, static_cast<char>(id)); });
        scheduler.commit(plan);
        for (const PlanItem& item : plan.items)
            if (item.reaches_end && go_on) append(std::string(1, static_cast<char>(item.id)), 1);
        return text;
    }

    void append(const std::string& name, int64_t count) {
        scheduler.append(ids.at(name), tokens(ids.at(name), sizes.at(name), count));
        sizes.at(name) += count;
    }
    void remove(const std::string& name) { scheduler.remove(ids.at(name)); }

    static std::vector<Token> tokens(RequestId id, int64_t first, int64_t count) {
        std::vector<Token> result(static_cast<size_t>(count));
        std::iota(result.begin(), result.end(), static_cast<Token>(id * 100000 + first));
        return result;
    }

    Scheduler scheduler;
    std::map<std::string, RequestId> ids;
    std::map<std::string, int64_t> sizes;

 private:
    std::string add(const std::string& part) {
        NewRequest request;
        std::string name;
        std::istringstream words(part);
        for (std::string word; words >> word;) {
            if (word == "batch") request.priority = Priority::batch;
            if (word == "all") request.all_logits = true;
            if (word.size() > 2 && (word[1] == '@' || word[1] == '=')) {
                name = word.substr(0, 1);
                sizes[name] = std::stoll(word.substr(2));
            }
        }
        request.id = ids[name] = name[0];
        request.prompt = tokens(request.id, 0, sizes[name]);
        if (!scheduler.add(std::move(request))) name.clear();
        return name;
    }
};

}  // namespace floe::test
