// The tables of sellers: by which ids, accounts, domains and names each is known.
#pragma once

#include <QVector>

#include "app/extraction/duplicates.h"
#include "app/store/database.h"

namespace floe::sellers_table {

using SellerId = qint64;  // 0: none

struct Key {
    QString kind, key;  // "vat_id", "legal_id", "iban", "domain", "name", and the id or name in its one spelling
};

Result<QVector<SellerId>> with_key(Database& database, const Key& key);
Result<QVector<Key>> keys(Database& database, SellerId seller);
Result<SellerId> add(Database& database);
Outcome add_key(Database& database, SellerId seller, const Key& key);  // nothing where it is there

Result<SellerId> of_bill(Database& database, qint64 bill);
Outcome set_of_bill(Database& database, qint64 bill, SellerId seller);

/// Bills read before this one, not removed, of its seller or of the same file, the newest first; at most 500. Of their
/// sellers name, VAT id and account. A bill that is only some pages of a file has no hash here.
Result<QVector<BillFacts>> earlier(Database& database, qint64 bill, SellerId seller, const QString& hash);
/// Of that seller alone, only which, at most `most`.
Result<QVector<qint64>> earlier_bills(Database& database, qint64 bill, SellerId seller, int most);
/// Bills read after this one that it may be the twin of.
Result<QVector<qint64>> later_bills(Database& database, qint64 bill);

/// What people called their bills, the most used first.
Result<QStringList> categories(Database& database);

/// Sellers that no bill is of any more.
Outcome purge(Database& database);

}  // namespace floe::sellers_table
