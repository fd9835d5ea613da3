#include "ui/documents/corrections.h"

#include <QUndoStack>

namespace floe {

namespace {

class Step : public QUndoCommand {
 public:
    Step(const QString& name, std::function<void()> back, std::function<void()> forth)
        : QUndoCommand(name), back_(std::move(back)), forth_(std::move(forth)) {}
    void undo() override { back_(); }
    void redo() override { forth_(); }

 private:
    std::function<void()> back_, forth_;
};

}  // namespace

Corrections::Corrections(QObject* parent) : QObject(parent) {}

void Corrections::setBill(BillId bill) {
    bill_ = bill;
    QUndoStack*& stack = stacks_[bill];
    if (!stack) stack = new QUndoStack(&group_);
    group_.setActiveStack(stack);
}

void Corrections::push(const QString& name, std::function<void()> undo, std::function<void()> redo) {
    if (group_.activeStack()) group_.activeStack()->push(new Step(name, std::move(undo), std::move(redo)));
}

void Corrections::correct(const QString& path, const std::optional<QString>& before,
                          const std::optional<QString>& after) {
    push(
        tr("correction"), [this, bill = bill_, path, before] { emit wanted(bill, path, before); },
        [this, bill = bill_, path, after] { emit wanted(bill, path, after); });
}

void Corrections::confirm(const QString& path) {
    push(
        tr("confirmation"), [this, bill = bill_, path] { emit confirmWanted(bill, path, false); },
        [this, bill = bill_, path] { emit confirmWanted(bill, path, true); });
}

void Corrections::arrange(const QVector<int>& before, const QVector<int>& after) {
    push(
        tr("lines"), [this, bill = bill_, before] { emit arrangeWanted(bill, before); },
        [this, bill = bill_, after] { emit arrangeWanted(bill, after); });
}

}  // namespace floe
