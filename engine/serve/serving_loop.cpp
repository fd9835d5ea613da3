#include "engine/serve/serving_loop.h"

#include <algorithm>
#include <utility>

#include "engine/serve/wall.h"

namespace floe {

namespace {

constexpr int64_t extra_logit_rows = 32;

int64_t kv_blocks(const EngineOptions& o) {
    return (o.kv_tokens + o.block_size - 1) / o.block_size;
}

SchedulerLimits scheduler_limits(const EngineOptions& o) {
    return {o.step_tokens, o.max_running, o.context, kv_blocks(o), o.block_size, extra_logit_rows, o.prefix_reuse};
}

}  // namespace

DecoderLimits decoder_limits(const EngineOptions& o) {
    DecoderLimits limits;
    limits.max_rows = o.step_tokens;
    limits.max_sequences = std::min(o.max_running, o.step_tokens);
    limits.max_logit_rows = limits.max_sequences + extra_logit_rows;
    limits.max_blocks_per_sequence = (o.context + o.block_size - 1) / o.block_size;
    limits.kv_blocks = kv_blocks(o);
    limits.block_size = o.block_size;
    limits.kv_type = o.kv_type;
    return limits;
}

ServingLoop::ServingLoop(const EngineOptions& options, Decoder& decoder, const Tokenizer& tokenizer,
                         const ConstraintFactory& constraints)
    : decoder_(decoder),
      scheduler_(scheduler_limits(options)),
      tools_{&tokenizer, &constraints, scheduler_.most_tokens()},
      logits_(static_cast<size_t>(decoder_limits(options).max_logit_rows * decoder.vocabulary())) {}

void ServingLoop::take(Message message) {
    if (auto* submission = std::get_if<Submission>(&message)) return submit(std::move(*submission));
    const auto it = states_.find(std::get<Cancellation>(message).id);
    if (it == states_.end()) return;
    it->second->end(Finish::cancelled);
    drop_ended();
}

void ServingLoop::submit(Submission submission) {
    const RequestId id = submission.id;
    auto state = std::make_unique<RequestState>(std::move(submission), tools_);
    if (!state->ended()) {
        const int64_t left = state->tokens_left();
        const Outcome queued =
            scheduler_.add({id, state->take_prompt(), left, state->priority(), state->wants_all_logits()});
        if (!queued) state->fail(queued.error());
    }
    if (state->ended())
        ended_.push_back(std::move(state));
    else
        states_.emplace(id, std::move(state));
}

bool ServingLoop::step() {
    Plan plan;
    try {
        plan = scheduler_.plan();
        if (plan.empty()) return false;
        compute(plan);
    } catch (...) {
        if (plan.empty())
            fail_all(error_of_exception());  // there is no saying how far the plan came
        else
            fail(plan, error_of_exception());
    }
    drop_ended();
    return true;
}

void ServingLoop::compute(const Plan& plan) {
    const Step step = make_step(plan, scheduler_);
    const auto vocabulary = static_cast<size_t>(decoder_.vocabulary());
    const Outcome outcome = decoder_.run(step.batch, std::span(logits_).first(step.logits.size() * vocabulary));
    if (!outcome) return fail(plan, outcome.error());
    scheduler_.commit(plan);
    count(plan);
    choose(plan, step);
}

void ServingLoop::choose(const Plan& plan, const Step& step) {
    const auto vocabulary = static_cast<size_t>(decoder_.vocabulary());
    for (size_t row = 0; row < step.logits.size(); ++row) {
        const PlanItem& item = plan.items[step.logits[row].item];
        const int64_t position = step.logits[row].position;
        const auto logits = std::span<const float>(logits_).subspan(row * vocabulary, vocabulary);
        RequestState& state = *states_.at(item.id);
        try {
            state.keep_logits(position, logits);
            if (item.reaches_end && position == item.first + item.count - 1) advance(item, state, logits);
        } catch (...) {
            state.fail(error_of_exception());
        }
    }
}

void ServingLoop::advance(const PlanItem& item, RequestState& state, std::span<const float> logits) {
    const std::vector<Token> fresh = state.advance(logits, scheduler_.tokens(item.id));
    stats_.answer_tokens += static_cast<int64_t>(fresh.size());
    if (!state.ended()) scheduler_.append(item.id, fresh);
}

void ServingLoop::fail(const Plan& plan, const Error& error) {
    for (const PlanItem& item : plan.items) {
        RequestState& state = *states_.at(item.id);
        if (!state.ended()) state.fail(error);
    }
}

void ServingLoop::drop_ended() {
    for (auto it = states_.begin(); it != states_.end();) {
        if (!it->second->ended()) {
            ++it;
            continue;
        }
        scheduler_.remove(it->first);
        ended_.push_back(std::move(it->second));
        it = states_.erase(it);
    }
}

void ServingLoop::tell() {
    for (auto& [id, state] : states_) state->tell();
    drop_ended();  // by an exception out of a callback
    for (const StatePtr& state : std::exchange(ended_, {})) state->tell_end();
}

void ServingLoop::cancel_all() {
    for (auto& [id, state] : states_) state->end(Finish::cancelled);
    drop_ended();
}

void ServingLoop::fail_all(const Error& error) {
    for (auto& [id, state] : states_) state->fail(error);
    drop_ended();
}

void ServingLoop::count(const Plan& plan) {
    ++stats_.steps;
    stats_.preemptions += static_cast<int64_t>(plan.preempted.size());
    for (const Admission& a : plan.admitted) {
        stats_.reused_tokens += a.reused;
        states_.at(a.id)->admitted(a.reused);
    }
    for (const PlanItem& item : plan.items)
        stats_.prompt_tokens += std::clamp<int64_t>(states_.at(item.id)->prompt_tokens() - item.first, 0, item.count);
    stats_.peak_tokens_held = std::max(stats_.peak_tokens_held, scheduler_.tokens_held());
    stats_.peak_waste_tokens = std::max(stats_.peak_waste_tokens, scheduler_.waste_tokens());
}

EngineStats ServingLoop::stats() const {
    EngineStats stats = stats_;
    const BlockPool& pool = scheduler_.cache().pool();
    stats.running = scheduler_.running();
    stats.waiting = scheduler_.waiting();
    stats.blocks = pool.blocks();
    stats.blocks_used = pool.held();
    stats.blocks_cached = pool.cached();
    stats.tokens_held = scheduler_.tokens_held();
    return stats;
}

}  // namespace floe
