#include "ui/models/ready_bills_model.h"

#include "ui/models/bill_list_model.h"

namespace floe {

ReadyBillsModel::ReadyBillsModel(BillListModel* bills, QObject* parent) : QSortFilterProxyModel(parent) {
    setSourceModel(bills);
}

QVariant ReadyBillsModel::data(const QModelIndex& index, int role) const {
    if (role != Qt::DisplayRole) return QSortFilterProxyModel::data(index, role);
    const QString title = QSortFilterProxyModel::data(index, BillListModel::TitleRole).toString();
    const QString more = QSortFilterProxyModel::data(index, BillListModel::SubtitleRole).toString();
    return more.isEmpty() ? title : title + QStringLiteral(" · ") + more;
}

int ReadyBillsModel::rowOf(BillId bill) const {
    for (int row = 0; row < rowCount(); ++row)
        if (idAt(row) == bill) return row;
    return -1;
}

BillId ReadyBillsModel::idAt(int row) const {
    return index(row, 0).data(BillListModel::IdRole).toLongLong();
}

bool ReadyBillsModel::filterAcceptsRow(int row, const QModelIndex& parent) const {
    return sourceModel()->index(row, 0, parent).data(BillListModel::StateRole).toInt() == int(BillInfo::State::Ready);
}

}  // namespace floe
