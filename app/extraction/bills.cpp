#include "app/extraction/bills.h"

#include <algorithm>

#include "app/extraction/bills_hidden.h"
#include "app/store/bill_events_table.h"
#include "app/store/sellers_table.h"

namespace floe {

namespace {

using bill_changes::Found;
using bill_changes::Record;
using State = BillInfo::State;

constexpr int kRemovedDays = 1;  // a removed bill of a program that was killed goes after this

}  // namespace

Bills::Bills(Store& store, QObject* parent) : Bills(store, BillParts{}, parent) {}

Bills::Bills(Store& store, const BillParts& parts, QObject* parent)
    : QObject(parent), hidden_(std::make_unique<Hidden>(*this, store, parts)) {
    hidden_->ask(
        [before = parts.now().addDays(-kRemovedDays)](Database& database) {
            const auto hashes = bills_table::purge_hidden(database, before);
            if (hashes) (void)sellers_table::purge(database);  // those left over cost nothing but their room
            return hashes;
        },
        [this](const QStringList& hashes) {
            hidden_->reading.onTheSide([hashes, folder = hidden_->originals] {
                for (const QString& hash : hashes) floe::removeOriginal(folder, hash);
            });
        });
    hidden_->ask(
        [](Database& database) -> Result<QVector<BillInfo>> {
            if (const Outcome done = bill_changes::index_old_ones(database); !done) return done.error();
            if (const Outcome done = bills_table::requeue(database); !done) return done.error();
            return bills_table::infos(database);
        },
        [this](const QVector<BillInfo>& infos) {
            for (auto info = infos.rbegin(); info != infos.rend(); ++info)
                if (info->state == State::Queued) hidden_->enqueue(info->id, info->path);
        });
}

Bills::~Bills() {
    for (const auto& unwanted : hidden_->fillings) *unwanted = true;
    *hidden_->exportsOff = true;
    hidden_->purgeRemoved();
    // What is in work stays Reading in the history, and is read at the next start.
    for (const auto& [bill, job] : hidden_->queue.jobs()) hidden_->reading.cancel(job);
}

void Bills::requestBills() {
    hidden_->ask([](Database& database) { return bills_table::infos(database); },
                 [this](const QVector<BillInfo>& infos) { emit billsLoaded(infos); });
}

void Bills::add(const QStringList& paths) {
    hidden_->reading.onTheSide([this, paths, home = hidden_->hop.sender()] {
        home.post([this, found = billFilesAt(paths)] {
            hidden_->addRowsFor(found.files, {});
            if (found.more) emit tooMany(static_cast<int>(found.files.size()));
        });
    });
}

void Bills::addNew(const QStringList& files) {
    hidden_->reading.onTheSide([this, files, home = hidden_->hop.sender()] {
        QStringList paths, hashes;
        for (const QString& file : files)
            if (const Result<QString> hash = hashOf(file)) {  // a file that went away meanwhile is no bill
                paths += file;
                hashes += *hash;
            }
        home.post([this, paths, hashes] {
            hidden_->ask(
                [paths, hashes, at = hidden_->now()](Database& database) -> Result<QVector<int>> {
                    QVector<int> fresh;
                    for (int i = 0; i < hashes.size(); ++i) {
                        const Result<bool> taken = bills_table::take_file(database, hashes[i], at);
                        if (!taken) return taken.error();
                        if (!*taken) fresh.append(i);
                    }
                    return fresh;
                },
                [this, paths, hashes](const QVector<int>& fresh) {
                    QStringList newPaths, newHashes;
                    for (const int i : fresh) {
                        newPaths += paths[i];
                        newHashes += hashes[i];
                    }
                    if (!fresh.isEmpty()) hidden_->addRowsFor(newPaths, newHashes);
                });
        });
    });
}

void Bills::retry(BillId bill) {
    hidden_->restart(bill);
}

void Bills::retryFailed() {
    hidden_->ask([](Database& database) { return bills_table::infos(database); },
                 [this](const QVector<BillInfo>& infos) {
                     for (auto info = infos.rbegin(); info != infos.rend(); ++info)
                         if (info->state == State::Failed) hidden_->restart(info->id);
                 });
}

void Bills::cancel(BillId bill) {
    if (hidden_->drop(bill)) hidden_->sayCancelled(bill);
}

void Bills::cancelAll() {
    for (const BillId bill : hidden_->queue.all()) {
        const BillQueue::Dropped dropped = hidden_->queue.drop(bill);
        if (dropped.job) hidden_->reading.cancel(dropped.job);
        hidden_->sayCancelled(bill);
    }
    hidden_->pump();
}

void Bills::setPaused(bool paused) {
    hidden_->queue.setPaused(paused);
    hidden_->pump();
}

BillsProgress Bills::progress() const {
    return hidden_->queue.progress();
}

void Bills::remove(BillId bill) {
    const bool unread = hidden_->drop(bill);
    hidden_->ask(
        [bill, unread](Database& database) -> Outcome {
            if (unread)
                if (const Outcome done = bills_table::set_state(database, bill, State::Queued); !done) return done;
            return bills_table::hide(database, bill);
        },
        [this, bill](Done) {
            hidden_->removed.insert(bill);
            emit billRemoved(bill);
            hidden_->checkLaterOnes(bill);
        });
}

void Bills::restore(BillId bill) {
    hidden_->ask(
        [bill](Database& database) -> Found {
            if (const Outcome done = bills_table::show(database, bill); !done) return done.error();
            return bill_changes::record(database, bill);
        },
        [this, bill](const std::optional<Record>& record) {
            if (!record) return;
            hidden_->removed.remove(bill);
            emit billAdded(record->info);
            hidden_->checkLaterOnes(bill);
            if (record->row.state == State::Queued) hidden_->enqueue(record->row.id, record->row.path);
        });
}

void Bills::requestExtraction(BillId bill) {
    hidden_->ask([bill](Database& database) { return bill_changes::record(database, bill); },
                 [this, bill](const std::optional<Record>& record) {
                     if (record) emit extractionLoaded(bill, record->extraction);
                 });
}

void Bills::requestEvents(BillId bill) {
    hidden_->ask([bill](Database& database) { return bill_events_table::all(database, bill); },
                 [this, bill](const QVector<BillEvent>& events) { emit eventsLoaded(bill, events); });
}

void Bills::requestCategories() {
    hidden_->ask([](Database& database) { return sellers_table::categories(database); },
                 [this](const QStringList& categories) { emit categoriesLoaded(categories); });
}

void Bills::correct(BillId bill, const QString& path, const std::optional<QString>& value) {
    hidden_->change([bill, path, value, at = hidden_->now()](
                        Database& database) { return bill_changes::correct(database, bill, path, value, at); },
                    true);
}

void Bills::confirm(BillId bill, const QString& path, bool agreed) {
    hidden_->change([bill, path, agreed, at = hidden_->now()](
                        Database& database) { return bill_changes::confirm(database, bill, path, agreed, at); },
                    true);
}

void Bills::arrangeLines(BillId bill, const QVector<int>& ids) {
    hidden_->change([bill, ids, at = hidden_->now()](
                        Database& database) { return bill_changes::arrange_lines(database, bill, ids, at); },
                    true);
}

void Bills::mark(BillId bill, BillMark mark, const QDateTime& when) {
    hidden_->change([bill, mark, when, at = hidden_->now()](Database& database) {
        return bill_changes::mark(database, bill, mark, when, at);
    });
}

void Bills::setDirection(BillId bill, BillInfo::Direction direction) {
    hidden_->change([bill, direction, at = hidden_->now()](Database& database) {
        return bill_changes::set_direction(database, bill, direction, at);
    });
}

}  // namespace floe
