// Whether a page shows anything where a file says that words stand.
#pragma once

#include <QImage>
#include <QSizeF>

#include "app/documents/document.h"

namespace floe::reader {

struct WordInk {
    bool shown = false;  // something stands out from the ground over a fair part of the word
    bool fits = false;   // it begins and ends where the word does, as print does and a picture behind it does not
};

/// `page` is RGB32, `scale` its pixels for a point. Boxes are those of word_boxes.h: a line's height, as wide as the
/// ink.
WordInk inkOf(const QImage& page, double scale, const Word& word);

}  // namespace floe::reader
