// The picture of a page with the places of its fields. Zooms, fits, and asks for sharper pictures when it needs them.
#pragma once

#include <QGraphicsView>
#include <QHash>
#include <QTimer>

#include "app/extraction/bill.h"

class QGraphicsPixmapItem;

namespace floe {

class FieldBox;

class PageView : public QGraphicsView {
    Q_OBJECT
 public:
    explicit PageView(QWidget* parent = nullptr);

    void clear();
    void setPageCount(int pages);
    /// `names`: what fields are called that the bill's form does not have, by their path.
    void setFields(const QVector<Field>& fields, const QHash<QString, QString>& names = {});
    void setPicture(int page, double pixelsPerPoint, const QImage& picture);
    void setPage(int page);
    int page() const { return page_; }
    int pageCount() const { return pages_; }
    void light(const QString& path);  // turns to its page and shows its place; empty: none
    QString litPath() const { return lit_; }

    /// Draws a frame with the mouse, or by arrows (with Shift: its size) and Enter; Escape leaves. Then regionChosen.
    void startFrame();
    void endFrame();
    bool framing() const { return frame_ != nullptr; }

    void zoomBy(double factor);
    void fit();  // the whole width, also when the window changes

 signals:
    void pictureWanted(int page, double pixelsPerPoint);
    void fieldClicked(const QString& path);
    void pageChanged(int page, int pages);
    void regionChosen(int page, const QRectF& region);  // points
    void frameEnded();                                  // chosen or not

 protected:
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;

 private:
    void placeBoxes();
    void lightBox();
    void applyZoom();
    void askPicture();

    void chooseRegion();

    QGraphicsPixmapItem* picture_;
    QGraphicsRectItem* frame_ = nullptr;  // owned by the scene while it is drawn
    std::optional<QPointF> corner_;       // where the mouse went down
    QVector<Field> fields_;
    QHash<QString, QString> names_;
    QVector<FieldBox*> boxes_;  // of the page that is shown; owned by the scene
    QString lit_;
    int page_ = 0, pages_ = 0;
    double zoom_ = 1, pictureScale_ = 0;  // device-independent pixels a point; pixels a point of the picture
    bool fitting_ = true;
    QTimer sharper_;
};

}  // namespace floe
