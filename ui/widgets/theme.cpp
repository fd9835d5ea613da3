#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QStyleFactory>

#include "ui/widgets/style_sheet.h"
#include "ui/widgets/tones.h"

namespace floe {

namespace {

// The desktop's settings portal: the one place that GNOME, KDE and others answer alike (org.freedesktop.appearance).
const auto kPortal = QStringLiteral("org.freedesktop.portal.Desktop");
const auto kPortalPath = QStringLiteral("/org/freedesktop/portal/desktop");
const auto kPortalSettings = QStringLiteral("org.freedesktop.portal.Settings");
const auto kAppearance = QStringLiteral("org.freedesktop.appearance");
const auto kColorScheme = QStringLiteral("color-scheme");

struct Colours {
    QRgb window, base, alternate, text, button, highlight, highlightedText;
};

constexpr Colours kLight{0xfff5f6f7, 0xffffffff, 0xffeef1f3, 0xff1c2227, 0xffffffff, 0xff1f6f8b, 0xffffffff};
constexpr Colours kDark{0xff1a1d20, 0xff22262a, 0xff2a2f34, 0xffe6e9eb, 0xff2c3136, 0xff5cb3cc, 0xff0c1a1f};

QPalette paletteOf(const Colours& colours) {
    const QColor window(colours.window), text(colours.text), highlight(colours.highlight), base(colours.base);
    QPalette palette;
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::AlternateBase, QColor(colours.alternate));
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Button, QColor(colours.button));
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::ToolTipBase, mixed(text, window, 0.08));
    palette.setColor(QPalette::ToolTipText, window);
    palette.setColor(QPalette::PlaceholderText, mixed(text, base, 0.45));
    palette.setColor(QPalette::Highlight, highlight);
    palette.setColor(QPalette::HighlightedText, QColor(colours.highlightedText));
    palette.setColor(QPalette::Link, highlight);
    palette.setColor(QPalette::LinkVisited, mixed(highlight, text, 0.3));
    palette.setColor(QPalette::Light, mixed(window, Qt::white, 0.4));
    palette.setColor(QPalette::Midlight, mixed(window, text, 0.04));
    palette.setColor(QPalette::Mid, mixed(window, text, 0.2));
    palette.setColor(QPalette::Dark, mixed(window, text, 0.35));
    palette.setColor(QPalette::Shadow, Qt::black);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, mixed(text, window, 0.6));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, mixed(window, text, 0.2));
    return palette;
}

}  // namespace

std::optional<ThemeChoice> themeFromWord(const QString& word) {
    for (const auto choice : {ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark})
        if (themeWord(choice) == word) return choice;
    return {};
}

QString themeWord(ThemeChoice choice) {
    switch (choice) {
        case ThemeChoice::Light:
            return QStringLiteral("light");
        case ThemeChoice::Dark:
            return QStringLiteral("dark");
        case ThemeChoice::System:
            break;
    }
    return QStringLiteral("system");
}

Theme::Theme(QApplication& application)
    : application_(application), desktopIsDark_(isDark(QApplication::palette())) {  // what the platform gave us
    application_.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    apply();
    QDBusConnection::sessionBus().connect(kPortal, kPortalPath, kPortalSettings, QStringLiteral("SettingChanged"), this,
                                          SLOT(portalSettingChanged(QString, QString)));
    askDesktop();
}

void Theme::choose(ThemeChoice choice) {
    if (choice == choice_) return;
    choice_ = choice;
    apply();
}

void Theme::portalSettingChanged(const QString& group, const QString& key) {
    if (group == kAppearance && key == kColorScheme) askDesktop();
}

void Theme::askDesktop() {
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) return;
    QDBusMessage question =
        QDBusMessage::createMethodCall(kPortal, kPortalPath, kPortalSettings, QStringLiteral("Read"));
    question << kAppearance << kColorScheme;
    auto* answer = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        answer->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *answer;
        if (reply.isError()) return;  // no portal: what the platform gave us stays
        QVariant value = reply.value().variant();
        if (value.canConvert<QDBusVariant>())
            value = value.value<QDBusVariant>().variant();  // older portals wrap twice
        if (value.toUInt() == 0) return;                    // no preference
        desktopIsDark_ = value.toUInt() == 1;
        apply();
    });
}

void Theme::apply() {
    const bool dark = choice_ == ThemeChoice::Dark || (choice_ == ThemeChoice::System && desktopIsDark_);
    const QPalette palette = paletteOf(dark ? kDark : kLight);
    QApplication::setPalette(palette);
    application_.setStyleSheet(styleSheetFor(palette));
}

}  // namespace floe
