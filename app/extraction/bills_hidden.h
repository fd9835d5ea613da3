// What Bills keeps out of sight: the queue, the threads, and how changes reach the history. For
// bills.cpp and its parts by theme.
#pragma once

#include <QCache>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QTimer>

#include "app/extraction/bill_changes.h"
#include "app/extraction/bill_files.h"
#include "app/extraction/bill_groups.h"
#include "app/extraction/bill_queue.h"
#include "app/extraction/bill_reading.h"
#include "app/extraction/bills.h"
#include "app/problem_of.h"
#include "app/store/sellers_table.h"
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

inline constexpr qsizetype kMostPictureKilobytes = 128 << 10;

struct Bills::Hidden {
    Hidden(Bills& owner, Store& history, const BillParts& parts)
        : bills(owner),
          store(history),
          now(parts.now),
          originals(originalsBeside(history.path())),
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

    void enqueue(BillId bill, const QString& path, bool first = false) {
        if (queue.add(bill, path, first)) pump();
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
        job->parts = {{path, {}, false, {}}};
        job->keepIn = originals;
        job->passwords = passwords;
        queue.begin(bill, job);
        ask(
            [bill](Database& database) -> bill_changes::Found {
                if (const Outcome done = bills_table::set_state(database, bill, BillInfo::State::Reading); !done)
                    return done.error();
                return bill_changes::record(database, bill);
            },
            [this, bill, job](const std::optional<bill_changes::Record>& record) {
                if (!record) return (void)drop(bill);  // it was removed meanwhile
                emit bills.billChanged(record->info);
                job->parts = bill_groups::partsOf(record->row, 0);
                reading.start(job, [this, bill, job, home = hop.sender()](Extraction extraction) {
                    home.post([this, bill, job, extraction = std::move(extraction)] { ended(bill, job, extraction); });
                });
            });
    }

    void ended(BillId bill, const std::shared_ptr<BillJob>& job, const Extraction& extraction) {
        if (!job->found.isEmpty()) return splitUp(bill, job);
        if (!queue.end(bill, job, extraction.problem.has_value())) return;
        remember(*job);
        change([bill, extraction, parts = job->parts, at = now()](Database& database) -> bill_changes::Found {
            const Outcome done = bill_changes::finish(database, bill, extraction, parts, at);
            if (!done) return done.error();
            return bill_changes::record(database, bill);
        });
        pump();
    }

    /// The file holds several bills: they are read next, before others that wait. Until they are in the queue the file
    /// stays in it, so that nobody takes the work for done.
    void splitUp(BillId bill, const std::shared_ptr<BillJob>& job) {
        const auto here = queue.jobs().find(bill);
        if (here == queue.jobs().end() || here->second != job) return;
        remember(*job);
        const auto split = [bill, file = job->parts.first(), ranges = job->found, at = now()](Database& database) {
            return bill_groups::split_file(database, bill, file, ranges, at);
        };
        store.ask(hop.sender(), split, [this, bill, job](const Result<QVector<BillInfo>>& infos) {
            if (infos)
                for (auto info = infos->rbegin(); info != infos->rend(); ++info)
                    if (info->id != bill) queue.add(info->id, info->path, true);
            const bool left = queue.giveBack(bill, job);
            if (!infos)
                emit bills.failed(problem_of(infos.error()));
            else if (!infos->isEmpty())
                enqueueSplit(*infos, left);
            pump();
        });
    }

    /// `left`: nobody took the first one out of the queue meanwhile.
    void enqueueSplit(const QVector<BillInfo>& infos, bool left) {
        const BillInfo& first = infos.first();
        emit bills.billChanged(first);
        for (const BillInfo& info : infos.mid(1)) emit bills.billAdded(info);
        if (left) queue.add(first.id, first.path, true);
    }

