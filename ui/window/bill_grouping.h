// Joining and splitting bills by hand, with a notice that takes it back.
#pragma once

#include <QObject>

#include "app/extraction/bills.h"

namespace floe {

class BillPage;
class NoticeBar;

class BillGrouping : public QObject {
    Q_OBJECT
 public:
    BillGrouping(Bills& bills, BillPage& page, NoticeBar& notices, QObject* parent = nullptr);

    void join(const QVector<BillId>& bills);
    void split(const BillInfo& bill, int pages);  // asks where

 signals:
    void billComes();  // the next one that is added is what the person waits for

 private:
    void tell(const QVector<BillId>& originals, const QVector<BillId>& made);

    Bills& bills_;
    BillPage& page_;
    NoticeBar& notices_;
    QString name_;  // of the bill that was split last
};

}  // namespace floe
