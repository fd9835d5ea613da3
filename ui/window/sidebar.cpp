#include "ui/window/sidebar.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <functional>

#include "ui/models/bill_list_model.h"
#include "ui/models/chat_list_model.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/two_line_delegate.h"

namespace floe {

namespace {

TwoLineDelegate::Sign signOf(const QModelIndex& index) {
    const auto state = BillInfo::State(index.data(BillListModel::StateRole).toInt());
    if (index.data(BillListModel::LockedRole).toBool()) return {"lock", Tone::Doubt};
    if (state == BillInfo::State::Failed) return {"failed", Tone::Bad};
    if (state != BillInfo::State::Ready) return {};
    const bool reviewed = index.data(BillListModel::ReviewedRole).toBool();
    if (!reviewed && index.data(BillListModel::DoubtsRole).toInt() > 0) return {"doubt", Tone::Doubt};
    return {"check", Tone::Good};
}

QListView* makeList(QAbstractItemModel* model, QStyledItemDelegate* delegate, const QString& name) {
    auto* list = new QListView;
    list->setModel(model);
    list->setItemDelegate(delegate);
    delegate->setParent(list);
    list->setMouseTracking(true);
    list->setAccessibleName(name);
    list->setContextMenuPolicy(Qt::CustomContextMenu);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    return list;
}

}  // namespace

Sidebar::Sidebar(ChatListModel* chats, BillListModel* bills, QWidget* parent)
    : QFrame(parent),
      chats_(chats),
      bills_(bills),
      sections_(new QButtonGroup(this)),
      stack_(new QStackedWidget),
      billSearch_(new QLineEdit),
      billChoice_(new QComboBox),
      chatList_(makeList(chats, new TwoLineDelegate(0), tr("Chats"))),
      billList_(makeList(bills, new TwoLineDelegate(BillListModel::SubtitleRole, signOf), tr("Bills"))) {
    setLook(this, "sidebar");
    billList_->setSelectionMode(QAbstractItemView::ExtendedSelection);  // several, to be joined
    auto* layout = tight(new QVBoxLayout(this), kSpace * 3 / 2, 2);
    struct Entry {
        Section section;
        const char* icon;
        QString name;
        int key;
    };
    const Entry sections[] = {{Section::Chats, "chat", tr("&Chats"), 1},
                              {Section::Bills, "bill", tr("&Bills"), 2},
                              {Section::Board, "board", tr("Boar&d"), 4},
                              {Section::Models, "model", tr("&Models"), 3}};
    for (const Entry& entry : sections) {
        QPushButton* section = button(entry.name, "section", entry.icon);
        section->setCheckable(true);
        section->setIconSize({20, 20});
        section->setToolTip(tr("Ctrl+%1").arg(entry.key));
        sections_->addButton(section, int(entry.section));
        layout->addWidget(section);
    }
    auto* newChat = button(tr("&New chat"), nullptr, "plus");
    newChat->setToolTip(tr("Ctrl+N"));
    auto* addBill = button(tr("&Open a bill …"), nullptr, "plus");
    stack_->addWidget(makeSection(newChat, chatList_));
    stack_->addWidget(makeSection(addBill, billList_, makeBillFilter()));
    stack_->addWidget(new QWidget);  // models
    stack_->addWidget(new QWidget);  // the board
    auto* settings = button(tr("&Settings"), "section", "settings");
    settings->setIconSize({20, 20});
    settings->setToolTip(tr("Ctrl+,"));
    layout->addSpacing(kSpace * 3 / 2);
    layout->addWidget(stack_, 1);
    layout->addWidget(settings);

    connect(sections_, &QButtonGroup::idClicked, this, [this](int id) { emit sectionChosen(Section(id)); });
    connect(newChat, &QPushButton::clicked, this, &Sidebar::newChatWanted);
    connect(addBill, &QPushButton::clicked, this, &Sidebar::addBillWanted);
    connect(settings, &QPushButton::clicked, this, &Sidebar::settingsWanted);
    connect(chatList_, &QWidget::customContextMenuRequested, this, &Sidebar::chatMenu);
    connect(billList_, &QWidget::customContextMenuRequested, this, &Sidebar::billMenu);
    connect(chatList_->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& now) {
        if (now.isValid()) emit chatChosen(chats_->idAt(now.row()));
    });
    connect(billList_->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& now) {
        if (now.isValid()) emit billChosen(bills_->idAt(now.row()));
    });
    auto* deleteChat = new QShortcut(QKeySequence::Delete, chatList_, nullptr, nullptr, Qt::WidgetShortcut);
    auto* deleteBill = new QShortcut(QKeySequence::Delete, billList_, nullptr, nullptr, Qt::WidgetShortcut);
    connect(deleteChat, &QShortcut::activated, this, [this] {
        if (const ChatId id = chats_->idAt(chatList_->currentIndex().row())) emit chatRemoveWanted(id);
    });
    connect(deleteBill, &QShortcut::activated, this, [this] {
        if (const QVector<BillId> chosen = selectedBills(); !chosen.isEmpty()) emit billsRemoveWanted(chosen);
    });
}

