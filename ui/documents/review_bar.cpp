#include "ui/documents/review_bar.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/models/review_model.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/sentence.h"

namespace floe {

ReviewBar::ReviewBar(ReviewModel* model, QWidget* parent)
    : QFrame(parent),
      model_(model),
      left_(label({}, "muted")),
      name_(wrapped({}, "heading")),
      value_(wrapped({}, "title")),
      printed_(wrapped({}, "muted")),
      doubt_(new Sentence(this)),
      others_(wrapped({})),
      help_(button(tr("Keys (?)"), "quiet")),
      keys_(wrapped(tr("Down, Up or J, K: next and previous value\n"
                       "Tab, Shift+Tab: next value to look at\n"
                       "Enter: the value is right\n"
                       "Alt+1 … Alt+3: take another reading\n"
                       "F2, or just type: write the value\n"
                       "B: take it from the page, by a frame\n"
                       "Ctrl+Z, Ctrl+Shift+Z: undo and redo\n"
                       "Ctrl+Enter: done, next bill\n"
                       "Ctrl+Backspace: back to the bill before\n"
                       "Escape: leave the review"),
                    "muted")) {
    setLook(this, "review");
    setFocusPolicy(Qt::StrongFocus);
    auto* done = button(tr("Done, next bill"), "primary");
    done->setToolTip(tr("Ctrl+Enter"));
    for (QPushButton* press : {done, help_}) press->setFocusPolicy(Qt::NoFocus);  // the keys are the bar's
    help_->setCheckable(true);
    auto* head = tight(new QHBoxLayout, 0, kSpace);
    head->addWidget(name_, 1);
    head->addWidget(left_);
    head->addWidget(help_);
    head->addWidget(done);
    auto* column = tight(new QVBoxLayout(this), kSpace * 3 / 2, kSpace / 2);
    column->addLayout(head);
    column->addWidget(value_);
    column->addWidget(printed_);
    column->addWidget(doubt_);
    column->addWidget(others_);
    column->addWidget(keys_);
    keys_->hide();

    connect(help_, &QPushButton::toggled, keys_, &QWidget::setVisible);
    connect(done, &QPushButton::clicked, this, &ReviewBar::doneWanted);
    connect(model, &QAbstractItemModel::modelReset, this, &ReviewBar::refresh);
}

void ReviewBar::begin() {
    path_ = model_->pathAt(std::max(0, model_->nextOpen(-1)));
    refresh();
    emit turned(path_);
}

void ReviewBar::turnTo(const QString& path) {
    if (path == path_ || model_->rowOf(path) < 0) return;
    path_ = path;
    refresh();
}

void ReviewBar::goOn() {
    const int next = model_->nextOpen(model_->rowOf(path_));
    if (next < 0) return refresh();
    path_ = model_->pathAt(next);
    refresh();
    emit turned(path_);
}

void ReviewBar::step(int by) {
    const int row = model_->rowOf(path_) + by;
    if (row < 0 || row >= model_->rowCount()) return;
    path_ = model_->pathAt(row);
    refresh();
    emit turned(path_);
}

void ReviewBar::take(int candidate) {
    const int row = model_->rowOf(path_);
    if (row < 0) return;
    const QStringList values = model_->index(row).data(ReviewModel::CandidatesRole).toStringList();
    if (candidate < values.size()) emit valueWanted(path_, values[candidate]);
}

void ReviewBar::refresh() {
    if (model_->rowOf(path_) < 0) path_ = model_->pathAt(std::max(0, model_->nextOpen(-1)));
    const int row = model_->rowOf(path_), open = model_->openCount();
    left_->setText(open > 0 ? tr("To look at: %1").arg(open) : tr("Nothing left to look at"));
    const auto text = [&](int role) { return row < 0 ? QString() : model_->index(row).data(role).toString(); };
    name_->setText(row < 0 ? tr("Nothing was read from this bill.") : text(ReviewModel::LabelRole));
    const QString value = text(ReviewModel::ValueRole), printed = text(ReviewModel::PrintedRole);
    value_->setText(value.isEmpty() && row >= 0 ? tr("(empty)") : value);
    printed_->setText(printed.isEmpty() ? tr("Not printed on the page") : tr("Printed: %1").arg(printed));
    const auto is = [&](int role) { return row >= 0 && model_->index(row).data(role).toBool(); };
    if (is(ReviewModel::CorrectedRole))
        doubt_->say(Tone::Good, tr("You wrote this value."));
    else if (is(ReviewModel::ConfirmedRole))
        doubt_->say(Tone::Good, tr("You have confirmed this value."));
    else
        doubt_->say(Tone::Doubt, text(ReviewModel::DoubtRole));
    QStringList others;
    if (row >= 0) others = model_->index(row).data(ReviewModel::CandidatesRole).toStringList().mid(0, 3);
    for (int i = 0; i < others.size(); ++i) others[i] = tr("Alt+%1: %2").arg(i + 1).arg(others[i]);
    others_->setText(others.join(QStringLiteral("     ")));
    others_->setVisible(!others.isEmpty());
    setAccessibleName(spoken());
    if (hasFocus()) {
        QAccessibleEvent changed(this, QAccessible::NameChanged);
        QAccessible::updateAccessibility(&changed);
    }
}

QString ReviewBar::spoken() const {
    QStringList parts{name_->text(), value_->text(), printed_->text(), doubt_->text(), others_->text(), left_->text()};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(". "));
}

void ReviewBar::keyPressEvent(QKeyEvent* event) {
    const auto modifiers = event->modifiers();
    const int key = event->key();
    if (key == Qt::Key_Down || (key == Qt::Key_J && !modifiers)) return step(1);
    if (key == Qt::Key_Up || (key == Qt::Key_K && !modifiers)) return step(-1);
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        if (modifiers & Qt::ControlModifier) return emit doneWanted();
        if (!path_.isEmpty()) emit acceptWanted(path_);
        return;
    }
    if ((modifiers & Qt::AltModifier) && key >= Qt::Key_1 && key <= Qt::Key_3) return take(key - Qt::Key_1);
    if (key == Qt::Key_Backspace && (modifiers & Qt::ControlModifier)) return emit backWanted();
    if (key == Qt::Key_F2) return emit editWanted(path_, QStringLiteral(""));
    if (key == Qt::Key_Escape) return emit leaveWanted();
    if (key == Qt::Key_Question) return help_->toggle();
    if (key == Qt::Key_B && !modifiers) return emit frameWanted();
    const bool types = !event->text().isEmpty() && event->text()[0].isPrint() &&
                       !(modifiers & (Qt::ControlModifier | Qt::AltModifier));
    if (types && !path_.isEmpty()) return emit editWanted(path_, event->text());
    QFrame::keyPressEvent(event);
}

bool ReviewBar::focusNextPrevChild(bool next) {
    const int row = model_->rowOf(path_);
    if (next) {
        goOn();
        return true;
    }
    for (int at = row - 1; at >= 0; --at)
        if (model_->index(at).data(ReviewModel::OpenRole).toBool()) {
            step(at - row);
            break;
        }
    return true;
}

void ReviewBar::focusInEvent(QFocusEvent* event) {
    QFrame::focusInEvent(event);
    setStyled(this, "focused", true);
}

void ReviewBar::focusOutEvent(QFocusEvent* event) {
    QFrame::focusOutEvent(event);
    setStyled(this, "focused", false);
}

}  // namespace floe
