// What earlier bills of the same seller tell about a new one: what a person put right once needs no second time.
#pragma once

#include "app/extraction/bill.h"

namespace floe {

struct EarlierBill {
    Extraction extraction;  // with the person's corrections and confirmations
    bool reviewed = false;  // the person called the whole bill looked at
};

/// The category of a bill whose seller has none yet.
QString uncategorized();

/// Of seller and buyer, and never in silence; `earlier`: the newest first, the first that says something counts.
/// - A value that was corrected then is corrected now where the same misreading came again; the field is Derived, its
///   note names what was read, which becomes a candidate.
/// - A value that a person filled in and that is missing now is filled in, Derived.
/// - A doubted value that a person confirmed, corrected to, or looked at is doubted no more.
/// - Where another value was read than the corrected one, that one becomes a candidate.
/// Where only the name tells that both are of one seller, what is put right or filled in stays doubtful.
/// - The category is that of the newest bill that has one, else uncategorized(). A kind that is no bill, and an invoice
///   that the owner sent, have none.
/// Numbers, dates, sums and accounts are never taken from another bill.
void recall(Extraction& extraction, const QVector<EarlierBill>& earlier, bool sent = false);

}  // namespace floe
