#include "ui/documents/page_view.h"

#include <QGraphicsPixmapItem>
#include <QGraphicsRectItem>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include "ui/documents/field_box.h"
#include "ui/models/bill_words.h"
#include "ui/widgets/tones.h"

namespace floe {

namespace {

constexpr double kLeast = 0.25, kMost = 6;  // pixels a point

constexpr double kStep = 6, kLeastFrame = 4;  // points

}  // namespace

PageView::PageView(QWidget* parent) : QGraphicsView(parent), picture_(new QGraphicsPixmapItem) {
    setScene(new QGraphicsScene(this));
    scene()->addItem(picture_);
    picture_->setTransformationMode(Qt::SmoothTransformation);
    setFrameShape(QFrame::NoFrame);
    setDragMode(QGraphicsView::ScrollHandDrag);
    setRenderHint(QPainter::SmoothPixmapTransform);
    setTransformationAnchor(QGraphicsView::AnchorUnderMouse);
    setAcceptDrops(false);  // the window takes files
    setAccessibleName(tr("Page picture"));
    setBackgroundRole(QPalette::Window);
    sharper_.setSingleShot(true);
    sharper_.setInterval(120);

    connect(&sharper_, &QTimer::timeout, this, &PageView::askPicture);
}

void PageView::clear() {
    endFrame();
    fields_.clear();
    lit_.clear();
    page_ = pages_ = 0;
    pictureScale_ = 0;
    fitting_ = true;
    picture_->setPixmap({});
    placeBoxes();
    emit pageChanged(page_, pages_);
}

void PageView::setPageCount(int pages) {
    if (pages == pages_) return;
    pages_ = pages;
    emit pageChanged(page_, pages_);
}

void PageView::setFields(const QVector<Field>& fields, const QHash<QString, QString>& names) {
    fields_ = fields;
    names_ = names;
    placeBoxes();
}

void PageView::setPicture(int page, double pixelsPerPoint, const QImage& picture) {
    if (page != page_ || pixelsPerPoint <= 0 || picture.isNull()) return;
    pictureScale_ = pixelsPerPoint;
    QPixmap pixmap = QPixmap::fromImage(picture);
    pixmap.setDevicePixelRatio(1);
    picture_->setPixmap(pixmap);
    picture_->setScale(1 / pixelsPerPoint);
    const QRectF sheet(QPointF(), QSizeF(picture.size()) / pixelsPerPoint);
    scene()->setSceneRect(sheet.adjusted(-kSpace, -kSpace, kSpace, kSpace));
    applyZoom();
}

void PageView::setPage(int page) {
    if (page < 0 || (pages_ > 0 && page >= pages_) || page == page_) return;
    page_ = page;
    picture_->setPixmap({});
    pictureScale_ = 0;
    placeBoxes();
    emit pageChanged(page_, pages_);
    askPicture();
}

void PageView::light(const QString& path) {
    lit_ = path;
    for (const Field& field : fields_)
        if (field.path == path && field.page >= 0 && !field.boxes.isEmpty()) setPage(field.page);
    lightBox();
}

void PageView::lightBox() {
    for (FieldBox* box : boxes_) {
        const bool lit = !lit_.isEmpty() && box->path() == lit_;
        box->setLit(lit);
        if (lit) ensureVisible(box, 6 * kSpace, 6 * kSpace);
    }
}

void PageView::placeBoxes() {
    for (FieldBox* box : std::exchange(boxes_, {})) delete box;
    for (const Field& field : fields_) {
        if (field.page != page_ || field.boxes.isEmpty()) continue;
        const QString name = names_.contains(field.path) ? names_[field.path] : BillWords::labelOf(field.path);
        auto* box = new FieldBox(field.path, field.boxes, !BillWords::doubt(field).isEmpty(), name);
        box->clicked = [this](const QString& path) { emit fieldClicked(path); };
        scene()->addItem(box);
        boxes_.append(box);
    }
    lightBox();
}

void PageView::zoomBy(double factor) {
    fitting_ = false;
    zoom_ = std::clamp(zoom_ * factor, kLeast, kMost);
    applyZoom();
}

void PageView::fit() {
    fitting_ = true;
    applyZoom();
}

void PageView::applyZoom() {
    if (fitting_ && !sceneRect().isEmpty() && pictureScale_ > 0)
        zoom_ = std::clamp((viewport()->width() - 1) / sceneRect().width(), kLeast, kMost);
    setHorizontalScrollBarPolicy(fitting_ ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    setTransform(QTransform::fromScale(zoom_, zoom_));
    sharper_.start();
}

void PageView::askPicture() {
    const double wanted = zoom_ * devicePixelRatioF();
    // A picture within a tenth of what is wanted is sharp enough.
    if (pictureScale_ > 0 && wanted < pictureScale_ * 1.1 && wanted > pictureScale_ * 0.5) return;
    emit pictureWanted(page_, wanted);
}

void PageView::startFrame() {
    endFrame();
    QRectF start(sceneRect().center() - QPointF(60, 10), QSizeF(120, 20));
    for (const Field& field : fields_)
        if (field.path == lit_ && field.page == page_ && !field.boxes.isEmpty()) start = field.box();
    frame_ = scene()->addRect(start);
    QPen pen(QColor::fromHsl(340, 200, 100), 2, Qt::DashLine);  // the page is white in every theme
    pen.setCosmetic(true);
    frame_->setPen(pen);
    frame_->setZValue(2);
    setDragMode(QGraphicsView::NoDrag);
    viewport()->setCursor(Qt::CrossCursor);
    ensureVisible(frame_, 6 * kSpace, 6 * kSpace);
    setFocus(Qt::OtherFocusReason);
}

void PageView::endFrame() {
    if (!frame_) return;
    delete std::exchange(frame_, nullptr);
    corner_.reset();
    setDragMode(QGraphicsView::ScrollHandDrag);
    viewport()->unsetCursor();
    emit frameEnded();
}

void PageView::chooseRegion() {
    const QRectF region = frame_->rect().normalized();
    endFrame();
    if (region.width() >= kLeastFrame && region.height() >= kLeastFrame) emit regionChosen(page_, region);
}

void PageView::keyPressEvent(QKeyEvent* event) {
    if (!frame_) return QGraphicsView::keyPressEvent(event);
    QPointF step;
    switch (event->key()) {
        case Qt::Key_Left:
            step = {-kStep, 0};
            break;
        case Qt::Key_Right:
            step = {kStep, 0};
            break;
        case Qt::Key_Up:
            step = {0, -kStep};
            break;
        case Qt::Key_Down:
            step = {0, kStep};
            break;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            return chooseRegion();
        case Qt::Key_Escape:
            return endFrame();
        default:
            return QGraphicsView::keyPressEvent(event);
    }
    QRectF rect = frame_->rect().normalized();
    if (event->modifiers() & Qt::ShiftModifier) {
        rect.setWidth(std::max(kLeastFrame, rect.width() + step.x()));
        rect.setHeight(std::max(kLeastFrame, rect.height() + step.y()));
    } else {
        rect.translate(step);
    }
    frame_->setRect(rect);
    ensureVisible(frame_, 6 * kSpace, 6 * kSpace);
}

void PageView::mousePressEvent(QMouseEvent* event) {
    if (!frame_ || event->button() != Qt::LeftButton) return QGraphicsView::mousePressEvent(event);
    corner_ = mapToScene(event->pos());
    frame_->setRect(QRectF(*corner_, QSizeF()));
}

void PageView::mouseMoveEvent(QMouseEvent* event) {
    if (!frame_ || !corner_) return QGraphicsView::mouseMoveEvent(event);
    frame_->setRect(QRectF(*corner_, mapToScene(event->pos())).normalized());
}

void PageView::mouseReleaseEvent(QMouseEvent* event) {
    if (!frame_ || !corner_) return QGraphicsView::mouseReleaseEvent(event);
    chooseRegion();
}

void PageView::resizeEvent(QResizeEvent* event) {
    QGraphicsView::resizeEvent(event);
    if (fitting_) applyZoom();
}

void PageView::wheelEvent(QWheelEvent* event) {
    if (event->modifiers() & Qt::ControlModifier)
        zoomBy(event->angleDelta().y() > 0 ? 1.15 : 1 / 1.15);
    else
        QGraphicsView::wheelEvent(event);
}

void PageView::changeEvent(QEvent* event) {
    QGraphicsView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && scene()) scene()->update();
}

}  // namespace floe
