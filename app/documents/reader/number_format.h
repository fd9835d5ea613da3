// Cells of a spreadsheet as they are shown: a number and its format code to text.
#pragma once

#include <QString>

namespace floe::reader {

/// The code of a built-in format, ISO 29500-1, 18.8.30; "General" for those that it leaves open. Dates that a system
/// would show in its own order are shown as 2024-04-30, which has one meaning.
QString builtInFormat(int id);

/// Sections for positive, negative and zero; digits, grouping, percent, currency, quoted text, dates and times.
/// Scientific and fractional formats are shown as plain numbers. Dates count from 1899-12-30, or from 1904-01-01.
QString shownNumber(double number, const QString& code, bool from1904 = false);

}  // namespace floe::reader
