// The picture of a page as text recognition likes it.
#pragma once

#include <QImage>

namespace floe::reader {

struct Prepared {
    QImage grey;       // Grayscale8: dark letters on light, evenly lit, letters some 24 pixels high
    double scale = 1;  // its pixels for one of the picture's
    /// Its lines are as short as those of till paper: there, amounts that stand far from their goods are no column.
    bool narrow = false;
};

/// `picture` is upright already. At most 20 megapixels come out; a null picture where there is no memory.
Prepared prepared(const QImage& picture);

}  // namespace floe::reader
