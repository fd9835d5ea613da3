// Light pieces of paper on a darker ground, as a camera sees them, or a scanner with a dark lid.
#pragma once

#include <QImage>

#include "app/documents/reader/pieces.h"

namespace floe::reader {

/// Light regions, far lighter than the ground around them, four-sided, printed, apart from each other by more than a
/// fold's shadow. Light that falls off over the picture is reckoned out.
/// Not apart are two whose sides are in line on both sides: a page with a dark band across it looks like that. And a
/// picture whose ground is of one colour to the bit was drawn, not taken: the fields of a page on a screen are no
/// papers. `grey`: Grayscale8. Empty: there are not several.
QVector<Piece> papersOn(const QImage& grey);

}  // namespace floe::reader
