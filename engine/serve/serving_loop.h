// What the engine thread does, step by step, without the thread: so that tests can drive it.
#pragma once

#include <map>
#include <memory>
#include <variant>
#include <vector>

#include "engine/run/decoder.h"
#include "engine/schedule/scheduler.h"
#include "engine/schedule/step_batch.h"
#include "engine/serve/request_state.h"

namespace floe {

struct Cancellation {
    RequestId id = 0;
};
using Message = std::variant<Submission, Cancellation>;

/// Owns the scheduler and the requests' states; uses a decoder and the model's tools, which outlive it. One thread.
/// Nothing that a request causes comes out as an exception: the request ends with an Error.
class ServingLoop {
 public:
    ServingLoop(const EngineOptions& options, Decoder& decoder, const Tokenizer& tokenizer,
                const ConstraintFactory& constraints);

    /// A submission that makes no sense has ended after it, a cancelled request too: its blocks are back.
    void take(Message message);

    /// Plans, computes, chooses. False: there was nothing to compute.
    bool step();

    /// Calls the callbacks with what is new since the last call. Ended requests are gone after it.
    void tell();

    /// Every request there is ends now.
    void cancel_all();
    void fail_all(const Error& error);

    bool idle() const { return scheduler_.idle() && ended_.empty(); }
    EngineStats stats() const;

 private:
    using StatePtr = std::unique_ptr<RequestState>;

    void submit(Submission submission);
    void compute(const Plan& plan);
    void choose(const Plan& plan, const Step& step);
    void advance(const PlanItem& item, RequestState& state, std::span<const float> logits);
    void fail(const Plan& plan, const Error& error);
    void drop_ended();
    void count(const Plan& plan);

    Decoder& decoder_;
    Scheduler scheduler_;
    ServingTools tools_;
    std::map<RequestId, StatePtr> states_;  // those that the scheduler knows
    std::vector<StatePtr> ended_;           // to be told so
    std::vector<float> logits_;             // [limits.max_logit_rows, vocabulary]
    EngineStats stats_;
};

/// The decoder that a loop with these options needs.
DecoderLimits decoder_limits(const EngineOptions& options);

}  // namespace floe
