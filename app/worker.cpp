#include "app/worker.h"

#include <condition_variable>
#include <deque>
#include <mutex>

namespace floe {

struct Worker::Queue {
    std::mutex mutex;
    std::condition_variable changed;
    std::deque<std::function<void()>> closures;
    bool ending = false, ended = false;
};

Worker::Worker() : queue_(std::make_shared<Queue>()), thread_([queue = queue_] { run(*queue); }) {}

Worker::~Worker() {
    {
        std::lock_guard lock(queue_->mutex);
        queue_->ending = true;
    }
    queue_->changed.notify_one();
    thread_.join();
}

void Worker::run(Queue& queue) {
    std::unique_lock lock(queue.mutex);
    for (;;) {
        queue.changed.wait(lock, [&] { return queue.ending || !queue.closures.empty(); });
        if (queue.closures.empty()) break;
        std::function<void()> closure = std::move(queue.closures.front());
        queue.closures.pop_front();
        lock.unlock();
        closure();
        closure = nullptr;  // what it holds goes without the lock
        lock.lock();
    }
    queue.ended = true;
}

bool Worker::Sender::post(std::function<void()> closure) const {
    {
        std::lock_guard lock(queue_->mutex);
        if (queue_->ended) return false;
        queue_->closures.push_back(std::move(closure));
    }
    queue_->changed.notify_one();
    return true;
}

void Worker::post(std::function<void()> closure) {
    sender().post(std::move(closure));
}

Worker::Sender Worker::sender() const {
    Sender sender;
    sender.queue_ = queue_;
    return sender;
}

}  // namespace floe
