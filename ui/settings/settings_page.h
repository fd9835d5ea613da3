// A page of the settings dialog: shows values, sends what was changed at once. There is nothing to confirm.
#pragma once

#include <QVariant>
#include <QWidget>

namespace floe {

class SettingsPage : public QWidget {
    Q_OBJECT
 public:
    using QWidget::QWidget;

    /// A value of one of the page's keys, from the store; others are ignored.
    virtual void show(const QString& key, const QVariant& value) = 0;
    using QWidget::show;
    virtual QStringList keys() const = 0;

 signals:
    void changed(const QString& key, const QVariant& value);
};

}  // namespace floe
