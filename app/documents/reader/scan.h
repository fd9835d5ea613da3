// Pictures of pages, scanned or photographed: how they are shown, and the words on them.
#pragma once

#include <QImage>
#include <optional>

#include "app/documents/document.h"
#include "app/documents/reader/recognise.h"
#include "app/documents/reader/stance.h"

namespace floe::reader {

/// A page as the person sees it: upright, its lines level. All boxes are on this picture.
struct Shown {
    QImage image;
    double dotsPerInch = 0;

    QSizeF points() const { return QSizeF(image.size()) * (72 / dotsPerInch); }
};

class Scans {
 public:
    /// The same for the same picture each time. Without a resolution (0) the page is taken to be 595 points wide.
    Shown shown(const QImage& picture, double dotsPerInch);

    Page read(const Shown& shown, std::optional<Problem>& problem);

    QString note() const { return recogniser_.note(); }

 private:
    Recogniser recogniser_;
    Recogniser samples_;  // one that never learns of a language, so that a page's stance hangs on nothing before it
};

}  // namespace floe::reader
