// One of the bills, and what the form finds in it while it is being made.
#pragma once

#include <QTimer>
#include <QWidget>

#include "app/extraction/bills.h"

class QComboBox;
class QLabel;

namespace floe {

class FormValuesModel;
class ReadyBillsModel;
class Sentence;

class TryPanel : public QWidget {
    Q_OBJECT
 public:
    TryPanel(ReadyBillsModel* bills, FormValuesModel* values, QWidget* parent = nullptr);

    BillId bill() const;           // 0: there is none
    void chooseBill(BillId bill);  // one that is not here: the newest
    void showNoBill();
    void showWaiting();  // said once it takes a while: of a scan, the page is recognised again
    void showFilled(const FilledForm& form);

 signals:
    void billChosen();

 private:
    ReadyBillsModel* bills_;
    FormValuesModel* values_;
    QComboBox* choice_;
    QLabel* state_;   // what is going on, or how much was found
    Sentence* said_;  // what went wrong
    QTimer late_;
};

}  // namespace floe
