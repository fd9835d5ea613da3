// Settings of bills: the folder whose new files are read by themselves, the person's own company and accounts.
#pragma once

#include "ui/settings/settings_page.h"

class QCheckBox;
class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace floe {

class BillSettings : public SettingsPage {
    Q_OBJECT
 public:
    explicit BillSettings(QWidget* parent = nullptr);

    void show(const QString& key, const QVariant& value) override;
    QStringList keys() const override;

 signals:
    void formsWanted();

 protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

 private:
    void addFolder(QVBoxLayout* layout);
    void addCompany(QVBoxLayout* layout);
    void addAccounts(QVBoxLayout* layout);
    void addForms(QVBoxLayout* layout);
    void choose();
    void set(const QString& folder);

    QCheckBox* on_;
    QLineEdit* folder_;
    QLineEdit* name_;  // of the own company
    QLineEdit* vatId_;
    QPlainTextEdit* accounts_;
};

}  // namespace floe
