// What is drawn on a page besides its words: what may be a logo, a stamp, a signature.
#pragma once

#include <QImage>

#include "app/documents/document.h"

namespace floe::reader {

enum class Paper {
    Clean,   // drawn by a program: any colour that is not the paper's is ink
    Scanned  // lit unevenly, with specks; words that were hardly read may be no words
};

/// `page` is RGB32, `scale` its pixels for a point, two or so; `words` are those of the page, `number` its own. Rules,
/// frames, grounds under words, codes and single letters are none. The largest first, at most 30; none where the
/// picture is null.
QVector<Drawing> drawingsOn(const QImage& page, double scale, const QVector<Word>& words, int number, Paper paper);

}  // namespace floe::reader
