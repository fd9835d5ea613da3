#include "app/chats/answer_feed.h"

namespace floe {

/// Lives as long as the engine keeps the callback.
struct AnswerFeed::Ticket {
    std::shared_ptr<AnswerFeed> feed;
    ~Ticket() { feed->end(Finish::cancelled); }
};

AnswerFeed::News AnswerFeed::take() {
    std::lock_guard lock(mutex_);
    announced_ = false;
    News taken = std::move(news_);
    news_ = {};
    news_.seconds = taken.seconds;
    news_.prompt_tokens = taken.prompt_tokens;
    news_.left_out = taken.left_out;
    return taken;
}

void AnswerFeed::stop() {
    std::shared_ptr<Engine> engine;
    std::optional<RequestId> request;
    {
        std::lock_guard lock(mutex_);
        stopped_ = true;
        engine = engine_.lock();
        request = request_;
    }
    if (engine && request) engine->cancel(*request);
}

bool AnswerFeed::stopped() const {
    std::lock_guard lock(mutex_);
    return stopped_;
}

void AnswerFeed::prompt_is(int64_t tokens, int left_out) {
    std::lock_guard lock(mutex_);
    news_.prompt_tokens = tokens;
    news_.left_out = left_out;
    announce();
}

Callback AnswerFeed::callback() {
    auto ticket = std::make_shared<Ticket>();
    ticket->feed = shared_from_this();
    return [ticket](const Event& event) { ticket->feed->hear(event); };
}

void AnswerFeed::submitted(const std::shared_ptr<Engine>& engine, RequestId id) {
    {
        std::lock_guard lock(mutex_);
        engine_ = engine;
        request_ = id;
        if (!stopped_) return;
    }
    engine->cancel(id);
}

void AnswerFeed::hear(const Event& event) {
    std::lock_guard lock(mutex_);
    if (ended_) return;
    if (!event.tokens.empty()) {
        const auto now = std::chrono::steady_clock::now();
        if (!first_token_) first_token_ = now;
        news_.seconds = std::chrono::duration<double>(now - *first_token_).count();
    }
    news_.text.append(event.text);
    news_.tokens += static_cast<int64_t>(event.tokens.size());
    if (event.finish != Finish::none) {
        ended_ = true;
        news_.finish = event.finish;
        news_.usage = event.usage;
        news_.error = event.error;
    }
    announce();
}

void AnswerFeed::end(Finish finish, std::optional<Error> error) {
    Event event;
    event.finish = finish;
    event.error = std::move(error);
    hear(event);
}

void AnswerFeed::announce() {
    if (std::exchange(announced_, true)) return;
    home_.post(ready_);
}

}  // namespace floe
