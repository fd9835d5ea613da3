// Lines of a bill without a head that names its columns: receipts, letters.
#pragma once

#include "app/extraction/table/evidence.h"

namespace floe::table {

/// Upwards from a printed sum, amounts that end below one another (then: that end a line) are added until they make net
/// or total; a sum that is only printed counts where every row is a product. In each row the numbers whose product is
/// the amount are quantity and unit price. Empty: no run of amounts makes any of the sums; one amount alone counts only
/// with a product. Time: lines x sums, of which there are 12 at most.
QVector<Row> rowsWithoutHead(const QVector<PrintedLine>& lines, const QVector<PrintedSum>& sums, const Wanted& wanted,
                             DecimalSign sign);

}  // namespace floe::table
