// The one thread that serves requests, and the mailbox that others reach it by.
#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

#include "engine/serve/serving_loop.h"

namespace floe {

/// submit, cancel and stats may be called from any thread, callbacks included. Not to be destroyed in a callback.
class EngineThread {
 public:
    explicit EngineThread(std::unique_ptr<ServingLoop> loop);
    /// Finishes the step that runs, then cancels whatever is left: every callback hears its end.
    ~EngineThread();

    RequestId submit(Request request, Callback callback);
    void cancel(RequestId id);
    /// As it was after the last step.
    EngineStats stats() const;

 private:
    struct Round {
        bool stopping = false;
        bool done = false;  // stopping, and nobody is left to be told
    };
    Round take_messages();
    void publish();
    void serve();

    std::unique_ptr<ServingLoop> loop_;  // the thread's own

    mutable std::mutex mutex_;  // guards what follows
    std::condition_variable wake_;
    std::vector<Message> messages_;
    bool stopping_ = false;
    RequestId last_id_ = 0;
    EngineStats stats_;

    std::thread thread_;  // last: it ends before anything that it touches
};

}  // namespace floe
