// The checks of one bill: what was held against what, and whether it agreed.
#pragma once

#include <QAbstractListModel>

#include "app/extraction/bill.h"

namespace floe {

/// Lives on the UI thread.
class CheckListModel : public QAbstractListModel {
    Q_OBJECT
 public:
    enum Roles { RuleRole = Qt::UserRole + 1, TitleRole, OkRole, DetailRole, PathsRole };

    explicit CheckListModel(QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    int failedCount() const;
    static QString title(const Check& check);  // what was held against what, and how it went

 public slots:
    void reset(const QVector<floe::Check>& checks);

 private:
    QVector<Check> checks_;
};

}  // namespace floe
