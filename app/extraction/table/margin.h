// What stands left of a table on its own printed lines: a column of dates and numbers beside it.
#pragma once

#include "app/extraction/table/head.h"

namespace floe::table {

/// Where the table begins, in points: words that end left of it belong to something else. 0: nothing stands there.
/// Such words are told by lines with a cell left of the head's first label and another cell under that label, if no
/// line has a cell across the gap between. `to` is the end of the lines that may be the table's.
double leftMargin(const QVector<PrintedLine>& lines, const Head& head, int to);

}  // namespace floe::table
