// The kinds of facts that findFacts() looks for, one function a theme.
#pragma once

#include "app/extraction/decimal.h"
#include "app/extraction/facts/page_cells.h"

namespace floe::facts {

void findAccounts(Extraction& extraction, const PageCells& cells);      // payment.iban, payment.bic
void findPartyIds(Extraction& extraction, const PageCells& cells);      // VAT, tax and register numbers
void findContacts(Extraction& extraction, const PageCells& cells);      // the seller's mail, website, phone
void findReferences(Extraction& extraction, const PageCells& cells);    // references, the bill before, terms
void findTheirNumbers(Extraction& extraction, const PageCells& cells);  // order_number, customer_number
void orderByReference(Extraction& extraction);  // order_number, doubted, where only buyer_reference was found
void findDates(Extraction& extraction, const PageCells& cells);    // of delivery, and the period
void findSums(Extraction& extraction, const PageCells& cells);     // discounts, charges, rounding, sum of lines
void findTaxRows(Extraction& extraction, const PageCells& cells);  // rate, base and amount of each tax

/// A sum of the form that is printed, not computed.
std::optional<Decimal> printedSum(const Extraction& extraction, const char* path);

/// As many signs as an IBAN of the country at `begin` has, single spaces between them passed over. Empty: too few, or
/// more follow.
Run ibanAt(const QString& text, qsizetype begin, bool (*isSign)(QChar));

/// The IBANs of a page whose length and check digits fit, as they stand there.
QVector<Run> ibansOn(const QString& text);

}  // namespace floe::facts
