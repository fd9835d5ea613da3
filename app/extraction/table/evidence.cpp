#include "app/extraction/table/evidence.h"

#include <algorithm>

#include "app/extraction/names.h"

namespace floe::table {

namespace {

std::optional<Decimal> amount(const Extraction& e, const QString& path) {
    const Field* field = e.find(path);
    return field ? Decimal::parse(field->value) : std::nullopt;
}

bool holds(const QVector<Decimal>& values, const Decimal& value) {
    return std::any_of(values.begin(), values.end(), [&](const Decimal& one) { return one == value; });
}

}  // namespace

Wanted wantedOf(const Extraction& extraction, const QVector<PrintedSum>& sums) {
    Wanted wanted;
    const auto net = amount(extraction, "net"), tax = amount(extraction, "tax"), total = amount(extraction, "total");
    if (net) wanted.header.append(*net);
    if (total && tax)
        if (const auto rest = Decimal::add(*total, -*tax)) wanted.header.append(*rest);
    if (const auto lines = amount(extraction, "lines_total")) wanted.header.append(*lines);
    if (total) wanted.header.append(*total);
    for (const PrintedSum& sum : sums)
        if (!sum.number.value.isZero() && !holds(wanted.printed, sum.number.value))
            wanted.printed.append(sum.number.value);
    return wanted;
}

int Evidence::weight(qsizetype rows) const {
    return (makesHeader    ? 10'000
            : makesPrinted ? 6'000
                           : 0) +
           20 * products - 15 * broken + static_cast<int>(std::min<qsizetype>(rows, 900));
}

Evidence evidenceOf(QVector<Row>& rows, const Wanted& wanted) {
    Evidence evidence;
    bool fits = true, any = false;
    for (Row& row : rows) {
        if (const auto product = productHolds(row)) ++(*product ? evidence.products : evidence.broken);
        if (row.amount.isEmpty()) continue;
        const auto sum = Decimal::add(evidence.sum, row.amount.value);
        fits &= sum.has_value();
        if (sum) evidence.sum = *sum;
        any = true;
    }
    evidence.hasSum = fits && any;
    evidence.makesHeader = evidence.hasSum && holds(wanted.header, evidence.sum);
    evidence.makesPrinted = evidence.hasSum && rows.size() > 1 && holds(wanted.printed, evidence.sum);
    return evidence;
}

bool linesProve(const Extraction& extraction, const Wanted& wanted) {
    Decimal sum;
    if (extraction.lineCount == 0) return false;
    for (int i = 0; i < extraction.lineCount; ++i) {
        const auto one = amount(extraction, linePath(i, "amount"));
        const auto more = one ? Decimal::add(sum, *one) : std::nullopt;
        if (!more) return false;
        sum = *more;
    }
    return holds(wanted.header, sum);
}

}  // namespace floe::table
