// VAT identification numbers with the check digits of their countries: the 27 of the EU, Northern Ireland (XI), the
// United Kingdom, Norway and Switzerland.
//
// A wrong one says that the document or its reading is wrong, not which: of the VAT ids in public sample bills more
// than half fail, being invented. So no caller may refuse a bill for it.
//
// Sources: the structures that the European Commission's VIES publishes, and the countries' own rules for the digits.
#pragma once

#include <QString>

namespace floe {

/// Empty where form and check digits are right. Else half a sentence: "its check digits do not fit". Spaces, points and
/// hyphens are passed over; Greece is EL or GR. Ids of countries without a rule here, or without a country, have
/// none: "it begins with no country that Floe knows".
QString faultOfVatId(const QString& printed);

/// "DE" of "DE 136 695 976"; "GR" where it begins with EL. Empty: no country with a rule here. Looks at the letters
/// only.
QString countryOfVatId(const QString& printed);

/// Whether it has the length and the kinds of signs of its country, check digits aside.
bool looksLikeVatId(const QString& printed);

}  // namespace floe
