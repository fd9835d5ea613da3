#include "app/extraction/checks/rules.h"
#include "app/extraction/names.h"

namespace floe::rules {

namespace {

/// One check for all lines that have the three numbers: a bill of two hundred lines needs no two hundred ticks.
void productsAreAmounts(const Values& values, Found& found) {
    QStringList wrong;
    QVector<QString> all, of;
    for (int i = 0; i < values.lines(); ++i) {
        const auto quantity = values.amount(linePath(i, "quantity")), price = values.amount(linePath(i, "unit_price"));
        const auto amount = values.amount(linePath(i, "amount"));
        const auto product = quantity && price && amount ? Decimal::multiply(*quantity, *price, amount->scale())
                                                         : std::optional<Decimal>();
        if (!product) continue;
        all += linePath(i, "amount");
        if (within(*product, *amount, "0.02")) continue;
        of += linePath(i, "amount");
        wrong += QString("line %1: %2 × %3 = %4, not %5")
                     .arg(i + 1)
                     .arg(quantity->toString(), price->toString(), product->toString(), amount->toString());
    }
    if (all.isEmpty()) return;
    Check check;
    check.rule = "line-product";
    check.ok = wrong.isEmpty();
    check.severity = Check::Severity::Note;
    check.paths = check.ok ? all : of;
    check.detail = check.ok ? QString("%1 of %1 lines").arg(all.size()) : wrong.join("; ");
    check.sentence = check.ok ? QStringLiteral("Quantity times price is the amount of every line.")
                              : "Quantity times price is not the amount (a discount?): " + check.detail + '.';
    found += check;
}

void pricesAreNotNegative(const Values& values, Found& found) {
    QStringList negative;
    QVector<QString> paths;
    for (int i = 0; i < values.lines(); ++i) {
        const auto price = values.amount(linePath(i, "unit_price"));
        if (!price || !price->isNegative()) continue;
        negative += QString("line %1: %2").arg(i + 1).arg(price->toString());
        paths += linePath(i, "unit_price");
    }
    if (paths.isEmpty()) return;
    found += Check{"price-negative",
                   false,
                   negative.join("; "),
                   paths,
                   Check::Severity::Note,
                   "A unit price is negative, where a negative quantity is usual: " + negative.join("; ") + '.'};
}

}  // namespace

const QVector<Rule>& lines() {
    static const QVector<Rule> all{productsAreAmounts, pricesAreNotNegative};
    return all;
}

}  // namespace floe::rules
