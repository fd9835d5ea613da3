#include "app/documents/reader/picture_file.h"

#include <QFile>
#include <QImageReader>
#include <algorithm>
#include <cmath>

#include "app/documents/frames.h"
#include "app/documents/reader/grey.h"
#include "app/documents/reader/heif_picture.h"

namespace floe::reader {

namespace {

constexpr double kMostPixels = 24e6;    // that are kept: A4 at 480 dots an inch
constexpr double kMostInFile = 120e6;   // that are decoded
constexpr int kDecodedMegabytes = 500;  // of one picture, while it is decoded

double dotsPerInch(double dotsPerMetre) {
    const double dots = dotsPerMetre * 0.0254;
    return dots >= 120 && dots <= 2400 ? dots : 0;
}

Problem tooLarge(double pixels) {
    return {Problem::Kind::Unsupported,
            {},
            QString("the picture has %1 megapixels; Floe reads up to %2. Save it smaller and try again.")
                .arg(std::ceil(pixels / 1e6))
                .arg(kMostInFile / 1e6)};
}

}  // namespace

QByteArray pictureFormat(const QByteArray& head) {
    if (head.startsWith("\x89PNG\r\n\x1a\n")) return "png";
    if (head.startsWith("\xff\xd8\xff")) return "jpeg";
    if (head.startsWith(QByteArray("II*\0", 4)) || head.startsWith(QByteArray("MM\0*", 4))) return "tiff";
    if (head.startsWith("RIFF") && head.mid(8, 4) == "WEBP") return "webp";
    if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) return "gif";
    if (head.startsWith("BM") && head.size() >= 26 && head[14] >= 12 && head.mid(15, 3) == QByteArray(3, 0))
        return "bmp";
    return isHeif(head) ? "heif" : QByteArray();
}

PictureFile::PictureFile(const QString& path) : path_(path) {
    QImageReader::setAllocationLimit(kDecodedMegabytes);
    QFile file(path);
    if (file.open(QIODevice::ReadOnly)) format_ = pictureFormat(file.read(64));
    if (format_ == "tiff") pages_ = std::clamp(QImageReader(path, format_).imageCount(), 1, frames::kMostPages);
}

PicturePage PictureFile::page(int number) const {
    PicturePage page;
    if (format_ == "heif") {
        const HeifPicture picture = heifPicture(path_, kMostInFile, tooLarge);
        const double pixels = double(picture.image.width()) * picture.image.height();
        const QSizeF kept =
            QSizeF(picture.image.size()) * std::sqrt(std::min(1.0, kMostPixels / std::max(1.0, pixels)));
        page.image = picture.image.scaled(kept.toSize(), Qt::KeepAspectRatio, Qt::SmoothTransformation);
        page.problem = picture.problem;
        return page;
    }
    QImageReader reader(path_, format_);
    reader.setAutoDetectImageFormat(false);  // the one format that it is gets to see the bytes
    reader.setAutoTransform(true);
    if (number > 0 && !reader.jumpToImage(number)) {
        page.problem = Problem{Problem::Kind::DamagedFile, {}, QString("page %1 is damaged.").arg(number + 1)};
        return page;
    }
    const QSize size = reader.size();
    const double pixels = double(size.width()) * size.height();
    if (pixels > kMostInFile) {
        page.problem = tooLarge(pixels);
        return page;
    }
    const double shrink = pixels > kMostPixels ? std::sqrt(kMostPixels / pixels) : 1;
    const QSize kept = (QSizeF(size) * shrink).toSize();
    if (shrink < 1 && format_ == "jpeg") reader.setScaledSize(kept);  // then the large picture never exists
    page.image = onWhite(reader.read());
    if (page.image.isNull()) {
        page.problem = Problem{Problem::Kind::DamagedFile, {}, "the picture is damaged or too large."};
        return page;
    }
    page.dotsPerInch = dotsPerInch(page.image.dotsPerMeterX()) * shrink;
    if (shrink < 1 && format_ != "jpeg")
        page.image = page.image.scaled(kept, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    return page;
}

}  // namespace floe::reader
