// Exact decimal numbers: sums of money must add up to the last digit.
#pragma once

#include <QString>
#include <optional>

namespace floe {

/// units / 10^scale, with at most 18 digits and 9 places. "10.00" keeps its two places when it is printed again.
class Decimal {
 public:
    Decimal() = default;
    Decimal(qint64 units, int scale) : units_(units), scale_(scale) {}

    /// Only the plain form "-1234.50"; empty for anything else, or too many digits.
    static std::optional<Decimal> parse(const QString& plain);

    QString toString() const;
    bool isNegative() const { return units_ < 0; }
    bool isZero() const { return units_ == 0; }
    int scale() const { return scale_; }
    Decimal absolute() const { return {units_ < 0 ? -units_ : units_, scale_}; }
    Decimal operator-() const { return {-units_, scale_}; }

    /// Empty where the result would not fit.
    static std::optional<Decimal> add(const Decimal& a, const Decimal& b);
    static std::optional<Decimal> multiply(const Decimal& a, const Decimal& b, int places);  // rounded half away from 0

    /// Exact where it can be, else with so many places; no fewer places than `a` has. Empty: `b` is zero.
    static std::optional<Decimal> divide(const Decimal& a, const Decimal& b, int places);

    friend bool operator==(const Decimal& a, const Decimal& b) { return compare(a, b) == 0; }
    friend bool operator<(const Decimal& a, const Decimal& b) { return compare(a, b) < 0; }

 private:
    static int compare(const Decimal& a, const Decimal& b);

    qint64 units_ = 0;
    int scale_ = 0;
};

}  // namespace floe
