// Printed signs and names of money to ISO 4217 codes.
#pragma once

#include <QString>

namespace floe {

/// "€" → EUR, "CA$" → CAD, "usd" → USD, "kr" by the countries that the page names. "$" is USD unless the page says
/// which other dollar it means. Empty: no money that Floe knows.
QString currencyOf(const QString& printed, const QString& pageText);

/// The one sign or code that stands beside the page's amounts; `printed` as it stands there, `at` where (a character of
/// pageText). No code where there is none or several differ.
struct FoundCurrency {
    QString code, printed;
    qsizetype at = -1;
};
FoundCurrency findCurrency(const QString& pageText);

}  // namespace floe
