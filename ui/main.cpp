// The executable `floe-desktop`: options, the data folder, the window.
#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <QMessageBox>
#include <cstdio>

#include "app/floe.h"
#include "app/store/settings.h"
#include "ui/widgets/theme.h"
#include "ui/window/main_window.h"

namespace {

constexpr int kNoDisplay = 3, kBadOption = 2, kNoHistory = 4;

struct Options {
    QString folder;
    std::optional<floe::ThemeChoice> theme;
};

void describe() {
    QCoreApplication::setApplicationName(QStringLiteral("floe-desktop"));
    QCoreApplication::setApplicationVersion(QStringLiteral(FLOE_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Floe"));
    QGuiApplication::setDesktopFileName(QStringLiteral("floe-desktop"));
}

// Read before there is a window system, so that --help and --version need none.
std::optional<Options> optionsOf(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    const auto tr = [](const char* text) { return QCoreApplication::translate("main", text); };
    QCommandLineParser parser;
    parser.setApplicationDescription(
        tr("Floe runs language models on this computer: chats, and bills read into forms."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption data("data", tr("Folder of history and settings."), tr("DIR"));
    const QCommandLineOption theme("theme", tr("light, dark or system."), tr("THEME"));
    parser.addOptions({data, theme});
    parser.process(application);
    Options options;
    options.folder = parser.value(data);
    if (!parser.isSet(theme)) return options;
    options.theme = floe::themeFromWord(parser.value(theme));
    if (options.theme) return options;
    std::fprintf(stderr, "%s\n", qPrintable(tr("--theme takes light, dark or system.")));
    return {};
}

// Qt ends the program with a long message where it finds no display; this looks first.
bool hasDisplay(int argc, char** argv) {
    for (int at = 1; at < argc; ++at)
        if (qstrcmp(argv[at], "-platform") == 0) return true;
    const QByteArray platform = qgetenv("QT_QPA_PLATFORM");
    if (!platform.isEmpty() && !platform.startsWith("xcb") && !platform.startsWith("wayland")) return true;
    return !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
}

void followTheme(floe::Theme& theme, floe::Settings& settings, bool fixed) {
    const auto choose = [&theme, &settings] {
        const QString word = settings.value("window.theme").toString();
        theme.choose(floe::themeFromWord(word).value_or(floe::ThemeChoice::System));
    };
    if (!fixed) choose();
    QObject::connect(&settings, &floe::Settings::changed, &theme, [choose](const QString& key) {
        if (key == "window.theme") choose();
    });
}

}  // namespace

int main(int argc, char** argv) {
    describe();
    const auto options = optionsOf(argc, argv);
    if (!options) return kBadOption;
    if (!hasDisplay(argc, argv)) {
        std::fputs("floe-desktop needs a display and found none; without one, use the command line: floe --help\n",
                   stderr);
        return kNoDisplay;
    }

    QApplication application(argc, argv);
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/floe-desktop.svg")));
    floe::Theme theme(application);
    if (options->theme) theme.choose(*options->theme);
    floe::Floe floe(options->folder);
    if (!floe.problem().isEmpty()) {
        std::fprintf(stderr, "%s\n", qPrintable(floe.problem()));
        QMessageBox::critical(nullptr, QStringLiteral("Floe"), floe.problem());
        return kNoHistory;
    }
    followTheme(theme, floe.settings(), options->theme.has_value());
    floe::MainWindow window(floe);
    window.show();
    return QApplication::exec();
}
