// Connects the bills of the app with their list, the form's models and their page.
#pragma once

#include <QObject>
#include <QPointer>
#include <functional>

#include "app/extraction/bills.h"

namespace floe {

class BillFormModel;
class BillGrouping;
class BillListModel;
class BillPage;
class ChangesDialog;
class CheckListModel;
class Corrections;
class LinesModel;
class MoreLists;
class NoticeBar;
class ReviewModel;
class TwinDialog;
class Sidebar;

struct BillWindowParts {
    Bills& bills;
    BillListModel& list;
    BillFormModel& fields;
    LinesModel& lines;
    LinesModel& taxes;
    MoreLists& moreLists;
    CheckListModel& checks;
    ReviewModel& review;
    Corrections& corrections;
    BillPage& page;
    Sidebar& sidebar;
    NoticeBar& notices;
    std::function<QStringList()> accounts = [] { return QStringList(); };  // those of the settings
    std::function<QDateTime()> now = [] { return QDateTime::currentDateTime(); };
};

class BillWiring : public QObject {
    Q_OBJECT
 public:
    explicit BillWiring(const BillWindowParts& parts, QObject* parent = nullptr);

    void open(BillId bill);  // 0: none
    void add(const QStringList& paths);
    void exportCorrections();  // asks where to
    void activate();           // undo and redo are this bill's

 signals:
    void formsWanted(floe::BillId bill);  // the person's own forms, tried on this bill

 private:
    void connectService();
    void connectViews();
    void added(const BillInfo& bill);
    void changed(const BillInfo& bill);
    void removed(BillId bill);
    void remove(const QVector<BillId>& bills);
    void showExtraction(const Extraction& extraction);
    void showTwin();
    void connectReview();
    void accept(const QString& path);
    void put(const QString& path, const QString& value);
    void done();
    void back();
    void menu(BillId bill, const QPoint& at);
    void showTwins();
    void showChanges(BillId bill);

    BillWindowParts parts_;
    BillGrouping* grouping_;
    BillId current_ = 0;
    QVector<BillId> before_;       // bills that were done, for going back
    Extraction extraction_;        // of the current bill
    bool beginReview_ = false;     // once its values are here
    QString regionPath_;           // the field that waits for the words of a frame
    TwinDialog* twins_ = nullptr;  // while it is open
    BillId twin_ = 0;              // the other bill in it
    QPointer<ChangesDialog> changes_;
    bool openNext_ = false;  // the next bill that is added is what the person waits for
};

}  // namespace floe
