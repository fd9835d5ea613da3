// Facts that the built-in model does not read, found on the page by rules: accounts, ids, references, dates, terms,
// rows of taxes, sums by their labels. Only what is printed, only where one reading is left, always with its place.
#pragma once

#include "app/extraction/derive.h"

namespace floe {

/// After derive(), before judge(). Fields that are there stay as they are. What check digits or arithmetic prove is Ok;
/// what only its label tells is Derived, with a note. Languages of labels: en de fr es it nl pt pl.
///
/// - payment.iban: the page's one IBAN whose check digits fit; of several the first (Derived); where the page speaks of
///   direct debit, Doubtful, since it may be the buyer's. Without one, what the label IBAN stands before.
/// - seller.vat_id, buyer.vat_id: the buyer's stands in or under the buyer's block, or has a label that says so.
/// - taxes: rows whose numbers satisfy base x rate = amount, if together they make the tax.
/// - due_date, where none is printed: issue date + the days of the terms, if the issue date is sure.
void findFacts(Extraction& extraction, const PageText& page);

}  // namespace floe
