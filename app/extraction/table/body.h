// What stands under a table's heads: each printed line, parted into the columns.
#pragma once

#include "app/extraction/table/columns.h"
#include "app/extraction/table/row.h"

namespace floe::table {

/// A printed line of a table.
struct Piece {
    int line = 0;          // among all printed lines
    QVector<Words> cells;  // one for each column of the head
    RowLabel label = RowLabel::None;
    bool opens = false;  // the first line under a head
};

/// One table: its head, and its printed lines on all the pages that it goes over.
struct Table {
    Head head;
    QVector<Piece> pieces;
};

/// A row that a label names as a sum: what the lines may add up to.
struct PrintedSum {
    int line = 0;
    RowLabel label = RowLabel::None;
    Number number;
};

/// The tables of lines. Heads that are printed again (isSameHead) go on with the same table; one ends at a row that is
/// net, tax or total, at another head, or where nothing that could be a row comes any more. A carried sum does not end
/// it, nor does a section's. Linear in the words.
QVector<Table> tablesOf(const QVector<PrintedLine>& lines, const QVector<Head>& heads);

/// The last number with cents of a printed line.
std::optional<Number> lastNumber(const PrintedLine& line, DecimalSign sign);

/// Rows with a sum's label and a number, from the top.
QVector<PrintedSum> printedSums(const QVector<PrintedLine>& lines, DecimalSign sign);

/// The label of a printed line: of its words, the numbers aside.
RowLabel labelOf(const PrintedLine& line);

}  // namespace floe::table
