#include <QSet>

#include "app/extraction/checks.h"
#include "app/extraction/decimal.h"
#include "app/extraction/field_at.h"
#include "app/extraction/names.h"

namespace floe {

namespace {

using Status = Field::Status;

constexpr int kLeastNumbers = 3;  // different printed ones in a sum that says something: 0 + x = x does not
constexpr double kSureReading = 0.75;

/// Sums that must agree to the last digit.
bool isExactSum(const Check& check) {
    static const QSet<QString> rules{"lines-net",     "lines-total",    "net-from-lines",
                                     "net-tax-total", "total-paid-due", "taxes-tax"};
    return rules.contains(check.rule);
}

bool confirms(const Extraction& e, const Check& check) {
    if (!check.ok || !isExactSum(check)) return false;
    QSet<QString> printed;
    for (const QString& path : check.paths) {
        const Field* field = e.find(path);
        const auto value = field ? Decimal::parse(field->value) : std::nullopt;
        if (!field || field->text.isEmpty() || !value) return false;
        // A value that was chosen so that the sum fits proves nothing by fitting.
        if (field->status == Status::Doubtful && field->note != kUnsureNote) return false;
        if (!value->isZero()) printed.insert(value->absolute().toString());
    }
    return printed.size() >= kLeastNumbers;
}

/// Quantity x unit price is the amount of the line, in three different numbers.
bool confirmedByProduct(const Extraction& e, const QString& path) {
    if (!isLinePath(path)) return false;
    const QString line = path.section('.', 0, 1);
    const auto value = [&](const char* name) {
        const Field* field = e.find(line + name);
        return field ? Decimal::parse(field->value) : std::nullopt;
    };
    const auto quantity = value(".quantity"), price = value(".unit_price"), amount = value(".amount");
    const auto product =
        quantity && price && amount ? Decimal::multiply(*quantity, *price, amount->scale()) : std::optional<Decimal>();
    return product && *product == *amount && !(*price == *amount);
}

/// Which of both it is, as far as can be told: numbers of a text layer that were read for sure are what is printed.
QString whoIsWrong(const Extraction& e, const Check& check) {
    if (e.source == "ocr") return "A value may be misread.";
    for (const QString& path : check.paths) {
        const Field* field = e.find(path);
        if (field && (field->status != Status::Ok || field->confidence < kSureReading))
            return "A value may have been taken from the wrong place.";
    }
    return check.rule.contains("due-after") || check.rule.contains("period")
               ? "The document's own dates do not agree, or one was taken from the wrong place."
               : "The document's own sums do not agree, or a line is missing here.";
}

/// Quantity x unit price beside the amount of each line: a note, since discounts and roundings are usual.
void noteProducts(Extraction& e) {
    for (Field& field : e.fields) {
        if (!isLinePath(field.path) || memberOf(field.path) != "amount" || field.status != Status::Ok) continue;
        if (!field.note.isEmpty()) continue;  // why it is another is known
        const QString line = field.path.section('.', 0, 1);
        const Field *quantity = e.find(line + ".quantity"), *price = e.find(line + ".unit_price");
        const auto a = quantity ? Decimal::parse(quantity->value) : std::nullopt;
        const auto b = price ? Decimal::parse(price->value) : std::nullopt;
        const auto value = Decimal::parse(field.value);
        const auto product = a && b && value ? Decimal::multiply(*a, *b, value->scale()) : std::optional<Decimal>();
        if (!product || *product == *value) continue;
        field.status = Status::Doubtful;
        field.note =
            QString("%1 × %2 = %3, not %4.").arg(a->toString(), b->toString(), product->toString(), value->toString());
    }
}

QSet<QString> confirm(Extraction& e) {
    QSet<QString> confirmed;
    for (const Check& check : e.checks) {
        if (!confirms(e, check)) continue;
        for (const QString& path : check.paths) {
            confirmed.insert(path);
            Field* field = fieldAt(e.fields, path);
            if (field->status != Status::Doubtful || field->note != kUnsureNote) continue;
            field->status = Status::Ok;
            field->note = "The model was not sure, but the sum confirms it: " + check.detail + '.';
        }
    }
    return confirmed;
}

void doubt(Extraction& e, const Check& check, const QSet<QString>& confirmed) {
    const auto isConfirmed = [&](const QString& path) {
        return confirmed.contains(path) || confirmedByProduct(e, path);
    };
    bool some = false;  // else all of them are confirmed elsewhere, and one is wrong all the same
    for (const QString& path : check.paths) some |= !isConfirmed(path);
    const QString why = check.sentence + ' ' + whoIsWrong(e, check);
    QVector<Field*> doubted;
    for (const QString& path : check.paths)
        if (Field* field = fieldAt(e.fields, path); field && !(some && isConfirmed(path))) doubted += field;
    for (Field* field : doubted) {
        field->confidence *= 0.5;
        if (field->status != Status::Ok && field->status != Status::Derived) continue;
        field->status = Status::Doubtful;
        field->note = why;
    }
}

}  // namespace

void judge(Extraction& extraction, const Circumstances& around) {
    noteProducts(extraction);
    extraction.checks = runChecks(extraction, around);
    const QSet<QString> confirmed = confirm(extraction);
    for (const Check& check : extraction.checks)
        if (check.failed()) doubt(extraction, check, confirmed);
}

}  // namespace floe
