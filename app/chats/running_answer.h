// One answer while it is being written: what has arrived, and when it is shown and saved.
#pragma once

#include <QTimer>
#include <functional>
#include <memory>

#include "app/chats/answer_feed.h"
#include "app/chats/chats.h"

namespace floe {

/// UI thread. Pieces are shown at most once in kShowEvery and saved within kSaveEvery of their arrival.
class RunningAnswer {
 public:
    static constexpr int kShowEvery = 16, kSaveEvery = 500;  // milliseconds

    /// What its owner does for it. The owner may end it inside `ended`, which is called last.
    struct Owner {
        std::function<void(const Message&, const QString& piece)> appended;
        std::function<void(const Message&)> changed;  // state, counts, context
        std::function<void(const Message&)> save;
        std::function<void(const Message&)> ended;
    };
    RunningAnswer(const Hop::Sender& home, ChatId chat, Owner owner);
    ~RunningAnswer();

    /// The message is in the store, and the engine may see it.
    void begin(const Message& waiting);
    std::shared_ptr<AnswerFeed> feed() const { return feed_; }
    const Message& message() const { return message_; }
    /// Prompt and answer so far; 0: not known yet.
    int64_t context_used() const { return prompt_tokens_ ? prompt_tokens_ + message_.tokens : 0; }

    /// Takes what has arrived so far, without telling anybody: before the program ends.
    Message interrupted();

 private:
    void hear();
    void show();
    void take(const AnswerFeed::News& news);
    void finish(const AnswerFeed::News& news);

    Owner owner_;
    Message message_;
    int64_t prompt_tokens_ = 0;
    bool more_ = false;  // arrived since the last show
    QTimer show_timer_, save_timer_;
    std::shared_ptr<AnswerFeed> feed_;
    std::shared_ptr<RunningAnswer*> self_;  // what the feed's closure finds it by
};

}  // namespace floe
