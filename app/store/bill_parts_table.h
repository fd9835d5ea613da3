// The table of what bills are made of that are not one whole file.
#pragma once

#include <QHash>
#include <QVector>

#include "app/extraction/bill.h"
#include "app/store/database.h"

namespace floe::bill_parts_table {

/// In the place of those before, several statements: call it in a transaction. None: one whole file.
Outcome set(Database& database, BillId bill, const QVector<BillPart>& parts);
Result<QVector<BillPart>> of(Database& database, BillId bill);
Result<QHash<BillId, QVector<BillPart>>> all(Database& database);

/// The copies of its files are given up.
Outcome keep_none(Database& database, BillId bill);

}  // namespace floe::bill_parts_table
