// One answer on its way from the engine's thread to the UI thread.
#pragma once

#include <chrono>
#include <memory>
#include <mutex>
#include <optional>

#include "app/hop.h"
#include "engine/engine.h"

namespace floe {

/// Every function may be called from any thread. Pieces gather here until take(); `ready` is posted to the UI thread
/// once for all that came since the last take(), so a fast model cannot flood it.
class AnswerFeed : public std::enable_shared_from_this<AnswerFeed> {
 public:
    AnswerFeed(Hop::Sender home, std::function<void()> ready) : home_(std::move(home)), ready_(std::move(ready)) {}

    struct News {
        std::string text;           // since the last take(): whole characters, UTF-8
        int64_t tokens = 0;         // behind it
        double seconds = 0;         // from the first token to the newest, on the engine's thread
        int64_t prompt_tokens = 0;  // 0: not known yet
        int left_out = 0;           // messages that did not fit
        // Once, at the end:
        Finish finish = Finish::none;
        Usage usage;
        std::optional<Error> error;
    };
    News take();

    /// Ends the answer as soon as possible; what came before stays. The end still arrives as news.
    void stop();
    bool stopped() const;

    void prompt_is(int64_t tokens, int left_out);
    /// For Engine::submit. If the engine lets go of it without a last event, the answer ends as cancelled.
    Callback callback();
    void submitted(const std::shared_ptr<Engine>& engine, RequestId id);
    void end(Finish finish, std::optional<Error> error = {});

 private:
    struct Ticket;
    void hear(const Event& event);
    void announce();  // the mutex is held

    const Hop::Sender home_;
    const std::function<void()> ready_;
    mutable std::mutex mutex_;
    News news_;
    bool announced_ = false, ended_ = false, stopped_ = false;
    std::optional<std::chrono::steady_clock::time_point> first_token_;
    std::weak_ptr<Engine> engine_;
    std::optional<RequestId> request_;
};

}  // namespace floe
