#include "ui/window/drop_cover.h"

#include <QPainter>

#include "ui/widgets/icons.h"
#include "ui/widgets/tones.h"

namespace floe {

DropCover::DropCover(QWidget* parent) : QWidget(parent) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void DropCover::say(const QString& text) {
    text_ = text;
    setGeometry(parentWidget()->rect());
    raise();
    show();
    update();
}

void DropCover::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor veil = palette().color(QPalette::Window);
    veil.setAlphaF(0.9f);
    painter.fillRect(rect(), veil);
    const QColor accent = palette().color(QPalette::Highlight);
    painter.setPen(QPen(accent, 2, Qt::DashLine));
    painter.drawRoundedRect(QRectF(rect()).adjusted(16, 16, -16, -16), 16, 16);
    const int size = 7 * kSpace;
    const QPoint centre = rect().center();
    painter.drawPixmap(QPoint(centre.x() - size / 2, centre.y() - size),
                       iconPixmap("drop", accent, size, devicePixelRatioF()));
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(rect().adjusted(0, height() / 2 + kSpace, 0, 0), Qt::AlignHCenter | Qt::AlignTop, text_);
}

}  // namespace floe
