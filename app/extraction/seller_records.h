// Which record of the history a bill's seller is, and what the history says about a bill. For the store's thread.
#pragma once

#include "app/extraction/bill_record.h"
#include "app/extraction/checks.h"
#include "app/store/sellers_table.h"

namespace floe::seller_records {

using sellers_table::SellerId;

/// The seller's record by the strongest key that only one has; one whose VAT id of the same country is another is not
/// it. 0: none is known by these keys.
Result<SellerId> find(Database& database, const Seller& shown, const Seller& read);

/// Writes which seller the bill is of; makes a record where none is known, and adds what else this one is known by.
Outcome assign(Database& database, BillId bill, const Extraction& extraction);

/// What checks look at besides the bill: the owner's company by the settings, the bills before. `hash`: of its file;
/// empty where it is only some pages of it.
Result<Circumstances> around(Database& database, BillId bill, const Extraction& extraction, const QString& hash);

/// Keys of the settings.
inline const char* const kOwnName = "bills.own_name";
inline const char* const kOwnVatId = "bills.own_vat_id";

}  // namespace floe::seller_records
