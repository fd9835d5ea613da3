// Other ways to read a value of a bill, for a person to choose from.
#pragma once

#include "app/extraction/bill.h"

namespace floe {

/// Those that the reading found (Field::candidates), then what the print can mean as well (both days of "03/04/24",
/// both sums of "1.234"), then the sum that would make a failed check agree. Never the value that the field shows;
/// none twice.
QVector<Candidate> otherReadings(const Extraction& extraction, const QString& path);

}  // namespace floe
