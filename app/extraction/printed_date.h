// Printed dates to calendar days: "Apr 30, 2024", "30. April 2024", "2024-04-30", "03/04/24", "15 de marzo de 2024".
#pragma once

#include <QDate>
#include <QString>
#include <QVector>

namespace floe {

/// Which of day and month stands first where both are numbers.
enum class DateOrder { Unknown, DayFirst, MonthFirst };

/// Every day that the print can mean: none, one, or two (day first, then month first). Names of months are known in
/// English, German, French, Spanish, Italian, Dutch, Portuguese, Polish, Swedish, Danish and Norwegian, whole or
/// shortened.
QVector<QDate> readDate(const QString& text);

/// Told by dates whose day is above 12, by countries, postal codes and words of a language that a page shows, and by
/// its currency, in this order.
DateOrder dateOrderOf(const QString& pageText, const QString& currency);

}  // namespace floe
