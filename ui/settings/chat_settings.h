// How answers are written: temperature, system prompt, longest answer.
#pragma once

#include "ui/settings/settings_page.h"

class QDoubleSpinBox;
class QPlainTextEdit;
class QSpinBox;

namespace floe {

class ChatSettings : public SettingsPage {
    Q_OBJECT
 public:
    explicit ChatSettings(QWidget* parent = nullptr);

    void show(const QString& key, const QVariant& value) override;
    QStringList keys() const override;

 protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

 private:
    QDoubleSpinBox* temperature_;
    QSpinBox* longest_;
    QPlainTextEdit* prompt_;
};

}  // namespace floe
