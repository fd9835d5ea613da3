// Bills through a form of the person's own: which forms there are to choose, their values, and their export.
#pragma once

#include <QObject>

#include "app/extraction/bills.h"

namespace floe {

class BillPage;
class FormsWiring;
class NoticeBar;
class Sidebar;

class FormViewing : public QObject {
    Q_OBJECT
 public:
    FormViewing(Bills& bills, FormsWiring& forms, BillPage& page, Sidebar& sidebar, NoticeBar& notices,
                QObject* parent = nullptr);

 private:
    void offer();
    void fill();
    void askExport();
    static QString progress(const QString& file, const QString& how);

    Bills& bills_;
    FormsWiring& forms_;
    BillPage& page_;
    Sidebar& sidebar_;
    NoticeBar& notices_;
    quint64 filling_ = 0;
    int exporting_ = 0;  // the notice that tells how far it is
};

}  // namespace floe
