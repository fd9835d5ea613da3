// How the lines of a page lie, told by the edges of its letters.
#pragma once

#include <QSize>
#include <QVector>

#include "app/documents/reader/letters.h"

namespace floe::reader {

/// Letters of a line stand on one height: seen along the line, their feet fall together. So for each side of the
/// letters' boxes and each angle up to 10°, feet are counted in narrow strips along that angle; the sum of the squares
/// of the counts is largest where the strips are lines (Postl 1986, on feet instead of pixels).
struct Lie {
    double skew = 0;     // degrees by which to turn the picture clockwise, within ±10, for its lines to lie or stand
    double plain = 0;    // 0…1, how well the feet gather: to compare angles of the same letters
    QVector<int> turns;  // 0, 90, 180, 270: by which the page then becomes upright, the likeliest first
};

Lie lieOf(const Letters& letters, const QSize& size);

}  // namespace floe::reader
