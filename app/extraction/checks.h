// What must hold between the values of a bill, in exact decimals. docs/extract-output.md lists the rules for people,
// checks/rules.h where each comes from and how much it may miss.
#pragma once

#include <QDate>

#include "app/extraction/bill.h"
#include "app/extraction/duplicates.h"

namespace floe {

/// What is known besides the bill itself.
struct Circumstances {
    QDate today = QDate::currentDate();
    QString ownName, ownVatId;   // of the company whose bills are read; empty: unknown
    QByteArray sha256;           // of the bill's file, in hex; empty: unknown
    QVector<BillFacts> earlier;  // bills that were read before: of the same seller, or the same file
};

/// Every rule whose values are all there and are numbers, dates or ids; rules on what would be odd are listed only
/// where it is so. Looks at Field::shown(), so that corrections count.
QVector<Check> runChecks(const Extraction& extraction, const Circumstances& around = {});

/// The note of a field that the decoder was not sure of; judge() takes the doubt back where a sum confirms the value.
inline const char* const kUnsureNote = "The model was not sure of this value. Compare it with the page.";

/// Once a reading: sets extraction.checks and says what they mean for the fields.
/// - A value of an exact sum that holds over at least three different printed numbers is confirmed: kUnsureNote gives
///   way, and no other sum makes it doubtful.
/// - A value of a check that failed is Doubtful, whatever the confidence, which is halved; the note names the sum, and
///   whether the document contradicts itself or may have been misread.
/// - A line's amount is Doubtful where quantity x unit price is another sum.
void judge(Extraction& extraction, const Circumstances& around = {});

}  // namespace floe
