#include "ui/chat/code_block.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>
#include <QWheelEvent>

#include "ui/widgets/parts.h"
#include "ui/widgets/tones.h"

namespace floe {

CodeBlock::CodeBlock(QWidget* parent)
    : QFrame(parent),
      language_(label({}, "muted")),
      copy_(button(tr("Copy"), "quiet", "copy")),
      text_(new QPlainTextEdit) {
    setLook(this, "code");
    setLook(text_, "plain");
    text_->setReadOnly(true);
    text_->setUndoRedoEnabled(false);
    text_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text_->setLineWrapMode(QPlainTextEdit::NoWrap);
    text_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text_->viewport()->setAutoFillBackground(false);
    text_->viewport()->installEventFilter(this);
    text_->setAccessibleName(tr("Code"));
    copy_->setAccessibleName(tr("Copy this code"));
    auto* head = tight(new QHBoxLayout);
    head->addWidget(language_, 1);
    head->addWidget(copy_);
    auto* layout = tight(new QVBoxLayout(this), 0, 0);
    layout->setContentsMargins(kSpace * 3 / 2, kSpace / 2, kSpace / 2, kSpace);
    layout->addLayout(head);
    layout->addWidget(text_);

    connect(copy_, &QPushButton::clicked, this, &CodeBlock::copy);
    connect(text_->horizontalScrollBar(), &QScrollBar::rangeChanged, this, &CodeBlock::fitHeight);
}

void CodeBlock::setCode(const QString& code, const QString& language) {
    language_->setText(language);
    if (code == code_ && !code.isEmpty()) return;
    if (!code_.isEmpty() && code.startsWith(code_)) {
        QTextCursor end(text_->document());
        end.movePosition(QTextCursor::End);
        end.insertText(code.mid(code_.size()));
    } else {
        text_->setPlainText(code);
    }
    code_ = code;
    fitHeight();
}

void CodeBlock::fitHeight() {
    const int lines = std::max(1, text_->blockCount()) * text_->fontMetrics().lineSpacing();
    const bool bar = text_->horizontalScrollBar()->maximum() > 0;
    const int margin = int(2 * text_->document()->documentMargin());
    text_->setFixedHeight(lines + margin + (bar ? text_->horizontalScrollBar()->sizeHint().height() : 0) + 2);
}

void CodeBlock::copy() {
    QGuiApplication::clipboard()->setText(code_);
    copy_->setText(tr("Copied"));
    QTimer::singleShot(1500, copy_, [this] { copy_->setText(tr("Copy")); });
}

bool CodeBlock::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Wheel) {
        const QPoint turned = static_cast<QWheelEvent*>(event)->angleDelta();
        if (std::abs(turned.y()) > std::abs(turned.x())) {  // up and down is for the view of all messages
            event->ignore();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

}  // namespace floe
