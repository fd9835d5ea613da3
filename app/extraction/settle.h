// Where the model was unsure, arithmetic and the page decide: values that cannot be are taken out or replaced by one
// that is printed and fits. Nothing here knows any particular bill.
#pragma once

#include "app/extraction/derive.h"

namespace floe {

/// Printed text that is no date or sum, chosen with less than half of the probability, counts as not printed; so does
/// an address for mail without its sign.
void dropGuesses(QVector<Field>& fields);

/// One place of the page cannot name both seller and buyer (nor their addresses, nor addresses for mail): the less sure
/// of the two counts as not printed.
void dropTwins(QVector<Field>& fields);

/// After normalise(), before judge():
/// - where net + tax = total or total - paid = amount due fails, the least sure of the three is replaced by the sum of
///   the others if that sum is printed on the page (Doubtful, with a note);
/// - a header sum chosen with less than half of the probability that alone makes a check fail is taken out.
void settle(Extraction& extraction, const PageText& page);

}  // namespace floe
