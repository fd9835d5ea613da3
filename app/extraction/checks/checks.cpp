#include "app/extraction/checks.h"

#include <algorithm>

#include "app/extraction/checks/rules.h"
#include "app/extraction/names.h"

namespace floe {

namespace rules {

void Values::index() {
    for (const Field& field : extraction_.fields) {
        if (!fields_.contains(field.path)) fields_.insert(field.path, &field);
        const QString list = listOf(field.path);
        if (list.isEmpty()) continue;
        items_[list] = std::max(items_[list], itemOf(field.path) + 1);
        const QString inner = field.path.section('.', 0, 2);
        if (inner != field.path) items_[inner] = std::max(items_[inner], field.path.section('.', 3, 3).toInt() + 1);
    }
}

std::optional<Decimal> Values::amount(const QString& path) const {
    const Field* field = find(path);
    return field ? Decimal::parse(field->shown()) : std::nullopt;
}

QDate Values::date(const QString& path) const {
    return QDate::fromString(text(path), Qt::ISODate);
}

QString Values::text(const QString& path) const {
    const Field* field = find(path);
    return field ? field->shown().trimmed() : QString();
}

void Sum::put(const QString& path, const Decimal& term, bool minus) {
    if (value) value = Decimal::add(*value, minus ? -term : term);
    if (!written_.isEmpty() || minus) written_ += minus ? " − " : " + ";
    written_ += term.toString();
    paths += path;
}

QString Sum::terms() const {
    constexpr int kMostShown = 6;
    if (paths.size() <= kMostShown) return written_;
    return QString("%1 amounts, %2").arg(paths.size()).arg(value ? value->toString() : QString());
}

std::optional<Decimal> percentOf(const Decimal& base, const Decimal& percent, const Decimal& like) {
    const auto hundredth = Decimal::multiply(percent, Decimal(1, 2), 9);
    return hundredth ? Decimal::multiply(base, *hundredth, std::max(like.scale(), 2)) : std::nullopt;
}

Sum lineSum(const Values& values) {
    Sum sum;
    for (int i = 0; i < values.lines(); ++i) {
        const QString path = linePath(i, "amount");
        const auto amount = values.amount(path);
        if (!amount) return {};
        sum.add(path, *amount);
    }
    return sum.value ? sum : Sum();
}

Check equation(const QString& rule, const Sum& sum, const QString& path, const Decimal& wanted, const QString& holds,
               const QString& fails) {
    Check check;
    check.rule = rule;
    check.ok = sum.value && *sum.value == wanted;
    check.detail = sum.terms() + (check.ok ? " = " : " ≠ ") + wanted.toString();
    check.paths = sum.paths;
    check.paths += path;
    check.sentence = (check.ok ? holds : fails) + ": " + check.detail + '.';
    return check;
}

void makeNote(Check& check, const QString& why) {
    if (check.ok) return;
    check.severity = Check::Severity::Note;
    check.sentence += ' ' + why;
}

Decimal distance(const Decimal& a, const Decimal& b) {
    const auto gap = Decimal::add(a, -b);
    return gap ? gap->absolute() : Decimal(999'999'999'999'999'999, 0);
}

bool within(const Decimal& a, const Decimal& b, const char* most) {
    return !(*Decimal::parse(most) < distance(a, b));
}

}  // namespace rules

QVector<Check> runChecks(const Extraction& extraction, const Circumstances& around) {
    const rules::Values values(extraction, around);
    rules::Found found;
    for (const auto* theme : {&rules::sums(), &rules::taxes(), &rules::lines(), &rules::reductions(), &rules::dates(),
                              &rules::identifiers(), &rules::parties(), &rules::history()})
        for (const rules::Rule rule : *theme) rule(values, found);
    return found;
}

}  // namespace floe
