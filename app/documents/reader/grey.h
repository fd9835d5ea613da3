// Pictures in greys, made fit for text recognition: dark letters on an evenly light ground.
#pragma once

#include <QImage>

namespace floe::reader {

/// Transparency is laid on white paper. RGB32.
QImage onWhite(const QImage& picture);

/// Grayscale8. A page with light letters on dark is inverted. Where the ground is lit unevenly (a shadow, a photo),
/// every grey is divided by that of the ground around it, which is taken from the lighter pixels of each tile.
QImage evenlyLit(const QImage& picture);

/// Each pixel becomes the median of the nine around it: specks of one or two pixels go, letters of 15 and more stay.
QImage despeckled(const QImage& grey);

/// The grey that parts dark from light best (Otsu 1979). 0…255; pixels below it are dark.
int threshold(const QImage& grey);

}  // namespace floe::reader
