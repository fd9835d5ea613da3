// A file with one picture, or several (TIFF), as pages.
#pragma once

#include <QImage>
#include <QString>
#include <optional>

#include "app/problem.h"

namespace floe::reader {

/// The name by which Qt knows the format, told by the file's first bytes: png, jpeg, tiff, webp, bmp, gif; or heif,
/// which Qt does not read (heif_picture.h). Empty: none.
QByteArray pictureFormat(const QByteArray& head);

struct PicturePage {
    QImage image;            // upright by the camera's note, transparency on white, at most 24 megapixels
    double dotsPerInch = 0;  // as the file says; 0 where it says nothing or a screen's
    std::optional<Problem> problem;
};

class PictureFile {
 public:
    explicit PictureFile(const QString& path);

    int pages() const { return pages_; }  // at least 1, even where the picture turns out to be damaged
    PicturePage page(int number) const;

 private:
    QString path_;
    QByteArray format_;
    int pages_ = 1;
};

}  // namespace floe::reader
