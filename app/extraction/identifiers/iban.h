// International bank account numbers (ISO 13616) and SEPA creditor ids, which look alike.
#pragma once

#include <QString>

namespace floe {

/// Empty where the IBAN is right: two letters of a country with IBANs, its length, check digits by ISO 7064 MOD 97-10.
/// Else what is wrong, as half a sentence: "its check digits do not fit". Spaces are passed over.
QString faultOfIban(const QString& printed);

/// 0: no country with IBANs. Lengths of the SWIFT IBAN Registry, release 99 (2025).
int ibanLength(const QString& country);

/// "DE98ZZZ09999999999": country, check digits over all but the three signs behind them, which are the creditor's
/// own. Such a number never is an account.
bool isCreditorId(const QString& printed);

}  // namespace floe
