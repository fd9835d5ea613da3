// What Bills keeps out of sight: the queue, the threads, and how changes reach the history. For bills.cpp and
// bills_files.cpp.
#pragma once

#include <QCache>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTimer>

#include "app/extraction/bill_changes.h"
#include "app/extraction/bill_files.h"
#include "app/extraction/bill_queue.h"
#include "app/extraction/bill_reading.h"
#include "app/extraction/bills.h"
#include "app/problem_of.h"
#include "app/store/store.h"

namespace floe {

/// A picture of a page that was drawn before.
struct PictureKey {
    BillId bill;
    int page;
    double scale;
    friend bool operator==(const PictureKey& a, const PictureKey& b) {
        return a.bill == b.bill && a.page == b.page && a.scale == b.scale;
    }
    friend size_t qHash(const PictureKey& key, size_t seed = 0) {
        return qHashMulti(seed, key.bill, key.page, key.scale);
    }
};

struct Bills::Hidden {
    Hidden(Bills& owner, Store& history, const BillParts& parts)
        : bills(owner),
          store(history),
          now(parts.now),
          originals(QFileInfo(history.path()).absolutePath() + QStringLiteral("/originals")),
          queue([this] { return clock.elapsed(); }),
          reading(parts) {
        clock.start();
        tell.setSingleShot(true);
        QObject::connect(&tell, &QTimer::timeout, &bills, [this] { emit bills.progressChanged(queue.progress()); });
    }

    template <class Job, class Then>
    void ask(Job job, Then then) {
        store.ask(hop.sender(), std::move(job), [this, then = std::move(then)](auto answer) mutable {
            if (answer)
                then(*answer);
            else
                emit bills.failed(problem_of(answer.error()));
        });
    }

    void enqueue(BillId bill, const QString& path) {
        if (queue.add(bill, path)) pump();
    }

    /// Begins readings until as many are in work as may be.
    void pump() {
        while (queue.working() < reading.together()) {
            const auto entry = queue.next();
            if (!entry) break;
            begin(entry->bill, entry->path);
        }
        if (!tell.isActive()) tell.start(100);
    }

    void begin(BillId bill, const QString& path) {
        auto job = std::make_shared<BillJob>();
        job->path = path;
        job->keepIn = originals;
        queue.begin(bill, job);
        ask(
            [bill](Database& database) -> bill_changes::Found {
                if (const Outcome done = bills_table::set_state(database, bill, BillInfo::State::Reading); !done)
                    return done.error();
                return bill_changes::record(database, bill);
            },
            [this, bill, job](const std::optional<bill_changes::Record>& record) {
                if (!record) return;
                emit bills.billChanged(record->info);
                if (record->row.originalKept) job->copy = originalPath(originals, record->row.hash);
                reading.start(job, [this, bill, job, home = hop.sender()](Extraction extraction) {
                    home.post([this, bill, job, extraction = std::move(extraction)] { ended(bill, job, extraction); });
                });
            });
    }

    void ended(BillId bill, const std::shared_ptr<BillJob>& job, const Extraction& extraction) {
        if (!queue.end(bill, job, extraction.problem.has_value())) return;
        change([bill, extraction, hash = job->hash, kept = job->originalKept,
                at = now()](Database& database) -> bill_changes::Found {
            const Outcome done = bill_changes::finish(database, bill, extraction, hash, kept, at);
            if (!done) return done.error();
            return bill_changes::record(database, bill);
        });
        pump();
    }

    /// Writes, then tells the list what the bill is now.
    template <class Write>
    void change(Write write, bool form = false) {
        ask(std::move(write), [this, form](const std::optional<bill_changes::Record>& record) {
            if (!record) return;
            if (form) emit bills.extractionLoaded(record->info.id, record->extraction);
            emit bills.billChanged(record->info);
        });
    }

    void restart(BillId bill) {
        ask(
            [bill](Database& database) -> bill_changes::Found {
                if (const Outcome done = bills_table::finish(database, bill, BillInfo::State::Queued, {}, {}); !done)
                    return done.error();
                return bill_changes::record(database, bill);
            },
            [this](const std::optional<bill_changes::Record>& record) {
                if (!record) return;
                emit bills.billChanged(record->info);
                enqueue(record->row.id, record->row.path);
            });
    }

    /// Takes the bill out of queue and work; true where it was there.
    bool drop(BillId bill) {
        const BillQueue::Dropped dropped = queue.drop(bill);
        if (dropped.job) reading.cancel(dropped.job);
        if (dropped.found) pump();
        return dropped.found;
    }

    void sayCancelled(BillId bill) {
        change([bill](Database& database) -> bill_changes::Found {
            const Outcome done = bills_table::finish(database, bill, BillInfo::State::Failed, {},
                                                     QStringLiteral("Reading was cancelled."));
            if (!done) return done.error();
            return bill_changes::record(database, bill);
        });
    }

    /// Other bills' checks look at this one, which went or came back.
    void checkLaterOnes(BillId bill) {
        ask([bill](Database& database) { return bill_changes::check_later_ones(database, bill); },
            [this](const QVector<BillInfo>& changed) {
                for (const BillInfo& info : changed) emit bills.billChanged(info);
            });
    }

    void addRowsFor(const QStringList& paths, const QStringList& hashes) {
        ask([paths, hashes, at = now()](Database& database) { return bill_changes::add(database, paths, hashes, at); },
            [this](const QVector<BillInfo>& infos) {
                for (const BillInfo& info : infos) emit bills.billAdded(info);
                for (const BillInfo& info : infos) enqueue(info.id, info.path);
            });
    }

    /// What to look at for the picture and the words of a bill: the copy, since the file may have changed.
    QString fileOf(const bills_table::Row& row) const {
        const QString copy = originalPath(originals, row.hash);
        return row.originalKept && QFile::exists(copy) ? copy : row.path;
    }

    Bills& bills;
    Store& store;
    std::function<QDateTime()> now;
    QString originals;
    QElapsedTimer clock;
    QTimer tell;
    BillQueue queue;
    QCache<PictureKey, QImage> pictures{12};
    Hop hop;
    BillReading reading;
};

}  // namespace floe
