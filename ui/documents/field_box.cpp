#include "ui/documents/field_box.h"

#include <QCursor>
#include <QGraphicsSceneMouseEvent>
#include <QPainter>
#include <QWidget>

#include "ui/widgets/tones.h"

namespace floe {

namespace {

constexpr double kAir = 2;  // points around the letters

}  // namespace

FieldBox::FieldBox(QString path, QVector<QRectF> boxes, bool doubtful, const QString& name)
    : path_(std::move(path)), boxes_(std::move(boxes)), doubtful_(doubtful) {
    for (QRectF& box : boxes_) box.adjust(-kAir, -kAir, kAir, kAir);
    setToolTip(name);
    setAcceptHoverEvents(true);
    setCursor(Qt::PointingHandCursor);
}

void FieldBox::setLit(bool lit) {
    lit_ = lit;
    setZValue(lit ? 1 : 0);
    update();
}

QRectF FieldBox::boundingRect() const {
    QRectF all;
    for (const QRectF& box : boxes_) all |= box;
    return all.adjusted(-kAir, -kAir, kAir, kAir);
}

QPainterPath FieldBox::shape() const {
    QPainterPath path;
    for (const QRectF& box : boxes_) path.addRect(box);
    return path;
}

void FieldBox::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget* widget) {
    // The page is white in every theme, so the tones of the light one are used where the palette is dark.
    const QPalette palette = widget ? widget->palette() : QPalette();
    QColor colour = palette.color(QPalette::Highlight);
    if (isDark(palette)) colour = colour.darker(150);
    if (doubtful_) colour = QColor::fromHsl(34, 220, 90);
    QColor ground = colour;
    ground.setAlphaF(lit_ ? 0.26f : under_ ? 0.16f : 0.05f);
    QColor edge = colour;
    if (!lit_ && !under_) edge.setAlphaF(0.55f);
    QPen pen(edge, lit_ ? 2.5 : 1, doubtful_ && !lit_ ? Qt::DashLine : Qt::SolidLine);
    pen.setCosmetic(true);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(pen);
    painter->setBrush(ground);
    for (const QRectF& box : boxes_) painter->drawRoundedRect(box, 2, 2);
}

void FieldBox::mousePressEvent(QGraphicsSceneMouseEvent* event) {
    event->accept();
    if (clicked) clicked(path_);
}

void FieldBox::hoverEnterEvent(QGraphicsSceneHoverEvent*) {
    under_ = true;
    update();
}

void FieldBox::hoverLeaveEvent(QGraphicsSceneHoverEvent*) {
    under_ = false;
    update();
}

}  // namespace floe
