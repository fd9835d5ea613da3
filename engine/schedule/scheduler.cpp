#include "engine/schedule/scheduler.h"

#include <algorithm>
#include <cassert>
#include <string>
#include <utility>

namespace floe {

Scheduler::Scheduler(const SchedulerLimits& limits)
    : limits_(limits), cache_(limits.blocks, limits.block_size, limits.prefix_reuse) {
    limits_.max_running = std::min(limits_.max_running, limits_.step_tokens);
}

int64_t Scheduler::most_tokens() const {
    return std::min(limits_.context, limits_.blocks * limits_.block_size);
}

Outcome Scheduler::add(NewRequest request) {
    const auto prompt = static_cast<int64_t>(request.prompt.size());
    if (prompt == 0) return Error{Fault::bad_input, "request", "the prompt is empty", "give at least one token"};
    if (prompt + request.max_tokens > most_tokens()) {
        const std::string most = std::to_string(most_tokens());
        const std::string wanted =
            request.max_tokens == 0 ? "" : " and an answer of " + std::to_string(request.max_tokens);
        return Error{Fault::bad_input,
                     "request",
                     "a prompt of " + std::to_string(prompt) + " tokens" + wanted + " is more than the " + most +
                         " tokens that fit",
                     "shorten the prompt, or load the model with a larger context and cache",
                     {{"prompt_tokens", std::to_string(prompt)}, {"most_tokens", most}}};
    }
    const Rank rank{request.priority, arrivals_++};
    ranks_.emplace(request.id, rank);
    Entry& e = entries_[rank];
    e.id = request.id;
    e.tokens = std::move(request.prompt);
    e.all_logits = request.all_logits;
    return Done{};
}

Plan Scheduler::plan() {
    Plan plan;
    Budget budget{limits_.step_tokens, limits_.extra_logit_rows};
    for (const auto& [rank, e] : entries_) budget.left -= e.decoding() ? 1 : 0;
    bool admitting = true;
    for (auto& [rank, e] : entries_) {
        if (!e.running) admitting = admitting && admit(rank, e, plan, budget);
        if (e.running && e.pending() > 0) take_chunk(rank, e, plan, budget);
    }
    return plan;
}

bool Scheduler::admit(const Rank& rank, Entry& e, Plan& plan, Budget& budget) {
    if (budget.left <= 0) return false;
    std::vector<const BlockTable*> victims;
    if (rank.priority == Priority::interactive) victims = batch_tables_below(rank);
    if (running_ >= limits_.max_running && victims.empty()) return false;

    if (!e.all_logits) e.table = cache_.open(e.tokens);
    const auto all = static_cast<int64_t>(e.tokens.size());
    const int64_t needed = cache_.blocks_for(all) - static_cast<int64_t>(e.table.blocks.size());
    if (needed > cache_.pool().available() + cache_.freed_by_closing(victims)) {
        cache_.close(e.table);
        return false;
    }
    const auto crowded = [&] { return running_ >= limits_.max_running || needed > cache_.pool().available(); };
    while (crowded() && preempt_junior(rank, plan, budget)) {
    }

    e.running = true;
    ++running_;
    e.computed = e.table.length;
    e.prompt_end = all;
    plan.admitted.push_back({e.id, e.computed});
    return true;
}

void Scheduler::take_chunk(const Rank& rank, Entry& e, Plan& plan, Budget& budget) {
    const int64_t set_aside = e.decoding() ? 1 : 0;
    int64_t wanted = std::min(e.pending(), budget.left + set_aside);
    if (e.all_logits) wanted = std::min(wanted, budget.logit_rows + 1);
    if (wanted <= 0) return;
    while (cache_.room(e.table) == 0 && preempt_junior(rank, plan, budget)) {
    }
    const int64_t count = std::min(wanted, cache_.room(e.table));
    budget.left += set_aside - count;
    if (count == 0) return;  // its seniors have the blocks; they end some day

    PlanItem item{e.id, e.computed, count, count == e.pending(), e.all_logits, std::nullopt};
    cache_.extend(e.table, count, item.copy);
    if (e.all_logits) budget.logit_rows -= count - 1;
    plan.items.push_back(item);
}

bool Scheduler::preempt_junior(const Rank& than, Plan& plan, Budget& budget) {
    for (auto it = entries_.rbegin(); it != entries_.rend() && it->first > than; ++it) {
        Entry& victim = it->second;
        if (!victim.running) continue;
        if (victim.decoding()) ++budget.left;
        give_back(victim);
        plan.preempted.push_back(victim.id);
        return true;
    }
    return false;
}

std::vector<const BlockTable*> Scheduler::batch_tables_below(const Rank& rank) const {
    std::vector<const BlockTable*> tables;
    for (auto it = entries_.upper_bound(rank); it != entries_.end(); ++it)
        if (it->second.running && it->first.priority == Priority::batch) tables.push_back(&it->second.table);
    return tables;
}

void Scheduler::give_back(Entry& e) {
    cache_.close(e.table);
    e.computed = 0;
    running_ -= e.running ? 1 : 0;
    e.running = false;
}

void Scheduler::commit(const Plan& plan) {
    for (const PlanItem& item : plan.items) {
        if (!contains(item.id)) continue;
        Entry& e = entry(item.id);
        e.computed = item.first + item.count;
        assert(e.computed == e.table.length);
        cache_.publish(e.table, std::span(e.tokens).first(static_cast<size_t>(e.computed)));
    }
}

void Scheduler::append(RequestId id, std::span<const Token> tokens) {
    Entry& e = entry(id);
    e.tokens.insert(e.tokens.end(), tokens.begin(), tokens.end());
    assert(static_cast<int64_t>(e.tokens.size()) <= most_tokens());
}

void Scheduler::remove(RequestId id) {
    const auto rank = ranks_.find(id);
    if (rank == ranks_.end()) return;
    const auto it = entries_.find(rank->second);
    give_back(it->second);
    entries_.erase(it);
    ranks_.erase(rank);
}

int64_t Scheduler::tokens_held() const {
    int64_t sum = 0;
    for (const auto& [rank, e] : entries_) sum += e.table.length;
    return sum;
}

int64_t Scheduler::waste_tokens() const {
    int64_t sum = 0;
    for (const auto& [rank, e] : entries_)
        sum += static_cast<int64_t>(e.table.blocks.size()) * cache_.block_size() - e.table.length;
    return sum;
}

}  // namespace floe
