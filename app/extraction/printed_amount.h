// Printed sums to exact decimals: "1.234,56 €", "$1,234.56", "(12.50)", "1 234,56", "1'234.50".
#pragma once

#include <QString>
#include <optional>

#include "app/extraction/decimal.h"

namespace floe {

/// Which sign stands before the cents on this page.
enum class DecimalSign { Unknown, Point, Comma };

/// Decided over all numbers of the page together: those with two signs ("1.234,56") or two last digits ("12,50") vote.
/// Unknown where nothing votes or the votes are near even.
DecimalSign decimalSignOf(const QString& pageText);

struct PrintedAmount {
    Decimal value;
    std::optional<Decimal> other;  // set: the print can mean this too ("1.234" without a page that decides)
};

/// Empty: no number, or one that is written in no known way. Signs of money, short words such as codes and units, and
/// percent are passed over; a minus before or behind, and brackets, make it negative.
std::optional<PrintedAmount> readAmount(const QString& text, DecimalSign sign);

}  // namespace floe
