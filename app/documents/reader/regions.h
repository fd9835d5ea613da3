// Light regions of a picture, each with its outline.
#pragma once

#include <QImage>
#include <QPolygonF>
#include <QVector>

namespace floe::reader {

struct Region {
    qint64 area = 0;    // pixels
    qint64 filled = 0;  // the same with what lies within its rows, as letters do
    int atEdge = 0;     // pixels on the picture's edge
    QPolygonF hull;
};

/// Pixels of at least `light` that touch side by side; 64 or more of them; the largest two hundred, the
/// largest first. `grey`: Grayscale8.
QVector<Region> regionsOf(const QImage& grey, int light);

}  // namespace floe::reader
