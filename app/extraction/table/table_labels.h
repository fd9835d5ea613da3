// Words at the head of a table's columns, and of the rows in it that are no lines: en de fr es it nl pt pl, and sv da.
// All texts are folded (folded.h).
#pragma once

#include <QString>

namespace floe::table {

enum class Column {
    Other,  // a column that no word here names
    Position,
    ItemCode,
    Description,
    Quantity,
    Unit,
    UnitPrice,
    Discount,
    TaxRate,
    TaxAmount,
    TaxBase,  // what a tax is of: a column of the table of taxes
    Amount,
    GrossAmount,  // with tax
    Date,
};

/// What a head cell names; its printed lines joined, a hyphen at a line's end shed. Other: nothing known.
Column columnOf(const QString& folded);

/// Whether the label names descriptions beyond doubt: "Product" may as well head their codes.
bool isDescription(const QString& folded);

/// Whether a word may stand in a head: what tells a head of several lines from the first row under it.
bool isHeadWord(const QString& folded);

enum class RowLabel {
    None,
    Carried,   // of the page before or to the next
    Subtotal,  // of a section: the table may go on
    Sum,       // net, tax, total, paid, due: the table ends
    Extra,     // a discount or charge: a line, or of the whole bill
    Carriage,  // "Transport": a charge where it stands below a sum of the lines, else what a carrier sells
    Part,      // "incl. …": part of the row above it
};

/// What the words of a row say, its numbers aside.
RowLabel rowLabelOf(const QString& folded);

/// Whether the words name a sum of several amounts, not only a tax.
bool namesSum(const QString& folded);

}  // namespace floe::table
