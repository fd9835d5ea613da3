// How a picture of a page has to be turned to be read, and to be shown: upright, with level lines.
#pragma once

#include <QImage>

#include "app/documents/reader/recognise.h"

namespace floe::reader {

/// Degrees clockwise: 0, 90, 180 or 270 to stand upright and up to 10 either way for level lines.
struct Stance {
    int turn = 0;
    double skew = 0;
};

/// The same for the same picture each time: a page's words and its picture are made by two processes, and boxes must
/// lie on their words. Which way is up is told by recognising a part of the page with many letters each way, the
/// likeliest way (skew.h) first; where that reads well, no other is tried. {0, 0} where there is little text.
Stance stanceOf(const QImage& picture, Recogniser& recogniser);

/// The picture turned; its corners are filled with white. A skew below a fifth of a degree is left alone.
QImage upright(const QImage& picture, const Stance& stance);

}  // namespace floe::reader
