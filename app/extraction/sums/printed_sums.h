// All amounts that a page prints, with what the words beside each say of it.
#pragma once

#include "app/extraction/decimal.h"
#include "app/extraction/label_words.h"

namespace floe {

struct PrintedSum {
    Decimal value;
    QString text;  // empty: no print of its own, the sum of several
    qsizetype begin = 0;
    int line = 0;
    LabelMeaning label;
    bool besideRate = false;  // a rate of tax stands in its line
    bool ofOneRate = false;   // base, tax or both of one of several rates: a part of the sum that is looked for
};

/// In the order of the page. A label that names an id ("VAT no.") or how was paid ("paid by card") names no sum; one
/// that says that something was paid before, or is left to pay, says so whatever other words stand in it. Where several
/// rates have their taxes printed and no amount is their sum, that sum is added as a Tax without a print.
QVector<PrintedSum> printedSums(const PageText& page);

/// Which of the taxes that stand beside each other at the same rate a line names: "cgst ", "sgst "; empty: none of
/// them.
QString taxNamedIn(const QString& line);

}  // namespace floe
