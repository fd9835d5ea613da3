#include "app/extraction/checks/rules.h"
#include "app/extraction/identifiers/vat_id.h"
#include "app/extraction/identifiers/vat_rates.h"
#include "app/extraction/names.h"

namespace floe::rules {

namespace {

QString ratePath(int i, const char* member) {
    return listPath("taxes", i, member);
}

void baseTimesRateIsTax(const Values& values, Found& found) {
    for (int i = 0; i < values.taxes(); ++i) {
        const auto base = values.amount(ratePath(i, "base")), rate = values.amount(ratePath(i, "rate"));
        const auto tax = values.amount(ratePath(i, "amount"));
        const auto product = base && rate && tax ? percentOf(*base, *rate, *tax) : std::nullopt;
        if (!product) continue;
        Check check;
        check.rule = "tax-of-rate";
        check.ok = within(*product, *tax, "0.01");
        check.detail = base->toString() + " × " + rate->toString() + " % = " + product->toString() +
                       (check.ok ? "" : ", not " + tax->toString());
        check.paths = {ratePath(i, "base"), ratePath(i, "rate"), ratePath(i, "amount")};
        check.sentence =
            QString("The tax at %1 % is %2: ").arg(rate->toString(), check.ok ? "right" : "not what its base makes") +
            check.detail + '.';
        found += check;
    }
}

Sum sumOf(const Values& values, const char* member) {
    Sum sum;
    for (int i = 0; i < values.taxes(); ++i) {
        const auto one = values.amount(ratePath(i, member));
        if (!one) return {};
        sum.add(ratePath(i, member), *one);
    }
    return sum.value ? sum : Sum();
}

void taxesMakeTax(const Values& values, Found& found) {
    const Sum sum = sumOf(values, "amount");
    const auto tax = values.amount("tax");
    if (sum.isEmpty() || !tax) return;
    Check check =
        equation("taxes-tax", sum, "tax", *tax, "The taxes add up to the tax", "The taxes do not add up to the tax");
    if (values.taxes() > 1 && within(*sum.value, *tax, "0.01"))
        makeNote(check, "The tax of each rate is rounded, which explains a cent.");
    found += check;
}

void basesMakeNet(const Values& values, Found& found) {
    const Sum sum = sumOf(values, "base");
    const auto net = values.amount("net");
    if (sum.isEmpty() || !net) return;
    Check check =
        equation("taxes-net", sum, "net", *net, "What is taxed is the net sum", "What is taxed is not the net sum");
    makeNote(check, "Something may be free of tax.");
    found += check;
}

/// What the bill as a whole takes off or adds at that rate.
void addReductions(const Values& values, const Decimal& rate, Sum& sum) {
    for (const char* list : {"document_allowances", "document_charges"})
        for (int i = 0; i < values.items(list) && !sum.isEmpty(); ++i) {
            const auto its = values.amount(listPath(list, i, "tax_rate"));
            const QString path = listPath(list, i, "amount");
            const auto amount = values.amount(path);
            if (!its || !amount || !(*its == rate)) continue;
            if (list == QLatin1String("document_charges"))
                sum.add(path, *amount);
            else
                sum.subtract(path, *amount);
        }
}

void linesMakeBases(const Values& values, Found& found) {
    for (int i = 0; i < values.taxes(); ++i) {
        const auto base = values.amount(ratePath(i, "base")), rate = values.amount(ratePath(i, "rate"));
        if (!base || !rate) continue;
        Sum sum;
        for (int line = 0; line < values.lines(); ++line) {
            const auto its = values.amount(linePath(line, "tax_rate")),
                       amount = values.amount(linePath(line, "amount"));
            if (!its || !amount) return;
            if (*its == *rate) sum.add(linePath(line, "amount"), *amount);
        }
        addReductions(values, *rate, sum);
        if (sum.isEmpty() || !sum.value) continue;
        Check check = equation("tax-base-lines", sum, ratePath(i, "base"), *base, "The lines make what is taxed",
                               "The lines do not make what is taxed");
        const Decimal cents(sum.paths.size(), 2);
        if (!check.ok && !(cents < distance(*sum.value, *base))) {
            check.ok = true;
            check.detail.replace("≠", "≈");
            check.sentence = "The lines make what is taxed, roundings aside: " + check.detail + '.';
        }
        if (values.items("document_allowances") + values.items("document_charges") == 0)
            makeNote(check, "A discount or surcharge may stand between them.");
        check.severity = Check::Severity::Note;
        found += check;
    }
}

/// Categories of UNCL5305 under which no tax is due, with their words.
const char* freedom(const QString& category) {
    static const QPair<const char*, const char*> all[] = {{"AE", "reverse charge"},      {"E", "exempt from tax"},
                                                          {"Z", "zero-rated"},           {"G", "export"},
                                                          {"K", "supply within the EU"}, {"O", "outside of tax"}};
    for (const auto& [code, words] : all)
        if (category == code) return words;
    return nullptr;
}

void freeOfTaxHasNone(const Values& values, Found& found) {
    for (int i = 0; i < values.taxes(); ++i) {
        const auto tax = values.amount(ratePath(i, "amount"));
        const char* words = freedom(values.text(ratePath(i, "category")));
        if (!tax || !words) continue;
        const bool ok = tax->isZero();
        found += Check{"tax-none",
                       ok,
                       QString("%1: tax %2").arg(words, tax->toString()),
                       {ratePath(i, "category"), ratePath(i, "amount")},
                       Check::Severity::Failed,
                       ok ? QString("No tax is due (%1), and none is charged.").arg(words)
                          : QString("No tax would be due (%1), but %2 is charged.").arg(words, tax->toString())};
    }
}

void rateIsKnown(const Values& values, Found& found) {
    const QString country = countryOfVatId(values.text("seller.vat_id"));
    if (country.isEmpty() || !hasVatRates(country)) return;
    for (int i = 0; i < values.taxes(); ++i) {
        const auto rate = values.amount(ratePath(i, "rate"));
        if (!rate || isVatRate(country, *rate)) continue;
        found += Check{"tax-rate-known",
                       false,
                       QString("%1 % is no rate of %2").arg(rate->toString(), country),
                       {ratePath(i, "rate"), "seller.vat_id"},
                       Check::Severity::Note,
                       QString("A tax of %1 % is not known in %2, whose VAT id the seller names (rates as of %3).")
                           .arg(rate->toString(), country, vatRatesAsOf())};
    }
}

}  // namespace

const QVector<Rule>& taxes() {
    static const QVector<Rule> all{baseTimesRateIsTax, taxesMakeTax,     basesMakeNet,
                                   linesMakeBases,     freeOfTaxHasNone, rateIsKnown};
    return all;
}

}  // namespace floe::rules