    /// Hides some bills for others that `work` makes of them; those that were being read are read again if it fails.
    template <class Work>
    void regroup(const QVector<BillId>& from, Work work) {
        QVector<BillId> unread;
        for (const BillId bill : from)
            if (drop(bill)) unread.append(bill);
        store.ask(hop.sender(), std::move(work), [this, unread](const Result<bill_groups::Grouped>& grouped) {
            if (!grouped) {
                emit bills.failed(problem_of(grouped.error()));
                for (const BillId bill : unread) restart(bill);
                return;
            }
            QVector<BillId> made;
            for (const BillInfo& info : grouped->made) {
                made.append(info.id);
                emit bills.billAdded(info);
            }
            for (const BillId bill : grouped->hidden) {
                removed.insert(bill);
                emit bills.billRemoved(bill);
            }
            emit bills.grouped(grouped->hidden, made);
            for (const BillInfo& info : grouped->made) enqueue(info.id, info.path);
        });
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

    void restart(BillId bill, bool first = false) {
        ask(
            [bill](Database& database) -> bill_changes::Found {
                if (const Outcome done = bills_table::finish(database, bill, BillInfo::State::Queued, {}, {}); !done)
                    return done.error();
                return bill_changes::record(database, bill);
            },
            [this, first](const std::optional<bill_changes::Record>& record) {
                if (!record) return;
                emit bills.billChanged(record->info);
                enqueue(record->row.id, record->row.path, first);
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

    /// At the end: nobody can bring them back any more. The store's thread does it, and outlives this.
    void purgeRemoved() {
        const QVector<BillId> gone(removed.begin(), removed.end());
        if (gone.isEmpty()) return;
        store.tell([gone, folder = originals](Database& database) -> Outcome {
            const auto hashes = bills_table::purge_hidden(database, QDateTime::fromSecsSinceEpoch(2), gone);
            if (!hashes) return hashes.error();
            for (const QString& hash : *hashes) floe::removeOriginal(folder, hash);
            (void)sellers_table::purge(database);  // those left over cost nothing but their room
            return Done{};
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
    BillReading::File fileOf(const BillPart& part) const {
        const QString copy = originalPath(originals, part.hash);
        return {part.originalKept && QFile::exists(copy) ? copy : part.path, QFileInfo(part.path).fileName(),
                passwords.value(part.hash), part.pages};
    }
    QVector<BillReading::File> filesOf(const bills_table::Row& row) const {
        QVector<BillReading::File> files;
        for (const BillPart& part : bill_groups::partsOf(row, 0)) files.append(fileOf(part));
        return files;
    }

    /// Passwords that were right are known from now on. One that opens nothing is forgotten, but not another that was
    /// told meanwhile.
    void remember(const BillJob& job) {
        for (auto right = job.right.begin(); right != job.right.end(); ++right) {
            passwords[right.key()] = *right;
            opened.insert(right.key());
        }
        for (auto wrong = job.wrong.begin(); wrong != job.wrong.end(); ++wrong) forget(wrong.key(), *wrong);
    }
    /// A bill of two locked files is asked for one password after the other.
    void learn(const QString& hash, const QString& password) {
        if (!opened.contains(hash)) passwords[hash] = password;
    }
    void forget(const QString& hash, const QString& password) {
        if (passwords.value(hash) == password) passwords.remove(hash);
    }

    /// What is wrong with a bill whose page was wanted: the person is asked for its password, or told.
    void say(BillId bill, const Problem& problem) {
        if (problem.kind == Problem::Kind::PasswordNeeded)
            emit bills.passwordWanted(bill, problem.sentence);
        else
            emit bills.failed(problem);
    }

    Bills& bills;
    Store& store;
    std::function<QDateTime()> now;
    QString originals;
    QHash<QString, QString> passwords;  // by the hash of the file, never written
    QSet<QString> opened;               // hashes of files whose password is the right one
    QElapsedTimer clock;
    QTimer tell;
    BillQueue queue;
    QCache<PictureKey, QImage> pictures{kMostPictureKilobytes};
    QHash<quint64, std::shared_ptr<std::atomic<bool>>> fillings;  // forms that are being filled; true: not wanted
    quint64 lastFilling = 0;
    /// True: the exports that were asked for so far are not wanted.
    std::shared_ptr<std::atomic<bool>> exportsOff = std::make_shared<std::atomic<bool>>(false);
    QSet<BillId> removed;  // by this program, so that no other one's undo is spoiled when it ends
    Hop hop;
    BillReading reading;
};

}  // namespace floe
