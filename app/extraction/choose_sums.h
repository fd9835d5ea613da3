// Net, tax, total, paid and amount due of a bill, chosen among all amounts that are printed.
#pragma once

#include "app/extraction/derive.h"

namespace floe {

/// After normalise(). Every printed amount is weighed for each of the five sums: by the words beside it
/// (label_words.h), by the model's choice and its probability, and by whether net + tax = total and total - paid =
/// amount due hold. The set that weighs most is taken. What the model read and the set confirms stays as it is. Another
/// value takes its place with a note that names both: Derived where labels and sums agree on it, else Doubtful.
void chooseSums(Extraction& extraction, const PageText& page);

}  // namespace floe
