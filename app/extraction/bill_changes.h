// Changes to a bill in the history, each all or nothing, with its event ("who changed what") and the columns of the
// list. For the store's thread.
#pragma once

#include "app/extraction/bill_record.h"

namespace floe::bill_changes {

/// A row with all that belongs to it.
struct Record {
    bills_table::Row row;
    Extraction extraction;
    BillInfo info;
};
using Found = Result<std::optional<Record>>;  // nothing where there is no such bill, or a removed one

Found record(Database& database, BillId bill);

/// Rows for new files; `hashes`: of each, or none at all.
Result<QVector<BillInfo>> add(Database& database, const QStringList& paths, const QStringList& hashes,
                              const QDateTime& now);

/// The reading that ended: its result, with what earlier bills of the seller tell (recall.h), or its problem; `parts`:
/// what was read, one part for a bill that is a whole file.
Outcome finish(Database& database, BillId bill, Extraction extraction, const QVector<BillPart>& parts,
               const QDateTime& now);
/// Bills whose checks may say otherwise once this one is removed or back: their columns are written anew.
Result<QVector<BillInfo>> check_later_ones(Database& database, BillId bill);
/// Fills the columns of bills that an older Floe read.
Outcome index_old_ones(Database& database);

/// Puts `typed` beside the model's value, or takes a correction back. Fault::bad_input: no such field.
Found correct(Database& database, BillId bill, const QString& path, const std::optional<QString>& typed,
              const QDateTime& now);
Found confirm(Database& database, BillId bill, const QString& path, bool agreed, const QDateTime& now);
/// `ids`: Extraction::lineIds; empty: as they were read. Fault::bad_input: an id twice or below 0.
Found arrange_lines(Database& database, BillId bill, const QVector<int>& ids, const QDateTime& now);
Found mark(Database& database, BillId bill, BillMark mark, const QDateTime& when, const QDateTime& now);
Found set_direction(Database& database, BillId bill, BillInfo::Direction direction, const QDateTime& now);

}  // namespace floe::bill_changes
