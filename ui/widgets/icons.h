// Our own line icons, drawn in the colour of the text around them.
#pragma once

#include <QIcon>
#include <QString>

namespace floe {

/// `name` of resources/icons, such as "chat". Tinted when it is drawn, so it follows light and dark.
QIcon icon(const QString& name);

/// In one colour, whatever the palette.
QPixmap iconPixmap(const QString& name, const QColor& colour, int size, double pixelRatio);

}  // namespace floe
