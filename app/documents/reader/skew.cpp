#include "app/documents/reader/skew.h"

#include <QPointF>
#include <algorithm>
#include <cmath>

namespace floe::reader {

namespace {

constexpr double kMostDegrees = 10;
constexpr int kFewLetters = 20;  // of fewer nothing can be told

/// The side on which the letters of a page stand that has to be turned by `turn` to be upright, as (along, across).
QPointF foot(const QRect& box, int turn) {
    switch (turn) {
        case 90:  // a page that lies on its left side: the feet are on the right
            return {double(box.top() + box.bottom()) / 2, double(box.right())};
        case 180:
            return {double(box.left() + box.right()) / 2, double(box.top())};
        case 270:
            return {double(box.top() + box.bottom()) / 2, double(box.left())};
        default:
            return {double(box.left() + box.right()) / 2, double(box.bottom())};
    }
}

/// How well the feet gather in strips that rise by `slope`.
double gathered(const QVector<QPointF>& feet, double slope, double strip, QVector<int>& counts) {
    std::fill(counts.begin(), counts.end(), 0);
    const int middle = static_cast<int>(counts.size()) / 2;
    for (const QPointF& at : feet) {
        const int i = middle + static_cast<int>(std::floor((at.y() - slope * at.x()) / strip));
        if (i >= 0 && i < counts.size()) ++counts[i];
    }
    double sum = 0;
    for (const int count : counts) sum += double(count) * count;
    return sum;
}

struct Best {
    double degrees = 0, score = 0;
};

Best bestAngle(const QVector<QPointF>& feet, double strip, int strips) {
    QVector<int> counts(strips);
    const auto score = [&](double degrees) { return gathered(feet, std::tan(degrees * M_PI / 180), strip, counts); };
    Best best{0, score(0) * 1.02};  // a page that lies straight is not turned for nothing
    const auto search = [&](double middle, double reach, double step) {
        for (double degrees = middle - reach; degrees <= middle + reach + 1e-9; degrees += step)
            if (const double s = score(degrees); std::abs(degrees) <= kMostDegrees + 1e-9 && s > best.score)
                best = {degrees, s};
    };
    search(0, kMostDegrees, 0.5);
    search(best.degrees, 0.4, 0.1);
    return best;
}

}  // namespace

Lie lieOf(const Letters& letters, const QSize& size) {
    Lie lie{0, 0, {0, 180, 90, 270}};
    if (letters.boxes.size() < kFewLetters) return lie;
    const double strip = std::max(1.0, letters.height / 6);
    const int strips = static_cast<int>(2.5 * std::max(size.width(), size.height()) / strip) + 2;
    const QPointF middle(size.width() / 2.0, size.height() / 2.0);
    QVector<std::pair<double, int>> order;
    double most = 0;
    for (const int turn : {0, 180, 90, 270}) {
        QVector<QPointF> feet;
        for (const QRect& box : letters.boxes) {
            // Full stops and accents stand apart from where letters do; what is much larger is no letter of the text.
            const int longer = std::max(box.width(), box.height());
            if (longer > letters.height / 2 && longer < 3 * letters.height)
                feet.append(foot(box, turn) - (turn % 180 ? QPointF(middle.y(), middle.x()) : middle));
        }
        const Best best = bestAngle(feet, strip, strips);
        order.append({best.score, turn});
        const auto count = static_cast<double>(feet.size());
        lie.plain = std::max(lie.plain, best.score / std::max(1.0, count * count));
        // Lines fall to the right in a picture that was turned clockwise; along a column it is the other way round.
        if (best.score > most) lie.skew = turn % 180 ? best.degrees : -best.degrees;
        most = std::max(most, best.score);
    }
    std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    for (int i = 0; i < order.size(); ++i) lie.turns[i] = order[i].second;
    return lie;
}

}  // namespace floe::reader
