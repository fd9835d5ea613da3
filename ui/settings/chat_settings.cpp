#include "ui/settings/chat_settings.h"

#include <QDoubleSpinBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include "ui/widgets/parts.h"
#include "ui/widgets/tones.h"

namespace floe {

namespace {

const auto kTemperature = QStringLiteral("chat.temperature");
const auto kPrompt = QStringLiteral("chat.system_prompt");
const auto kLongest = QStringLiteral("chat.max_tokens");

}  // namespace

ChatSettings::ChatSettings(QWidget* parent)
    : SettingsPage(parent), temperature_(new QDoubleSpinBox), longest_(new QSpinBox), prompt_(new QPlainTextEdit) {
    temperature_->setRange(0, 2);
    temperature_->setSingleStep(0.1);
    temperature_->setDecimals(2);
    longest_->setRange(0, 1 << 20);
    longest_->setSingleStep(128);
    longest_->setSpecialValueText(tr("As long as the context allows"));
    longest_->setSuffix(tr(" tokens"));
    longest_->setKeyboardTracking(false);
    temperature_->setKeyboardTracking(false);
    prompt_->setTabChangesFocus(true);
    prompt_->setPlaceholderText(tr("For example: Answer briefly and in English."));
    prompt_->installEventFilter(this);
    prompt_->setMaximumHeight(fontMetrics().lineSpacing() * 9);
    for (QAbstractSpinBox* field :
         {static_cast<QAbstractSpinBox*>(temperature_), static_cast<QAbstractSpinBox*>(longest_)}) {
        field->setButtonSymbols(QAbstractSpinBox::NoButtons);
        field->setMinimumHeight(fontMetrics().lineSpacing() + 2 * kSpace);
    }
    auto* layout = tight(new QVBoxLayout(this), 3 * kSpace);
    const auto add = [layout](const QString& name, QWidget* field, const QString& help) {
        auto* title = label(name, "heading");
        title->setBuddy(field);
        field->setAccessibleName(QString(name).remove('&'));
        layout->addWidget(title);
        layout->addWidget(field);
        layout->addWidget(wrapped(help, "muted"));
        layout->addSpacing(2 * kSpace);
    };
    layout->addWidget(label(tr("Chat"), "title"));
    layout->addSpacing(kSpace);
    add(tr("&Temperature"), temperature_,
        tr("0 always gives the likeliest answer; higher values give more varied ones."));
    add(tr("&Longest answer"), longest_, tr("An answer ends here at the latest."));
    add(tr("&System prompt"), prompt_, tr("Said to the model before every chat; holds from the next answer on."));
    layout->addStretch();

    connect(temperature_, &QDoubleSpinBox::valueChanged, this,
            [this](double value) { emit changed(kTemperature, value); });
    connect(longest_, &QSpinBox::valueChanged, this, [this](int value) { emit changed(kLongest, value); });
}

QStringList ChatSettings::keys() const {
    return {kTemperature, kPrompt, kLongest};
}

void ChatSettings::show(const QString& key, const QVariant& value) {
    const QSignalBlocker quiet1(temperature_), quiet2(longest_);
    if (key == kTemperature) temperature_->setValue(value.isValid() ? value.toDouble() : 0.7);
    if (key == kLongest) longest_->setValue(value.toInt());
    if (key == kPrompt && !prompt_->hasFocus()) prompt_->setPlainText(value.toString());
}

bool ChatSettings::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusOut || event->type() == QEvent::Hide)
        emit changed(kPrompt, prompt_->toPlainText().trimmed());
    return SettingsPage::eventFilter(watched, event);
}

}  // namespace floe
