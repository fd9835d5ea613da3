#include <algorithm>

#include "app/extraction/checks/rules.h"
#include "app/extraction/names.h"

namespace floe::rules {

namespace {

struct Named {
    QString path;
    Decimal value;
};

std::optional<Named> named(const Values& values, const QString& path) {
    const auto value = values.amount(path);
    if (!value) return {};
    return Named{path, *value};
}

/// The lines' exact products rounded once, where every line has them: what a program that rounds only the sum prints.
std::optional<Decimal> roundedOnce(const Values& values, int places) {
    Decimal all;
    bool finer = false;
    for (int i = 0; i < values.lines(); ++i) {
        const auto quantity = values.amount(linePath(i, "quantity")), price = values.amount(linePath(i, "unit_price"));
        const auto product = quantity && price ? Decimal::multiply(*quantity, *price, 9) : std::nullopt;
        const auto sum = product ? Decimal::add(all, *product) : std::nullopt;
        if (!sum || !within(*product, values.amount(linePath(i, "amount")).value_or(Decimal()), "0.01")) return {};
        finer |= product->scale() > places;
        all = *sum;
    }
    return finer ? Decimal::multiply(all, Decimal(1, 0), places) : std::nullopt;
}

void explainByLines(const Values& values, Check& check, const Decimal& wanted) {
    const auto once = check.ok ? std::nullopt : roundedOnce(values, wanted.scale());
    if (once && *once == wanted)
        makeNote(check, "The lines are printed rounded; their exact products make " + wanted.toString() + ".");
}

/// What the lines must make: of what is printed, the first that fits, else the first.
QVector<Named> wantedOfLines(const Values& values) {
    QVector<Named> wanted;
    const auto net = named(values, "net"), tax = named(values, "tax"), total = named(values, "total");
    if (net) wanted += *net;
    if (!net && total && tax) {
        if (const auto rest = Decimal::add(total->value, -tax->value)) wanted += Named{"total", *rest};
    } else if (!net && total) {
        wanted += *total;
    }
    if (tax && total) wanted += *total;  // the lines hold the tax already
    return wanted;
}

void linesMakeNet(const Values& values, Found& found) {
    const Sum lines = lineSum(values);
    const QVector<Named> wanted = wantedOfLines(values);
    if (lines.isEmpty() || wanted.isEmpty()) return;
    // Where the sum of the lines is printed itself, what stands between it and the net sum is no matter of the lines.
    const auto linesTotal = values.amount("lines_total");
    Sum less = lines;
    const auto allowances = values.amount("allowances"), charges = values.amount("charges");
    if (allowances) less.subtract("allowances", allowances->absolute());
    if (charges) less.add("charges", *charges);
    for (const Sum* sum : {&lines, static_cast<const Sum*>(&less)})
        for (const Named& one : wanted) {
            if (!sum->value || !(*sum->value == one.value)) continue;
            Check check = equation("lines-net", *sum, one.path, one.value, "The lines add up", {});
            if (one.path == "total" && !values.amount("net") && values.amount("tax")) check.paths += "tax";
            found += check;
            return;
        }
    if (linesTotal && !(*linesTotal == wanted.first().value)) return;
    const Named& first = wanted.first();
    Check check =
        equation("lines-net", less.value ? less : lines, first.path, first.value, {}, "The lines do not add up");
    if (first.path == "total" && values.amount("tax")) check.paths += "tax";
    explainByLines(values, check, first.value);
    found += check;
}

void linesMakeTheirTotal(const Values& values, Found& found) {
    const Sum lines = lineSum(values);
    const auto total = values.amount("lines_total");
    if (lines.isEmpty() || !total) return;
    Check check = equation("lines-total", lines, "lines_total", *total, "The lines make the sum of lines",
                           "The lines do not make the sum of lines");
    explainByLines(values, check, *total);
    found += check;
}

void netFromLines(const Values& values, Found& found) {
    const auto lines = values.amount("lines_total"), net = values.amount("net");
    const auto allowances = values.amount("allowances"), charges = values.amount("charges");
    if (!lines || !net) return;
    Sum sum;
    sum.add("lines_total", *lines);
    if (allowances) sum.subtract("allowances", allowances->absolute());
    if (charges) sum.add("charges", *charges);
    found += equation("net-from-lines", sum, "net", *net, "Sum of lines, allowances and charges make the net sum",
                      "Sum of lines, allowances and charges do not make the net sum");
}

/// The one rate of the bill, in percent.
std::optional<Decimal> onlyRate(const Values& values) {
    if (values.taxes() == 1) return values.amount(listPath("taxes", 0, "rate"));
    std::optional<Decimal> rate;
    for (int i = 0; i < values.lines(); ++i) {
        const auto one = values.amount(linePath(i, "tax_rate"));
        if (!one || (rate && !(*rate == *one))) return {};
        rate = one;
    }
    return rate;
}

/// Whether net = total / (1 + r) and tax = total · r / (1 + r), each rounded for itself: then the two may miss the
/// total by a cent. In whole percents: |net (100 + r) - 100 total| <= half a cent (100 + r).
bool taxTakenOut(const Values& values, const Decimal& net, const Decimal& tax, const Decimal& total) {
    const auto rate = onlyRate(values);
    const auto whole = rate ? Decimal::add(*rate, Decimal(100, 0)) : std::nullopt;
    if (!whole) return false;
    const auto half = Decimal::multiply(*whole, Decimal(5, 3), 9);
    const auto a = Decimal::multiply(net, *whole, 9), b = Decimal::multiply(total, Decimal(100, 0), 9);
    const auto c = Decimal::multiply(tax, *whole, 9), d = Decimal::multiply(total, *rate, 9);
    return half && a && b && c && d && !(*half < distance(*a, *b)) && !(*half < distance(*c, *d));
}

/// Cash has no coins below 0.05 in many countries: a sum that ends so may be rounded by up to 0.02.
bool cashRounded(const Decimal& exact, const Decimal& paid) {
    const auto coins = Decimal::multiply(paid, Decimal(20, 0), 0);
    const auto back = coins ? Decimal::multiply(*coins, Decimal(5, 2), 2) : std::nullopt;
    return back && *back == paid && within(exact, paid, "0.02");
}

void netAndTaxMakeTotal(const Values& values, Found& found) {
    const auto net = values.amount("net"), tax = values.amount("tax"), total = values.amount("total");
    if (!net || !tax || !total) return;
    Sum sum;
    sum.add("net", *net);
    sum.add("tax", *tax);
    Sum rounded = sum;
    if (const auto rounding = values.amount("rounding")) rounded.add("rounding", *rounding);
    const bool byRounding = rounded.value && *rounded.value == *total;
    Check check = equation("net-tax-total", byRounding && !(sum.value && *sum.value == *total) ? rounded : sum, "total",
                           *total, "Net and tax make the total", "Net and tax do not make the total");
    if (!check.ok && within(sum.value.value_or(Decimal()), *total, "0.01") && taxTakenOut(values, *net, *tax, *total))
        makeNote(check, "The tax was taken out of the total, and both parts were rounded.");
    else if (!check.ok && sum.value && cashRounded(*sum.value, *total))
        makeNote(check, "The total seems to be rounded for cash.");
    found += check;
}

void totalAndPaidMakeDue(const Values& values, Found& found) {
    const auto total = values.amount("total"), due = values.amount("amount_due");
    const auto paid = values.amount("paid"), rounding = values.amount("rounding");
    if (!total || !due || (!paid && !rounding)) return;
    Sum sum;
    sum.add("total", *total);
    if (paid) sum.subtract("paid", *paid);
    Sum rounded = sum;
    if (rounding) rounded.add("rounding", *rounding);
    const bool plain = sum.value && *sum.value == *due;  // the total is rounded already
    Check check = equation("total-paid-due", plain ? sum : rounded, "amount_due", *due,
                           "The amount due is what is left to pay", "The amount due is not what is left to pay");
    if (!check.ok && rounded.value && !rounding && cashRounded(*rounded.value, *due))
        makeNote(check, "The amount due seems to be rounded for cash.");
    found += check;
}

}  // namespace

const QVector<Rule>& sums() {
    static const QVector<Rule> all{linesMakeNet, linesMakeTheirTotal, netFromLines, netAndTaxMakeTotal,
                                   totalAndPaidMakeDue};
    return all;
}

}  // namespace floe::rules
