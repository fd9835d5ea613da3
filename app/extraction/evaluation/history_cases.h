// A person's own bills as a test set: what they corrected, confirmed or looked at is the truth.
#pragma once

#include "app/extraction/bill.h"
#include "app/extraction/evaluation/truth.h"

namespace floe {
class Store;
}

namespace floe::evaluation {

/// What a person says of a bill by what they did to it. Corrected and confirmed values are true; so are the others that
/// were left as they are, but for doubtful ones unless the whole bill was looked at (`reviewed`), the account to book
/// to, and values that stand nowhere on the page. What was not read and not filled in is not judged. Nothing: the
/// person did nothing to it.
std::optional<Truth> truthOf(const Extraction& extraction, bool reviewed);

/// Waits for the history: for the command line. Kept copies are read where they are there. Bills that a person put
/// together of several pieces are left out, which `problems` says.
Result<Cases> casesOfHistory(Store& store);

}  // namespace floe::evaluation
