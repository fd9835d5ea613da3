#include "app/documents/reader/codes.h"

#define ZX_USE_UTF8 1
#include <ZXing/ReadBarcode.h>

#include <algorithm>
#include <cmath>

#include "app/documents/reader/grey.h"

namespace floe::reader {

namespace {

constexpr double kMostPixels = 12e6;
constexpr double kTile = 5;         // points
constexpr int kField = 6;           // tiles on a side
constexpr double kBusyShare = 0.8;  // of the field's tiles

QRectF boxOf(const ZXing::Position& position) {
    QRectF box(QPointF(position[0].x, position[0].y), QSizeF());
    for (const ZXing::PointI& corner : position) {
        box.setLeft(std::min(box.left(), double(corner.x)));
        box.setRight(std::max(box.right(), double(corner.x)));
        box.setTop(std::min(box.top(), double(corner.y)));
        box.setBottom(std::max(box.bottom(), double(corner.y)));
    }
    return box;
}

QVector<Code> decoded(const QImage& grey, double pixelsPerPoint, int page, bool thorough) {
    ZXing::DecodeHints hints;
    hints.setFormats(ZXing::BarcodeFormat::QRCode);
    hints.setTryHarder(thorough);
    hints.setTryRotate(false);  // the finder patterns of QR codes are seen whichever way they are turned
    hints.setTryDownscale(thorough);
    hints.setMaxNumberOfSymbols(kMostCodesOfPage);
    const ZXing::ImageView view(grey.constBits(), grey.width(), grey.height(), ZXing::ImageFormat::Lum,
                                static_cast<int>(grey.bytesPerLine()));
    QVector<Code> codes;
    for (const ZXing::Result& result : ZXing::ReadBarcodes(view, hints)) {
        const QString text = QString::fromStdString(result.text());
        const QRectF box = boxOf(result.position());
        if (result.isValid() && !text.isEmpty() && text.size() <= kLongestCode && codes.size() < kMostCodesOfPage)
            codes.append({page, QRectF(box.topLeft() / pixelsPerPoint, box.size() / pixelsPerPoint), text});
    }
    return codes;
}

}  // namespace

QVector<Code> codesOn(const QImage& picture, double pixelsPerPoint, int page, bool thorough) {
    if (picture.isNull()) return {};
    QImage grey = onWhite(picture).convertToFormat(QImage::Format_Grayscale8);
    const double pixels = double(grey.width()) * grey.height();
    if (pixels > kMostPixels) {
        const double shrink = std::sqrt(kMostPixels / pixels);
        grey = grey.scaled((QSizeF(grey.size()) * shrink).toSize(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        pixelsPerPoint *= shrink;
    }
    return grey.isNull() ? QVector<Code>() : decoded(grey, pixelsPerPoint, page, thorough);
}

bool mayHoldCode(const QImage& picture, double pixelsPerPoint) {
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    const int tile = std::max(4, static_cast<int>(kTile * pixelsPerPoint));
    const int columns = grey.width() / tile, rows = grey.height() / tile;
    // How many busy tiles lie above and to the left of each corner.
    QVector<int> sums((columns + 1) * (rows + 1));
    const auto sum = [&](int column, int row) -> int& { return sums[row * (columns + 1) + column]; };
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column) {
            int dark = 0;
            for (int y = row * tile; y < (row + 1) * tile; ++y) {
                const uchar* pixels = grey.constScanLine(y) + column * tile;
                dark += static_cast<int>(std::count_if(pixels, pixels + tile, [](uchar p) { return p < 128; }));
            }
            const bool busy = dark * 5 > tile * tile && dark * 5 < 4 * tile * tile;
            sum(column + 1, row + 1) = busy + sum(column, row + 1) + sum(column + 1, row) - sum(column, row);
        }
    for (int row = 0; row + kField <= rows; ++row)
        for (int column = 0; column + kField <= columns; ++column)
            if (sum(column + kField, row + kField) - sum(column, row + kField) - sum(column + kField, row) +
                    sum(column, row) >=
                kBusyShare * kField * kField)
                return true;
    return false;
}

}  // namespace floe::reader
