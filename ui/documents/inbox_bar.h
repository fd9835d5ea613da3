// How the reading of many bills goes: n of m, bills a minute, time left; pause, cancel all, try failed ones again.
#pragma once

#include <QFrame>

#include "app/extraction/bill.h"

class QLabel;
class QProgressBar;
class QPushButton;

namespace floe {

/// Hidden while nothing is read and nothing failed.
class InboxBar : public QFrame {
    Q_OBJECT
 public:
    explicit InboxBar(QWidget* parent = nullptr);

    void tell(const BillsProgress& progress);
    static QString words(const BillsProgress& progress);  // "Bills read: 12 of 40 · 18 a minute · about 2 minutes left"

 signals:
    void pauseWanted(bool paused);
    void cancelAllWanted();
    void retryWanted();

 private:
    BillsProgress progress_;
    QLabel* text_;
    QProgressBar* bar_;
    QPushButton* pause_;
    QPushButton* cancel_;
    QPushButton* retry_;
};

}  // namespace floe
