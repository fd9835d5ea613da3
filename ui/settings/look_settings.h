// Light, dark, or as the desktop.
#pragma once

#include "ui/settings/settings_page.h"

class QButtonGroup;

namespace floe {

class LookSettings : public SettingsPage {
    Q_OBJECT
 public:
    explicit LookSettings(QWidget* parent = nullptr);

    void show(const QString& key, const QVariant& value) override;
    QStringList keys() const override;

 private:
    QButtonGroup* choices_;
};

}  // namespace floe
