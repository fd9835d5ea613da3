// Which country a bill's seller may live in, for signs that several countries' money has.
#pragma once

#include <QVector>

#include "app/extraction/derive.h"

namespace floe {

/// Something that speaks for a country.
struct CountrySign {
    QString country;  // ISO 3166
    double weight = 0;
    QString why;  // for a note: "the seller's VAT id"
};

/// Of the seller: VAT id, account, the ending of its address for mail and its website, phone code, address. Of the
/// page: registers and taxes of one country alone, postcodes, countries' names, words of one language alone; these
/// weigh less, since the buyer may be meant.
QVector<CountrySign> countrySigns(const Extraction& extraction, const QString& pageText);

/// ISO 4217; empty: a country that Floe knows no money of.
QString moneyOf(const QString& country);

}  // namespace floe
