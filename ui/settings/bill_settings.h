// Settings of bills: the folder whose new files are read by themselves.
#pragma once

#include "ui/settings/settings_page.h"

class QCheckBox;
class QLineEdit;

namespace floe {

class BillSettings : public SettingsPage {
    Q_OBJECT
 public:
    explicit BillSettings(QWidget* parent = nullptr);

    void show(const QString& key, const QVariant& value) override;
    QStringList keys() const override;

 private:
    void choose();
    void set(const QString& folder);

    QCheckBox* on_;
    QLineEdit* folder_;
};

}  // namespace floe
