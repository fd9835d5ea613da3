// The head of a table of lines: which columns it has, and where.
#pragma once

#include "app/extraction/table/printed_lines.h"
#include "app/extraction/table/table_labels.h"

namespace floe::table {

struct HeadColumn {
    Column column = Column::Other;
    double left = 0, right = 0;  // of the printed label, points
};

struct Head {
    int first = 0, last = 0;      // its printed lines
    QVector<HeadColumn> columns;  // from the left
    /// Whether its columns are those of a table of lines: a sum, and what it is for. Other heads (taxes, payments) only
    /// end a table.
    bool ofLines = false;

    bool has(Column column) const;
};

/// From the top. A head stands on one printed line or on up to six stacked ones, and holds no amounts. Cells that the
/// labels do not know become Column::Other. Of several columns that can be the sum the others are kept with their
/// meaning; which counts, arithmetic decides (evidence.h). Linear in the words.
QVector<Head> findHeads(const QVector<PrintedLine>& lines);

/// The same columns at about the same places: the head of the page before, printed again.
bool isSameHead(const Head& a, const Head& b);

}  // namespace floe::table
