#include "app/store/bill_parts_table.h"

namespace floe::bill_parts_table {
namespace {

#define FLOE_PART_COLUMNS "path, sha256, original_kept, first_page, last_page"
constexpr Statement kOf{"bill_parts.of",
                        "SELECT " FLOE_PART_COLUMNS " FROM bill_parts WHERE bill_id = ? ORDER BY position"};
constexpr Statement kAll{"bill_parts.all",
                         "SELECT " FLOE_PART_COLUMNS ", bill_id FROM bill_parts ORDER BY bill_id, position"};
constexpr Statement kAdd{
    "bill_parts.add", "INSERT INTO bill_parts(" FLOE_PART_COLUMNS ", bill_id, position) VALUES (?, ?, ?, ?, ?, ?, ?)"};
constexpr Statement kClear{"bill_parts.clear", "DELETE FROM bill_parts WHERE bill_id = ?"};
constexpr Statement kKeepNone{"bill_parts.keep_none", "UPDATE bill_parts SET original_kept = 0 WHERE bill_id = ?"};

BillPart part_of(const QSqlQuery& row) {
    BillPart part;
    part.path = row.value(0).toString();
    part.hash = row.value(1).toString();
    part.originalKept = row.value(2).toBool();
    part.pages = {row.value(3).toInt(), row.value(4).isNull() ? -1 : row.value(4).toInt()};
    return part;
}

Outcome done(const Result<Database::Changed>& changed) {
    if (!changed) return changed.error();
    return Done{};
}

}  // namespace

Outcome set(Database& database, BillId bill, const QVector<BillPart>& parts) {
    if (Outcome gone = done(database.run(kClear, {bill})); !gone) return gone;
    for (int i = 0; i < parts.size(); ++i) {
        const BillPart& part = parts[i];
        const QVariant last = part.pages.last < 0 ? QVariant() : QVariant(part.pages.last);
        const QString hash = part.hash.isNull() ? QString("") : part.hash;  // a null one would be stored as NULL
        const auto added =
            database.run(kAdd, {part.path, hash, part.originalKept ? 1 : 0, part.pages.first, last, bill, i});
        if (!added) return added.error();
    }
    return Done{};
}

Result<QVector<BillPart>> of(Database& database, BillId bill) {
    QVector<BillPart> parts;
    const Outcome read = database.each(kOf, {bill}, [&](const QSqlQuery& row) { parts.append(part_of(row)); });
    if (!read) return read.error();
    return parts;
}

Result<QHash<BillId, QVector<BillPart>>> all(Database& database) {
    QHash<BillId, QVector<BillPart>> parts;
    const Outcome read =
        database.each(kAll, {}, [&](const QSqlQuery& row) { parts[row.value(5).toLongLong()].append(part_of(row)); });
    if (!read) return read.error();
    return parts;
}

Outcome keep_none(Database& database, BillId bill) {
    return done(database.run(kKeepNone, {bill}));
}

}  // namespace floe::bill_parts_table
