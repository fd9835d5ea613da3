#include "app/documents/cut_picture.h"

#include <QBuffer>
#include <algorithm>

namespace floe {

namespace {

constexpr double kDots = 300, kMostSide = 600;  // pixels
constexpr qsizetype kMostBytes = 256 << 10;

}  // namespace

QImage cutPicture(const QString& path, int page, const QRectF& box, const ReaderLimits& limits,
                  const std::atomic<bool>* cancel, const QString& password) {
    const double longer = std::max(box.width(), box.height());
    if (!(longer >= 1)) return {};
    const double scale = std::min(kDots / 72, kMostSide / longer);
    const QImage whole = renderPage(path, page, scale, limits, cancel, password).image;
    const QRect pixels = QRectF(box.topLeft() * scale, box.size() * scale).toAlignedRect() & whole.rect();
    return pixels.isEmpty() ? QImage() : whole.copy(pixels);
}

QByteArray pngOf(const QImage& picture) {
    QByteArray png;
    for (QImage image = picture; !image.isNull();) {
        png.clear();
        QBuffer buffer(&png);
        if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "PNG")) return {};
        if (png.size() <= kMostBytes) return png;
        image = image.scaled(image.size() * 0.7, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    }
    return {};
}

}  // namespace floe
