// The bills that wait to be read, and how the work goes. No threads in it.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>

#include "app/extraction/bill.h"

namespace floe {

struct BillJob;

/// Lives on the UI thread. A bill is in it once: waiting, or in work.
class BillQueue {
 public:
    using Clock = std::function<qint64()>;  // milliseconds, never going back
    explicit BillQueue(Clock clock) : clock_(std::move(clock)) {}

    struct Entry {
        BillId bill = 0;
        QString path;
    };
    /// False: it is here already. `first`: before all that wait.
    bool add(BillId bill, const QString& path, bool first = false);
    std::optional<Entry> next();  // none where nothing waits, or while paused
    void begin(BillId bill, std::shared_ptr<BillJob> job) { jobs_[bill] = std::move(job); }
    /// The job ended by itself; false where the bill was dropped meanwhile, or is in another job.
    bool end(BillId bill, const std::shared_ptr<BillJob>& job, bool failed);

    /// The job ended, but not the work: it is not counted. False as above.
    bool giveBack(BillId bill, const std::shared_ptr<BillJob>& job);

    /// Takes the bill out. `job`: what was in work.
    struct Dropped {
        bool found = false;
        std::shared_ptr<BillJob> job;
    };
    Dropped drop(BillId bill);

    void setPaused(bool paused);
    int working() const { return static_cast<int>(jobs_.size()); }
    QVector<BillId> all() const;  // waiting or in work
    const std::map<BillId, std::shared_ptr<BillJob>>& jobs() const { return jobs_; }

    /// Speed goes by the time in which work was done: a pause does not count.
    BillsProgress progress() const;

 private:
    qint64 active() const;
    void settle();

    Clock clock_;
    std::deque<Entry> waiting_;
    std::map<BillId, std::shared_ptr<BillJob>> jobs_;
    int done_ = 0, failed_ = 0;
    bool paused_ = false;
    qint64 activeBefore_ = 0;            // of stretches that ended
    std::optional<qint64> activeSince_;  // set while there is work and no pause
};

}  // namespace floe
