// The signs of a credit note's sums.
#pragma once

#include "app/extraction/bill.h"

namespace floe {

/// A credit note whose sums are all printed with a minus is given as e-invoices give it (type 381): positive sums,
/// taxes, quantities and amounts of lines, Derived, each with a note; `text` stays as it is printed. False, and nothing
/// changed, where some sum or amount of a line is positive, or none is negative, or the values come from an e-invoice.
bool turnPositive(Extraction& extraction);

}  // namespace floe
