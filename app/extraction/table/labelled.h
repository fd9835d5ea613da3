// Lines of a bill whose values each stand beside a label of their own: "Description: Paint", "Quantity: 2",
// "Amount: 20.00", as on narrow pages, in mails and in some programs' reports.
#pragma once

#include "app/extraction/table/evidence.h"

namespace floe::table {

/// A row for each run of labelled values that has a description, an amount, and a quantity or price; a label that comes
/// again begins the next. Whether they are the bill's lines their sum must tell (evidence.h). Linear in the words.
QVector<Row> labelledRows(const QVector<PrintedLine>& lines, DecimalSign sign);

}  // namespace floe::table
