// Which column of a table each word of a printed line stands in.
#pragma once

#include "app/extraction/table/head.h"

namespace floe::table {

/// For each word an index into head.columns, or -1. Words from the left go to columns from the left; among all such
/// ways the one is taken in which the words stand best under (or nearest to) the labels and look like what the column
/// holds. So "3 Std 19 %" without a gap is parted, and a long description may reach under the next label.
/// Words before `first` are in none. Time: words x columns.
QVector<int> columnsOf(const PrintedLine& line, const Head& head, int first = 0);

}  // namespace floe::table
