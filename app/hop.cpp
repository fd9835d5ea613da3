#include "app/hop.h"

#include <QCoreApplication>
#include <QEvent>
#include <QObject>
#include <deque>
#include <mutex>

namespace floe {

/// One closure an event, and the next event is posted before the closure runs: so a nested event loop goes on where the
/// outer one stands, in order. (With GLib's loop a nested one is not woken for events that were posted before it.)
struct Hop::Queue {
    std::mutex mutex;
    std::deque<std::function<void()>> closures;
    bool scheduled = false;        // an event is under way
    Receiver* receiver = nullptr;  // null once the Hop is gone
    bool running = false;          // used on the Hop's thread only
};

class Hop::Receiver : public QObject {
 public:
    explicit Receiver(std::shared_ptr<Queue> queue) : queue_(std::move(queue)) {}

    /// The queue's mutex is held.
    static void schedule(Queue& queue) {
        queue.scheduled = true;
        if (queue.receiver) QCoreApplication::postEvent(queue.receiver, new QEvent(QEvent::User));
    }

    bool event(QEvent* event) override {
        if (event->type() != QEvent::User) return QObject::event(event);
        const std::shared_ptr<Queue> queue = queue_;  // the closure may end the Hop
        std::function<void()> closure;
        {
            std::lock_guard lock(queue->mutex);
            queue->scheduled = false;
            if (queue->closures.empty()) return true;
            closure = std::move(queue->closures.front());
            queue->closures.pop_front();
            if (!queue->closures.empty()) schedule(*queue);
        }
        const bool outer = std::exchange(queue->running, true);
        closure();
        queue->running = outer;
        return true;
    }

 private:
    std::shared_ptr<Queue> queue_;
};

void Hop::Sender::post(std::function<void()> closure) const {
    std::lock_guard lock(queue_->mutex);
    if (!queue_->receiver) return;
    queue_->closures.push_back(std::move(closure));
    if (!queue_->scheduled) Receiver::schedule(*queue_);
}

Hop::Hop() : queue_(std::make_shared<Queue>()) {
    queue_->receiver = new Receiver(queue_);
}

Hop::~Hop() {
    std::deque<std::function<void()>> dropped;  // destroyed after the lock
    Receiver* receiver;
    {
        std::lock_guard lock(queue_->mutex);
        receiver = std::exchange(queue_->receiver, nullptr);
        dropped.swap(queue_->closures);
    }
    if (queue_->running)
        receiver->deleteLater();  // we are inside one of its events
    else
        delete receiver;
}

Hop::Sender Hop::sender() const {
    Sender sender;
    sender.queue_ = queue_;
    return sender;
}

}  // namespace floe
