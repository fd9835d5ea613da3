// Where in a document a new bill begins: scans of a pile of bills, exports of many bills in one PDF.
//
// A wrong split is worse than none, so a page begins a bill only on strong evidence, and never on one sign alone:
// - its count of pages begins again at 1, and it has another bill number by its label, or both bills have a title
//   (and both a number, or neither);
// - another bill number by its label, with a bill's title or as page 1, on a page that does not mention the number
//   before;
// - an account or VAT id (where the buyer's is on both, and an address) that is another seller's, after a page with a
//   total; and a bill's title, or a bill number that is another or stands on a page 1.
// Papers that lay on one picture are bills of their own where two of them at least print a total.
// What binds a page to the one before: a count above 1, the same bill number, sums carried over, a title of another
// kind of document (a delivery note), and a stretch of pages that prints no total: such are annexes, or a cover letter,
// and go with the bill beside them. Pages without words go with the page before.
#pragma once

#include "app/documents/document.h"
#include "app/extraction/bill.h"

namespace floe {

/// All pages in order, each in one range; one range where it is one bill, or cannot be told. An e-invoice is one bill.
QVector<PageRange> billsIn(const Document& document);

}  // namespace floe
