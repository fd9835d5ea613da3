#include "ui/models/board_model.h"

#include <QLocale>
#include <algorithm>

#include "app/extraction/decimal.h"
#include "ui/models/figures.h"

namespace floe {

namespace {

using FilterState = BoardFilter::State;

QDate dayOf(const QString& iso) {
    return QDate::fromString(iso, Qt::ISODate);
}

QString dayShown(const QString& iso) {
    const QDate day = dayOf(iso);
    return day.isValid() ? QLocale().toString(day, QLocale::ShortFormat) : iso;
}

/// Due first, then those without a due date by their issue date, the newest first.
bool before(const BillInfo& a, const BillInfo& b) {
    if (a.dueDate.isEmpty() != b.dueDate.isEmpty()) return b.dueDate.isEmpty();
    if (a.dueDate != b.dueDate) return a.dueDate < b.dueDate;
    return a.issueDate != b.issueDate ? a.issueDate > b.issueDate : a.id > b.id;
}

QByteArray quoted(QString text) {
    // A cell that a spreadsheet would take for a formula is text.
    if (!text.isEmpty() && QStringLiteral("=+@\t").contains(text[0])) text.prepend('\'');
    const bool plain = !text.contains(',') && !text.contains('"') && !text.contains('\n') && !text.contains('\r');
    return (plain ? text : '"' + text.replace('"', QStringLiteral("\"\"")) + '"').toUtf8();
}

}  // namespace

BoardModel::BoardModel(Today today, QObject* parent) : QAbstractTableModel(parent), today_(std::move(today)) {}

int BoardModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(shown_.size());
}
int BoardModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant BoardModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const BillInfo& bill = shown_[index.row()];
    switch (role) {
        case Qt::DisplayRole:
            return cell(bill, index.column());
        case Qt::ToolTipRole:
            return bill.fileName;
        case Qt::TextAlignmentRole:
            return int(Qt::AlignVCenter |
                       (index.column() == Amount || index.column() == Overdue ? Qt::AlignRight : Qt::AlignLeft));
        case IdRole:
            return bill.id;
        case StateRole:
            return int(stateOf(bill));
        case DaysRole:
            return daysOverdue(bill);
        default:
            return {};
    }
}

QString BoardModel::cell(const BillInfo& bill, int column) const {
    const int days = daysOverdue(bill);
    switch (column) {
        case Seller:
            return bill.seller.isEmpty() ? bill.fileName : bill.seller;
        case Number:
            return bill.number;
        case Issued:
            return dayShown(bill.issueDate);
        case Due:
            return dayShown(bill.dueDate);
        case Overdue:
            return days > 0 ? tr("%1 days").arg(days) : QString();
        case Amount:
            return (Figures::amount(bill.toPay()) + ' ' + bill.currency).trimmed();
        default:
            break;
    }
    const bool sent = bill.direction == BillInfo::Direction::Sent;
    switch (stateOf(bill)) {
        case FilterState::Paid:
            return tr("Paid on %1").arg(QLocale().toString(bill.paidAt.date(), QLocale::ShortFormat));
        case FilterState::Overdue:
            return tr("Overdue");
        default:
            return sent ? tr("Sent") : tr("To pay");
    }
}

QVariant BoardModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role == Qt::TextAlignmentRole && orientation == Qt::Horizontal)
        return int(Qt::AlignVCenter | (section == Amount || section == Overdue ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole) return {};
    if (orientation == Qt::Vertical) return section + 1;
    const QString titles[ColumnCount] = {tr("Seller"),  tr("Number"), tr("Issued"), tr("Due"),
                                         tr("Overdue"), tr("Amount"), tr("State")};
    return section >= 0 && section < ColumnCount ? titles[section] : QVariant();
}

QHash<int, QByteArray> BoardModel::roleNames() const {
    return {{Qt::DisplayRole, "text"}, {IdRole, "id"}, {StateRole, "state"}, {DaysRole, "days"}};
}

BillId BoardModel::idAt(int row) const {
    return row >= 0 && row < shown_.size() ? shown_[row].id : 0;
}
const BillInfo* BoardModel::at(int row) const {
    return row >= 0 && row < shown_.size() ? &shown_[row] : nullptr;
}

int BoardModel::daysOverdue(const BillInfo& bill) const {
    const QDate due = dayOf(bill.dueDate);
    if (bill.paidAt.isValid() || !due.isValid()) return 0;
    return int(std::max<qint64>(0, due.daysTo(today_())));
}

FilterState BoardModel::stateOf(const BillInfo& bill) const {
    if (bill.paidAt.isValid()) return FilterState::Paid;
    return daysOverdue(bill) > 0 ? FilterState::Overdue : FilterState::Open;
}

