#include "ui/settings/settings_dialog.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QStackedWidget>

#include "ui/settings/bill_settings.h"
#include "ui/settings/chat_settings.h"
#include "ui/settings/data_settings.h"
#include "ui/settings/look_settings.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/tones.h"
#include "ui/widgets/two_line_delegate.h"

namespace floe {

SettingsDialog::SettingsDialog(QWidget* models, const QString& folder, QWidget* parent)
    : QDialog(parent), names_(new QListWidget), pages_(new QStackedWidget) {
    setWindowTitle(tr("Settings"));
    names_->setItemDelegate(new TwoLineDelegate(0, {}, names_));
    names_->setMouseTracking(true);
    names_->setAccessibleName(tr("Pages of the settings"));
    auto* side = new QFrame;
    setLook(side, "sidebar");
    tight(new QVBoxLayout(side), kSpace)->addWidget(names_);
    add("model", tr("Models"), models);
    add("chat", tr("Chat"), values_.emplaceBack(new ChatSettings));
    auto* bills = new BillSettings;
    add("bill", tr("Bills"), values_.emplaceBack(bills));
    add("settings", tr("Look"), values_.emplaceBack(new LookSettings));
    add("folder", tr("Data"), new DataSettings(folder));
    side->setMaximumWidth(names_->sizeHintForColumn(0) + 6 * kSpace);
    auto* layout = tight(new QHBoxLayout(this), 0, 0);
    layout->addWidget(side);
    layout->addWidget(pages_, 1);
    resize(110 * kSpace, 80 * kSpace);

    connect(names_, &QListWidget::currentRowChanged, pages_, &QStackedWidget::setCurrentIndex);
    for (SettingsPage* page : values_) connect(page, &SettingsPage::changed, this, &SettingsDialog::changed);
    connect(bills, &BillSettings::formsWanted, this, &SettingsDialog::formsWanted);
    names_->setCurrentRow(0);
}

void SettingsDialog::add(const QString& iconName, const QString& name, QWidget* page) {
    names_->addItem(new QListWidgetItem(icon(iconName), name));
    pages_->addWidget(page);
}

QStringList SettingsDialog::keys() const {
    QStringList all;
    for (const SettingsPage* page : values_) all += page->keys();
    return all;
}

void SettingsDialog::show(const QString& key, const QVariant& value) {
    for (SettingsPage* page : values_) page->show(key, value);
}

}  // namespace floe
