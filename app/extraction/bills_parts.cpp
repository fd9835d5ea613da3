// The part of Bills that makes one bill of several and several of one.
#include "app/extraction/bill_groups.h"
#include "app/extraction/bills_hidden.h"

namespace floe {

void Bills::join(const QVector<BillId>& bills) {
    hidden_->regroup(
        bills, [bills, at = hidden_->now()](Database& database) { return bill_groups::join(database, bills, at); });
}

void Bills::split(BillId bill, const QVector<int>& starts) {
    hidden_->regroup({bill}, [bill, starts, at = hidden_->now()](Database& database) {
        return bill_groups::split(database, bill, starts, at);
    });
}

void Bills::undoGrouping(const QVector<BillId>& originals, const QVector<BillId>& made) {
    for (const BillId bill : made) hidden_->drop(bill);
    hidden_->ask([originals, made](Database& database) { return bill_groups::undo(database, made, originals); },
                 [this, made](const QVector<BillInfo>& shown) {
                     for (const BillInfo& info : shown) {
                         hidden_->removed.remove(info.id);
                         emit billAdded(info);
                     }
                     for (const BillId bill : made) {
                         hidden_->removed.insert(bill);
                         emit billRemoved(bill);
                     }
                     for (const BillInfo& info : shown)
                         if (info.state == BillInfo::State::Queued) hidden_->enqueue(info.id, info.path);
                 });
}

}  // namespace floe
