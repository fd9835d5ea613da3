#include "app/extraction/checks/rules.h"
#include "app/extraction/names.h"

namespace floe::rules {

namespace {

/// What the line itself takes off and adds: " − 5.00 + 2.00".
Sum withReductions(const Values& values, int line, const Decimal& product) {
    Sum sum;
    sum.value = product;
    for (const bool charge : {false, true}) {
        const QString list = linePath(line, charge ? "charges" : "allowances");
        for (int i = 0; i < values.items(list); ++i) {
            const QString path = QString("%1.%2.amount").arg(list).arg(i);
            if (const auto amount = values.amount(path)) charge ? sum.add(path, *amount) : sum.subtract(path, *amount);
        }
    }
    return sum;
}

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
        const Sum sum = withReductions(values, i, *product);
        if (sum.value && within(*sum.value, *amount, "0.02")) continue;
        of += linePath(i, "amount");
        QString more = sum.terms();
        if (!more.isEmpty() && !more.startsWith(" −")) more.prepend(" + ");
        wrong += QString("line %1: %2 × %3%4 = %5, not %6")
                     .arg(i + 1)
                     .arg(quantity->toString(), price->toString(), more,
                          sum.value ? sum.value->toString() : product->toString(), amount->toString());
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
    for (int i = 0; i < values.lines(); ++i)
        for (const char* member : {"unit_price", "gross_price"}) {
            const auto price = values.amount(linePath(i, member));
            if (!price || !price->isNegative()) continue;
            negative += QString("line %1: %2").arg(i + 1).arg(price->toString());
            paths += linePath(i, member);
        }
    if (paths.isEmpty()) return;
    found += Check{
        "price-negative",      false,
        negative.join("; "),   paths,
        Check::Severity::Note, "A price is negative, where a negative quantity is usual: " + negative.join("; ") + '.'};
}

void discountsMakePrices(const Values& values, Found& found) {
    QStringList wrong;
    QVector<QString> all, of;
    for (int i = 0; i < values.lines(); ++i) {
        const auto gross = values.amount(linePath(i, "gross_price")), price = values.amount(linePath(i, "unit_price"));
        const auto discount = values.amount(linePath(i, "price_discount"));
        const auto rest = gross && price ? Decimal::add(*gross, -discount.value_or(Decimal())) : std::nullopt;
        if (!rest) continue;
        const QVector<QString> paths{linePath(i, "unit_price"), linePath(i, "gross_price")};
        all += paths;
        if (within(*rest, *price, "0.000001")) continue;  // prices were divided by the quantity that they are for
        of += paths;
        wrong += QString("line %1: %2 − %3 = %4, not %5")
                     .arg(i + 1)
                     .arg(gross->toString(), discount ? discount->toString() : QString("0"), rest->toString(),
                          price->toString());
    }
    if (all.isEmpty()) return;
    found += Check{"price-discount",
                   wrong.isEmpty(),
                   wrong.isEmpty() ? QString("%1 of %1 lines").arg(all.size() / 2) : wrong.join("; "),
                   wrong.isEmpty() ? all : of,
                   Check::Severity::Note,
                   wrong.isEmpty() ? QStringLiteral("The list price less its discount is the price of every line.")
                                   : "The list price less its discount is not the price: " + wrong.join("; ") + '.'};
}

}  // namespace

const QVector<Rule>& lines() {
    static const QVector<Rule> all{productsAreAmounts, pricesAreNotNegative, discountsMakePrices};
    return all;
}

}  // namespace floe::rules
