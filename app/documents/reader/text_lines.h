// Whether what stands on a part of a picture is a text, and how its lines lie.
#pragma once

#include <QImage>

#include "app/documents/reader/pieces.h"

namespace floe::reader {

struct TextLines {
    int letters = 0;     // of the usual size
    int lines = 0;       // on which three of them stand, or more
    double plain = 0;    // 0…1, how well they stand on lines: to compare angles
    double height = 0;   // of a usual letter, pixels
    double degrees = 0;  // by which the lines are turned clockwise, or a multiple of 90 more or less
};

/// `piece.degrees` is a guess that the answer lies within 10 degrees of. `grey`: Grayscale8.
TextLines textLines(const QImage& grey, const Piece& piece);

}  // namespace floe::reader
