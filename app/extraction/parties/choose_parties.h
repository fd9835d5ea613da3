// Seller and buyer by weighed evidence: a second reader of names and addresses beside the model.
#pragma once

#include "app/extraction/derive.h"

namespace floe {

/// After normalise(), before findFacts() and the doubt of what the model was unsure of. Weighs every name of the page
/// (parties/weigh.h) by labels, letter head, sender's line, foot, ids, domains, the place of an address and the model's
/// own choice and probability. For name, address, e-mail (and the seller's phone and website) of each role:
/// - what the model read and the evidence is sure of becomes sure (Ok);
/// - what it missed is added, what the evidence contradicts is replaced: Derived where the evidence is sure, else
///   Doubtful, with a note that says where it was found;
/// - names that come next are put into Field::candidates.
/// Values are only ever runs of the page with their place. `payee`: whom a QR code of the page says to pay, or empty.
void chooseParties(Extraction& extraction, const PageText& page, const QString& payee = {});

}  // namespace floe
