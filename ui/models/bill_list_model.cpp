#include "ui/models/bill_list_model.h"

#include <algorithm>

#include "ui/models/figures.h"

namespace floe {

namespace {

bool newer(const BillInfo& a, const BillInfo& b) {
    return a.added != b.added ? a.added > b.added : a.id > b.id;
}

}  // namespace

BillListModel::BillListModel(QObject* parent) : QAbstractListModel(parent) {}

int BillListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(bills_.size());
}

QVariant BillListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const BillInfo& bill = bills_[index.row()];
    switch (role) {
        case Qt::DisplayRole:
        case TitleRole:
            return bill.seller.isEmpty() ? bill.fileName : bill.seller;
        case Qt::ToolTipRole:
            return bill.path;
        case Qt::AccessibleTextRole:
            return spoken(bill);
        case SubtitleRole:
            return subtitle(bill);
        case IdRole:
            return bill.id;
        case StateRole:
            return int(bill.state);
        case DoubtsRole:
            return bill.failedChecks + bill.doubtful;
        case ProblemRole:
            return bill.problem;
        case TwinRole:
            return twinOf(bill.id);
        case ReviewedRole:
            return bill.reviewedAt.isValid();
        case LockedRole:
            return bill.locked;
        default:
            return {};
    }
}

// The sign at the end of the row, in words.
QString BillListModel::spoken(const BillInfo& bill) const {
    const QString row = (bill.seller.isEmpty() ? bill.fileName : bill.seller) + QStringLiteral(", ") + subtitle(bill);
    const int doubts = bill.failedChecks + bill.doubtful;
    return doubts > 0 ? tr("%1, to be looked at: %2").arg(row).arg(doubts) : row;
}

QString BillListModel::subtitle(const BillInfo& bill) const {
    switch (bill.state) {
        case BillInfo::State::Queued:
            return tr("Waiting to be read");
        case BillInfo::State::Reading:
            return tr("Being read …");
        case BillInfo::State::Failed:
            return bill.locked ? tr("Needs its password") : tr("Could not be read");
        case BillInfo::State::Ready:
            break;
    }
    QStringList parts;
    if (twinOf(bill.id)) parts << tr("here twice");
    if (!bill.total.isEmpty()) parts << (Figures::amount(bill.total) + ' ' + bill.currency).trimmed();
    if (!bill.issueDate.isEmpty()) parts << bill.issueDate;
    return parts.isEmpty() ? bill.fileName : parts.join(QStringLiteral(" · "));
}

QHash<int, QByteArray> BillListModel::roleNames() const {
    return {{IdRole, "id"},       {TitleRole, "title"},       {SubtitleRole, "subtitle"},
            {StateRole, "state"}, {DoubtsRole, "doubts"},     {ProblemRole, "problem"},
            {TwinRole, "twin"},   {ReviewedRole, "reviewed"}, {LockedRole, "locked"}};
}

int BillListModel::rowOf(BillId bill) const {
    for (int row = 0; row < bills_.size(); ++row)
        if (bills_[row].id == bill) return row;
    return -1;
}

bool BillListModel::matches(int row, Choice choice, const QString& text) const {
    const BillInfo& bill = bills_[row];
    const bool ready = bill.state == BillInfo::State::Ready, reviewed = bill.reviewedAt.isValid();
    if (choice == Choice::ToReview && !(ready && !reviewed)) return false;
    if (choice == Choice::Doubtful && !(ready && !reviewed && bill.failedChecks + bill.doubtful > 0)) return false;
    if (choice == Choice::Failed && bill.state != BillInfo::State::Failed) return false;
    if (choice == Choice::Reviewed && !reviewed) return false;
    const QString all = QStringList{bill.seller, bill.number, bill.fileName, bill.category, bill.total}.join('\n');
    for (const QString& word : text.split(' ', Qt::SkipEmptyParts))
        if (!all.contains(word, Qt::CaseInsensitive)) return false;
    return true;
}

BillId BillListModel::idAt(int row) const {
    return row >= 0 && row < bills_.size() ? bills_[row].id : 0;
}

const BillInfo* BillListModel::find(BillId bill) const {
    const int row = rowOf(bill);
    return row < 0 ? nullptr : &bills_[row];
}

BillId BillListModel::twinOf(BillId id) const {
    const BillInfo* bill = find(id);
    if (!bill) return 0;
    for (auto other = bills_.crbegin(); other != bills_.crend(); ++other) {
        if (other->id == id) continue;
        const bool sameFile = !bill->hash.isEmpty() && other->hash == bill->hash && other->parts == bill->parts;
        const bool sameNumber = !bill->numberKey.isEmpty() && !bill->sellerKey.isEmpty() &&
                                other->numberKey == bill->numberKey && other->sellerKey == bill->sellerKey;
        if (sameFile || sameNumber) return other->id;
    }
    return 0;
}

BillId BillListModel::nextToReview(BillId id) const {
    const int from = rowOf(id);
    for (int step = 1; step <= bills_.size(); ++step) {
        const BillInfo& bill = bills_[(std::max(from, -1) + step) % int(bills_.size())];
        if (bill.id != id && bill.state == BillInfo::State::Ready && !bill.reviewedAt.isValid()) return bill.id;
    }
    return 0;
}

void BillListModel::reset(const QVector<BillInfo>& bills) {
    beginResetModel();
    bills_ = bills;
    std::sort(bills_.begin(), bills_.end(), newer);
    endResetModel();
}

void BillListModel::add(const BillInfo& bill) {
    if (rowOf(bill.id) >= 0) return change(bill);
    const int row = int(std::lower_bound(bills_.begin(), bills_.end(), bill, newer) - bills_.begin());
    beginInsertRows({}, row, row);
    bills_.insert(row, bill);
    endInsertRows();
}

void BillListModel::change(const BillInfo& bill) {
    const int row = rowOf(bill.id);
    if (row < 0) return;
    bills_[row] = bill;
    emit dataChanged(index(row), index(row));
}

void BillListModel::remove(BillId bill) {
    const int row = rowOf(bill);
    if (row < 0) return;
    beginRemoveRows({}, row, row);
    bills_.removeAt(row);
    endRemoveRows();
}

}  // namespace floe