QWidget* Sidebar::makeBillFilter() {
    billSearch_->setPlaceholderText(tr("Find a bill"));
    billSearch_->setAccessibleName(tr("Find a bill by seller, number, file or account"));
    billSearch_->setClearButtonEnabled(true);
    billChoice_->setAccessibleName(tr("Which bills are listed"));
    billChoice_->addItem(tr("All bills"), int(BillListModel::Choice::All));
    billChoice_->addItem(tr("To be reviewed"), int(BillListModel::Choice::ToReview));
    billChoice_->addItem(tr("With doubts"), int(BillListModel::Choice::Doubtful));
    billChoice_->addItem(tr("Not read"), int(BillListModel::Choice::Failed));
    billChoice_->addItem(tr("Reviewed"), int(BillListModel::Choice::Reviewed));
    auto* made = new QWidget;
    auto* column = tight(new QVBoxLayout(made), 0, kSpace / 2);
    column->addWidget(billSearch_);
    column->addWidget(billChoice_);
    const auto all = [this] { filterBills(0, bills_->rowCount() - 1); };
    connect(billSearch_, &QLineEdit::textChanged, this, all);
    connect(billChoice_, &QComboBox::currentIndexChanged, this, all);
    connect(bills_, &QAbstractItemModel::modelReset, this, all);
    connect(bills_, &QAbstractItemModel::rowsInserted, this, all);  // rows below them moved
    connect(bills_, &QAbstractItemModel::rowsRemoved, this, all);
    connect(bills_, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex& first, const QModelIndex& last) { filterBills(first.row(), last.row()); });
    return made;
}

void Sidebar::filterBills(int first, int last) {
    const auto choice = BillListModel::Choice(billChoice_->currentData().toInt());
    for (int row = first; row <= last; ++row)
        billList_->setRowHidden(row, !bills_->matches(row, choice, billSearch_->text()));
}

QWidget* Sidebar::makeSection(QWidget* add, QListView* list, QWidget* filter) {
    auto* made = new QWidget;
    auto* column = tight(new QVBoxLayout(made), 0, kSpace);
    column->addWidget(add);
    if (filter) column->addWidget(filter);
    column->addWidget(list, 1);
    return made;
}

void Sidebar::showSection(Section section) {
    sections_->button(int(section))->setChecked(true);
    stack_->setCurrentIndex(int(section));
}

void Sidebar::selectChat(ChatId chat) {
    const QSignalBlocker quiet(chatList_->selectionModel());
    chatList_->setCurrentIndex(chats_->index(chats_->rowOf(chat)));
    chatList_->viewport()->update();
}

void Sidebar::selectBill(BillId bill) {
    const QModelIndex index = bills_->index(bills_->rowOf(bill));
    if (index.isValid() && index == billList_->currentIndex()) return;  // others may be chosen with it
    const QSignalBlocker quiet(billList_->selectionModel());
    billList_->setCurrentIndex(index);
    billList_->viewport()->update();
}

QVector<BillId> Sidebar::selectedBills() const {
    QVector<int> rows;
    for (const QModelIndex& index : billList_->selectionModel()->selectedIndexes()) rows.append(index.row());
    std::sort(rows.begin(), rows.end(), std::greater<>());
    QVector<BillId> bills;
    for (const int row : rows) bills.append(bills_->idAt(row));
    return bills;
}

void Sidebar::renameChat(ChatId chat) {
    chatList_->edit(chats_->index(chats_->rowOf(chat)));
}

void Sidebar::chatMenu(const QPoint& at) {
    const ChatId chat = chats_->idAt(chatList_->indexAt(at).row());
    if (!chat) return;
    QMenu menu;
    QAction* rename = menu.addAction(icon("rename"), tr("&Rename"));
    QAction* remove = menu.addAction(icon("trash"), tr("&Delete"));
    const QAction* chosen = menu.exec(chatList_->viewport()->mapToGlobal(at));
    if (chosen == rename) renameChat(chat);
    if (chosen == remove) emit chatRemoveWanted(chat);
}

void Sidebar::billMenu(const QPoint& at) {
    const BillId bill = bills_->idAt(billList_->indexAt(at).row());
    if (!bill) return;
    emit billMenuWanted(bill, billList_->viewport()->mapToGlobal(at));
}

}  // namespace floe
