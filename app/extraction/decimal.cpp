#include "app/extraction/decimal.h"

#include <QRegularExpression>
#include <algorithm>

namespace floe {

namespace {

using Wide = __int128;
constexpr qint64 kMost = 999'999'999'999'999'999;  // 18 digits
constexpr int kMostPlaces = 9;

Wide power(int exponent) {
    Wide p = 1;
    while (exponent-- > 0) p *= 10;
    return p;
}

std::optional<Decimal> fitting(Wide units, int scale) {
    if (units > kMost || units < -kMost) return {};
    return Decimal(static_cast<qint64>(units), scale);
}

}  // namespace

std::optional<Decimal> Decimal::parse(const QString& plain) {
    static const QRegularExpression form("^(-?)([0-9]{1,18})(?:\\.([0-9]{1,9}))?$");
    const auto match = form.match(plain);
    if (!match.hasMatch()) return {};
    const QString digits = match.captured(2) + match.captured(3);
    if (digits.size() > 18) return {};
    const qint64 units = digits.toLongLong();
    return Decimal(match.captured(1).isEmpty() ? units : -units, static_cast<int>(match.captured(3).size()));
}

QString Decimal::toString() const {
    QString digits = QString::number(std::abs(units_));
    if (scale_ > 0) {
        digits = digits.rightJustified(scale_ + 1, '0');
        digits.insert(digits.size() - scale_, '.');
    }
    return units_ < 0 ? '-' + digits : digits;
}

std::optional<Decimal> Decimal::add(const Decimal& a, const Decimal& b) {
    const int scale = std::max(a.scale_, b.scale_);
    return fitting(Wide{a.units_} * power(scale - a.scale_) + Wide{b.units_} * power(scale - b.scale_), scale);
}

std::optional<Decimal> Decimal::multiply(const Decimal& a, const Decimal& b, int places) {
    Wide product = Wide{a.units_} * b.units_;
    int scale = a.scale_ + b.scale_;
    if (scale > places) {
        const Wide unit = power(scale - places), half = unit / 2;
        product = (product + (product < 0 ? -half : half)) / unit;
        scale = places;
    }
    return scale <= kMostPlaces ? fitting(product, scale) : std::nullopt;
}

std::optional<Decimal> Decimal::divide(const Decimal& a, const Decimal& b, int places) {
    if (b.isZero() || places > kMostPlaces) return {};
    // a / b with `places` places: |a| and |b| below 10^18, so that the shifted one stays below 10^36.
    const int shift = places - a.scale_ + b.scale_;
    const Wide dividend = Wide{a.units_} * power(std::max(shift, 0)),
               divisor = Wide{b.units_} * power(-std::min(shift, 0));
    const Wide half = (divisor < 0 ? -divisor : divisor) / 2;
    Wide quotient = (dividend + (dividend < 0 ? -half : half)) / divisor;
    int scale = places;
    for (; scale > a.scale_ && quotient % 10 == 0; --scale) quotient /= 10;
    return fitting(quotient, scale);
}

int Decimal::compare(const Decimal& a, const Decimal& b) {
    const int scale = std::max(a.scale_, b.scale_);
    const Wide x = Wide{a.units_} * power(scale - a.scale_), y = Wide{b.units_} * power(scale - b.scale_);
    return x < y ? -1 : x > y;
}

}  // namespace floe
