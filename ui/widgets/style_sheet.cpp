#include "ui/widgets/style_sheet.h"

#include "ui/widgets/tones.h"

namespace floe {

namespace {

constexpr char kSheet[] = R"(
QPushButton { padding: 5px 14px; border: 1px solid @line; border-radius: 7px; background: @button; }
QPushButton:hover { background: @hover; }
QPushButton:pressed { background: @pressed; }
QPushButton:checked { background: @chosen; }
QPushButton:focus { border-color: @accent; }
QPushButton:disabled { color: @faint; }
QPushButton[look="primary"] { background: @accent; border-color: @accent; color: @onAccent; }
QPushButton[look="primary"]:hover { background: @accentHover; }
QPushButton[look="primary"]:focus { border: 2px solid @text; padding: 4px 13px; }
QPushButton[look="primary"]:disabled { background: @pressed; border-color: @pressed; color: @faint; }
QPushButton[look="quiet"] { border-color: transparent; background: transparent; padding: 5px 8px; }
QPushButton[look="quiet"]:hover { background: @hover; }
QPushButton[look="quiet"]:focus { border-color: @accent; }
QPushButton[look="section"] { border-color: transparent; background: transparent; text-align: left; padding: 7px 10px; }
QPushButton[look="section"]:hover { background: @hover; }
QPushButton[look="section"]:checked { background: @chosen; color: @text; font-weight: 600; }
QPushButton[look="section"]:focus { border-color: @accent; }
QPushButton[look="card"] { text-align: left; border-radius: 10px; background: @base; padding: 6px 12px; }
QPushButton[look="card"]:hover { background: @hover; }
QPushButton[look="card"]:checked { border-color: @accent; background: @lit; }
QPushButton[look="card"]:focus { border: 2px solid @accent; padding: 5px 11px; }
QToolButton { border: 1px solid transparent; border-radius: 7px; padding: 4px; background: transparent; }
QToolButton:hover { background: @hover; }
QToolButton:pressed, QToolButton:checked { background: @pressed; }
QToolButton:focus { border-color: @accent; }
QToolButton::menu-indicator { image: none; }
QLineEdit, QPlainTextEdit { border: 1px solid @line; border-radius: 7px; padding: 4px 8px; background: @base;
    selection-background-color: @accent; selection-color: @onAccent; }
QAbstractSpinBox { border: 1px solid @line; border-radius: 7px; padding: 3px 8px; background: @base;
    selection-background-color: @accent; selection-color: @onAccent; }
QLineEdit:focus, QPlainTextEdit:focus, QAbstractSpinBox:focus { border-color: @accent; }
QRadioButton { spacing: 8px; padding: 3px; border: 1px solid transparent; border-radius: 7px; }
QRadioButton:focus { border-color: @accent; }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid @muted; border-radius: 8px; background: @base; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid @accent; background: @onAccent; }
QPlainTextEdit[look="plain"] { border: none; background: transparent; padding: 0; }
QListView { border: none; background: transparent; outline: none; }
QTableView { border: 1px solid @line; border-radius: 7px; background: @base; gridline-color: @line;
    selection-background-color: @chosen; selection-color: @text; }
QTableView::item { padding: 4px 6px; }
QTableView QLineEdit { border-radius: 0; padding: 0 4px; }
QHeaderView::section { background: @base; border: none; border-bottom: 1px solid @line; padding: 6px 8px;
    color: @muted; }
QFrame[look="sidebar"] { background: @side; border: none; border-right: 1px solid @line; }
QFrame[look="card"] { background: @base; border: 1px solid @line; border-radius: 10px; }
QFrame[look="bubble"] { background: @bubble; border: none; border-radius: 12px; }
QFrame[look="code"] { background: @code; border: 1px solid @line; border-radius: 8px; }
QFrame[look="bar"] { background: @text; border: none; border-radius: 10px; }
QFrame[look="bar"] QLabel { color: @window; }
QFrame[look="bar"] QPushButton { color: @barAccent; background: transparent; border-color: transparent;
    font-weight: 600; }
QFrame[look="bar"] QPushButton:focus { border-color: @barAccent; }
QFrame[look="composer"] { background: @base; border: 1px solid @line; border-radius: 14px; }
QFrame[look="composer"][focused="true"] { border-color: @accent; }
QFrame[look="review"] { background: @base; border: 1px solid @line; border-radius: 10px; }
QFrame[look="review"][focused="true"] { border-color: @accent; }
QFrame[look="inbox"] { border: none; border-bottom: 1px solid @line; }
QFrame[look="field"] { border: 1px solid transparent; border-left: 3px solid transparent; border-radius: 7px; }
QFrame[look="field"][lit="true"] { background: @lit; border-left-color: @accent; }
QLabel[look="title"] { font-size: 15pt; font-weight: 600; }
QLabel[look="heading"] { font-weight: 600; }
QLabel[look="muted"] { color: @muted; }
QSplitter::handle { background: @line; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @thumb; border-radius: 4px; margin: 1px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { border: none; border-radius: 3px; background: @pressed; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
QToolTip { border: 1px solid @line; padding: 4px 6px; background: @text; color: @window; }
)";

}  // namespace

QString styleSheetFor(const QPalette& palette) {
    const QColor window = palette.color(QPalette::Window), text = palette.color(QPalette::WindowText);
    const QColor base = palette.color(QPalette::Base), accent = palette.color(QPalette::Highlight);
    const std::pair<const char*, QColor> names[] = {
        // Of two names the longer stands first, since replacing goes by beginnings.
        {"@accentHover", mixed(accent, text, 0.15)},
        {"@accent", accent},
        {"@onAccent", palette.color(QPalette::HighlightedText)},
        {"@barAccent", mixed(accent, window, isDark(palette) ? 0.35 : 0.5)},
        {"@base", base},
        {"@button", palette.color(QPalette::Button)},
        {"@bubble", mixed(window, accent, isDark(palette) ? 0.2 : 0.12)},
        {"@code", mixed(base, text, 0.035)},
        {"@chosen", mixed(window, accent, isDark(palette) ? 0.28 : 0.18)},
        {"@lit", mixed(window, accent, isDark(palette) ? 0.18 : 0.1)},
        {"@line", hairline(palette)},
        {"@faint", mixed(text, window, 0.6)},
        {"@hover", hovered(palette)},
        {"@muted", muted(palette)},
        {"@pressed", mixed(window, text, 0.11)},
        {"@side", mixed(window, text, 0.025)},
        {"@text", text},
        {"@thumb", mixed(window, text, 0.24)},
        {"@window", window},
    };
    QString sheet = QString::fromLatin1(kSheet);
    for (const auto& [name, colour] : names) sheet.replace(QLatin1String(name), colour.name());
    return sheet;
}

}  // namespace floe
