// Lines of a bill without a head that names its columns: receipts, letters.
#pragma once

#include "app/extraction/table/body.h"

namespace floe::table {

/// Upwards from a printed sum that is one of `wanted`, amounts that end below one another are added until they make it.
/// In each row the numbers whose product is the amount are quantity and unit price. Empty: no run of amounts makes any
/// of the sums; one amount alone counts only with a product. Time: lines x sums.
QVector<Row> rowsWithoutHead(const QVector<PrintedLine>& lines, const QVector<PrintedSum>& sums,
                             const QVector<Decimal>& wanted, DecimalSign sign);

}  // namespace floe::table
