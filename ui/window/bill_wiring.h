// Connects the bills of the app with their list, the form's models and their page.
#pragma once

#include <QObject>

#include "app/extraction/bills.h"

namespace floe {

class BillFormModel;
class BillListModel;
class BillPage;
class CheckListModel;
class Corrections;
class LinesModel;
class NoticeBar;
class Sidebar;

struct BillParts {
    Bills& bills;
    BillListModel& list;
    BillFormModel& fields;
    LinesModel& lines;
    CheckListModel& checks;
    Corrections& corrections;
    BillPage& page;
    Sidebar& sidebar;
    NoticeBar& notices;
};

class BillWiring : public QObject {
    Q_OBJECT
 public:
    explicit BillWiring(const BillParts& parts, QObject* parent = nullptr);

    void open(BillId bill);  // 0: none
    void add(const QStringList& paths);

 private:
    void connectService();
    void connectViews();
    void added(const BillInfo& bill);
    void changed(const BillInfo& bill);
    void removed(BillId bill);
    void remove(BillId bill);
    void showExtraction(const Extraction& extraction);

    BillParts parts_;
    BillId current_ = 0;
    bool openNext_ = false;  // the next bill that is added is what the person waits for
};

}  // namespace floe
