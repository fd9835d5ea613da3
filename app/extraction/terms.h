// Terms of payment in words: after how many days all of a bill is due.
#pragma once

#include <QString>
#include <optional>

namespace floe {

/// "30 days net", "zahlbar innerhalb von 14 Tagen", "10 jours", "Net 30"; of several ("14 Tage 2 % Skonto, 30 Tage
/// netto") the longest. 0 for "due on receipt". Nothing where no number of days stands there, where months and their
/// ends count ("30 days end of month", "60 jours fin de mois"), or where the days are those of a discount alone ("14
/// Tage 2 % Skonto"). Languages: en de fr es it nl pt pl.
std::optional<int> daysOfTerms(const QString& terms);

}  // namespace floe
