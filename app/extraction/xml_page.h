// A hybrid bill is one file with two bills, XML for programs and pages for people. They should say the same, but
// nothing enforces it, and some in the world do not: so each value of the XML is looked for on the pages.
#pragma once

#include "app/documents/document.h"
#include "app/extraction/checks.h"

namespace floe {

/// Gives the fields of an e-invoice that stand on the pages their page, boxes and printed text: sums in any grouping,
/// dates in any spelling, the rest without spaces, signs and case. A sum (other than zero), date, number or IBAN that
/// stands nowhere gets a note. Adds the check "xml-page" over the fields of which a bill lives (number, issue date,
/// sums, IBAN): it holds where each of those that the XML has is on the pages. Pages without words: nothing is done.
/// The fields must be in order. Costs a few milliseconds a page.
void compareWithPages(Extraction& extraction, const QVector<Page>& pages);

/// runChecks() for values that were changed: what compareWithPages() and compareWithCode() found stays as it was.
QVector<Check> runChecksAgain(const Extraction& extraction, const Circumstances& around = {});

}  // namespace floe
