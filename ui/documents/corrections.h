// What a person corrected, as steps that can be undone, a list of steps for each bill.
#pragma once

#include <QHash>
#include <QObject>
#include <QUndoGroup>
#include <functional>
#include <optional>

#include "app/extraction/bills.h"

namespace floe {

class Corrections : public QObject {
    Q_OBJECT
 public:
    explicit Corrections(QObject* parent = nullptr);

    void setBill(BillId bill);  // undo and redo go by this bill
    void correct(const QString& path, const std::optional<QString>& before, const std::optional<QString>& after);
    void confirm(const QString& path);                                    // the person agrees with the value
    void arrange(const QVector<int>& before, const QVector<int>& after);  // Extraction::lineIds
    QUndoGroup* undoGroup() { return &group_; }

 signals:
    void wanted(floe::BillId bill, const QString& path, const std::optional<QString>& value);
    void confirmWanted(floe::BillId bill, const QString& path, bool agreed);
    void arrangeWanted(floe::BillId bill, const QVector<int>& ids);

 private:
    void push(const QString& name, std::function<void()> undo, std::function<void()> redo);

    QUndoGroup group_;
    QHash<BillId, QUndoStack*> stacks_;
    BillId bill_ = 0;
};

}  // namespace floe
