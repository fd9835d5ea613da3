#include "app/extraction/bills.h"

#include <QCache>
#include <QFileInfo>
#include <deque>
#include <map>

#include "app/extraction/bill_reading.h"
#include "app/extraction/bill_record.h"
#include "app/extraction/extraction_json.h"
#include "app/problem_of.h"
#include "app/store/store.h"

namespace floe {

namespace {

constexpr int kKeptPictures = 12;

using bills_table::Row;
using State = BillInfo::State;

/// A row with all that belongs to it, read on the store's thread.
struct Record {
    Row row;
    Extraction extraction;
    BillInfo info;
};

Result<std::optional<Record>> recordOf(Database& database, BillId bill) {
    const auto row = bills_table::find(database, bill);
    if (!row) return row.error();
    if (!*row) return std::optional<Record>();
    const auto corrections = bills_table::corrections(database, bill);
    if (!corrections) return corrections.error();
    Record record{**row, extractionOf(**row, *corrections), {}};
    record.info = infoOf(record.row, record.extraction);
    return std::optional<Record>(std::move(record));
}

Result<QVector<BillInfo>> allInfos(Database& database) {
    const auto rows = bills_table::all(database);
    if (!rows) return rows.error();
    QVector<BillInfo> infos;
    for (const Row& row : *rows) {
        const auto corrections = bills_table::corrections(database, row.id);
        if (!corrections) return corrections.error();
        infos.append(infoOf(row, extractionOf(row, *corrections)));
    }
    return infos;
}

Result<std::optional<Record>> corrected(Database& database, BillId bill, const QString& path,
                                        const std::optional<QString>& typed) {
    const auto before = recordOf(database, bill);
    if (!before || !*before) return before;
    const Extraction& extraction = (*before)->extraction;
    if (!isFieldOf(extraction, path)) return Error{Fault::bad_input, path.toStdString(), "a bill has no such field"};
    const Field* field = extraction.find(path);
    const QString value = typed ? typedValue(extraction, path, *typed) : QString();
    const bool asRead = !typed || (field && value == field->value) || (!field && value.isEmpty());
    const bool seen = field && !(field->value.isEmpty() && field->text.isEmpty());
    const Outcome done = asRead ? bills_table::take_back(database, bill, path)
                                : bills_table::correct(database, bill, {path, value},
                                                       seen ? std::optional<QString>(field->value) : std::nullopt,
                                                       QDateTime::currentDateTime());
    if (!done) return done.error();
    return recordOf(database, bill);
}

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

}  // namespace

struct Bills::Hidden {
    Hidden(Bills& owner, Store& history, const BillParts& parts) : bills(owner), store(history), reading(parts) {}

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
        if (jobs.count(bill) || std::find(queue.begin(), queue.end(), std::pair(bill, path)) != queue.end()) return;
        queue.emplace_back(bill, path);
        pump();
    }

    /// Begins readings until as many are in work as may be.
    void pump() {
        while (!queue.empty() && static_cast<int>(jobs.size()) < reading.together()) {
            const auto [bill, path] = queue.front();
            queue.pop_front();
            begin(bill, path);
        }
    }

    void begin(BillId bill, const QString& path) {
        auto job = std::make_shared<BillJob>();
        job->path = path;
        jobs[bill] = job;
        changeState(bill, State::Reading);
        reading.start(job, [this, bill, job, home = hop.sender()](Extraction extraction) {
            home.post([this, bill, job, extraction = std::move(extraction)] { ended(bill, job, extraction); });
        });
    }

    void ended(BillId bill, const std::shared_ptr<BillJob>& job, const Extraction& extraction) {
        const auto it = jobs.find(bill);
        if (it == jobs.end() || it->second != job) return;
        jobs.erase(it);
        const State state = extraction.problem ? State::Failed : State::Ready;
        const QString problem = extraction.problem ? extraction.problem->sentence : QString();
        saveAndTell(bill,
                    [bill, state, problem, json = extraction.problem ? QByteArray() : toJson(extraction)](
                        Database& database) { return bills_table::finish(database, bill, state, json, problem); });
        pump();
    }

    void changeState(BillId bill, State state) {
        saveAndTell(bill, [bill, state](Database& database) { return bills_table::set_state(database, bill, state); });
    }

    /// Writes, then tells the list what the bill is now.
    template <class Write>
    void saveAndTell(BillId bill, Write write) {
        ask(
            [bill, write = std::move(write)](Database& database) -> Result<std::optional<Record>> {
                if (const Outcome done = write(database); !done) return done.error();
                return recordOf(database, bill);
            },
            [this](const std::optional<Record>& record) {
                if (record) emit bills.billChanged(record->info);
            });
    }

    /// Takes the bill out of queue and work; true where it was there.
    bool drop(BillId bill) {
        const auto waiting =
            std::find_if(queue.begin(), queue.end(), [&](const auto& entry) { return entry.first == bill; });
        if (waiting != queue.end()) {
            queue.erase(waiting);
            return true;
        }
        const auto it = jobs.find(bill);
        if (it == jobs.end()) return false;
        reading.cancel(it->second);
        jobs.erase(it);
        pump();
        return true;
    }

