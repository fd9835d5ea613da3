// The side of the window: its sections, and beneath them the chats or the bills.
#pragma once

#include <QFrame>

#include "app/chats/chats.h"
#include "app/extraction/bills.h"

class QButtonGroup;
class QComboBox;
class QLineEdit;
class QListView;
class QStackedWidget;

namespace floe {

class BillListModel;
class ChatListModel;

enum class Section { Chats, Bills, Models, Board };

class Sidebar : public QFrame {
    Q_OBJECT
 public:
    Sidebar(ChatListModel* chats, BillListModel* bills, QWidget* parent = nullptr);

    void showSection(Section section);
    void selectChat(ChatId chat);  // 0: none
    void selectBill(BillId bill);
    QVector<BillId> selectedBills() const;  // in the order in which they came: the lowest of the list first
    void renameChat(ChatId chat);           // opens its title for writing

 signals:
    void sectionChosen(floe::Section section);
    void newChatWanted();
    void addBillWanted();
    void settingsWanted();
    void chatChosen(floe::ChatId chat);
    void chatRemoveWanted(floe::ChatId chat);
    void billChosen(floe::BillId bill);
    void billsRemoveWanted(const QVector<floe::BillId>& bills);
    void billMenuWanted(floe::BillId bill, const QPoint& at);

 private:
    QWidget* makeSection(QWidget* add, QListView* list, QWidget* filter = nullptr);
    QWidget* makeBillFilter();
    void filterBills(int first, int last);  // rows of the list
    void chatMenu(const QPoint& at);
    void billMenu(const QPoint& at);

    ChatListModel* chats_;
    BillListModel* bills_;
    QButtonGroup* sections_;
    QStackedWidget* stack_;
    QLineEdit* billSearch_;
    QComboBox* billChoice_;
    QListView* chatList_;
    QListView* billList_;
};

}  // namespace floe
