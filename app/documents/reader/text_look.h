// A look at the page before its text layer is believed.
#pragma once

#include <QImage>
#include <functional>

#include "app/documents/document.h"
#include "app/documents/reader/recognise.h"

namespace floe::reader {

struct TextLook {
    enum class Verdict {
        Trusted,  // the words are those that the page shows
        Garbled,  // the page shows other words
        Partial,  // the page shows far more letters than there are words: most of it is a picture
    } verdict = Verdict::Trusted;
    QVector<Word> words;  // without those that are left out
    QImage picture;       // of the page, as it was looked at; null where it could not be drawn
    double scale = 1;     // its pixels for a point
    int hidden = 0;  // words left out since the page does not show them: white on white, tiny, covered, off the page
};

/// Draws the page, as it is shown, at so many pixels a point: RGB32; null where it cannot.
using Draw = std::function<QImage(double pixelsPerPoint)>;

/// Every word is held against a small picture of the page: is anything there, and does it begin and end where the word
/// does. Words printed twice on one place are kept once. Only where something is strange — odd characters, no ordinary
/// word at all, many words that don't fit their ink — some words are recognised and compared, which costs more.
/// Words in other scripts than the Latin are not doubted: their recognition is not there to ask.
TextLook lookAt(const QVector<Word>& words, const QSizeF& page, const Draw& draw, Recogniser& recogniser);

}  // namespace floe::reader
