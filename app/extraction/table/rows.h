// From a table's printed lines to its rows.
#pragma once

#include "app/extraction/table/body.h"

namespace floe::table {

/// Which columns are meant where several could be: indices into head.columns, -1: none.
struct Roles {
    int amount = -1, unitPrice = -1;
};

/// All ways to read the columns, the likeliest first; never more than 9.
QVector<Roles> rolesOf(const Head& head);

/// A row is anchored by its amount. Numbers on the printed line just above or below it, which has no amount, are its
/// own (cells that are centred or set lower); a line that only counts something is a row without an amount. Carried
/// sums and sums of sections are none. Descriptions come in with their wrapped lines (descriptions.h).
QVector<Row> rowsOf(const Table& table, const Roles& roles, const QVector<PrintedLine>& lines, DecimalSign sign);

}  // namespace floe::table
