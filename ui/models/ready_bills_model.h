// The bills that were read, a line each: to choose one among.
#pragma once

#include <QSortFilterProxyModel>

#include "app/extraction/bills.h"

namespace floe {

class BillListModel;

class ReadyBillsModel : public QSortFilterProxyModel {
    Q_OBJECT
 public:
    explicit ReadyBillsModel(BillListModel* bills, QObject* parent = nullptr);

    QVariant data(const QModelIndex& index, int role) const override;  // its roles are those of BillListModel
    int rowOf(BillId bill) const;                                      // -1: not here, or not read
    BillId idAt(int row) const;                                        // 0: no such row

 protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
};

}  // namespace floe
