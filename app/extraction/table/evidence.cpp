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

Evidence evidenceOf(QVector<Row>& rows, const QVector<Row>& extras, const Wanted& wanted) {
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
    evidence.hasSum = fits && any && !evidence.sum.isZero();
    if (!evidence.hasSum) return evidence;
    evidence.makesHeader = holds(wanted.header, evidence.sum);
    evidence.makesPrinted = rows.size() > 1 && holds(wanted.printed, evidence.sum);
    int less = 0, more = 0;
    std::optional<Decimal> whole = evidence.sum;
    for (const Row& row : extras) {
        ++(row.amount.value.isNegative() ? less : more);
        if (whole) whole = Decimal::add(*whole, row.amount.value);
    }
    evidence.withExtras = !extras.isEmpty() && whole && less <= 1 && more <= 1 && holds(wanted.header, *whole);
    return evidence;
}

int weightOf(const Evidence& evidence, const QVector<Row>& rows) {
    int weight = evidence.makesHeader || evidence.withExtras ? 100'000 : evidence.makesPrinted ? 60'000 : 0;
    weight += 20 * evidence.products - 15 * evidence.broken;
    for (const Row& row : rows) weight += row.isExtra ? -4 : row.isCounted() ? 3 : row.section == 0 ? 1 : -2;
    return weight;
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
