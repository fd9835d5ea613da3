// A list of one bill (its lines, or its tax rates) as a table that can be corrected.
#pragma once

#include <QAbstractTableModel>
#include <QHash>

#include "app/extraction/bill.h"

namespace floe {

/// Lives on the UI thread. Columns that bills often lack are there only where a row has a value in them.
class LinesModel : public QAbstractTableModel {
    Q_OBJECT
 public:
    enum Roles { PathRole = Qt::UserRole + 1, ModelValueRole, PrintedRole, CorrectedRole, DoubtRole };
    static constexpr int Description = 0;  // the column that takes what room there is

    explicit LinesModel(const QString& list = QStringLiteral("lines"), QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QHash<int, QByteArray> roleNames() const override;

    QString pathAt(const QModelIndex& index) const;  // "lines.0.amount"
    QModelIndex indexOf(const QString& path) const;  // invalid: no field of this table
    void takeBack(const QModelIndex& index);         // the model's value again

    // Sent as arrangementWanted; the last line stays, for a person to write over.
    void addLine(int after);
    void removeLine(int row);
    void moveLine(int row, int by);

    QString sum() const;  // of the column "amount", as an exact decimal; empty where one is no number

 public slots:
    void reset(const floe::Extraction& extraction);

 signals:
    void correctionWanted(const QString& path, const std::optional<QString>& before,
                          const std::optional<QString>& after);
    /// Extraction::lineIds.
    void arrangementWanted(const QVector<int>& before, const QVector<int>& after);
    void inputRefused(const QString& path, const QString& sentence);

 private:
    const Field* fieldAt(const QModelIndex& index) const;
    QString toolTip(const Field& field) const;
    bool isText(int column) const;
    QVector<int> ids() const;

    QString list_;
    QStringList columns_;         // members that are shown
    QVector<Field> fields_;       // of this list only
    QHash<QString, int> places_;  // of fields_ by their paths: a bill of many lines asks for each cell
    QVector<int> lineIds_;        // as in Extraction
    int rows_ = 0, nextId_ = 0;
};

}  // namespace floe
