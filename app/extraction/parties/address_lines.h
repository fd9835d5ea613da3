// What a line of a letter head looks like by itself: a street, a town, a country, somebody's name. Only shapes and
// words of eight languages; no list of places or companies.
#pragma once

#include <QString>
#include <QVector>
#include <utility>

namespace floe::parties {

enum class LineKind {
    Street,      // or a post box
    Town,        // with its postal code; the street may stand before it in the same line
    Country,     // alone in its line
    Person,      // who is to get it: "z. Hd. Ann Pike", "c/o Pike Ltd"
    Salutation,  // "Herrn", "Firma", "Spett.le" alone, above the name
    Email,
    Website,
    Phone,
    Id,     // a VAT, tax or register number, an account, who manages a company
    Title,  // "Invoice 17", "Kopie"
    Key,    // names a value that is no party's: "Rechnungsnummer", "Date:"
    Name,   // may name somebody
    Other,
};

/// `text` is one cell, or a part of it. Of two that fit the first above wins, but for a name with a legal form.
LineKind kindOfLine(const QString& text);

bool isStreet(const QString& text);
bool isTown(const QString& text);
bool isBuilding(const QString& text);  // "Pike Tower", "2nd floor": of an address, though it could be a name
bool isCountry(const QString& text);   // "Deutschland / Germany", "France", "DE"

/// The lines of an address that is printed in one ("Seeweg 4 · 78462 Konstanz · Tel. 1234", "10, rue du Lac, 84340
/// Ay"), without a name: street, town, and what stands behind them; none of other texts. Places are characters of the
/// text.
QVector<std::pair<qsizetype, qsizetype>> partsOfAddress(const QString& text);

bool isTitle(const QString& text);  // what the paper is, perhaps with its number
bool isKey(const QString& text);    // has a word that names a value of a bill
bool hasMoney(const QString& text);

/// Whether it says of the company around it what only a seller says: VAT id, register, capital, account, managers.
bool namesIds(const QString& text);

/// The end of "GmbH & Co. KG" in "Pike GmbH & Co. KG, Main St. 1"; -1: no legal form.
qsizetype legalFormEnd(const QString& text);

/// "Monsieur Paul Pike", "Herrn Pike": one who is written to.
bool beginsWithSalutation(const QString& text);

/// A company that keeps accounts, as it stands beside an IBAN.
bool isBankName(const QString& text);

}  // namespace floe::parties
