// The bills that were dropped in, newest first.
#pragma once

#include <QAbstractListModel>

#include "app/extraction/bills.h"

namespace floe {

/// Lives on the UI thread.
class BillListModel : public QAbstractListModel {
    Q_OBJECT
 public:
    enum Roles {
        IdRole = Qt::UserRole + 1,
        TitleRole,     // the seller, else the file's name
        SubtitleRole,  // total and date, else what is happening
        StateRole,     // int of BillInfo::State
        DoubtsRole,    // failed checks and doubtful fields together
        ProblemRole,
        TwinRole,      // BillId of the same bill, 0: none
        ReviewedRole,  // bool
        LockedRole,    // bool: it could not be read since it needs its password
    };

    /// What the list shows. ToReview: read, and nobody called it reviewed; Doubtful: with something to look at.
    enum class Choice { All, ToReview, Doubtful, Failed, Reviewed };

    explicit BillListModel(QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    int rowOf(BillId bill) const;  // -1: not here
    /// Whether the bill is of that choice, and seller, number, file or account have all words of the text in them.
    bool matches(int row, Choice choice, const QString& text) const;
    BillId idAt(int row) const;  // 0: no such row
    const BillInfo* find(BillId bill) const;
    /// The oldest other bill with the same file, or the same number of the same seller; 0: none.
    BillId twinOf(BillId bill) const;
    /// The next one below that is read and not reviewed, going round; 0: none.
    BillId nextToReview(BillId bill) const;

 public slots:
    void reset(const QVector<floe::BillInfo>& bills);
    void add(const floe::BillInfo& bill);
    void change(const floe::BillInfo& bill);
    void remove(floe::BillId bill);

 private:
    QString subtitle(const BillInfo& bill) const;
    QString spoken(const BillInfo& bill) const;

    QVector<BillInfo> bills_;
};

}  // namespace floe
