#include "app/extraction/bill_queue.h"

#include <algorithm>

namespace floe {

namespace {

constexpr int kLeastDone = 2;                // before a speed is told
constexpr qint64 kLeastMilliseconds = 2000;  // likewise

}  // namespace

bool BillQueue::add(BillId bill, const QString& path, bool first) {
    const bool waits = std::any_of(waiting_.begin(), waiting_.end(), [&](const Entry& e) { return e.bill == bill; });
    if (waits || jobs_.count(bill)) return false;
    if (waiting_.empty() && jobs_.empty()) {  // a new batch
        done_ = failed_ = 0;
        activeBefore_ = 0;
        activeSince_.reset();
    }
    if (first)
        waiting_.push_front({bill, path});
    else
        waiting_.push_back({bill, path});
    settle();
    return true;
}

std::optional<BillQueue::Entry> BillQueue::next() {
    if (paused_ || waiting_.empty()) return {};
    Entry entry = waiting_.front();
    waiting_.pop_front();
    return entry;
}

bool BillQueue::end(BillId bill, const std::shared_ptr<BillJob>& job, bool failed) {
    if (!giveBack(bill, job)) return false;
    ++done_;
    failed_ += failed;
    return true;
}

bool BillQueue::giveBack(BillId bill, const std::shared_ptr<BillJob>& job) {
    const auto it = jobs_.find(bill);
    if (it == jobs_.end() || it->second != job) return false;
    jobs_.erase(it);
    settle();
    return true;
}

BillQueue::Dropped BillQueue::drop(BillId bill) {
    Dropped dropped;
    const auto waiting =
        std::find_if(waiting_.begin(), waiting_.end(), [&](const Entry& entry) { return entry.bill == bill; });
    if (waiting != waiting_.end()) {
        waiting_.erase(waiting);
        dropped.found = true;
    } else if (const auto it = jobs_.find(bill); it != jobs_.end()) {
        dropped = {true, it->second};
        jobs_.erase(it);
    }
    settle();
    return dropped;
}

void BillQueue::setPaused(bool paused) {
    paused_ = paused;
    settle();
}

QVector<BillId> BillQueue::all() const {
    QVector<BillId> bills;
    for (const auto& [bill, job] : jobs_) bills.append(bill);
    for (const Entry& entry : waiting_) bills.append(entry.bill);
    return bills;
}

qint64 BillQueue::active() const {
    return activeBefore_ + (activeSince_ ? clock_() - *activeSince_ : 0);
}

/// Starts or stops the clock of the work. In a pause, what is in work still ends.
void BillQueue::settle() {
    const bool works = !jobs_.empty() || (!waiting_.empty() && !paused_);
    if (works && !activeSince_) activeSince_ = clock_();
    if (works || !activeSince_) return;
    activeBefore_ = active();
    activeSince_.reset();
}

BillsProgress BillQueue::progress() const {
    BillsProgress progress;
    progress.done = done_;
    progress.all = done_ + static_cast<int>(waiting_.size() + jobs_.size());
    progress.failed = failed_;
    progress.paused = paused_;
    const qint64 milliseconds = active();
    if (done_ < kLeastDone || milliseconds < kLeastMilliseconds) return progress;
    progress.perMinute = done_ * 60000.0 / milliseconds;
    progress.secondsLeft = static_cast<qint64>((progress.all - done_) * 60 / progress.perMinute + 0.5);
    return progress;
}

}  // namespace floe
