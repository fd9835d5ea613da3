// From printed text to meanings: ISO dates, exact decimals, currency codes. Our code does this, not the model, and with
// the whole page in view: which sign stands before the cents, whether the day or the month comes first.
#pragma once

#include "app/extraction/bill.h"
#include "app/extraction/printed_amount.h"
#include "app/extraction/printed_date.h"

namespace floe {

/// What the pages say of their ways of writing.
struct Habits {
    DecimalSign decimalSign = DecimalSign::Unknown;
    DateOrder dateOrder = DateOrder::Unknown;
};

/// Fills value, status and note of each field from its `text`; fields from XML or computed ones stay. Dates that can be
/// two days are settled by the page, then by due date >= issue date, else they stay Ambiguous with a note on both.
/// Returns what it found, for corrections later.
Habits normalise(QVector<Field>& fields, const QString& pageText);

/// What a person typed, in the same spellings; as typed where it is none of them.
QString normalised(const QString& path, const QString& typed, const Habits& habits);

}  // namespace floe
