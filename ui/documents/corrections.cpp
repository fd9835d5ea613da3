#include "ui/documents/corrections.h"

#include <QUndoStack>

namespace floe {

namespace {

class Correct : public QUndoCommand {
 public:
    Correct(Corrections* corrections, BillId bill, QString path, std::optional<QString> before,
            std::optional<QString> after)
        : QUndoCommand(Corrections::tr("correction")),
          corrections_(corrections),
          bill_(bill),
          path_(std::move(path)),
          before_(std::move(before)),
          after_(std::move(after)) {}
    void undo() override { emit corrections_->wanted(bill_, path_, before_); }
    void redo() override { emit corrections_->wanted(bill_, path_, after_); }

 private:
    Corrections* corrections_;
    BillId bill_;
    QString path_;
    std::optional<QString> before_, after_;
};

}  // namespace

Corrections::Corrections(QObject* parent) : QObject(parent) {}

void Corrections::setBill(BillId bill) {
    bill_ = bill;
    QUndoStack*& stack = stacks_[bill];
    if (!stack) stack = new QUndoStack(&group_);
    group_.setActiveStack(stack);
}

void Corrections::correct(const QString& path, const std::optional<QString>& before,
                          const std::optional<QString>& after) {
    if (group_.activeStack()) group_.activeStack()->push(new Correct(this, bill_, path, before, after));
}

}  // namespace floe
