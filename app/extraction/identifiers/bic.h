// Business identifier codes of banks (ISO 9362), and the countries of ISO 3166-1.
#pragma once

#include <QString>

namespace floe {

/// Empty where it has the form of a BIC: four letters, a country, two signs, or five; and the country of `iban` where
/// that is given (territories of a country may share its banks). Else half a sentence.
QString faultOfBic(const QString& printed, const QString& iban = {});

/// Two letters of ISO 3166-1, or XK (Kosovo, by use).
bool isCountry(const QString& code);

}  // namespace floe
