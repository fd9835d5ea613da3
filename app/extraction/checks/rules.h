// The rules, by theme. Each is a small function that looks at a bill's values and reports what it finds: nothing, where
// a value that it needs is missing. Sources: EN 16931-1 (BR-…), Peppol BIS Billing 3.0 (PEPPOL-EN16931-R…), and what
// people look at by habit (none named). "±" is what a rule lets pass as holding; header sums must agree to the last
// digit. N: what does not hold is a note, F: it failed; F/N: failed, but a note where rounding that the bill itself
// shows explains the gap. (o): reported only where it does not hold, since it says nothing otherwise.
//
//  sums      lines-net         BR-CO-10, -13   F/N  sum of lines (- allowances + charges) = net; without one total -
//                                                   tax, or total; lines that hold the tax: total. Rounding: of lines
//            lines-total       BR-CO-10        F/N  sum of lines = lines_total. Rounding: of lines
//            net-from-lines    BR-CO-13        F    lines_total - allowances + charges = net
//            net-tax-total     BR-CO-15        F/N  net + tax (+ rounding) = total. Rounding: tax taken out of the
//                                                   total, cash
//            total-paid-due    BR-CO-16        F/N  total - paid + rounding = amount_due. Rounding: cash
//  taxes     tax-of-rate       BR-CO-17        F    base x rate = tax of each rate, ± 0.01
//            taxes-tax         BR-CO-14        F/N  sum of taxes = tax. Rounding: of two rates or more
//            taxes-net         BR-CO-13, S-08  N    sum of bases = net
//            tax-base-lines    BR-S-08         N    base of a rate = sum of its lines, less the bill's allowances and
//                                                   with its charges of that rate, ± 0.01 a line
//            tax-none          BR-AE-08 … E, Z, G, O, IC-09   F  reverse charge, exempt, zero-rated: tax is 0
//            tax-rate-known    -               N(o) the rate is one of the seller's country
//  lines     line-product      PEPPOL R120     N    quantity x unit price = amount of each line, ± 0.02
//                                                   and the line's own allowances and charges are counted in
//            price-negative    BR-27, -28      N(o) a unit price, and a list price, is not negative
//            price-discount    PEPPOL R046     N    list price - its discount = unit price, roundings aside
//  reductions (allowances and charges of the bill and of its lines)
//            allowance-of-base PEPPOL R040     F    base x percent = amount, ± 0.02
//            allowances-sum, charges-sum  BR-CO-11, -12   F   their amounts = allowances, charges
//            allowance-parts   BR-31, -33, -36, -38, -41 … -44, PEPPOL R041, R042   N(o) each has an amount, a reason,
//                                                   and both of base and percent where it has one of them
//  dates     due-after-issue   -               F    due date >= issue date
//            period-in-order   BR-29           F    end of the period >= its start
//            issue-in-future   -               F(o) the issue date is at most a month ahead; N up to then
//            issue-long-ago    -               N(o) the bill is younger than 10 years
//            due-far-away      -               N(o) due within 400 days of issue
//            delivery-plausible -              N(o) delivered within 400 days of issue
//            due-by-terms      -               N    due = issue + the days that the terms name
//  ids       iban              ISO 13616       F    length of its country and check digits
//            bic               ISO 9362        N    form, and the country of the IBAN
//            seller-vat-id, buyer-vat-id       N    form and check digits of its country; every second one on real
//                                                   bills in the wild is wrong, so it is never more than a note
//            seller-legal-id   -               N(o) check digits by the kind that it names, its shape or country
//  parties   number-is-other   -               F(o) the bill's number is no VAT id, tax number, IBAN or phone number
//                                              N(o) … and not the customer's or the order's number
//            seller-is-buyer   -               F(o) seller and buyer are two
//            seller-is-owner   -               N(o) the seller is not the owner of this program
//  history   duplicate         -               F(o) the file, or the seller's number, was not read before
//                                              N(o) … nor another bill of the seller over that total in three days
//            account-changed   -               F(o) the seller's account is that of its bill before
#pragma once

#include <QHash>
#include <optional>

#include "app/extraction/checks.h"
#include "app/extraction/decimal.h"

namespace floe::rules {

/// A bill as rules see it.
class Values {
 public:
    Values(const Extraction& extraction, const Circumstances& circumstances)
        : around(circumstances), extraction_(extraction) {
        index();
    }

    std::optional<Decimal> amount(const QString& path) const;
    QDate date(const QString& path) const;    // invalid: missing or no date
    QString text(const QString& path) const;  // empty: missing
    BillFacts facts() const { return factsOf(extraction_); }
    int lines() const { return extraction_.lineCount; }
    int taxes() const { return extraction_.taxCount; }
    int items(const QString& list) const { return items_.value(list); }  // of "notes", "lines.0.allowances"

    const Circumstances& around;

 private:
    void index();
    const Field* find(const QString& path) const { return fields_.value(path); }

    const Extraction& extraction_;
    QHash<QString, const Field*> fields_;
    QHash<QString, int> items_;
};

using Found = QVector<Check>;
using Rule = void (*)(const Values&, Found&);

const QVector<Rule>& sums();
const QVector<Rule>& taxes();
const QVector<Rule>& lines();
const QVector<Rule>& reductions();
const QVector<Rule>& dates();
const QVector<Rule>& identifiers();
const QVector<Rule>& parties();
const QVector<Rule>& history();

/// Terms with their signs: "1.00 + 2.50 − 0.50", and what they make. Empty once a term did not fit.
class Sum {
 public:
    void add(const QString& path, const Decimal& term) { put(path, term, false); }
    void subtract(const QString& path, const Decimal& term) { put(path, term, true); }

    bool isEmpty() const { return paths.isEmpty(); }
    QString terms() const;  // of more than six only how many, and the sum

    std::optional<Decimal> value = Decimal();
    QVector<QString> paths;

 private:
    void put(const QString& path, const Decimal& term, bool minus);
    QString written_;
};

/// base · percent / 100, rounded to the places of `like`, at least two.
std::optional<Decimal> percentOf(const Decimal& base, const Decimal& percent, const Decimal& like);

/// The lines' amounts; empty where some line has none.
Sum lineSum(const Values& values);

/// "sum = wanted" as a check with both sentences; `path` is where `wanted` stands.
Check equation(const QString& rule, const Sum& sum, const QString& path, const Decimal& wanted, const QString& holds,
               const QString& fails);

void makeNote(Check& check, const QString& why);  // unless it holds

Decimal distance(const Decimal& a, const Decimal& b);  // |a - b|; the most that fits where that is more
bool within(const Decimal& a, const Decimal& b, const char* most);

}  // namespace floe::rules
