#include "engine/serve/request_state.h"

#include <algorithm>
#include <string>
#include <utility>

#include "engine/serve/wall.h"

namespace floe {

namespace {

/// Logits that a request may ask for; more would be a slip that takes all memory.
constexpr int64_t most_logit_values = int64_t{1} << 29;

double seconds(Clock::time_point from, Clock::time_point to) {
    return std::chrono::duration<double>(to - from).count();
}

Error bad_request(std::string problem, std::string advice) {
    return {Fault::bad_input, "request", std::move(problem), std::move(advice)};
}

}  // namespace

RequestState::RequestState(Submission submission, const ServingTools& tools)
    : request_(std::move(submission.request)),
      callback_(std::move(submission.callback)),
      tokenizer_(tools.tokenizer),
      prompt_tokens_(static_cast<int64_t>(request_.prompt.size())),
      submitted_(submission.submitted) {
    try {
        if (const Outcome outcome = prepare(tools); !outcome) fail(outcome.error());
    } catch (...) {
        fail(error_of_exception());
    }
}

Outcome RequestState::prepare(const ServingTools& tools) {
    if (Outcome fits = check_request(tools); !fits) return fits;
    sampler_.emplace(request_.sampling);
    max_tokens_ = std::min(request_.max_tokens, tools.most_tokens - prompt_tokens_);

    const bool answer_begins_text = tokenizer_->piece(request_.prompt.back()).empty();
    const bool drop_space = request_.schema.empty() && tokenizer_->adds_space() && answer_begins_text;
    text_.emplace(request_.stop, drop_space);

    if (request_.schema.empty()) return Done{};
    auto made = tools.constraints->make(request_.schema, request_.source ? &*request_.source : nullptr, max_tokens_);
    if (!made) return made.error();
    constraint_ = std::move(*made);
    mask_.emplace(tokenizer_->vocabulary());
    // Forced text needs no logits: it goes with the prompt, unless the prompt's own last logits are wanted.
    if (request_.logits == Request::Logits::none) {
        add_forced();
        end_if_due();
    }
    return Done{};
}

Outcome RequestState::check_request(const ServingTools& tools) const {
    const int64_t vocabulary = tokenizer_->vocabulary();
    if (request_.prompt.empty()) return bad_request("the prompt is empty", "give at least one token");
    for (const Token token : request_.prompt)
        if (token < 0 || token >= vocabulary)
            return bad_request("the prompt has the token " + std::to_string(token) + ", but the vocabulary ends at " +
                                   std::to_string(vocabulary - 1),
                               "tokenize the prompt with this model");
    if (request_.max_tokens < 0) return bad_request("max_tokens is below 0", "give the answer's length in tokens");
    if (prompt_tokens_ + std::min<int64_t>(request_.max_tokens, 1) > tools.most_tokens) {
        Error error =
            bad_request("a prompt of " + std::to_string(prompt_tokens_) +
                            " tokens leaves no room for an answer in a context of " + std::to_string(tools.most_tokens),
                        "shorten the prompt, or load the model with a larger context");
        error.facts = {{"prompt_tokens", std::to_string(prompt_tokens_)},
                       {"most_tokens", std::to_string(tools.most_tokens)}};
        return error;
    }
    const int64_t answer = std::min(request_.max_tokens, tools.most_tokens - prompt_tokens_);
    if (wants_all_logits() && (prompt_tokens_ + answer) * vocabulary > most_logit_values)
        return bad_request("the logits of all " + std::to_string(prompt_tokens_ + answer) + " tokens would take over " +
                               std::to_string(most_logit_values * 4 >> 30) + " GiB",
                           "ask for those of fewer tokens");
    return check(request_.sampling, vocabulary);
}

std::vector<Token> RequestState::take_prompt() {
    std::vector<Token> tokens = std::move(request_.prompt);
    tokens.insert(tokens.end(), fresh_.begin(), fresh_.end());
    fresh_.clear();
    return tokens;
}

void RequestState::admitted(int64_t reused_tokens) {
    if (!reused_) reused_ = reused_tokens;
}

void RequestState::keep_logits(int64_t position, std::span<const float> row) {
    const bool wanted =
        wants_all_logits() ? position == logit_rows_ : request_.logits == Request::Logits::last && logit_rows_ == 0;
    if (!wanted) return;
    logits_.insert(logits_.end(), row.begin(), row.end());
    ++logit_rows_;
}

std::vector<Token> RequestState::advance(std::span<const float> logits, std::span<const Token> history) {
    if (!first_token_) first_token_ = Clock::now();
    fresh_.clear();
    if (max_tokens_ == 0)
        end(Finish::length);
    else if (constraint_)
        choose_constrained(logits, history);
    else
        choose(logits, history);
    if (!ended()) end_if_due();
    return std::exchange(fresh_, {});
}

void RequestState::choose(std::span<const float> logits, std::span<const Token> history) {
    const Token token = sampler_->choose(logits, nullptr, history, answered_);
    if (tokenizer_->ends_text(token) && !request_.ignore_end) return end(Finish::end);
    add({&token, 1}, tokenizer_->piece(token));
}

void RequestState::choose_constrained(std::span<const float> logits, std::span<const Token> history) {
    add_forced();
    if (!fresh_.empty() || constraint_->finished()) return;
    mask_->clear();
    constraint_->allowed(tokens_left(), *mask_);
    const Token token = sampler_->choose(logits, &*mask_, history, answered_);
    if (token < 0)
        return fail({Fault::internal, "request", "the schema left no token to choose", "report the schema to us"});
    const std::string bytes = constraint_->accept(token, probability(logits, &*mask_, token));
    add({&token, 1}, bytes);
    add_forced();
}

void RequestState::add_forced() {
    std::string bytes;
    const std::vector<Token> tokens = constraint_->forced(bytes);
    add(tokens, bytes);
}

void RequestState::add(std::span<const Token> tokens, std::string_view bytes) {
    fresh_.insert(fresh_.end(), tokens.begin(), tokens.end());
    told_with_.insert(told_with_.end(), tokens.begin(), tokens.end());
    answered_ += static_cast<int64_t>(tokens.size());
    shown_ += text_->add(bytes);
}

void RequestState::end_if_due() {
    if (text_->stopped())
        end(Finish::stop);
    else if (constraint_ && constraint_->finished())
        end(Finish::schema);
    else if (answered_ >= max_tokens_)
        end(Finish::length);
}

void RequestState::end(Finish finish) {
    finish_ = finish;
}

void RequestState::fail(Error error) {
    finish_ = Finish::failed;
    error_ = std::move(error);
}

void RequestState::tell() {
    if ((shown_.empty() && told_with_.empty()) || ended()) return;
    const std::string text = std::exchange(shown_, {});
    Event event;
    event.text = text;
    event.tokens = std::exchange(told_with_, {});
    try {
        if (callback_) callback_(event);
    } catch (...) {
        end(Finish::cancelled);
    }
}

void RequestState::tell_end() {
    const std::string text = shown_ + (text_ ? text_->finish() : std::string());
    const auto now = Clock::now();
    Event event;
    event.text = text;
    event.tokens = std::move(told_with_);
    event.finish = finish_;
    event.error = std::move(error_);
    event.logits = std::move(logits_);
    event.usage = {prompt_tokens_, reused_.value_or(0), answered_, seconds(submitted_, first_token_.value_or(now)),
                   first_token_ ? seconds(*first_token_, now) : 0};
    if (constraint_) event.values = constraint_->values();
    if (!callback_) return;
    try {
        callback_(event);
    } catch (...) {
        // It has heard the last there is to hear.
    }
}

}  // namespace floe
