// Text recognition on pictures of pages, by Tesseract.
#pragma once

#include <QImage>
#include <QTransform>

#include "app/documents/document.h"

namespace tesseract {
class TessBaseAPI;
}

namespace floe::reader {

/// Opened on the first page that needs it; then kept for the next.
class Recogniser {
 public:
    Recogniser();
    ~Recogniser();

    /// The words of a picture; `toPoints` brings its pixels to points of the page. Without language data `problem` is
    /// set and no words come.
    QVector<Word> words(const QImage& picture, double dotsPerInch, const QTransform& toPoints,
                        std::optional<Problem>& problem);

 private:
    bool open();
    std::unique_ptr<tesseract::TessBaseAPI> engine_;
    bool opened_ = false;
};

}  // namespace floe::reader
