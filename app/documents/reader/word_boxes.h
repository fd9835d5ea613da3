// Glyph boxes to word boxes that share a line's height.
#pragma once

#include <QVector>

#include "app/documents/document.h"

namespace floe::reader {

/// A word before its height is settled.
struct RawWord {
    QString text;
    QRectF box;    // tight around the glyphs
    int line = 0;  // of the text layer; lines do not overlap columns reliably, but never split a printed line's words
};

/// PDF libraries give the box of the ink, so that "—" is a hairline and "as" is lower than "It". From the ink of words
/// that follow each other closely on a line, and from which letters they have, their font size and base line are
/// reckoned; each gets the height from 0.9 of the size above the base line to 0.21 below it. Signs without letters or
/// digits get the height of the nearest word.
QVector<Word> levelled(const QVector<RawWord>& words);

}  // namespace floe::reader
