#include "app/extraction/identifiers/vat_rates.h"

#include <QHash>
#include <QStringList>

namespace floe {

namespace {

/// Standard, reduced and special rates in force, and those of the last ten years, since old bills are read too. From
/// the member states' published rates (European Commission, Taxes in Europe Database) and the tax offices of the
/// others.
const QHash<QString, QString>& rates() {
    static const QHash<QString, QString> all{{"AT", "20 13 10 5 19"},
                                             {"BE", "21 12 6"},
                                             {"BG", "20 9"},
                                             {"CH", "8.1 2.6 3.8 7.7 2.5 3.7 8"},
                                             {"CY", "19 9 5 3"},
                                             {"CZ", "21 12 15 10"},
                                             {"DE", "19 7 16 5"},  // 16 and 5: July to December 2020
                                             {"DK", "25"},
                                             {"EE", "24 22 20 13 9 5"},
                                             {"ES", "21 10 7.5 5 4 2"},
                                             {"FI", "25.5 24 14 13.5 10"},
                                             {"FR", "20 10 5.5 2.1 8.5 1.75 1.05 13 0.9"},  // with Corsica and overseas
                                             {"GB", "20 5 12.5"},
                                             {"GR", "24 13 6 17 9 4"},
                                             {"HR", "25 13 5"},
                                             {"HU", "27 18 5"},
                                             {"IE", "23 21 13.5 9 4.8"},
                                             {"IT", "22 10 5 4"},
                                             {"LT", "21 12 9 5"},
                                             {"LU", "17 14 8 3 16 13 7"},
                                             {"LV", "21 12 5"},
                                             {"MT", "18 12 7 5"},
                                             {"NL", "21 9 6"},
                                             {"NO", "25 15 12 11.11 6"},
                                             {"PL", "23 8 5 4 7 22 3"},
                                             {"PT", "23 13 6 22 12 9 16 4 5"},  // with Madeira and the Azores
                                             {"RO", "21 11 19 9 5 20 24"},
                                             {"SE", "25 12 6"},
                                             {"SI", "22 9.5 5"},
                                             {"SK", "23 20 19 10 5"},
                                             {"XI", "20 5 12.5"}};
    return all;
}

}  // namespace

bool hasVatRates(const QString& country) {
    return rates().contains(country);
}

bool isVatRate(const QString& country, const Decimal& percent) {
    if (percent.isZero()) return true;
    for (const QString& rate : rates().value(country).split(' ', Qt::SkipEmptyParts))
        if (*Decimal::parse(rate) == percent) return true;
    return false;
}

QString vatRatesAsOf() {
    return QStringLiteral("January 2026");
}

}  // namespace floe
