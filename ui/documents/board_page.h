// The board: what is to be paid, overdue and paid, with sums, a search and a list.
#pragma once

#include <QWidget>

#include "app/extraction/bill.h"

class QButtonGroup;
class QComboBox;
class QLineEdit;
class QPushButton;
class QTableView;

namespace floe {

class BoardModel;
class EmptyState;

/// Shows the model and sets its filter; sends what is to be done with a bill.
class BoardPage : public QWidget {
    Q_OBJECT
 public:
    explicit BoardPage(BoardModel* model, QWidget* parent = nullptr);

 signals:
    void openWanted(floe::BillId bill);
    void paidWanted(floe::BillId bill, bool paid);
    void nudgeWanted(floe::BillId bill);
    void exportWanted();

 private:
    QWidget* makeFilters();
    QWidget* makeActions();
    void filter();
    void showTotals();
    void showActions();

    BoardModel* model_;
    QButtonGroup* directions_;
    QButtonGroup* states_;  // ids: BoardFilter::State
    QLineEdit* search_;
    QComboBox* period_;
    QTableView* table_;
    QPushButton* open_;
    QPushButton* paid_;
    QPushButton* nudge_;
    QPushButton* export_;
    EmptyState* empty_;
};

}  // namespace floe
