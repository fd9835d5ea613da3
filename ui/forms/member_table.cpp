#include "ui/forms/member_table.h"

#include <QHeaderView>
#include <algorithm>

#include "app/extraction/names.h"
#include "ui/models/bill_words.h"
#include "ui/models/own_form_words.h"

namespace floe {

namespace {

enum Column { Member, Called };
constexpr int kRow = Qt::UserRole;         // of members(); -1: not taken
constexpr int kMember = Qt::UserRole + 1;  // "amount"

QStringList membersOf(const QString& list) {
    for (const FieldList& its : fieldLists())
        if (its.name == list) return its.members;
    return {};
}

}  // namespace

MemberTable::MemberTable(QWidget* parent) : QTableWidget(0, 2, parent) {
    setHorizontalHeaderLabels({tr("Of each line"), tr("Called")});
    setAccessibleName(tr("Values that are taken of each line"));
    setTabKeyNavigation(false);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                    QAbstractItemView::AnyKeyPressed);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setHighlightSections(false);
    connect(this, &QTableWidget::itemChanged, this, &MemberTable::take);
}

OwnField MemberTable::memberOf(const QString& list, const QString& member) {
    OwnField made;
    made.field = member;
    made.name = BillWords::memberLabel(list, member);
    made.kind = OwnFormWords::kindOfMember(list, member);
    return made;
}

void MemberTable::setCanChange(bool can) {
    if (can == canChange_) return;
    canChange_ = can;
    fill();
}

void MemberTable::show(const OwnField& list) {
    if (list_ == list.listName() && members_ == list.members && rowCount() > 0) return;
    list_ = list.listName();
    members_ = list.members;
    fill();
}

/// Those that are taken in their order, then the others.
void MemberTable::fill() {
    QVector<QPair<int, QString>> rows;
    for (int i = 0; i < members_.size(); ++i) rows.append({i, members_[i].field});
    for (const QString& member : membersOf(list_)) {
        const auto same = [&](const OwnField& taken) { return taken.field == member; };
        if (std::none_of(members_.begin(), members_.end(), same)) rows.append({-1, member});
    }
    filling_ = true;
    const int row = currentRow(), column = currentColumn();
    setRowCount(static_cast<int>(rows.size()));
    for (int i = 0; i < rows.size(); ++i) {
        const auto& [at, member] = rows[i];
        auto* tick = new QTableWidgetItem(BillWords::memberLabel(list_, member));
        tick->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable |
                       (canChange_ ? Qt::ItemIsUserCheckable : Qt::NoItemFlags));
        tick->setCheckState(at >= 0 ? Qt::Checked : Qt::Unchecked);
        auto* name = new QTableWidgetItem(at >= 0 ? OwnFormWords::nameOf(members_[at]) : QString());
        name->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable |
                       (at >= 0 && canChange_ ? Qt::ItemIsEditable : Qt::NoItemFlags));
        for (QTableWidgetItem* item : {tick, name}) {
            item->setData(kRow, at);
            item->setData(kMember, member);
        }
        setItem(i, Member, tick);
        setItem(i, Called, name);
    }
    if (row >= 0) setCurrentCell(std::min(row, rowCount() - 1), column);
    filling_ = false;
    setFixedHeight(horizontalHeader()->sizeHint().height() + verticalHeader()->length() + 2 * frameWidth() + 2);
}

void MemberTable::take(QTableWidgetItem* item) {
    if (filling_) return;
    const int at = item->data(kRow).toInt();
    if (item->column() == Called) {
        if (at < 0) return;
        members_[at].name = item->text().trimmed();
        members_[at].within.clear();
    } else if (item->checkState() == Qt::Checked && at < 0) {
        members_.append(memberOf(list_, item->data(kMember).toString()));
    } else if (item->checkState() == Qt::Unchecked && at >= 0) {
        members_.removeAt(at);
    } else {
        return;
    }
    // Not in the middle of the table's own work with this item.
    QMetaObject::invokeMethod(this, &MemberTable::fill, Qt::QueuedConnection);
    emit edited();
}

}  // namespace floe
