// Continuous batching: which tokens of which requests the next step computes.                 Yu et al. 2022 (Orca);
// Kwon et al. 2023
//
// Requests stand in one order of seniority: interactive before batch, then as they came. A step goes down that order:
//   - every decoding request gets a token, whatever else is there (it is set aside beforehand);
//   - what is left of the step's budget goes to the seniors first: chunks of prompts, and of tokens that were appended
//   without
//     sampling;
//   - a waiting request is admitted when its whole prompt finds blocks; nobody overtakes a request that has to wait for
//   them;
//   - when blocks run out the most junior running request is preempted: it gives its blocks back, waits at its old
//   place, and
//     computes its prompt and its answer so far again later. A request preempts only its juniors; to be admitted, an
//     interactive request preempts batch requests, and nobody else preempts anybody.
// So the most senior request always advances, and each ends at last.
//
// Owns queues and pages; knows no clock, device, sampler or thread. Deterministic: the same calls give the same plans.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <unordered_map>
#include <vector>

#include "engine/cache/paged_cache.h"
#include "engine/engine.h"
#include "engine/schedule/plan.h"

namespace floe {

struct SchedulerLimits {
    int64_t step_tokens = 512;  // rows a step
    int64_t max_running = 64;   // requests that hold blocks; at most step_tokens
    int64_t context = 8192;     // tokens of one request
    int64_t blocks = 512, block_size = 16;
    int64_t extra_logit_rows = 64;  // a step's logit rows besides one a running request
    bool prefix_reuse = true;
};

struct NewRequest {
    RequestId id = 0;
    std::vector<Token> prompt;
    int64_t max_tokens = 0;  // most that will be appended
    Priority priority = Priority::interactive;
    bool all_logits = false;  // logits of every row: then nothing is taken from the cache
};

class Scheduler {
 public:
    explicit Scheduler(const SchedulerLimits& limits);

    /// Most tokens of a request, prompt and answer together, that can ever be served.
    int64_t most_tokens() const;

    /// Queues a request behind those of its class. An Error for one that could never be served: it isn't queued.
    Outcome add(NewRequest request);

    /// The next step. Blocks are set aside for it. REQUIRES: every request of the plan before was committed or removed.
    Plan plan();

    /// The plan has been computed. Its full blocks can be found by other requests from now on.
    void commit(const Plan& plan);

    /// Tokens chosen (or forced) after a plan that reached the request's end; they are pending now.
    void append(RequestId id, std::span<const Token> tokens);

    /// The request ended, in whatever way: its blocks are back at once.
    void remove(RequestId id);

    bool contains(RequestId id) const { return ranks_.contains(id); }
    const std::vector<Token>& tokens(RequestId id) const { return entry(id).tokens; }
    const BlockTable& table(RequestId id) const { return entry(id).table; }
    const PagedCache& cache() const { return cache_; }

    bool idle() const { return entries_.empty(); }
    int64_t running() const { return running_; }
    int64_t waiting() const { return static_cast<int64_t>(entries_.size()) - running_; }
    int64_t tokens_held() const;   // by running requests
    int64_t waste_tokens() const;  // positions of their blocks that hold nothing

 private:
    struct Rank {
        Priority priority;
        int64_t arrival;
        auto operator<=>(const Rank&) const = default;
    };
    struct Entry {
        RequestId id = 0;
        std::vector<Token> tokens;  // prompt and answer so far
        int64_t computed = 0;       // leading tokens whose keys and values stand in the table's blocks
        int64_t prompt_end = 0;     // what was there when it was admitted; after it the request is decoding
        bool all_logits = false;
        bool running = false;
        BlockTable table;

        int64_t pending() const { return static_cast<int64_t>(tokens.size()) - computed; }
        bool decoding() const { return running && computed >= prompt_end && pending() > 0; }
    };
    using Entries = std::map<Rank, Entry>;  // most senior first
    struct Budget {
        int64_t left;        // beyond the tokens set aside for decoding requests
        int64_t logit_rows;  // beyond one an item
    };

    Entry& entry(RequestId id) { return entries_.at(ranks_.at(id)); }
    const Entry& entry(RequestId id) const { return entries_.at(ranks_.at(id)); }

    bool admit(const Rank& rank, Entry& entry, Plan& plan, Budget& budget);
    void take_chunk(const Rank& rank, Entry& entry, Plan& plan, Budget& budget);
    bool preempt_junior(const Rank& than, Plan& plan, Budget& budget);
    std::vector<const BlockTable*> batch_tables_below(const Rank& rank) const;
    void give_back(Entry& entry);

    SchedulerLimits limits_;
    PagedCache cache_;
    Entries entries_;
    std::unordered_map<RequestId, Rank> ranks_;
    int64_t arrivals_ = 0;
    int64_t running_ = 0;
};

}  // namespace floe
