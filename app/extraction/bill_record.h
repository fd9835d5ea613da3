// A bill as it lies in the history: what was read, and what people put in its place.
#pragma once

#include "app/store/bills_table.h"

namespace floe {

/// The reading with corrections put in and checks run again. A bill that is not read yet has only its file; a failed
/// one its Problem.
Extraction extractionOf(const bills_table::Row& row, const QVector<bills_table::Correction>& corrections);

/// What the list of bills shows.
BillInfo infoOf(const bills_table::Row& row, const Extraction& extraction);

/// A person's value in the spellings of Field::value, by the ways of writing that the bill's own fields have.
QString typedValue(const Extraction& extraction, const QString& path, const QString& typed);

/// Whether the form has such a field.
bool isFieldOf(const Extraction& extraction, const QString& path);

}  // namespace floe
