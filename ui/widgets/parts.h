// Small helpers for building windows in code: labels and buttons with their look, boxes with our spacing.
#pragma once

#include <QString>

class QBoxLayout;
class QIcon;
class QLabel;
class QPushButton;
class QToolButton;
class QWidget;

namespace floe {

/// See styleSheetFor() for the looks.
void setLook(QWidget* widget, const char* look);
/// Sets a property that the style sheet asks for, and draws the widget anew.
void setStyled(QWidget* widget, const char* property, const QVariant& value);

QLabel* label(const QString& text, const char* look = nullptr, QWidget* parent = nullptr);
QLabel* wrapped(const QString& text, const char* look = nullptr, QWidget* parent = nullptr);  // breaks into lines
QPushButton* button(const QString& text, const char* look = nullptr, const QString& iconName = {});
/// A button of an icon alone; the text is its tool tip and its name for screen readers.
QToolButton* iconButton(const QString& iconName, const QString& text);

template <typename Layout>
Layout* tight(Layout* layout, int margin = 0, int spacing = 8) {
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(spacing);
    return layout;
}

}  // namespace floe
