#include "app/documents/reader/pieces.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>

#include "app/documents/reader/hull.h"
#include "app/documents/reader/papers.h"
#include "app/documents/reader/prints.h"

namespace floe::reader {

namespace {

/// Of a piece's pixels, looked at in a grid, the one that nine tenths are not lighter than: paper, neither print nor
/// glare.
QColor paperOf(const QImage& picture, const QPolygonF& outline) {
    constexpr int kSteps = 40;
    const QRectF around = outline.boundingRect();
    QVector<QRgb> pixels;
    for (int i = 0; i < kSteps; ++i)
        for (int j = 0; j < kSteps; ++j) {
            const QPointF at(around.left() + (i + 0.5) * around.width() / kSteps,
                             around.top() + (j + 0.5) * around.height() / kSteps);
            if (picture.rect().contains(at.toPoint()) && outline.containsPoint(at, Qt::OddEvenFill))
                pixels.append(picture.pixel(at.toPoint()));
        }
    if (pixels.isEmpty()) return Qt::white;
    const auto paper = pixels.begin() + pixels.size() * 7 / 10;
    std::nth_element(pixels.begin(), paper, pixels.end(), [](QRgb a, QRgb b) { return qGray(a) < qGray(b); });
    return QColor::fromRgb(*paper);
}

/// Row by row: the topmost that is left and all whose middles lie within its height, from the left.
void sortAsRead(QVector<Piece>& pieces) {
    const auto box = [](const Piece& piece) { return piece.outline.boundingRect(); };
    QVector<Piece> sorted;
    while (!pieces.isEmpty()) {
        const auto top = std::min_element(pieces.begin(), pieces.end(),
                                          [&](const Piece& a, const Piece& b) { return box(a).top() < box(b).top(); });
        const double bottom = box(*top).center().y() + box(*top).height() / 4;
        const auto rest = std::stable_partition(pieces.begin(), pieces.end(), [&](const Piece& piece) {
            return box(piece).center().y() <= bottom || box(piece).top() <= box(*top).top();
        });
        QVector<Piece> row(pieces.begin(), rest);
        std::stable_sort(row.begin(), row.end(),
                         [&](const Piece& a, const Piece& b) { return box(a).center().x() < box(b).center().x(); });
        sorted += row;
        pieces.erase(pieces.begin(), rest);
    }
    pieces = sorted;
}

}  // namespace

QVector<Piece> piecesOn(const QImage& picture, bool scanned) {
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    if (grey.isNull()) return {};
    QVector<Piece> pieces = papersOn(grey);
    if (pieces.isEmpty() && scanned) pieces = printsOn(grey);
    sortAsRead(pieces);
    return pieces;
}

QImage cutOut(const QImage& picture, const Piece& piece) {
    const QTransform back = QTransform().rotate(-piece.degrees);
    const QRect box = back.map(piece.outline).boundingRect().toAlignedRect();
    const bool grey = picture.format() == QImage::Format_Grayscale8;
    QImage cut(box.size(), QImage::Format_RGB32);
    if (cut.isNull()) return cut;
    cut.setDotsPerMeterX(picture.dotsPerMeterX());
    cut.setDotsPerMeterY(picture.dotsPerMeterY());
    cut.fill(paperOf(picture, piece.outline));
    QPainter painter(&cut);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setTransform(back * QTransform::fromTranslate(-box.left(), -box.top()));
    QPainterPath within;
    within.addPolygon(piece.outline);
    within.closeSubpath();
    painter.setClipPath(within);
    painter.drawImage(0, 0, picture);
    painter.end();
    return grey ? cut.convertToFormat(QImage::Format_Grayscale8) : cut;
}

}  // namespace floe::reader
