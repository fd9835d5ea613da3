// Which of a page's glyph boxes belong to which word.
#pragma once

#include <QRectF>
#include <QVector>
#include <functional>

namespace floe::reader {

/// A word's characters within the page's text.
struct Run {
    int begin = 0, end = 0;
    int line = 0;
};

/// `glyphs` are the boxes of all visible glyphs in the order of the text: about one a character of the words, but a
/// ligature has one for two or three, and some fonts give spaces one. `exact(i)` tells word i's box for sure, and is
/// dear. How far the counts have drifted apart at a word is asked only where it differs between two words that are
/// known, by bisection; some words more are asked for as a proof. Empty where the boxes cannot be told apart so.
QVector<QRectF> wordBoxes(const QVector<QRectF>& glyphs, const QVector<Run>& words,
                          const std::function<QRectF(int)>& exact);

}  // namespace floe::reader
