#include "ui/widgets/parts.h"

#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QVariant>

#include "ui/widgets/icons.h"

namespace floe {

void setLook(QWidget* widget, const char* look) {
    if (look) widget->setProperty("look", QString::fromLatin1(look));
}

void setStyled(QWidget* widget, const char* property, const QVariant& value) {
    if (widget->property(property) == value) return;
    widget->setProperty(property, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

QLabel* label(const QString& text, const char* look, QWidget* parent) {
    auto* made = new QLabel(text, parent);
    made->setTextFormat(Qt::PlainText);
    setLook(made, look);
    return made;
}

QLabel* wrapped(const QString& text, const char* look, QWidget* parent) {
    QLabel* made = label(text, look, parent);
    made->setWordWrap(true);
    return made;
}

QPushButton* button(const QString& text, const char* look, const QString& iconName) {
    auto* made = new QPushButton(text);
    if (!iconName.isEmpty()) made->setIcon(icon(iconName));
    made->setAutoDefault(false);
    setLook(made, look);
    return made;
}

QToolButton* iconButton(const QString& iconName, const QString& text) {
    auto* made = new QToolButton;
    made->setIcon(icon(iconName));
    made->setIconSize({18, 18});
    made->setToolTip(text);
    made->setAccessibleName(text);
    made->setFocusPolicy(Qt::TabFocus);
    return made;
}

}  // namespace floe
