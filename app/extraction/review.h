// What of a bill a person should look at, in the order to look.
#pragma once

#include <QStringList>

#include "app/extraction/bill.h"

namespace floe {

/// Read, but doubtful, ambiguous or no date or sum, and nobody has confirmed or corrected it.
bool isDoubtful(const Field& field);

/// Doubtful fields, and the values of failed checks that nobody has confirmed or corrected; in the form's order.
QStringList unresolved(const Extraction& extraction);

}  // namespace floe
