// The values of a person's own form on one bill, as rows of a table.
#pragma once

#include <QAbstractTableModel>

#include "app/extraction/own_form.h"

namespace floe {

/// Lives on the UI thread.
class FormValuesModel : public QAbstractTableModel {
    Q_OBJECT
 public:
    enum Column { Name, Value, Printed, Columns };
    enum Roles {
        PathRole = Qt::UserRole + 1,
        HasPlaceRole,
        FoundRole,    // bool: it is on the bill
        DoubtRole,    // a sentence, or empty
        MadeRole,     // bool: it is not printed so, but derived
        PictureRole,  // QImage; null: it is no picture
    };

    explicit FormValuesModel(QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    int rowOf(const QString& path) const;  // -1: none
    void reset(const QVector<OwnValue>& values);
    int found() const;  // values that are on the bill

 private:
    QVector<OwnValue> values_;
};

}  // namespace floe
