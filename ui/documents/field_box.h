// The place of a field on the page: a frame that can be clicked and lit.
#pragma once

#include <QGraphicsItem>
#include <QPalette>
#include <QVector>
#include <functional>

namespace floe {

/// Coordinates in points, as in Field. All boxes of a field (one a line) are one item.
class FieldBox : public QGraphicsItem {
 public:
    FieldBox(QString path, QVector<QRectF> boxes, bool doubtful, const QString& name);

    QString path() const { return path_; }
    void setLit(bool lit);
    std::function<void(const QString& path)> clicked;

    QRectF boundingRect() const override;
    QPainterPath shape() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

 protected:
    void mousePressEvent(QGraphicsSceneMouseEvent* event) override;
    void hoverEnterEvent(QGraphicsSceneHoverEvent* event) override;
    void hoverLeaveEvent(QGraphicsSceneHoverEvent* event) override;

 private:
    QString path_;
    QVector<QRectF> boxes_;
    bool doubtful_, lit_ = false, under_ = false;
};

}  // namespace floe
