// The lines of one bill as a table that can be corrected.
#pragma once

#include <QAbstractTableModel>

#include "app/extraction/bill.h"

namespace floe {

/// Lives on the UI thread.
class LinesModel : public QAbstractTableModel {
    Q_OBJECT
 public:
    enum Columns { Description, Quantity, UnitPrice, Amount, ColumnCount };
    enum Roles { PathRole = Qt::UserRole + 1, ModelValueRole, PrintedRole, CorrectedRole, DoubtRole };

    explicit LinesModel(QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QHash<int, QByteArray> roleNames() const override;

    QString pathAt(const QModelIndex& index) const;  // "lines.0.amount"
    QModelIndex indexOf(const QString& path) const;  // invalid: no field of a line
    void takeBack(const QModelIndex& index);         // the model's value again

 public slots:
    void reset(const floe::Extraction& extraction);

 signals:
    void correctionWanted(const QString& path, const std::optional<QString>& before,
                          const std::optional<QString>& after);
    void inputRefused(const QString& path, const QString& sentence);

 private:
    const Field* fieldAt(const QModelIndex& index) const;
    QString toolTip(const Field& field) const;

    QVector<Field> fields_;  // of lines only
    int lines_ = 0;
};

}  // namespace floe