    Bills& bills;
    Store& store;
    std::deque<std::pair<BillId, QString>> queue;
    std::map<BillId, std::shared_ptr<BillJob>> jobs;
    QCache<PictureKey, QImage> pictures{kKeptPictures};
    Hop hop;
    BillReading reading;
};

Bills::Bills(Store& store, QObject* parent) : Bills(store, BillParts{}, parent) {}

Bills::Bills(Store& store, const BillParts& parts, QObject* parent)
    : QObject(parent), hidden_(std::make_unique<Hidden>(*this, store, parts)) {
    hidden_->ask(
        [](Database& database) -> Result<QVector<Row>> {
            if (const Outcome done = bills_table::purge_hidden(database); !done) return done.error();
            if (const Outcome done = bills_table::requeue(database); !done) return done.error();
            return bills_table::all(database);
        },
        [this](const QVector<Row>& rows) {
            for (auto row = rows.rbegin(); row != rows.rend(); ++row)
                if (row->state == State::Queued) hidden_->enqueue(row->id, row->path);
        });
}

Bills::~Bills() {
    // What is in work stays Reading in the history, and is read at the next start.
    for (const auto& [bill, job] : hidden_->jobs) hidden_->reading.cancel(job);
}

void Bills::requestBills() {
    hidden_->ask(allInfos, [this](const QVector<BillInfo>& infos) { emit billsLoaded(infos); });
}

void Bills::add(const QStringList& paths) {
    QStringList absolute;
    for (const QString& path : paths) absolute += QFileInfo(path).absoluteFilePath();
    hidden_->ask(
        [absolute](Database& database) -> Result<QVector<Row>> {
            QVector<Row> rows;
            const Outcome done = database.transaction([&]() -> Outcome {
                for (const QString& path : absolute) {
                    const auto row = bills_table::add(database, path, QDateTime::currentDateTime());
                    if (!row) return row.error();
                    rows.append(*row);
                }
                return Done{};
            });
            if (!done) return done.error();
            return rows;
        },
        [this](const QVector<Row>& rows) {
            for (const Row& row : rows) emit billAdded(infoOf(row, {}));
            for (const Row& row : rows) hidden_->enqueue(row.id, row.path);
        });
}

void Bills::retry(BillId bill) {
    hidden_->ask(
        [bill](Database& database) -> Result<std::optional<Record>> {
            if (const Outcome done = bills_table::finish(database, bill, State::Queued, {}, {}); !done)
                return done.error();
            return recordOf(database, bill);
        },
        [this](const std::optional<Record>& record) {
            if (!record) return;
            emit billChanged(record->info);
            hidden_->enqueue(record->row.id, record->row.path);
        });
}

void Bills::cancel(BillId bill) {
    if (!hidden_->drop(bill)) return;
    hidden_->saveAndTell(bill, [bill](Database& database) {
        return bills_table::finish(database, bill, State::Failed, {}, "Reading was cancelled.");
    });
}

void Bills::remove(BillId bill) {
    const bool unread = hidden_->drop(bill);
    hidden_->ask(
        [bill, unread](Database& database) -> Outcome {
            if (unread)
                if (const Outcome done = bills_table::set_state(database, bill, State::Queued); !done) return done;
            return bills_table::hide(database, bill);
        },
        [this, bill](Done) { emit billRemoved(bill); });
}

void Bills::restore(BillId bill) {
    hidden_->ask(
        [bill](Database& database) -> Result<std::optional<Record>> {
            if (const Outcome done = bills_table::show(database, bill); !done) return done.error();
            return recordOf(database, bill);
        },
        [this](const std::optional<Record>& record) {
            if (!record) return;
            emit billAdded(record->info);
            if (record->row.state == State::Queued) hidden_->enqueue(record->row.id, record->row.path);
        });
}

void Bills::requestExtraction(BillId bill) {
    hidden_->ask([bill](Database& database) { return recordOf(database, bill); },
                 [this, bill](const std::optional<Record>& record) {
                     if (record) emit extractionLoaded(bill, record->extraction);
                 });
}

void Bills::correct(BillId bill, const QString& path, const std::optional<QString>& value) {
    hidden_->ask([bill, path, value](Database& database) { return corrected(database, bill, path, value); },
                 [this, bill](const std::optional<Record>& record) {
                     if (!record) return;
                     emit extractionLoaded(bill, record->extraction);
                     emit billChanged(record->info);
                 });
}

void Bills::requestPage(BillId bill, int page, double pixelsPerPoint) {
    const PictureKey key{bill, page, pixelsPerPoint};
    if (const QImage* kept = hidden_->pictures.object(key)) {
        emit pageRendered(bill, page, pixelsPerPoint, *kept);
        return;
    }
    hidden_->ask([bill](Database& database) { return bills_table::find(database, bill); },
                 [this, key](const std::optional<Row>& row) {
                     if (!row) return;
                     hidden_->reading.draw(
                         row->path, key.page, key.scale,
                         [this, key, home = hidden_->hop.sender()](PagePicture picture) {
                             home.post([this, key, picture] {
                                 if (picture.problem && picture.problem->kind != Problem::Kind::Unsupported)
                                     emit failed(*picture.problem);
                                 if (!picture.image.isNull()) hidden_->pictures.insert(key, new QImage(picture.image));
                                 emit pageRendered(key.bill, key.page, key.scale, picture.image);
                             });
                         });
                 });
}

}  // namespace floe
