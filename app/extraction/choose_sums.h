// Net, tax, total, paid and amount due of a bill, chosen among all amounts that are printed.
#pragma once

#include "app/extraction/derive.h"

namespace floe {

/// After normalise(). Every printed amount is weighed for each of the five sums: by the words beside it
/// (sums/printed_sums.h), by the model's choice and its probability, and by whether net + tax = total and total - paid
/// = amount due hold. The set that weighs most is taken. What the model read and the set confirms stays as it is.
/// Another value takes its place with a note that names both: Derived where labels and sums agree on it, else Doubtful.
/// What was paid is there only where a label says so or total and amount due show it, and sure only where both do.
void chooseSums(Extraction& extraction, const PageText& page);

}  // namespace floe
