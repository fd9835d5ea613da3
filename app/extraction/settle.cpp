#include "app/extraction/settle.h"

#include <QRegularExpression>
#include <algorithm>
#include <array>

#include "app/extraction/checks.h"
#include "app/extraction/decimal.h"
#include "app/extraction/names.h"
#include "app/extraction/printed_amount.h"

namespace floe {

namespace {

constexpr double kUnsure = 0.5;

std::optional<Decimal> amount(const Extraction& e, const QString& path) {
    const Field* field = e.find(path);
    return field ? Decimal::parse(field->value) : std::nullopt;
}

/// The last place where the amount is printed with its cents: sums stand below what they add up.
std::optional<Field> printedAmount(const PageText& page, const Decimal& value) {
    static const QRegularExpression number("(?<![0-9.,])[0-9][0-9.,' ]*[.,][0-9]{2}(?![0-9.,]*[0-9])");
    const DecimalSign sign = decimalSignOf(page.text);
    std::optional<Field> found;
    for (auto it = number.globalMatch(page.text); it.hasNext();) {
        const auto match = it.next();
        const auto read = readAmount(match.captured(), sign);
        if (!read || read->other || !(read->value == value)) continue;
        Field field;
        field.text = match.captured();
        field.value = read->value.toString();
        field.confidence = 1;
        page.place(field, match.capturedStart(), match.capturedEnd());
        found = field;
    }
    return found;
}

/// a + b = c of the header, as paths; what the missing one of the three must be.
struct Equation {
    std::array<QString, 3> paths;  // a + b = c
    QString words;                 // for the note
};

std::optional<Decimal> wanted(const Extraction& e, const Equation& equation, int which) {
    const auto a = amount(e, equation.paths[0]), b = amount(e, equation.paths[1]), c = amount(e, equation.paths[2]);
    if (which == 2) return Decimal::add(*a, *b);
    return Decimal::add(*c, which == 0 ? -*b : -*a);
}

void mend(Extraction& e, const Equation& equation, const PageText& page) {
    for (const QString& path : equation.paths)
        if (!amount(e, path)) return;
    if (const auto sum = wanted(e, equation, 2); !sum || *sum == *amount(e, equation.paths[2])) return;
    std::array<int, 3> order{0, 1, 2};
    std::sort(order.begin(), order.end(), [&](int x, int y) {
        return e.find(equation.paths[x])->confidence < e.find(equation.paths[y])->confidence;
    });
    for (const int which : order) {
        const auto value = wanted(e, equation, which);
        std::optional<Field> field = value && !value->isNegative() ? printedAmount(page, *value) : std::nullopt;
        if (!field) continue;
        const Field* old = e.find(equation.paths[which]);
        field->path = old->path;
        field->confidence = std::min(old->confidence, kUnsure);
        field->status = Field::Status::Doubtful;
        field->note = "Chosen since " + equation.words + "; the model read " + old->value + ".";
        removeField(e.fields, field->path);
        insertField(e.fields, *field);
        return;
    }
}

int failures(const Extraction& e) {
    const QVector<Check> checks = runChecks(e);
    return static_cast<int>(std::count_if(checks.begin(), checks.end(), [](const Check& c) { return c.failed(); }));
}

void takeOutWhatContradicts(Extraction& e) {
    for (const char* path : {"net", "tax", "paid", "amount_due", "total"}) {
        const Field* field = e.find(path);
        if (!field || field->confidence >= kUnsure || failures(e) == 0) continue;
        Extraction without = e;
        removeField(without.fields, path);
        if (failures(without) < failures(e)) e = without;
    }
}

}  // namespace

void dropGuesses(QVector<Field>& fields) {
    const auto isGuess = [](const Field& field) {
        if (field.path.endsWith(".email")) return !field.text.contains('@');
        return field.status == Field::Status::Unparsed && field.confidence < kUnsure;
    };
    fields.erase(std::remove_if(fields.begin(), fields.end(), isGuess), fields.end());
}

void dropTwins(QVector<Field>& fields) {
    for (const char* name : {"name", "address", "email"}) {
        const auto at = [&](const char* role) {
            const QString path = QString("%1.%2").arg(role, name);
            return std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return f.path == path; });
        };
        const auto seller = at("seller"), buyer = at("buyer");
        if (seller == fields.end() || buyer == fields.end() || seller->page < 0 || seller->page != buyer->page ||
            seller->boxes != buyer->boxes)
            continue;
        fields.erase(seller->confidence < buyer->confidence ? seller : buyer);
    }
}

void settle(Extraction& extraction, const PageText& page) {
    mend(extraction, {{"net", "tax", "total"}, "net and tax add up to the total"}, page);
    mend(extraction, {{"amount_due", "paid", "total"}, "what was paid and what is due add up to the total"}, page);
    takeOutWhatContradicts(extraction);
}

}  // namespace floe
