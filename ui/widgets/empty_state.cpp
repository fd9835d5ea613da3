#include "ui/widgets/empty_state.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/widgets/icons.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/tones.h"

namespace floe {

EmptyState::EmptyState(const QString& iconName, QWidget* parent)
    : QWidget(parent),
      iconName_(iconName),
      picture_(new QLabel),
      title_(wrapped({}, "title")),
      text_(wrapped({}, "muted")),
      column_(tight(new QVBoxLayout, 0, 2 * kSpace)),
      actions_(new QHBoxLayout) {
    for (QLabel* centred : {picture_, title_, text_}) centred->setAlignment(Qt::AlignCenter);
    text_->setMinimumWidth(fontMetrics().averageCharWidth() * 56);
    column_->addStretch();
    column_->addWidget(picture_);
    column_->addWidget(title_);
    column_->addWidget(text_, 0, Qt::AlignHCenter);
    column_->addLayout(actions_);
    column_->addStretch();
    auto* layout = tight(new QHBoxLayout(this), 3 * kSpace);
    layout->addStretch();
    layout->addLayout(column_);
    layout->addStretch();
    tint();
}

void EmptyState::say(const QString& title, const QString& text, const QStringList& actions) {
    title_->setText(title);
    text_->setText(text);
    while (QLayoutItem* item = actions_->takeAt(0)) {
        if (item->widget()) item->widget()->deleteLater();
        delete item;
    }
    actions_->addStretch();
    for (int at = 0; at < actions.size(); ++at) {
        QPushButton* action = button(actions[at], at == 0 ? "primary" : nullptr);
        connect(action, &QPushButton::clicked, this, [this, at] { emit chosen(at); });
        actions_->addWidget(action);
    }
    actions_->addStretch();
}

void EmptyState::setBody(QWidget* body) {
    column_->insertWidget(column_->indexOf(actions_), body);
}

void EmptyState::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) tint();
}

void EmptyState::tint() {
    const QColor colour = mixed(palette().color(QPalette::Highlight), palette().color(QPalette::Window), 0.2);
    picture_->setPixmap(iconPixmap(iconName_, colour, 7 * kSpace, devicePixelRatioF()));
}

}  // namespace floe
