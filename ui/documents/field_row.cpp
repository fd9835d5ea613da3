#include "ui/documents/field_row.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStringListModel>

#include "ui/models/bill_form_model.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/sentence.h"

namespace floe {

FieldRow::FieldRow(const QModelIndex& index, QWidget* parent)
    : QFrame(parent),
      index_(index),
      label_(wrapped(index.data(BillFormModel::LabelRole).toString())),
      printed_(wrapped({}, "muted")),
      modelValue_(wrapped({}, "muted")),
      takeBack_(button(tr("Take back"), "quiet", "undo")),
      correction_(new QWidget),
      doubt_(new Sentence) {
    setLook(this, "field");
    const auto kind = BillWord::Kind(index.data(BillFormModel::KindRole).toInt());
    if (kind == BillWord::Kind::Block) {
        block_ = new QPlainTextEdit;
        block_->setTabChangesFocus(true);
        block_->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    } else {
        line_ = new QLineEdit;
    }
    editor()->installEventFilter(this);
    editor()->setAccessibleName(index.data(BillFormModel::GroupRole).toString() + ' ' + label_->text());
    label_->setBuddy(editor());
    printed_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* correction = tight(new QHBoxLayout(correction_));
    correction->addWidget(modelValue_, 1);
    correction->addWidget(takeBack_);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(kSpace, kSpace / 2, kSpace / 2, kSpace / 2);
    grid->setHorizontalSpacing(kSpace * 3 / 2);
    grid->setVerticalSpacing(2);
    grid->addWidget(label_, 0, 0, block_ ? Qt::AlignTop : Qt::AlignVCenter);
    grid->addWidget(editor(), 0, 1);
    grid->addWidget(printed_, 1, 1);
    grid->addWidget(correction_, 2, 1);
    grid->addWidget(doubt_, 3, 1);
    grid->setColumnStretch(1, 1);

    connect(takeBack_, &QPushButton::clicked, this, [this] { emit takeBackWanted(path()); });
    if (line_) connect(line_, &QLineEdit::editingFinished, this, &FieldRow::commit);
    if (line_) connect(line_, &QLineEdit::returnPressed, this, [this] { emit committed(path()); });
    refresh();
}

QWidget* FieldRow::editor() const {
    return line_ ? static_cast<QWidget*>(line_) : block_;
}
QString FieldRow::typed() const {
    return line_ ? line_->text() : block_->toPlainText();
}
QString FieldRow::path() const {
    return index_.data(BillFormModel::PathRole).toString();
}
int FieldRow::labelWidth() const {
    return label_->fontMetrics().horizontalAdvance(label_->text()) + kSpace / 2;
}
void FieldRow::setLabelWidth(int width) {
    label_->setFixedWidth(width);
}
void FieldRow::setLit(bool lit) {
    setStyled(this, "lit", lit);
}
void FieldRow::focusEditor(const QString& typed) {
    editor()->setFocus(Qt::OtherFocusReason);
    if (line_) line_->selectAll();
    if (block_) block_->selectAll();
    if (typed.isEmpty()) return;
    if (line_) line_->insert(typed);
    if (block_) block_->insertPlainText(typed);
}

void FieldRow::setChoices(const QStringList& values) {
    if (!line_) return;
    if (!line_->completer()) {
        auto* made = new QCompleter(new QStringListModel(line_), line_);
        made->setCaseSensitivity(Qt::CaseInsensitive);
        made->setFilterMode(Qt::MatchContains);
        line_->setCompleter(made);
        connect(made, qOverload<const QString&>(&QCompleter::activated), this, [this](const QString& chosen) {
            line_->setText(chosen);
            line_->setModified(true);  // else it counts as shown, not typed
            commit();
        });
    }
    static_cast<QStringListModel*>(line_->completer()->model())->setStringList(values);
}

void FieldRow::refresh() {
    const auto text = [this](int role) { return index_.data(role).toString(); };
    const QString value = text(BillFormModel::ValueRole), printed = text(BillFormModel::PrintedRole);
    const bool corrected = index_.data(BillFormModel::CorrectedRole).toBool();
    const bool hasPlace = index_.data(BillFormModel::HasPlaceRole).toBool();
    show(value);

    QStringList notes;
    if (!printed.isEmpty() && printed != value) notes << tr("Printed: %1").arg(printed);
    if (const QString note = text(BillFormModel::NoteRole); !note.isEmpty()) notes << note;
    printed_->setText(notes.join(QStringLiteral(" · ")));
    printed_->setVisible(!notes.isEmpty());

    const QString said = text(BillFormModel::ModelValueRole);
    modelValue_->setText(said.isEmpty() ? tr("Read by the model: nothing") : tr("Read by the model: %1").arg(said));
    correction_->setVisible(corrected);
    doubt_->say(Tone::Doubt, text(BillFormModel::DoubtRole));
    if (line_) line_->setPlaceholderText(tr("Not printed"));
    if (block_) block_->setPlaceholderText(tr("Not printed"));
    const int sure = int(index_.data(BillFormModel::ConfidenceRole).toDouble() * 100 + 0.5);
    editor()->setToolTip(hasPlace ? tr("The model is %1 % sure").arg(sure) : QString());
}

void FieldRow::show(const QString& value) {
    if (!untouched()) return;  // somebody is writing here
    if (line_) {
        line_->setText(value);
        line_->setCursorPosition(0);
        return;
    }
    if (block_->toPlainText() != value) block_->setPlainText(value);
    block_->document()->setModified(false);
    block_->document()->clearUndoRedoStacks();
    const int lines = std::clamp(int(value.count('\n')) + 1, 2, 6);
    block_->setFixedHeight(lines * block_->fontMetrics().lineSpacing() + 2 * kSpace + 6);
}

bool FieldRow::untouched() const {
    return line_ ? !line_->isModified() : !block_->document()->isModified();
}

void FieldRow::commit() {
    if (untouched()) return;
    doubt_->say(Tone::Doubt, {});
    auto* model = const_cast<QAbstractItemModel*>(index_.model());
    if (line_) line_->setModified(false);
    if (block_) block_->document()->setModified(false);
    const QString wanted = typed();
    if (!model->setData(index_, wanted, Qt::EditRole)) {
        if (doubt_->text().isEmpty()) refresh();  // nothing new was typed
        return;
    }
    show(wanted);  // forgets the steps of typing, so that undo takes back the whole correction
}

void FieldRow::refuse(const QString& sentence) {
    doubt_->say(Tone::Bad, sentence);
    if (line_) line_->setModified(true);
    if (block_) block_->document()->setModified(true);
}

bool FieldRow::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusIn) emit chosen(path());
    if (event->type() == QEvent::FocusOut && block_) commit();
    if (event->type() == QEvent::ShortcutOverride && untouched()) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();  // the window's undo, not the letters of this field
            return true;
        }
    }
    if (event->type() == QEvent::KeyPress && line_ && line_->completer() &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Down && !line_->completer()->popup()->isVisible()) {
        line_->completer()->setCompletionPrefix({});  // all of them, whatever stands there now
        line_->completer()->complete();
        return true;
    }
    const int key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent*>(event)->key() : 0;
    const bool control = key && (static_cast<QKeyEvent*>(event)->modifiers() & Qt::ControlModifier);
    if (block_ && key == Qt::Key_Return && !control) {  // an address goes on by Shift+Enter
        if (!(static_cast<QKeyEvent*>(event)->modifiers() & Qt::ShiftModifier)) {
            commit();
            emit committed(path());
            return true;
        }
    }
    if (key == Qt::Key_Escape && !untouched()) {
        if (line_) line_->setModified(false);
        if (block_) block_->document()->setModified(false);
        refresh();
        return true;
    }
    if (key == Qt::Key_Escape) {
        emit committed(path());
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

}  // namespace floe
