#include "ui/forms/schema_view.h"

#include <QFontDatabase>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "ui/widgets/parts.h"
#include "ui/widgets/sentence.h"
#include "ui/widgets/tones.h"

namespace floe {

namespace {

constexpr int kRests = 300;  // milliseconds

}  // namespace

SchemaView::SchemaView(QWidget* parent) : QWidget(parent), text_(new QPlainTextEdit), problem_(new Sentence) {
    text_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text_->setLineWrapMode(QPlainTextEdit::NoWrap);
    text_->setTabChangesFocus(true);
    text_->setAccessibleName(tr("JSON Schema of the form"));
    auto* column = tight(new QVBoxLayout(this), 0, kSpace / 2);
    column->addWidget(text_, 1);
    column->addWidget(problem_);
    rests_.setSingleShot(true);
    rests_.setInterval(kRests);
    setFocusProxy(text_);

    connect(text_, &QPlainTextEdit::textChanged, &rests_, qOverload<>(&QTimer::start));
    connect(&rests_, &QTimer::timeout, this, &SchemaView::take);
}

void SchemaView::show(const QString& name, const QByteArray& schema, bool canChange) {
    name_ = name;
    text_->setReadOnly(!canChange);
    const QString text = QString::fromUtf8(schema);
    if (text_->toPlainText() == text) return;
    text_->setPlainText(text);
    rests_.stop();
    broken_ = false;
    problem_->say(Tone::Bad, {});
}

void SchemaView::take() {
    QString problem;
    const auto form = ownFormOf(text_->toPlainText().toUtf8(), name_, &problem);
    broken_ = !form;
    problem_->say(Tone::Bad, form ? QString() : tr("Not saved yet. %1").arg(problem));
    if (form) emit formTyped(*form);
}

}  // namespace floe
