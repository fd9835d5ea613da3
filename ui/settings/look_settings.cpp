#include "ui/settings/look_settings.h"

#include <QButtonGroup>
#include <QLabel>
#include <QRadioButton>
#include <QVBoxLayout>

#include "ui/widgets/parts.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/tones.h"

namespace floe {

namespace {

const auto kTheme = QStringLiteral("window.theme");

}  // namespace

LookSettings::LookSettings(QWidget* parent) : SettingsPage(parent), choices_(new QButtonGroup(this)) {
    const std::pair<ThemeChoice, QString> names[] = {{ThemeChoice::System, tr("As the &desktop")},
                                                     {ThemeChoice::Light, tr("&Light")},
                                                     {ThemeChoice::Dark, tr("&Dark")}};
    auto* layout = tight(new QVBoxLayout(this), 3 * kSpace);
    layout->addWidget(label(tr("Look"), "title"));
    layout->addSpacing(kSpace);
    for (const auto& [choice, name] : names) {
        auto* radio = new QRadioButton(name);
        choices_->addButton(radio, int(choice));
        layout->addWidget(radio);
    }
    layout->addStretch();

    connect(choices_, &QButtonGroup::idClicked, this,
            [this](int id) { emit changed(kTheme, themeWord(ThemeChoice(id))); });
}

QStringList LookSettings::keys() const {
    return {kTheme};
}

void LookSettings::show(const QString& key, const QVariant& value) {
    if (key != kTheme) return;
    choices_->button(int(themeFromWord(value.toString()).value_or(ThemeChoice::System)))->setChecked(true);
}

}  // namespace floe
