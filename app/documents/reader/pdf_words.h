// The text layer of a PDF: words with their boxes, by Qt PDF.
#pragma once

#include <QBuffer>
#include <QPdfDocument>
#include <QTransform>
#include <optional>

#include "app/documents/document.h"

namespace floe::reader {

class PdfWords {
 public:
    /// `pdf` is the opened file at `path`; both must outlive this.
    PdfWords(QPdfDocument& pdf, const QString& path) : pdf_(pdf), path_(path), password_(pdf.password()) {}

    /// The words of one page in the file's order. `toShown` brings Qt's coordinates to those of the page as shown.
    /// Empty where the page has no text, or text that stands for nothing (fonts without a character map).
    QVector<Word> of(int page, const QTransform& toShown);

    /// Whether a page has text that stands for something.
    static bool hasText(QPdfDocument& pdf, int page);

    /// Whether most of a page's text runs up or down the page as it is shown.
    static bool isSideways(QPdfDocument& pdf, int page, const QTransform& toShown);

 private:
    QPdfDocument* separated();

    QPdfDocument& pdf_;
    QString path_, password_;
    bool tried_ = false;
    QBuffer bytes_;
    std::optional<QPdfDocument> separated_;  // withSeparateGlyphs, made when a page first needs it
};

}  // namespace floe::reader
