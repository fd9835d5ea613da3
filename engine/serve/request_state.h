// One request's life: what it asked for, what has been chosen, what its callback has heard.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/engine.h"
#include "engine/sampling/answer_text.h"
#include "engine/sampling/constraint.h"
#include "engine/sampling/sampler.h"
#include "engine/tokenizer/tokenizer.h"

namespace floe {

using Clock = std::chrono::steady_clock;

/// What requests share.
struct ServingTools {
    const Tokenizer* tokenizer = nullptr;
    const ConstraintFactory* constraints = nullptr;
    int64_t most_tokens = 0;  // of a prompt and its answer
};

/// A request as it came in.
struct Submission {
    RequestId id = 0;
    Request request;
    Callback callback;
    Clock::time_point submitted;
};

/// Lives on the engine thread. Knows nothing of steps and blocks: gets logits, gives tokens.
class RequestState {
 public:
    /// Takes the request to pieces. If something is wrong with it, it has failed already: see ended().
    RequestState(Submission submission, const ServingTools& tools);

    /// What the scheduler queues: the prompt, and what a constraint forces before anything is chosen. Moved out, so
    /// once.
    std::vector<Token> take_prompt();
    int64_t prompt_tokens() const { return prompt_tokens_; }
    int64_t tokens_left() const { return max_tokens_ - answered_; }
    bool wants_all_logits() const { return request_.logits == Request::Logits::all; }
    Priority priority() const { return request_.priority; }

    void admitted(int64_t reused_tokens);
    /// Logits after the token at `position`; rows that come a second time (after a preemption) are passed over.
    void keep_logits(int64_t position, std::span<const float> row);

    /// Chooses what follows `history` (all tokens so far), whose last logits are given. Returns the new tokens: one, or
    /// several where a constraint leaves no choice; none where the answer ends.
    std::vector<Token> advance(std::span<const float> logits, std::span<const Token> history);

    bool ended() const { return finish_ != Finish::none; }
    void end(Finish finish);
    void fail(Error error);

    /// Tells the callback what is new, if anything is. An exception out of it counts as a cancellation.
    void tell();
    /// Tells it the end. REQUIRES: ended().
    void tell_end();

 private:
    Outcome prepare(const ServingTools& tools);
    Outcome check_request(const ServingTools& tools) const;
    void choose(std::span<const float> logits, std::span<const Token> history);
    void choose_constrained(std::span<const float> logits, std::span<const Token> history);
    void add_forced();
    void add(std::span<const Token> tokens, std::string_view bytes);
    void end_if_due();

    Request request_;
    Callback callback_;
    const Tokenizer* tokenizer_;
    int64_t prompt_tokens_ = 0;
    int64_t max_tokens_ = 0;  // what the context leaves of request_.max_tokens
    int64_t answered_ = 0;

    std::optional<Sampler> sampler_;
    std::optional<AnswerText> text_;
    std::unique_ptr<Constraint> constraint_;
    std::optional<TokenMask> mask_;

    std::vector<Token> fresh_;  // chosen by the present advance()
    std::string shown_;         // not told yet
    std::vector<Token> told_with_;
    std::vector<float> logits_;
    int64_t logit_rows_ = 0;

    Finish finish_ = Finish::none;
    std::optional<Error> error_;
    std::optional<int64_t> reused_;
    Clock::time_point submitted_;
    std::optional<Clock::time_point> first_token_;
};

}  // namespace floe
