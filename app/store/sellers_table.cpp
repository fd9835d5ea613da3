#include "app/store/sellers_table.h"

namespace floe::sellers_table {
namespace {

constexpr Statement kWithKey{"sellers.with_key", "SELECT seller_id FROM seller_keys WHERE kind = ? AND key = ?"};
constexpr Statement kKeys{"sellers.keys", "SELECT kind, key FROM seller_keys WHERE seller_id = ?"};
constexpr Statement kAdd{"sellers.add", "INSERT INTO sellers DEFAULT VALUES"};
constexpr Statement kAddKey{"sellers.add_key",
                            "INSERT OR IGNORE INTO seller_keys(kind, key, seller_id) VALUES (?, ?, ?)"};
constexpr Statement kOfBill{"sellers.of_bill", "SELECT seller_id FROM bills WHERE id = ?"};
constexpr Statement kSetOfBill{"sellers.set_of_bill", "UPDATE bills SET seller_id = ? WHERE id = ?"};
#define FLOE_WHOLE_FILE "NOT EXISTS (SELECT 1 FROM bill_parts WHERE bill_id = bills.id)"
constexpr Statement kEarlier{"sellers.earlier",
                             "SELECT CASE WHEN " FLOE_WHOLE_FILE
                             " THEN sha256 ELSE '' END, number, seller, seller_vat_id, iban, total, currency,"
                             " issue_date FROM bills WHERE id < ? AND removed = 0 AND state = 'ready'"
                             " AND (seller_id = ? OR (sha256 <> '' AND sha256 = ? AND " FLOE_WHOLE_FILE
                             ")) ORDER BY id DESC LIMIT 500"};
constexpr Statement kEarlierBills{"sellers.earlier_bills",
                                  "SELECT id FROM bills WHERE id < ? AND removed = 0 AND state = 'ready'"
                                  " AND seller_id = ? ORDER BY id DESC LIMIT ?"};
constexpr Statement kLaterBills{
    "sellers.later_bills",
    "SELECT later.id FROM bills AS later JOIN bills AS this ON this.id = ?"
    " WHERE later.id > this.id AND later.removed = 0 AND later.state = 'ready'"
    " AND (later.seller_id = this.seller_id OR (this.sha256 <> '' AND later.sha256 = this.sha256)) LIMIT 500"};
constexpr Statement kCategories{"sellers.categories",
                                "SELECT category FROM bills WHERE category <> '' AND removed = 0"
                                " GROUP BY category ORDER BY count(*) DESC, category LIMIT 500"};
constexpr Statement kPurge{"sellers.purge",
                           "DELETE FROM sellers WHERE id NOT IN"
                           " (SELECT seller_id FROM bills WHERE seller_id IS NOT NULL)"};

Outcome done(const Result<Database::Changed>& changed) {
    if (!changed) return changed.error();
    return Done{};
}

/// The first column of all rows.
template <typename T>
Result<QVector<T>> column(Database& database, const Statement& statement, const QVariantList& values) {
    QVector<T> found;
    const Outcome read =
        database.each(statement, values, [&](const QSqlQuery& row) { found.append(row.value(0).value<T>()); });
    if (!read) return read.error();
    return found;
}

}  // namespace

Result<QVector<SellerId>> with_key(Database& database, const Key& key) {
    return column<SellerId>(database, kWithKey, {key.kind, key.key});
}

Result<QVector<Key>> keys(Database& database, SellerId seller) {
    QVector<Key> found;
    const Outcome read = database.each(kKeys, {seller}, [&](const QSqlQuery& row) {
        found.append({row.value(0).toString(), row.value(1).toString()});
    });
    if (!read) return read.error();
    return found;
}

Result<SellerId> add(Database& database) {
    const auto changed = database.run(kAdd);
    if (!changed) return changed.error();
    return changed->id;
}

Outcome add_key(Database& database, SellerId seller, const Key& key) {
    return done(database.run(kAddKey, {key.kind, key.key, seller}));
}

Result<SellerId> of_bill(Database& database, qint64 bill) {
    const auto found = column<SellerId>(database, kOfBill, {bill});
    if (!found) return found.error();
    return found->value(0, 0);
}

Outcome set_of_bill(Database& database, qint64 bill, SellerId seller) {
    return done(database.run(kSetOfBill, {seller ? QVariant(seller) : QVariant(), bill}));
}

Result<QVector<BillFacts>> earlier(Database& database, qint64 bill, SellerId seller, const QString& hash) {
    QVector<BillFacts> found;
    const Outcome read = database.each(kEarlier, {bill, seller, hash}, [&](const QSqlQuery& row) {
        BillFacts facts;
        facts.sha256 = row.value(0).toString().toLatin1();
        facts.number = row.value(1).toString();
        facts.seller.name = row.value(2).toString();
        facts.seller.vatId = row.value(3).toString();
        facts.seller.iban = row.value(4).toString();
        facts.total = row.value(5).toString();
        facts.currency = row.value(6).toString();
        facts.issued = QDate::fromString(row.value(7).toString(), Qt::ISODate);
        found.append(facts);
    });
    if (!read) return read.error();
    return found;
}

Result<QVector<qint64>> earlier_bills(Database& database, qint64 bill, SellerId seller, int most) {
    return column<qint64>(database, kEarlierBills, {bill, seller, most});
}

Result<QVector<qint64>> later_bills(Database& database, qint64 bill) {
    return column<qint64>(database, kLaterBills, {bill});
}

Result<QStringList> categories(Database& database) {
    const auto found = column<QString>(database, kCategories, {});
    if (!found) return found.error();
    return QStringList(found->begin(), found->end());
}

Outcome purge(Database& database) {
    return done(database.run(kPurge));
}

}  // namespace floe::sellers_table
