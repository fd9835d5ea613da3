// The bills as money: what is to be paid, what is overdue, what is paid; received ones, or those that were sent.
#pragma once

#include <QAbstractTableModel>
#include <QDate>
#include <functional>

#include "app/extraction/bill.h"

namespace floe {

struct BoardFilter {
    BillInfo::Direction direction = BillInfo::Direction::Received;
    /// Open: not paid and not overdue.
    enum class State { All, Open, Overdue, Paid } state = State::All;
    QDate from, until;  // of the issue date, both included; invalid: no bound
    QString text;       // all of its words stand in number, seller, amount or file name
};

struct BoardTotal {
    QString currency;  // empty: none was read
    QString sum;       // exact decimal
    int bills = 0;
};

/// Lives on the UI thread. Shows bills that are read, the ones due first at the top.
class BoardModel : public QAbstractTableModel {
    Q_OBJECT
 public:
    enum Columns { Seller, Number, Issued, Due, Overdue, Amount, State, ColumnCount };
    enum Roles { IdRole = Qt::UserRole + 1, StateRole /* int of BoardFilter::State */, DaysRole };

    using Today = std::function<QDate()>;
    explicit BoardModel(Today today, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    void setFilter(const BoardFilter& filter);
    const BoardFilter& filter() const { return filter_; }
    BillId idAt(int row) const;  // 0: no such row
    const BillInfo* at(int row) const;
    BoardFilter::State stateOf(const BillInfo& bill) const;
    int daysOverdue(const BillInfo& bill) const;  // 0: not overdue, or no due date is known
    QDate today() const { return today_(); }

    /// Of the filter's direction, period and words, in one state; a sum for each currency.
    QVector<BoardTotal> totals(BoardFilter::State state) const;
    /// What is shown, with a head line; amounts with a point, fields with a comma between them (RFC 4180).
    QByteArray csv() const;

 public slots:
    void reset(const QVector<floe::BillInfo>& bills);
    void change(const floe::BillInfo& bill);  // or a new one
    void remove(floe::BillId bill);

 signals:
    void changed();  // rows or totals

 private:
    bool fits(const BillInfo& bill, bool anyState) const;
    void filterAgain();
    QString cell(const BillInfo& bill, int column) const;

    Today today_;
    BoardFilter filter_;
    QVector<BillInfo> bills_, shown_;
};

/// A friendly reminder of an invoice that was sent and is overdue, for a person to copy. Nothing is sent.
QString nudgeText(const BillInfo& bill, const QDate& today, bool german);

}  // namespace floe
