// Connects the bills of the app with the board.
#pragma once

#include <QObject>
#include <QUndoGroup>
#include <QUndoStack>
#include <functional>

#include "app/extraction/bills.h"

namespace floe {

class BoardModel;
class BoardPage;
class NoticeBar;

struct BoardParts {
    Bills& bills;
    BoardModel& model;
    BoardPage& page;
    NoticeBar& notices;
    QUndoGroup& undo;
    std::function<QDateTime()> now = [] { return QDateTime::currentDateTime(); };
};

class BoardWiring : public QObject {
    Q_OBJECT
 public:
    explicit BoardWiring(const BoardParts& parts, QObject* parent = nullptr);

    void activate();  // undo and redo are the board's

 signals:
    void openWanted(floe::BillId bill);

 private:
    void setPaid(BillId bill, bool paid);
    void draftNudge(BillId bill);
    void exportList();

    BoardParts parts_;
    QUndoStack undo_;
};

}  // namespace floe
