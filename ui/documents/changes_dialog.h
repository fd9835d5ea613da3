// Who changed what in a bill, and when, the newest first.
#pragma once

#include <QDialog>

#include "app/extraction/bill.h"

class QTableWidget;

namespace floe {

class ChangesDialog : public QDialog {
    Q_OBJECT
 public:
    explicit ChangesDialog(const QString& bill, QWidget* parent = nullptr);
    void show(const QVector<BillEvent>& events);  // the oldest first
    using QDialog::show;

 private:
    static QString what(const QString& field);
    static QString value(const QString& field, const QString& kept);

    QTableWidget* table_;
};

}  // namespace floe
