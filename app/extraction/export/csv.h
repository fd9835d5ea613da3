// Bills as comma-separated values (RFC 4180), for spreadsheets.
#pragma once

#include <QByteArray>
#include <QVector>

#include "app/extraction/bill.h"

namespace floe::exports {

/// A header row, then one row a bill: "file", "kind", all header fields by their names, "doubts". With `lines` one row
/// a line instead: "file", "number", "line", then the members of a line. UTF-8 with a mark at its beginning (Excel
/// would take it for Latin 1 without), lines end in CR LF. A text that a spreadsheet would run (=, +, -, @, tab at its
/// beginning) gets an apostrophe before it; numbers and dates do not. Bills with a problem are left out.
QByteArray toCsv(const QVector<Extraction>& bills, bool lines);

/// One row: values that need it are quoted; ends in CR LF.
QByteArray csvRow(const QStringList& values, char separator = ',');

/// The text as a spreadsheet may be given it.
QString harmless(const QString& text);

}  // namespace floe::exports
