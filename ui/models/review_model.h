// The values of one bill in the order in which a person goes through them.
#pragma once

#include <QAbstractListModel>

#include "app/extraction/bill.h"

namespace floe {

/// Lives on the UI thread. A row for each value that is printed or was put in; those to be looked at say so.
class ReviewModel : public QAbstractListModel {
    Q_OBJECT
 public:
    enum Roles {
        PathRole = Qt::UserRole + 1,
        LabelRole,       // "Invoice: Due date"
        ValueRole,       // what counts
        PrintedRole,     // as it stands on the page
        DoubtRole,       // why it is to be looked at; empty: nothing
        OpenRole,        // bool: to be looked at
        ConfirmedRole,   // bool: the person agreed
        CorrectedRole,   // bool: the person put another value in its place
        CandidatesRole,  // QStringList: other readings, as values
    };

    explicit ReviewModel(QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    int rowOf(const QString& path) const;  // -1: not here
    QString pathAt(int row) const;         // empty: no such row
    int openCount() const;
    /// The next row that is to be looked at after `row`, going round; -1: there is none.
    int nextOpen(int row) const;
    std::optional<QString> correctedAt(const QString& path) const;  // what the person put in its place

 public slots:
    void reset(const floe::Extraction& extraction);

 private:
    struct Row {
        Field field;
        QString doubt;
        bool open = false;
        QStringList candidates;
    };
    QVector<Row> rows_;
};

}  // namespace floe
