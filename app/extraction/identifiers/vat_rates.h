// Rates of value-added tax by country.
#pragma once

#include <QString>

#include "app/extraction/decimal.h"

namespace floe {

bool hasVatRates(const QString& country);

/// Whether the rate, in percent, is or lately was one of the country's; 0 always is.
bool isVatRate(const QString& country, const Decimal& percent);

QString vatRatesAsOf();  // the month of the table, "January 2026"

}  // namespace floe
