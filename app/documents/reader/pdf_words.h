// The text layer of a PDF: words with their boxes, by Qt PDF.
#pragma once

#include <QPdfDocument>
#include <QTransform>

#include "app/documents/document.h"

namespace floe::reader {

/// The words of one page in the file's order. `toShown` brings Qt's coordinates to those of the page as shown.
/// Empty where the page has no text, or text that stands for nothing (fonts without a character map).
QVector<Word> wordsOf(QPdfDocument& pdf, int page, const QTransform& toShown);

}  // namespace floe::reader
