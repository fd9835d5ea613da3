#include "engine/serve/engine_thread.h"

#include <utility>

#include "engine/serve/wall.h"

namespace floe {

EngineThread::EngineThread(std::unique_ptr<ServingLoop> loop)
    : loop_(std::move(loop)), stats_(loop_->stats()), thread_([this] { serve(); }) {}

EngineThread::~EngineThread() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_one();
    thread_.join();
}

RequestId EngineThread::submit(Request request, Callback callback) {
    RequestId id = 0;
    {
        const std::lock_guard lock(mutex_);
        id = ++last_id_;
        messages_.emplace_back(Submission{id, std::move(request), std::move(callback), Clock::now()});
    }
    wake_.notify_one();
    return id;
}

void EngineThread::cancel(RequestId id) {
    {
        const std::lock_guard lock(mutex_);
        messages_.emplace_back(Cancellation{id});
    }
    wake_.notify_one();
}

EngineStats EngineThread::stats() const {
    const std::lock_guard lock(mutex_);
    return stats_;
}

EngineThread::Round EngineThread::take_messages() {
    std::vector<Message> messages;
    bool stopping = false;
    {
        std::unique_lock lock(mutex_);
        if (loop_->idle()) wake_.wait(lock, [this] { return stopping_ || !messages_.empty(); });
        messages.swap(messages_);
        stopping = stopping_;
    }
    for (Message& message : messages) loop_->take(std::move(message));
    return {stopping, stopping && messages.empty() && loop_->idle()};
}

void EngineThread::serve() {
    for (Round round; !round.done;) {
        try {
            round = take_messages();
            if (round.stopping)
                loop_->cancel_all();
            else
                loop_->step();
        } catch (...) {
            loop_->fail_all(error_of_exception());
        }
        publish();
        loop_->tell();
    }
}

/// Before the callbacks: who hears that a request has ended finds its blocks back.
void EngineThread::publish() {
    const EngineStats now = loop_->stats();
    const std::lock_guard lock(mutex_);
    stats_ = now;
}

}  // namespace floe
