#include "app/extraction/credit_signs.h"

#include "app/extraction/decimal.h"
#include "app/extraction/names.h"

namespace floe {

namespace {

bool isHeaderSum(const QString& path) {
    static const QStringList sums{"net", "tax", "total", "amount_due"};
    return sums.contains(path);
}

/// What must be negative as a whole: header sums and the amounts of lines.
bool decides(const QString& path) {
    return isHeaderSum(path) || (isLinePath(path) && memberOf(path) == "amount");
}

bool turns(const QString& path) {
    return decides(path) || path == "lines_total" || path == "charges" || path == "rounding" ||
           (isLinePath(path) && memberOf(path) == "quantity") ||
           (path.startsWith("taxes.") && (path.endsWith(".base") || path.endsWith(".amount")));
}

}  // namespace

bool turnPositive(Extraction& extraction) {
    bool some = false;
    for (const Field& field : extraction.fields) {
        const auto value = decides(field.path) ? Decimal::parse(field.value) : std::nullopt;
        if (!value || value->isZero()) continue;
        if (!value->isNegative() || field.status == Field::Status::Xml) return false;
        some |= isHeaderSum(field.path);
    }
    if (!some) return false;
    for (Field& field : extraction.fields) {
        const auto value = turns(field.path) ? Decimal::parse(field.value) : std::nullopt;
        if (!value || value->isZero()) continue;
        const bool quantity = field.path.endsWith(".quantity");
        if (quantity && !value->isNegative()) continue;  // only the amounts have the minus
        field.value = (-*value).toString();
        const QString note = "A credit note's sums are given without their minus.";
        field.note = field.note.isEmpty() ? note : field.note + ' ' + note;
        if (field.status == Field::Status::Ok) field.status = Field::Status::Derived;
    }
    return true;
}

}  // namespace floe
