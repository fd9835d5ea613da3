#include "app/documents/reader/scan.h"

#include <algorithm>

#include "app/documents/reader/drawings.h"
#include "app/documents/reader/prepare.h"

namespace floe::reader {

namespace {

constexpr double kPageWidth = 595;      // points, of a page that does not say
constexpr double kLongestSide = 14400;  // points, as in PDF
constexpr double kMostPixels = 1e8;
constexpr double kLookScale = 2;  // pixels a point, for what is drawn

}  // namespace

QImage Shown::scaled(double pixelsPerPoint) const {
    if (image.isNull()) return {};
    const QSizeF size = points() * pixelsPerPoint;
    if (!(size.width() >= 1) || !(size.height() >= 1) || size.width() * size.height() > kMostPixels) return {};
    return image.scaled(size.toSize(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

QVector<Drawing> Shown::drawings(const QVector<Word>& words, int page) const {
    const double scale = std::min(kLookScale, dotsPerInch / 72);
    return drawingsOn(scaled(scale), scale, words, page, Paper::Scanned);
}

Shown Scans::shown(const QImage& picture, double dotsPerInch) {
    const QImage image = upright(picture, stanceOf(picture, samples_));
    const double dots = dotsPerInch > 0 ? dotsPerInch : image.width() * 72 / kPageWidth;
    return {image, std::max(dots, std::max(image.width(), image.height()) * 72 / kLongestSide)};
}

Page Scans::read(const Shown& shown, std::optional<Problem>& problem, bool mayBeTill) {
    Page page{shown.points(), {}};
    const Prepared picture = prepared(shown.image);
    if (picture.grey.isNull()) return page;
    const double dots = shown.dotsPerInch * picture.scale;
    const QTransform toPoints = QTransform::fromScale(72 / dots, 72 / dots);
    page.words = recogniser_.words(picture.grey, mayBeTill && picture.narrow, dots, toPoints, problem);
    return page;
}

}  // namespace floe::reader
