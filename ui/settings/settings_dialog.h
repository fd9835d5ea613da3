// The settings: models, chat, look, data. What is changed holds at once.
#pragma once

#include <QDialog>
#include <QVariant>

class QListWidget;
class QStackedWidget;

namespace floe {

class SettingsPage;

class SettingsDialog : public QDialog {
    Q_OBJECT
 public:
    /// `models`: the page of models, taken over. `folder`: where the data lie.
    SettingsDialog(QWidget* models, const QString& folder, QWidget* parent = nullptr);

    QStringList keys() const;
    void show(const QString& key, const QVariant& value);
    using QDialog::show;

 signals:
    void changed(const QString& key, const QVariant& value);
    void formsWanted();

 private:
    void add(const QString& iconName, const QString& name, QWidget* page);

    QListWidget* names_;
    QStackedWidget* pages_;
    QVector<SettingsPage*> values_;
};

}  // namespace floe
