// Light and dark: follows the desktop, or what the person chose.
#pragma once

#include <QObject>
#include <QPalette>
#include <QString>
#include <optional>

class QApplication;

namespace floe {

enum class ThemeChoice { System, Light, Dark };

/// "system", "light", "dark"; empty for any other word.
std::optional<ThemeChoice> themeFromWord(const QString& word);
QString themeWord(ThemeChoice choice);

/// Lives on the UI thread, made right after the application and before any window.
class Theme : public QObject {
    Q_OBJECT
 public:
    explicit Theme(QApplication& application);

    void choose(ThemeChoice choice);
    ThemeChoice choice() const { return choice_; }

 private slots:
    void portalSettingChanged(const QString& group, const QString& key);

 private:
    void askDesktop();
    void apply();

    QApplication& application_;
    ThemeChoice choice_ = ThemeChoice::System;
    bool desktopIsDark_ = false;
};

}  // namespace floe
