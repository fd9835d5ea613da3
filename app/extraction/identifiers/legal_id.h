// Register and tax numbers of companies that are no VAT ids: what each looks like, and its check digits where it has
// some. All take texts with or without spaces, points, hyphens and strokes.
#pragma once

#include <QString>

namespace floe {

bool isSiren(const QString& id);  // France, 9 digits, Luhn
bool isSiret(
    const QString& id);  // France, a SIREN and 5 digits, Luhn; La Poste's: the digits add up to a multiple of 5
bool isCodiceFiscale(const QString& id);  // Italy, 16 signs, a letter by tables mod 26; or 11 digits as a partita IVA
bool isPartitaIva(const QString& id);     // Italy, 11 digits, Luhn
bool isNip(const QString& id);            // Poland, 10 digits, mod 11
bool isRegon(const QString& id);          // Poland, 9 or 14 digits, mod 11
bool isNif(const QString& id);            // Spain: NIF, NIE or CIF, 9 signs
bool isGstin(const QString& id);          // India, 15 signs, base 36
bool isAbn(const QString& id);            // Australia, 11 digits, mod 89
bool isCnpj(const QString& id);           // Brazil, 14 signs (letters too since July 2026), mod 11 twice
bool isAcn(const QString& id);            // Australia, 9 digits, mod 10
bool isCvr(const QString& id);            // Denmark, 8 digits, mod 11
bool isOrganisationNumber(const QString& id);  // Sweden, 10 digits, Luhn; Norway, 9 digits, mod 11
bool isYTunnus(const QString& id);             // Finland, 8 digits, mod 11
bool isIco(const QString& id);                 // Czechia and Slovakia, 8 digits, mod 11
bool isBelgianCompany(const QString& id);      // 10 digits, mod 97, with or without BE or the 0 in front
bool isGln(const QString& id);                 // GS1, 13 digits
bool isGtin(const QString& id);                // GS1, 8, 12, 13 or 14 digits

// Forms without a check digit, or with one that is not public.
bool looksLikeEin(const QString& id);           // United States, "12-3456789"
bool looksLikeKvk(const QString& id);           // Netherlands, 8 digits
bool looksLikeSteuernummer(const QString& id);  // Germany, "21/815/08150" or 13 digits

/// Of a register number: by the kind that it names ("SIREN 732 829 320", "REGON: 123456785"), by its shape where that
/// is of one kind alone (GSTIN, CNPJ), or by what companies of `country` (ISO 3166; empty: unknown) have. Empty where
/// it passes or no rule is known, else half a sentence.
QString faultOfLegalId(const QString& printed, const QString& country = {});

}  // namespace floe
