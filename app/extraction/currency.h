// The one currency of a bill, as an ISO 4217 code.
#pragma once

#include "app/extraction/derive.h"

namespace floe {

/// What a printed sign, code or name means on this page: "CA$" → CAD, "usd" → USD, "kr" by the countries that the page
/// names. "$" is USD, "¥" JPY and "Rs." INR unless the page says which others they mean. Empty: no money that Floe
/// knows, or "kr" on a page that does not say whose.
QString currencyOf(const QString& printed, const QString& pageText);

/// After the ids are found: the signs and codes beside the amounts decide, by their number; a sign that several
/// countries have ("$", "kr") by an ISO code on the page and by what speaks for one of these countries
/// (home_country.h). What the model read and this confirms stays as it is; another takes its place, Derived. Where
/// nothing decides it is the likeliest, Doubtful, and the others are its candidates.
void chooseCurrency(Extraction& extraction, const PageText& page);

}  // namespace floe
