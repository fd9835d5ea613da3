// Allowances (what is taken off) and charges (what is added), of the bill as a whole and of its lines.
#include "app/extraction/checks/rules.h"
#include "app/extraction/names.h"

namespace floe::rules {

namespace {

struct Reduction {
    QString at;  // "document_allowances.0."
    QString word;
};

QString wordOf(bool charge, int line) {
    const QString word = charge ? "charge" : "allowance";
    return line < 0 ? word : QString("%1 of line %2").arg(word).arg(line + 1);
}

QVector<Reduction> all(const Values& values) {
    QVector<Reduction> found;
    const auto add = [&](const QString& list, bool charge, int line) {
        for (int i = 0; i < values.items(list); ++i)
            found.append({QString("%1.%2.").arg(list).arg(i), wordOf(charge, line)});
    };
    for (const bool charge : {false, true}) add(charge ? "document_charges" : "document_allowances", charge, -1);
    for (int line = 0; line < values.lines(); ++line)
        for (const bool charge : {false, true}) add(linePath(line, charge ? "charges" : "allowances"), charge, line);
    return found;
}

void basesTimesPercentAreAmounts(const Values& values, Found& found) {
    QStringList wrong;
    QVector<QString> looked, of;
    for (const Reduction& one : all(values)) {
        const auto base = values.amount(one.at + "base"), percent = values.amount(one.at + "percent");
        const auto amount = values.amount(one.at + "amount");
        const auto product = base && percent && amount ? percentOf(*base, *percent, *amount) : std::nullopt;
        if (!product) continue;
        const QVector<QString> paths{one.at + "amount", one.at + "base", one.at + "percent"};
        looked += paths;
        if (within(*product, *amount, "0.02")) continue;
        of += paths;
        wrong += QString("%1: %2 × %3 % = %4, not %5")
                     .arg(one.word, base->toString(), percent->toString(), product->toString(), amount->toString());
    }
    if (looked.isEmpty()) return;
    const bool ok = wrong.isEmpty();
    found += Check{"allowance-of-base",
                   ok,
                   ok ? QString("%1 of %1").arg(looked.size() / 3) : wrong.join("; "),
                   ok ? looked : of,
                   Check::Severity::Failed,
                   ok ? QStringLiteral("Each allowance and charge is its percentage of what it names.")
                      : "An allowance or charge is not its percentage of what it names: " + wrong.join("; ") + '.'};
}

void amountsMakeTheirSum(const Values& values, Found& found) {
    for (const bool charge : {false, true}) {
        const QString list = charge ? "document_charges" : "document_allowances";
        const QString path = charge ? "charges" : "allowances";
        const auto total = values.amount(path);
        Sum sum;
        bool whole = total.has_value();
        for (int i = 0; i < values.items(list) && whole; ++i) {
            const auto amount = values.amount(listPath(list, i, "amount"));
            whole = amount.has_value();
            if (amount) sum.add(listPath(list, i, "amount"), *amount);
        }
        if (!whole || sum.isEmpty()) continue;
        found += equation(path + "-sum", sum, path, *total, QString("The %1 add up").arg(path),
                          QString("The %1 do not add up").arg(path));
    }
}

void nothingOfThemIsMissing(const Values& values, Found& found) {
    QStringList missing;
    QVector<QString> paths;
    for (const Reduction& one : all(values)) {
        const auto has = [&](const char* member) { return !values.text(one.at + member).isEmpty(); };
        QStringList parts;
        if (!has("amount")) parts += "no amount";
        if (!has("reason") && !has("reason_code")) parts += "no reason";
        if (has("percent") && !has("base")) parts += "a percentage, but not of what";
        if (has("base") && !has("percent")) parts += "a sum that it is of, but no percentage";
        if (parts.isEmpty()) continue;
        missing += one.word + ": " + parts.join(", ");
        for (const char* member : {"amount", "base", "percent"})
            if (has(member)) paths += one.at + member;
    }
    if (missing.isEmpty()) return;
    found +=
        Check{"allowance-parts",     false,
              missing.join("; "),    paths,
              Check::Severity::Note, "Something is missing of what is taken off or added: " + missing.join("; ") + '.'};
}

}  // namespace

const QVector<Rule>& reductions() {
    static const QVector<Rule> rules{basesTimesPercentAreAmounts, amountsMakeTheirSum, nothingOfThemIsMissing};
    return rules;
}

}  // namespace floe::rules
