// What speaks for a set of lines: their products, and whether they add up to a sum that the bill prints.
#pragma once

#include "app/extraction/bill.h"
#include "app/extraction/table/body.h"

namespace floe::table {

/// Sums that the lines of a bill may make.
struct Wanted {
    QVector<Decimal> header;   // net, total, total - tax, lines_total of the form, as far as they are there
    QVector<Decimal> printed;  // other printed sums with a label of their own: a subtotal that net follows from
};
Wanted wantedOf(const Extraction& extraction, const QVector<PrintedSum>& sums);

struct Evidence {
    Decimal sum;                   // of the amounts
    bool hasSum = false;           // there are amounts, and they could be added
    bool makesHeader = false;      // their sum is one of Wanted::header
    bool withExtras = false;       // it is so together with a discount or charge of the whole bill
    bool makesPrinted = false;     // their sum is one of Wanted::printed
    int products = 0, broken = 0;  // rows where quantity x unit price is the amount, and where it is not

    bool proves() const { return makesHeader || withExtras || makesPrinted; }
};

/// `extras` are rows that are no lines: at most one discount and one charge of them count for the sum.
Evidence evidenceOf(QVector<Row>& rows, const QVector<Row>& extras, const Wanted& wanted);

/// For choosing among ways to read the same page: first the sum, then products, then rows that count something.
int weightOf(const Evidence& evidence, const QVector<Row>& rows);

/// The lines that stand in the form, by the same measure: all amounts there, and their sum.
bool linesProve(const Extraction& extraction, const Wanted& wanted);

}  // namespace floe::table
