// The words that stand in a part of a page, as a person draws a frame around them.
#pragma once

#include "app/documents/document.h"

namespace floe {

struct RegionText {
    QString text;           // lines from the top, words from the left
    QVector<QRectF> boxes;  // a box a line, in points
};

/// A word belongs to the region that its middle lies in. Words stand on one line where their middles lie within half of
/// the lower one's height.
RegionText wordsIn(const Page& page, const QRectF& region);

}  // namespace floe
