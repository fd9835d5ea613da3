// Check digits of VAT ids, a country a function. What comes in is what follows the country's letters, and has the form
// that vat_id.cpp asks for.
#pragma once

#include <QString>

namespace floe::vat {

bool austria(const QString& id);      // "U" 8 digits: digits of doubled ones, sum + 4, mod 10
bool belgium(const QString& id);      // 97 - first eight mod 97
bool bulgaria(const QString& id);     // 9: weights 1…8, then 3…10, mod 11. 10: of a citizen, a foreigner, or mod 11
bool croatia(const QString& id);      // ISO 7064 MOD 11,10
bool cyprus(const QString& id);       // every second digit by a table, mod 26, a letter
bool czechia(const QString& id);      // 8: weights 8…2 mod 11; 9 and 10: birth numbers
bool denmark(const QString& id);      // weights 2 7 6 5 4 3 2 1, mod 11 = 0
bool estonia(const QString& id);      // weights 3 7 1, mod 10 = 0
bool finland(const QString& id);      // weights 7 9 10 5 8 4 2 1, mod 11 = 0
bool france(const QString& id);       // a key of the SIREN mod 97, or with letters mod 11; the SIREN passes Luhn
bool germany(const QString& id);      // ISO 7064 MOD 11,10
bool greece(const QString& id);       // powers of two, mod 11 mod 10
bool hungary(const QString& id);      // weights 9 7 3 1, mod 10 = 0
bool ireland(const QString& id);      // weights 8…2, mod 23, a letter
bool italy(const QString& id);        // Luhn, and a province
bool latvia(const QString& id);       // companies mod 11; persons by their birth number
bool lithuania(const QString& id);    // weights 1…9, then 3…, mod 11
bool luxembourg(const QString& id);   // first six mod 89
bool malta(const QString& id);        // weights 3 4 6 7 8 9 10 1, mod 37 = 0
bool netherlands(const QString& id);  // nine digits mod 11, or all of it mod 97 = 1 (sole traders, since 2020)
bool norway(const QString& id);       // weights 3 2 7 6 5 4 3 2 1, mod 11 = 0
bool poland(const QString& id);       // weights 6 5 7 2 3 4 5 6 7, mod 11
bool portugal(const QString& id);     // weights 9…2, mod 11
bool romania(const QString& id);      // weights 7 5 3 2 1 7 5 3 2 from the right, times 10, mod 11
bool slovakia(const QString& id);     // divisible by 11
bool slovenia(const QString& id);     // weights 8…2, mod 11
bool spain(const QString& id);        // citizens mod 23, companies Luhn, as digit or letter
bool sweden(const QString& id);       // Luhn over ten digits; 01…94 behind them
bool switzerland(const QString& id);  // "E" 9 digits: weights 5 4 3 2 7 6 5 4, mod 11
bool unitedKingdom(
    const QString& id);  // weights 8…2 and two digits, mod 97 = 0, 42 or 55; government and health as they are

}  // namespace floe::vat
