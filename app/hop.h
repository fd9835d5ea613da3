// The way back to the UI thread: closures posted on any thread run, in order, on the thread that made the Hop.
#pragma once

#include <functional>
#include <memory>

namespace floe {

/// Member of a service that hears from other threads. When it goes, closures that have not run are dropped and later
/// ones are refused, so that a closure may use the service that owns the Hop. The thread needs an event loop.
class Hop {
    struct Queue;

 public:
    /// A copyable handle for the other threads; outlives the Hop without harm.
    class Sender {
     public:
        void post(std::function<void()> closure) const;

     private:
        friend class Hop;
        std::shared_ptr<Queue> queue_;
    };

    Hop();
    ~Hop();
    Hop(const Hop&) = delete;
    Hop& operator=(const Hop&) = delete;

    Sender sender() const;

 private:
    class Receiver;
    std::shared_ptr<Queue> queue_;
};

}  // namespace floe