bool BoardModel::fits(const BillInfo& bill, bool anyState) const {
    if (bill.state != BillInfo::State::Ready || bill.direction != filter_.direction) return false;
    if (!anyState && filter_.state != FilterState::All && stateOf(bill) != filter_.state) return false;
    const QDate issued = dayOf(bill.issueDate);
    if (filter_.from.isValid() && !(issued.isValid() && issued >= filter_.from)) return false;
    if (filter_.until.isValid() && !(issued.isValid() && issued <= filter_.until)) return false;
    const QString text =
        QStringList{bill.number, bill.seller, bill.toPay(), Figures::amount(bill.toPay()), bill.currency, bill.fileName}
            .join('\n');
    const QStringList words = filter_.text.split(' ', Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(),
                       [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

void BoardModel::filterAgain() {
    beginResetModel();
    shown_.clear();
    for (const BillInfo& bill : bills_)
        if (fits(bill, false)) shown_.append(bill);
    std::sort(shown_.begin(), shown_.end(), before);
    endResetModel();
    emit changed();
}

void BoardModel::setFilter(const BoardFilter& filter) {
    filter_ = filter;
    filterAgain();
}

QVector<BoardTotal> BoardModel::totals(FilterState state) const {
    QMap<QString, QPair<Decimal, int>> sums;
    for (const BillInfo& bill : bills_) {
        if (!fits(bill, true) || (state != FilterState::All && stateOf(bill) != state)) continue;
        auto& [sum, count] = sums[bill.currency];
        const auto amount = Decimal::parse(bill.toPay());
        if (const auto more = amount ? Decimal::add(sum, *amount) : std::nullopt) sum = *more;
        ++count;
    }
    QVector<BoardTotal> totals;
    for (auto it = sums.begin(); it != sums.end(); ++it) totals.append({it.key(), it->first.toString(), it->second});
    return totals;
}

QByteArray BoardModel::csv() const {
    QByteArray out = "number,seller,issue_date,due_date,days_overdue,amount,currency,state,paid_on,file\r\n";
    const char* states[] = {"", "open", "overdue", "paid"};
    for (const BillInfo& bill : shown_) {
        const QString paid = bill.paidAt.isValid() ? bill.paidAt.date().toString(Qt::ISODate) : QString();
        QByteArrayList cells;
        for (const QString& text :
             {bill.number, bill.seller, bill.issueDate, bill.dueDate, QString::number(daysOverdue(bill)), bill.toPay(),
              bill.currency, QString::fromLatin1(states[int(stateOf(bill))]), paid, bill.fileName})
            cells += quoted(text);
        out += cells.join(',') + "\r\n";
    }
    return out;
}

void BoardModel::reset(const QVector<BillInfo>& bills) {
    bills_ = bills;
    filterAgain();
}

void BoardModel::change(const BillInfo& bill) {
    const auto it = std::find_if(bills_.begin(), bills_.end(), [&](const BillInfo& b) { return b.id == bill.id; });
    // Bills that wait or are read come and go by the hundred: they are not on the board.
    const bool matters = fits(bill, true) || (it != bills_.end() && fits(*it, true));
    if (it == bills_.end())
        bills_.append(bill);
    else
        *it = bill;
    if (matters) filterAgain();
}

void BoardModel::remove(BillId bill) {
    bills_.erase(std::remove_if(bills_.begin(), bills_.end(), [&](const BillInfo& b) { return b.id == bill; }),
                 bills_.end());
    filterAgain();
}

QString nudgeText(const BillInfo& bill, const QDate& today, bool german) {
    const QLocale locale(german ? QLocale::German : QLocale::English);
    const auto day = [&](const QString& iso) { return locale.toString(dayOf(iso), QLocale::LongFormat); };
    const QString amount = (Figures::amount(bill.toPay()) + ' ' + bill.currency).trimmed();
    const qint64 days = std::max<qint64>(0, dayOf(bill.dueDate).daysTo(today));
    if (german)
        return QStringLiteral(
                   "Guten Tag,\n\nunsere Rechnung %1 vom %2 über %3 war am %4 fällig, also vor %5 Tagen. Bei "
                   "uns ist noch keine Zahlung eingegangen. Vielleicht ist sie nur untergegangen: Bitte "
                   "sehen Sie nach und überweisen Sie den Betrag in den nächsten Tagen. Falls Sie schon "
                   "gezahlt haben, ist nichts zu tun.\n\nVielen Dank und freundliche Grüße\n%6\n")
            .arg(bill.number, day(bill.issueDate), amount, day(bill.dueDate))
            .arg(days)
            .arg(bill.seller);
    return QStringLiteral(
               "Hello,\n\nour invoice %1 of %2 for %3 was due on %4, %5 days ago, and we have not received a "
               "payment yet. It may just have slipped through: please have a look and pay it within the "
               "next days. If you have paid already, there is nothing to do.\n\nThank you, and kind "
               "regards\n%6\n")
        .arg(bill.number, day(bill.issueDate), amount, day(bill.dueDate))
        .arg(days)
        .arg(bill.seller);
}

}  // namespace floe
