// The table of who changed what in a bill.
#pragma once

#include "app/extraction/bill.h"
#include "app/store/database.h"

namespace floe::bill_events_table {

/// The first one first.
Result<QVector<BillEvent>> all(Database& database, BillId bill);
Outcome add(Database& database, BillId bill, const BillEvent& event);

}  // namespace floe::bill_events_table
