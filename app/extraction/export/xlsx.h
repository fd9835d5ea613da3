// Bills as an Excel workbook: the sheet "Bills", one row a bill, and "Lines", one row a line. Dates and numbers are
// real ones, the header row stays in view. Written with libxlsxwriter.
#pragma once

#include <QByteArray>
#include <QVector>

#include "app/extraction/bill.h"

namespace floe::exports {

/// Bills with a problem are left out. Empty: the library could not make the file (no memory, no temporary folder).
QByteArray toXlsx(const QVector<Extraction>& bills);

}  // namespace floe::exports
