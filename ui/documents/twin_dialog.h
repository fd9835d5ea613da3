// Two bills that may be the same one, value beside value, and the choice to remove the first.
#pragma once

#include <QDialog>

#include "app/extraction/bill.h"

class QGridLayout;

namespace floe {

/// Accepted: the person wants this bill removed.
class TwinDialog : public QDialog {
    Q_OBJECT
 public:
    TwinDialog(const BillInfo& mine, const Extraction& read, const BillInfo& other, QWidget* parent = nullptr);
    void showOther(const Extraction& read);

 private:
    void fill();

    BillInfo mine_, other_;
    Extraction mineRead_, otherRead_;
    QWidget* values_;
    QGridLayout* grid_;
};

}  // namespace floe
