#include "ui/documents/password_box.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/widgets/empty_state.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/tones.h"

namespace floe {

PasswordBox::PasswordBox(QWidget* parent)
    : QWidget(parent), state_(new EmptyState("lock")), line_(new QLineEdit), open_(button(tr("&Open"), "primary")) {
    line_->setEchoMode(QLineEdit::Password);
    line_->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    line_->setPlaceholderText(tr("Password"));
    auto* row = new QWidget;
    auto* rowLayout = tight(new QHBoxLayout(row), 0, kSpace);
    rowLayout->addStretch();
    rowLayout->addWidget(line_, 2);
    rowLayout->addWidget(open_);
    rowLayout->addStretch();
    state_->setBody(row);
    auto* layout = tight(new QVBoxLayout(this), 0, 0);
    layout->addWidget(state_);
    setFocusProxy(line_);
    clear();

    connect(line_, &QLineEdit::textChanged, this, [this](const QString& text) { open_->setEnabled(!text.isEmpty()); });
    connect(line_, &QLineEdit::returnPressed, this, &PasswordBox::give);
    connect(open_, &QPushButton::clicked, this, &PasswordBox::give);
}

void PasswordBox::ask(const QString& fileName, const QString& sentence) {
    state_->say(tr("This bill needs its password"), sentence);
    line_->setAccessibleName(tr("Password of %1").arg(fileName));
    line_->setAccessibleDescription(sentence);
}

void PasswordBox::askAgain() {
    line_->setFocus(Qt::OtherFocusReason);
    line_->selectAll();
}

void PasswordBox::clear() {
    line_->clear();
    open_->setEnabled(false);
}

void PasswordBox::give() {
    if (!line_->text().isEmpty()) emit given(line_->text());
}

}  // namespace floe
