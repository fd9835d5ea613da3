// The sums from which identifiers of the world take their check digits. Texts come in without spaces and points.
#pragma once

#include <QString>
#include <initializer_list>

namespace floe {

/// Capital letters and digits only; anything else is dropped.
QString bareId(const QString& printed);

bool areDigits(const QString& text, qsizetype size);  // 0-9 of that many
int digitAt(const QString& text, qsizetype at);       // 0…9

/// Σ digit[from + i] · weight[i].
int weighted(const QString& digits, std::initializer_list<int> weights, qsizetype from = 0);

/// Luhn 1960, ISO/IEC 7812: from the right, every second digit doubled, and its digits added up; the sum ends in 0.
bool passesLuhn(const QString& digits);

/// GS1: weights 1 and 3 from the right; the sum ends in 0. GTIN-8, -12, -13, -14, GLN.
bool passesGs1(const QString& digits);

/// ISO 7064 MOD 97-10 over letters (A = 10 … Z = 35) and digits as they stand: the remainder, 1 where it passes. -1:
/// another sign stands in it.
int mod97(const QString& text);

/// ISO 7064 MOD 11,10 over digits.
bool passesMod11_10(const QString& digits);

}  // namespace floe
