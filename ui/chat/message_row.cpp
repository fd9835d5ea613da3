#include "ui/chat/message_row.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/chat/code_block.h"
#include "ui/chat/text_block.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/sentence.h"

namespace floe {

namespace {

using Kind = MarkdownBlock::Kind;
using State = Message::State;

QWidget* widgetFor(Kind kind) {
    if (kind == Kind::Code) return new CodeBlock;
    return new TextBlock;
}

void fill(QWidget* widget, const MarkdownBlock& block) {
    if (block.kind == Kind::Code)
        static_cast<CodeBlock*>(widget)->setCode(block.text, block.language);
    else
        static_cast<TextBlock*>(widget)->setAnswer(block.text);
}

}  // namespace

MessageRow::MessageRow(const Message& message, QWidget* parent)
    : QWidget(parent), layout_(tight(new QVBoxLayout(this), 0, kSpace)) {
    if (message.role == Message::Role::Assistant)
        buildAnswer();
    else
        buildQuestion();
    setMessage(message);
}

void MessageRow::buildQuestion() {
    auto* bubble = new QFrame;
    setLook(bubble, "bubble");
    words_ = new TextBlock;
    words_->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    auto* inside = tight(new QVBoxLayout(bubble));
    inside->setContentsMargins(2 * kSpace, kSpace + 2, 2 * kSpace, kSpace + 2);
    inside->addWidget(words_);
    auto* line = tight(new QHBoxLayout);
    line->addSpacing(8 * kSpace);
    line->addStretch(1);
    line->addWidget(bubble);
    layout_->addLayout(line);
}

void MessageRow::buildAnswer() {
    blocks_ = tight(new QVBoxLayout, 0, kSpace * 3 / 2);
    waiting_ = label(tr("Reading …"), "muted");
    problem_ = new Sentence;
    note_ = wrapped({}, "muted");
    footText_ = label({}, "muted");
    copy_ = iconButton("copy", tr("Copy the answer"));
    again_ = iconButton("again", tr("Answer again"));
    foot_ = new QWidget;
    auto* foot = tight(new QHBoxLayout(foot_), 0, kSpace / 2);
    foot->addWidget(copy_);
    foot->addWidget(again_);
    foot->addSpacing(kSpace / 2);
    foot->addWidget(footText_, 1);
    layout_->addLayout(blocks_);
    layout_->addWidget(waiting_);
    layout_->addWidget(problem_);
    layout_->addWidget(note_);
    layout_->addWidget(foot_);

    connect(again_, &QToolButton::clicked, this, &MessageRow::regenerateWanted);
    connect(copy_, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(message_.text); });
}

void MessageRow::setMessage(const Message& message) {
    const bool newText = message.text != message_.text || message_.id == 0;
    message_ = message;
    if (words_) {
        if (newText) words_->setWords(message.text);
        words_->setAccessibleName(tr("You: %1").arg(message.text));
        return;
    }
    if (newText) showAnswer();
    showFoot();
}

void MessageRow::showAnswer() {
    const QVector<MarkdownBlock> wanted = markdownBlocks(message_.text);
    for (int at = 0; at < wanted.size(); ++at) {
        if (at < shown_.size() && shown_[at] == wanted[at]) continue;
        QLayoutItem* present = blocks_->itemAt(at);
        if (present && shown_[at].kind != wanted[at].kind) {
            delete blocks_->takeAt(at)->widget();
            present = nullptr;
        }
        QWidget* widget = present ? present->widget() : widgetFor(wanted[at].kind);
        fill(widget, wanted[at]);
        if (!present) blocks_->insertWidget(at, widget);
    }
    while (blocks_->count() > wanted.size()) {
        QLayoutItem* item = blocks_->takeAt(blocks_->count() - 1);
        delete item->widget();
        delete item;
    }
    shown_ = wanted;
}

void MessageRow::setLast(bool last) {
    last_ = last;
    if (foot_) showFoot();
}

void MessageRow::showFoot() {
    const bool open = message_.state == State::Waiting || message_.state == State::Streaming;
    waiting_->setVisible(open && message_.text.isEmpty());
    problem_->say(Tone::Bad, message_.state == State::Failed ? message_.problem : QString());
    note_->setText(message_.note);
    note_->setVisible(!message_.note.isEmpty());
    foot_->setVisible(!open);
    copy_->setVisible(!message_.text.isEmpty());
    again_->setVisible(last_);
    footText_->setText(footText());
}

QString MessageRow::footText() const {
    QStringList parts;
    if (message_.state == State::Stopped) parts << tr("Stopped");
    if (message_.state == State::Interrupted) parts << tr("Cut short when the program ended");
    if (!message_.model.isEmpty()) parts << message_.model;
    if (message_.tokens > 0) parts << tr("%1 tokens").arg(message_.tokens);
    if (const double speed = message_.tokensPerSecond(); speed > 0)
        parts << tr("%1 tokens/s").arg(QLocale().toString(speed, 'f', speed < 100 ? 1 : 0));
    return parts.join(QStringLiteral(" · "));
}

}  // namespace floe
