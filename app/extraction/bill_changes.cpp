#include "app/extraction/bill_changes.h"

#include <QSet>
#include <algorithm>
#include <functional>

#include "app/extraction/extraction_json.h"
#include "app/extraction/recall.h"
#include "app/extraction/seller_records.h"
#include "app/store/bill_events_table.h"
#include "app/store/bill_parts_table.h"

namespace floe::bill_changes {
namespace {

using State = BillInfo::State;
using Who = BillEvent::Who;

QString spelt(const QDateTime& when) {
    return when.isValid() ? when.toUTC().toString(Qt::ISODate) : QString();
}

QString spelt(const QVector<int>& ids) {
    QStringList words;
    for (const int id : ids) words += QString::number(id + 1);
    return words.join(' ');
}

QString shownAt(const Extraction& extraction, const QString& path) {
    const Field* field = extraction.find(path);
    return field ? field->shown() : QString();
}

/// Other bills of the same file are no twins of one that is some of its pages.
QString wholeFileHash(const QString& hash, const QVector<BillPart>& parts) {
    return parts.isEmpty() ? hash : QString();
}

/// The bill with its checks as the reading left them.
Found unchecked(Database& database, BillId bill) {
    const auto row = bills_table::find(database, bill);
    if (!row) return row.error();
    if (!*row) return std::optional<Record>();
    const auto info = bills_table::info(database, bill);
    if (!info) return info.error();
    if (!*info) return std::optional<Record>();
    const auto corrections = bills_table::corrections(database, bill);
    if (!corrections) return corrections.error();
    const auto confirmed = bills_table::confirmations(database, bill);
    if (!confirmed) return confirmed.error();
    Record found{**row, extractionOf(**row, {*corrections, *confirmed}), **info};
    if (found.row.state == State::Ready && found.extraction.problem) {
        found.info.state = State::Failed;
        found.info.problem = found.extraction.problem->sentence;
    }
    return std::optional<Record>(std::move(found));
}

Outcome check(Database& database, Record& record) {
    if (record.row.state != State::Ready) return Done{};
    const auto around = seller_records::around(database, record.row.id, record.extraction,
                                               wholeFileHash(record.row.hash, record.row.parts));
    if (!around) return around.error();
    checkAmong(record.extraction, *around);
    return Done{};
}

Outcome index(Database& database, BillId bill) {
    Found found = unchecked(database, bill);
    if (!found) return found.error();
    if (!*found) return Done{};
    Record& record = **found;
    if (Outcome done = seller_records::assign(database, bill, record.extraction); !done) return done;
    if (Outcome done = check(database, record); !done) return done;
    summarise(record.extraction, record.info);
    return bills_table::index(database, bill, record.info);
}

/// One change: `write` gets the bill as it is and says what happened to it.
Found change(Database& database, BillId bill, const std::function<Result<BillEvent>(const Record& before)>& write) {
    const Found before = record(database, bill);
    if (!before || !*before) return before;
    const Outcome done = database.transaction([&]() -> Outcome {
        const Result<BillEvent> event = write(**before);
        if (!event) return event.error();
        if (Outcome indexed = index(database, bill); !indexed) return indexed;
        if (event->before == event->after) return Done{};
        return bill_events_table::add(database, bill, *event);
    });
    if (!done) return done.error();
    return record(database, bill);
}

constexpr int kRecalled = 5;  // earlier bills of a seller that are asked

/// Whether the owner's own company wrote the bill.
Result<bool> isSent(Database& database, BillId bill, const Extraction& extraction) {
    const auto around = seller_records::around(database, bill, extraction, {});
    if (!around) return around.error();
    const QVector<Check> checks = runChecks(extraction, *around);
    return std::any_of(checks.begin(), checks.end(),
                       [](const Check& check) { return check.rule == "seller-is-owner"; });
}

/// Puts in what the seller's earlier bills tell.
Outcome remember(Database& database, BillId bill, Extraction& extraction, bool sent) {
    const Seller seller = sellerOf(extraction);
    const auto record = seller_records::find(database, seller, seller);
    if (!record) return record.error();
    const auto bills = sellers_table::earlier_bills(database, bill, *record, kRecalled);
    if (!bills) return bills.error();
    QVector<EarlierBill> earlier;
    for (const BillId other : *bills) {
        const Found found = unchecked(database, other);
        if (!found) return found.error();
        if (*found) earlier.append({(*found)->extraction, (*found)->info.reviewedAt.isValid()});
    }
    recall(extraction, earlier, sent);
    return Done{};
}

bool isWholeFile(const QVector<BillPart>& parts) {
    return parts.size() <= 1 && parts.value(0).pages.isWhole();
}

Error noSuchField(const QString& path) {
    return Error{Fault::bad_input, path.toStdString(), "a bill has no such field"};
}

}  // namespace

Found record(Database& database, BillId bill) {
    Found found = unchecked(database, bill);
    if (!found || !*found) return found;
    if (Outcome done = check(database, **found); !done) return done.error();
    return found;
}

Result<QVector<BillInfo>> add(Database& database, const QStringList& paths, const QStringList& hashes,
                              const QDateTime& now) {
    QVector<BillInfo> infos;
    const Outcome done = database.transaction([&]() -> Outcome {
        for (int i = 0; i < paths.size(); ++i) {
            const auto row = bills_table::add(database, paths[i], now);
            if (!row) return row.error();
            if (i < hashes.size())
                if (Outcome set = bills_table::set_file(database, row->id, hashes[i], false); !set) return set;
            const auto info = bills_table::info(database, row->id);
            if (!info) return info.error();
            if (*info) infos.append(**info);
        }
        return Done{};
    });
    if (!done) return done.error();
    return infos;
}

Outcome finish(Database& database, BillId bill, Extraction extraction, const QVector<BillPart>& parts,
               const QDateTime& now) {
    bool sent = false;
    if (!extraction.problem) {
        const Result<bool> own = isSent(database, bill, extraction);
        if (!own) return own.error();
        sent = *own;
        if (Outcome done = remember(database, bill, extraction, sent); !done) return done;
    }
    const BillPart first = parts.value(0);
    const State state = extraction.problem ? State::Failed : State::Ready;
    const QString problem = extraction.problem ? extraction.problem->sentence : QString();
    const bool locked = extraction.problem && extraction.problem->kind == Problem::Kind::PasswordNeeded;
    const QByteArray json = extraction.problem ? QByteArray() : toJson(extraction);
    return database.transaction([&]() -> Outcome {
        if (Outcome done = bills_table::finish(database, bill, state, json, problem, locked); !done) return done;
        if (!first.hash.isEmpty())
            if (Outcome done = bills_table::set_file(database, bill, first.hash, first.originalKept); !done)
                return done;
        if (!isWholeFile(parts))
            if (Outcome done = bill_parts_table::set(database, bill, parts); !done) return done;
        if (Outcome done = index(database, bill); !done) return done;
        if (sent)
            if (Outcome done = bills_table::set_direction(database, bill, BillInfo::Direction::Sent); !done)
                return done;
        const QString after = extraction.problem ? QStringLiteral("failed") : QStringLiteral("read");
        return bill_events_table::add(database, bill, {now, Who::Floe, QStringLiteral("state"), {}, after});
    });
}

Outcome index_old_ones(Database& database) {
    const auto bills = bills_table::unindexed(database);
    if (!bills) return bills.error();
    if (bills->isEmpty()) return Done{};
    return database.transaction([&]() -> Outcome {
        for (const BillId bill : *bills)
            if (Outcome done = index(database, bill); !done) return done;
        return Done{};
    });
}

Result<QVector<BillInfo>> check_later_ones(Database& database, BillId bill) {
    const auto later = sellers_table::later_bills(database, bill);
    if (!later) return later.error();
    QVector<BillInfo> changed;
    for (const BillId other : *later) {
        const auto before = bills_table::info(database, other);
        if (!before) return before.error();
        if (Outcome done = index(database, other); !done) return done.error();
        const auto after = bills_table::info(database, other);
        if (!after) return after.error();
        if (*before && *after && (*before)->failedChecks != (*after)->failedChecks) changed.append(**after);
    }
    return changed;
}

Found correct(Database& database, BillId bill, const QString& path, const std::optional<QString>& typed,
              const QDateTime& now) {
    return change(database, bill, [&](const Record& before) -> Result<BillEvent> {
        const Extraction& extraction = before.extraction;
        if (!isFieldOf(extraction, path)) return noSuchField(path);
        const QString asRead = pathAsRead(extraction, path);
        const Field* field = extraction.find(path);
        const QString value = typed ? typedValue(extraction, path, *typed) : QString();
        const bool same = !typed || (field && value == field->value) || (!field && value.isEmpty());
        const bool seen = field && !(field->value.isEmpty() && field->text.isEmpty());
        const Outcome done =
            same ? bills_table::take_back(database, bill, asRead)
                 : bills_table::correct(database, bill, {asRead, value},
                                        seen ? std::optional<QString>(field->value) : std::nullopt, now);
        if (!done) return done.error();
        return BillEvent{now, Who::You, path, shownAt(extraction, path),
                         same ? (field ? field->value : QString()) : value};
    });
}

Found confirm(Database& database, BillId bill, const QString& path, bool agreed, const QDateTime& now) {
    return change(database, bill, [&](const Record& before) -> Result<BillEvent> {
        const Field* field = before.extraction.find(path);
        if (!field) return noSuchField(path);
        const Outcome done = bills_table::confirm(database, bill, pathAsRead(before.extraction, path), agreed, now);
        if (!done) return done.error();
        const auto word = [](bool yes) { return yes ? QStringLiteral("confirmed") : QString(); };
        return BillEvent{now, Who::You, path, word(field->confirmed), word(agreed)};
    });
}

Found arrange_lines(Database& database, BillId bill, const QVector<int>& ids, const QDateTime& now) {
    return change(database, bill, [&](const Record& before) -> Result<BillEvent> {
        const QSet<int> once(ids.begin(), ids.end());
        if (once.size() != ids.size() || std::any_of(ids.begin(), ids.end(), [](int id) { return id < 0; }))
            return Error{Fault::bad_input, before.row.fileName.toStdString(), "this is no order of lines"};
        if (Outcome done = bills_table::set_line_ids(database, bill, ids); !done) return done.error();
        return BillEvent{now, Who::You, QStringLiteral("lines"), spelt(before.extraction.lineIds), spelt(ids)};
    });
}

Found mark(Database& database, BillId bill, BillMark mark, const QDateTime& when, const QDateTime& now) {
    return change(database, bill, [&](const Record& before) -> Result<BillEvent> {
        if (Outcome done = bills_table::mark(database, bill, mark, when); !done) return done.error();
        const BillInfo& info = before.info;
        switch (mark) {
            case BillMark::Paid:
                return BillEvent{now, Who::You, QStringLiteral("paid"), spelt(info.paidAt), spelt(when)};
            case BillMark::Sent:
                return BillEvent{now, Who::You, QStringLiteral("sent"), spelt(info.sentAt), spelt(when)};
            case BillMark::Reviewed:
                break;
        }
        return BillEvent{now, Who::You, QStringLiteral("reviewed"), spelt(info.reviewedAt), spelt(when)};
    });
}

Found set_direction(Database& database, BillId bill, BillInfo::Direction direction, const QDateTime& now) {
    return change(database, bill, [&](const Record& before) -> Result<BillEvent> {
        if (Outcome done = bills_table::set_direction(database, bill, direction); !done) return done.error();
        const auto word = [](BillInfo::Direction d) {
            return d == BillInfo::Direction::Sent ? QStringLiteral("sent") : QStringLiteral("received");
        };
        return BillEvent{now, Who::You, QStringLiteral("direction"), word(before.info.direction), word(direction)};
    });
}

}  // namespace floe::bill_changes
