#include "app/extraction/bill_groups.h"

#include <algorithm>

#include "app/extraction/bill_changes.h"
#include "app/extraction/document_parts.h"
#include "app/store/bill_events_table.h"
#include "app/store/bill_parts_table.h"

namespace floe::bill_groups {
namespace {

using bill_changes::Record;
using Who = BillEvent::Who;

Error gone() {
    return Error{Fault::bad_input, "bills", "one of these bills is not here any more"};
}

/// What the bill is made of from now on, under the name that says it.
Outcome set_parts(Database& database, BillId bill, const QVector<BillPart>& parts) {
    if (Outcome done = bill_parts_table::set(database, bill, parts); !done) return done;
    if (Outcome done = bills_table::set_name(database, bill, nameOf(parts)); !done) return done;
    const BillPart& first = parts.first();
    return bills_table::set_file(database, bill, first.hash, first.originalKept);
}

/// A new bill that waits, beside `like` in the list.
Result<BillId> add(Database& database, const BillInfo& like, const QVector<BillPart>& parts) {
    const auto row = bills_table::add(database, parts.first().path, like.added);
    if (!row) return row.error();
    if (Outcome done = set_parts(database, row->id, parts); !done) return done.error();
    if (Outcome done = bills_table::set_direction(database, row->id, like.direction); !done) return done.error();
    return row->id;
}

Result<QVector<BillInfo>> infos_of(Database& database, const QVector<BillId>& bills) {
    QVector<BillInfo> infos;
    for (const BillId bill : bills) {
        const auto info = bills_table::info(database, bill);
        if (!info) return info.error();
        if (*info) infos.append(**info);
    }
    return infos;
}

Outcome note(Database& database, BillId bill, const char* what, const QDateTime& now) {
    return bill_events_table::add(database, bill,
                                  {now, Who::You, QStringLiteral("state"), {}, QString::fromLatin1(what)});
}

/// Hides the bills and adds one for each of the groups.
Outcome put(Database& database, const QVector<Record>& from, const QVector<QVector<BillPart>>& groups, const char* what,
            const QDateTime& now, Grouped& grouped) {
    const Record& newest = *std::max_element(from.begin(), from.end(), [](const Record& a, const Record& b) {
        return std::pair(a.info.added, a.info.id) < std::pair(b.info.added, b.info.id);
    });
    QVector<BillId> made;
    for (const QVector<BillPart>& parts : groups) {
        const auto bill = add(database, newest.info, parts);
        if (!bill) return bill.error();
        if (Outcome done = note(database, *bill, what, now); !done) return done;
        made.append(*bill);
    }
    for (const Record& record : from) {
        // One whose reading was broken off for this is read when it comes back.
        if (record.row.state == BillInfo::State::Reading)
            if (Outcome done = bills_table::set_state(database, record.row.id, BillInfo::State::Queued); !done)
                return done;
        if (Outcome done = bills_table::hide(database, record.row.id); !done) return done;
        grouped.hidden.append(record.row.id);
    }
    const auto infos = infos_of(database, made);
    if (!infos) return infos.error();
    grouped.made = *infos;
    return Done{};
}

Result<Record> record_of(Database& database, BillId bill) {
    const auto found = bill_changes::record(database, bill);
    if (!found) return found.error();
    if (!*found) return gone();
    return **found;
}

}  // namespace

QVector<BillPart> partsOf(const bills_table::Row& row, int pages) {
    if (!row.parts.isEmpty()) return row.parts;
    return {{row.path, row.hash, row.originalKept, {0, pages > 0 ? pages - 1 : -1}}};
}

Result<QVector<BillInfo>> split_file(Database& database, BillId bill, const BillPart& file,
                                     const QVector<PageRange>& ranges, const QDateTime& now) {
    QVector<BillId> bills;
    const Outcome done = database.transaction([&]() -> Outcome {
        const auto info = bills_table::info(database, bill);
        if (!info) return info.error();
        if (!*info || !(*info)->parts.isEmpty()) return Done{};
        for (const PageRange& range : ranges) {
            BillPart part = file;
            part.pages = range;
            if (!bills.isEmpty()) {
                const auto added = add(database, **info, {part});
                if (!added) return added.error();
                bills.append(*added);
                continue;
            }
            if (Outcome set = set_parts(database, bill, {part}); !set) return set;
            if (Outcome set = bills_table::set_state(database, bill, BillInfo::State::Queued); !set) return set;
            bills.append(bill);
        }
        for (const BillId one : bills)
            if (Outcome noted =
                    bill_events_table::add(database, one, {now, Who::Floe, QStringLiteral("state"), {}, "split"});
                !noted)
                return noted;
        return Done{};
    });
    if (!done) return done.error();
    return infos_of(database, bills);
}

Result<Grouped> join(Database& database, const QVector<BillId>& bills, const QDateTime& now) {
    Grouped grouped;
    const Outcome done = database.transaction([&]() -> Outcome {
        QVector<Record> from;
        QVector<BillPart> parts;
        for (const BillId bill : bills) {
            const auto record = record_of(database, bill);
            if (!record) return record.error();
            parts += partsOf(record->row, record->extraction.pages);
            from.append(*record);
        }
        if (from.size() < 2) return gone();
        return put(database, from, {merged(parts)}, "joined", now, grouped);
    });
    if (!done) return done.error();
    return grouped;
}

Result<Grouped> split(Database& database, BillId bill, const QVector<int>& starts, const QDateTime& now) {
    Grouped grouped;
    const Outcome done = database.transaction([&]() -> Outcome {
        const auto record = record_of(database, bill);
        if (!record) return record.error();
        const int pages = record->extraction.pages;
        const auto groups = cutAt(partsOf(record->row, pages), pages, starts);
        if (!groups)
            return Error{Fault::bad_input, record->row.fileName.toStdString(), "it cannot be split at these pages",
                         "Read it again, then choose the pages anew"};
        return put(database, {*record}, *groups, "split", now, grouped);
    });
    if (!done) return done.error();
    return grouped;
}

Result<QVector<BillInfo>> undo(Database& database, const QVector<BillId>& made, const QVector<BillId>& hidden) {
    const Outcome done = database.transaction([&]() -> Outcome {
        for (const BillId bill : made)
            if (Outcome hidden_too = bills_table::hide(database, bill); !hidden_too) return hidden_too;
        for (const BillId bill : hidden)
            if (Outcome shown = bills_table::show(database, bill); !shown) return shown;
        return Done{};
    });
    if (!done) return done.error();
    return infos_of(database, hidden);
}

}  // namespace floe::bill_groups
