// A bill as it lies in the history: what was read, and what people put in its place.
#pragma once

#include "app/extraction/checks.h"
#include "app/store/bills_table.h"

namespace floe {

/// What people did to a bill, with lines named as they were read (Extraction::lineIds).
struct Edits {
    QVector<bills_table::Correction> corrections;
    QStringList confirmed;
};

/// The reading with a person's edits put in; its checks are those of the reading, see checkAmong(). A bill that is not
/// read yet has only its file; a failed one its Problem.
Extraction extractionOf(const bills_table::Row& row, const Edits& edits);

/// The checks again, now that it is known what is around the bill.
void checkAmong(Extraction& extraction, const Circumstances& around);

/// The columns that list, search and board show, from the reading.
void summarise(const Extraction& extraction, BillInfo& info);

/// Letters and digits in lower case: "RE-2024/007" and "re 2024 007" are one number.
QString keyOf(const QString& text);

/// The path of the same field in the reading before lines were added, removed or moved, and whatever else it is.
QString pathAsRead(const Extraction& extraction, const QString& path);

/// A person's value in the spellings of Field::value, by the ways of writing that the bill's own fields have.
QString typedValue(const Extraction& extraction, const QString& path, const QString& typed);

/// Whether the form has such a field.
bool isFieldOf(const Extraction& extraction, const QString& path);

}  // namespace floe
