// Which pages of a bill begin a bill of their own.
#pragma once

#include <QDialog>

#include "app/extraction/bill.h"

class QLabel;
class QListWidget;
class QPushButton;

namespace floe {

class SplitDialog : public QDialog {
    Q_OBJECT
 public:
    SplitDialog(const QString& name, int pages, QWidget* parent = nullptr);

    QVector<int> starts() const;  // pages from 0, without the first

 signals:
    void pageLookedAt(int page);  // the one that the keyboard or the mouse is on

 private:
    void say();

    QListWidget* list_;
    QLabel* outcome_;
    QPushButton* split_;
};

}  // namespace floe
