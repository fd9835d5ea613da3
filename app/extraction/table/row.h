// A line of a bill as a table shows it: printed words with their places, and the numbers that they are.
#pragma once

#include <optional>

#include "app/extraction/printed_amount.h"
#include "app/extraction/table/printed_lines.h"

namespace floe::table {

/// Printed words, a box a line, all on one page.
struct Print {
    QString text;  // lines parted by \n; empty: nothing is printed
    int page = -1;
    QVector<QRectF> boxes;
    double confidence = 1;  // of the text recognition

    bool isEmpty() const { return text.isEmpty(); }
};

struct Number {
    Print print;
    Decimal value;
    std::optional<Decimal> other;  // what the print can mean, too (PrintedAmount)

    bool isEmpty() const { return print.isEmpty(); }
};

struct Row {
    Print description, itemCode, unit;
    Number quantity, unitPrice, discount, taxRate, amount;
    bool discountInPercent = false;
    int section = 0;       // how many sums stand above it in its table
    bool isExtra = false;  // a discount or charge of the whole bill perhaps, or part of another row
    bool isPart = false;   // the latter
    int line = 0;          // among the printed lines

    bool isCounted() const { return !quantity.isEmpty() || !unitPrice.isEmpty(); }
};

using Words = QVector<const PrintedWord*>;  // of one printed line, from the left

/// The words of a printed line by its cells.
QVector<Words> cellsOf(const PrintedLine& line);

/// Words as a print: what white space parts is joined by one space.
Print printOf(const Words& words, int page);

/// The first number in the words: "1 234,56", "- 100,00", "$12.50", "20" of "20 Stk". What else stands there is left
/// out of the print, but for a minus and brackets.
struct FoundNumber {
    Number number;
    QString after;  // the words behind it, without signs of money
    QVector<QRectF> afterBoxes;
};
std::optional<FoundNumber> numberIn(const Words& words, int page, DecimalSign sign);

/// 0.02: what rounding of a unit price leaves between quantity x price and the amount.
bool nearly(const Decimal& a, const Decimal& b);

/// Whether quantity x unit price, less the discount, is the amount; signs aside, since credit notes print either.
/// Empty: something is missing. A print that can mean two numbers is settled to the one that fits.
std::optional<bool> productHolds(Row& row);

}  // namespace floe::table
