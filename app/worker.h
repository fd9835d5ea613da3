// A thread that runs closures one after the other.
#pragma once

#include <functional>
#include <memory>
#include <thread>

namespace floe {

/// Keep it as the last member: its destructor runs what is still queued, then joins, before anything that the closures
/// use goes. Closures must not throw.
class Worker {
    struct Queue;

 public:
    /// A copyable handle that outlives the Worker without harm.
    class Sender {
     public:
        /// False where the thread has ended: then `closure` was not run.
        bool post(std::function<void()> closure) const;

     private:
        friend class Worker;
        std::shared_ptr<Queue> queue_;
    };

    Worker();
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    void post(std::function<void()> closure);
    Sender sender() const;

 private:
    static void run(Queue& queue);

    std::shared_ptr<Queue> queue_;
    std::thread thread_;
};

}  // namespace floe
