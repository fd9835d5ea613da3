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
    QImage scaled(double pixelsPerPoint) const;  // null where it would be too large
    QVector<Drawing> drawings(const QVector<Word>& words, int page) const;
};

class Scans {
 public:
    /// The same for the same picture each time. Without a resolution (0) the page is taken to be 595 points wide.
    Shown shown(const QImage& picture, double dotsPerInch);

    /// 0, 90, 180 or 270: by which a picture that lies level is upright.
    int turnOf(const QImage& picture) { return stanceOf(picture, samples_).turn; }

    /// `mayBeTill`: a narrow text is recognised as that of till paper is (prepare.h). Not where a text layer says more.
    Page read(const Shown& shown, std::optional<Problem>& problem, bool mayBeTill = true);

    QString note() const { return recogniser_.note(); }
    Recogniser& samples() { return samples_; }

 private:
    Recogniser recogniser_;
    Recogniser samples_;  // one that never learns of a language, so that a page's stance hangs on nothing before it
};

}  // namespace floe::reader
