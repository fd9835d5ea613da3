#include "ui/chat/composer.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QPushButton>

#include "ui/widgets/icons.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/tones.h"

namespace floe {

namespace {

constexpr int kMostLines = 8;

}  // namespace

Composer::Composer(QWidget* parent) : QFrame(parent), text_(new QPlainTextEdit), send_(button({}, "primary")) {
    setLook(this, "composer");
    setLook(text_, "plain");
    text_->setPlaceholderText(tr("Write a message"));
    text_->setAccessibleName(tr("Message"));
    text_->setToolTip(tr("Enter sends, Shift+Enter begins a new line"));
    text_->setTabChangesFocus(true);
    text_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    text_->viewport()->setAutoFillBackground(false);
    text_->setAcceptDrops(false);  // the window takes files
    text_->viewport()->setAcceptDrops(false);
    text_->installEventFilter(this);
    setFocusProxy(text_);
    auto* layout = tight(new QHBoxLayout(this), kSpace);
    layout->setContentsMargins(2 * kSpace, kSpace, kSpace, kSpace);
    layout->addWidget(text_, 1);
    layout->addWidget(send_, 0, Qt::AlignBottom);

    connect(send_, &QPushButton::clicked, this, &Composer::act);
    connect(text_, &QPlainTextEdit::textChanged, this, [this] {
        fitHeight();
        showState();
    });
    fitHeight();
    showState();
}

void Composer::setAnswering(bool answering) {
    answering_ = answering;
    showState();
}

void Composer::setText(const QString& text) {
    text_->setPlainText(text);
}
QString Composer::text() const {
    return text_->toPlainText();
}
void Composer::clear() {
    text_->clear();
}

void Composer::act() {
    if (answering_)
        emit stopWanted();
    else
        send();
}

void Composer::send() {
    const QString text = text_->toPlainText().trimmed();
    if (!text.isEmpty() && !answering_) emit sendWanted(text);
}

void Composer::showState() {
    const QString name = answering_ ? tr("Stop") : tr("Send");
    send_->setText(name);
    send_->setToolTip(answering_ ? tr("Stop the answer (Esc)") : tr("Send the message (Enter)"));
    const QColor colour = palette().color(QPalette::HighlightedText);
    send_->setIcon(QIcon(iconPixmap(answering_ ? "stop" : "send", colour, 2 * kSpace, devicePixelRatioF())));
    send_->setEnabled(answering_ || !text_->toPlainText().trimmed().isEmpty());
}

// Lines as they are broken on the screen; QPlainTextEdit counts its size in lines.
void Composer::fitHeight() {
    const int lines = std::clamp(int(text_->document()->size().height()), 1, kMostLines);
    const int margin = int(2 * text_->document()->documentMargin());
    text_->setFixedHeight(lines * text_->fontMetrics().lineSpacing() + margin + 2);
    text_->setVerticalScrollBarPolicy(lines == kMostLines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
}

bool Composer::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        setStyled(this, "focused", event->type() == QEvent::FocusIn);
    if (event->type() == QEvent::Resize) fitHeight();
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && !(key->modifiers() & Qt::ShiftModifier)) {
            send();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void Composer::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) showState();
}

}  // namespace floe
