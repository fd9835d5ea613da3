// Which printed lines are the description of which row.
#pragma once

#include "app/extraction/table/body.h"

namespace floe::table {

/// For each row (the pieces that hold its numbers, the first of them first) its description. A line of text belongs to
/// the row that it stands close to. Between two rows it goes where the wider gap is not; where all gaps are alike, down
/// to the row above it, but for tables whose rows all have their text above their numbers, or around them. Lines set
/// apart (small print, the foot of the page) belong to none.
QVector<Print> descriptionsOf(const Table& table, const QVector<QVector<int>>& rows, const QVector<PrintedLine>& lines);

}  // namespace floe::table
