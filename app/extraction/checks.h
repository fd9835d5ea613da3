// What must hold between the values of a bill, in exact decimals.
#pragma once

#include "app/extraction/bill.h"

namespace floe {

/// "lines-net": the lines add up to the net sum (without one: to total less tax, or to the total where no tax is
/// printed; lines that hold the tax already: to the total). "net-tax-total": net + tax = total. "total-paid-due":
/// total - paid = amount due. "due-after-issue": due date >= issue date.
/// A check is listed only where all its values are there and are numbers or dates. Looks at Field::shown(), so that
/// corrections count.
QVector<Check> runChecks(const Extraction& extraction);

/// Once a reading: sets extraction.checks, halves the confidence of fields in a failed one, and makes a line's amount
/// Doubtful where quantity x unit price is another sum.
void judge(Extraction& extraction);

}  // namespace floe
