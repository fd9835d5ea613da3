// Bills that become several, or one, in the history: each all or nothing, so that a program that is killed leaves
// neither half of them nor doubles. For the store's thread.
#pragma once

#include "app/extraction/bill_record.h"

namespace floe::bill_groups {

/// What a bill is made of, a whole file too.
QVector<BillPart> partsOf(const bills_table::Row& row, int pages);

/// A file that was read holds these bills: its bill becomes the first, those after it are new. All wait to be read.
/// Empty: the bill is gone, or has parts already.
Result<QVector<BillInfo>> split_file(Database& database, BillId bill, const BillPart& file,
                                     const QVector<PageRange>& ranges, const QDateTime& now);

/// Bills that a person made of others, which are hidden.
struct Grouped {
    QVector<BillId> hidden;
    QVector<BillInfo> made;  // wait to be read
};

/// Fault::bad_input: one of the bills is gone, or there are fewer than two.
Result<Grouped> join(Database& database, const QVector<BillId>& bills, const QDateTime& now);
/// `starts`: pages, from 0, with which a new bill begins. Fault::bad_input: the bill is gone, or has no such pages.
Result<Grouped> split(Database& database, BillId bill, const QVector<int>& starts, const QDateTime& now);

/// Takes a join or a split back: hides what was made, shows what was hidden, untouched.
Result<QVector<BillInfo>> undo(Database& database, const QVector<BillId>& made, const QVector<BillId>& hidden);

}  // namespace floe::bill_groups
