// Everything on the pages that may be a bill's number or a date, with what the words beside it say.
#pragma once

#include "app/extraction/derive.h"
#include "app/extraction/label_words.h"

namespace floe {

struct NamedPrint {
    QString text;
    qsizetype begin = 0;  // a character of PageText::text
    LabelMeaning label;
    double shape = 0;  // 0 or below: how much its looks speak against it
};

/// Words with a digit, with a short prefix in capitals where one stands before them ("RE 4711"). IBANs, VAT ids, sums,
/// dates and addresses of the web are among them, with their shape against them.
QVector<NamedPrint> printedNumbers(const PageText& page);

/// Whatever readDate() understands.
QVector<NamedPrint> printedDates(const PageText& page);

}  // namespace floe
