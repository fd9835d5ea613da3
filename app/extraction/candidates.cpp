#include "app/extraction/candidates.h"

#include <algorithm>

#include "app/extraction/decimal.h"
#include "app/extraction/names.h"
#include "app/extraction/printed_amount.h"
#include "app/extraction/printed_date.h"

namespace floe {

namespace {

class Choices {
 public:
    explicit Choices(const QString& shown) : shown_(shown) {}

    void add(const Candidate& candidate) {
        const bool known = std::any_of(choices_.begin(), choices_.end(),
                                       [&](const Candidate& other) { return other.value == candidate.value; });
        if (!candidate.value.isEmpty() && candidate.value != shown_ && !known) choices_.append(candidate);
    }
    QVector<Candidate> all() const { return choices_; }

 private:
    QString shown_;
    QVector<Candidate> choices_;
};

void addMeanings(Choices& choices, const Field& field) {
    const auto meant = [&](const QString& value) { choices.add({value, field.text, field.page, field.boxes}); };
    meant(field.value);  // a person's value is shown: the one that was read is another
    switch (kindOf(field.path)) {
        case ValueKind::Date:
            for (const QDate& day : readDate(field.text)) meant(day.toString(Qt::ISODate));
            break;
        case ValueKind::Amount:
        case ValueKind::Quantity:
        case ValueKind::Percent:
            for (const DecimalSign sign : {DecimalSign::Point, DecimalSign::Comma})
                if (const auto read = readAmount(field.text, sign))
                    meant((field.path == "paid" ? read->value.absolute() : read->value).toString());
            break;
        case ValueKind::Text:
        case ValueKind::Currency:
            break;
    }
}

std::optional<Decimal> amountAt(const Extraction& extraction, const QString& path) {
    const Field* field = extraction.find(path);
    return field ? Decimal::parse(field->shown()) : std::nullopt;
}

/// a ± b = c: the third of them from the other two.
void addFitting(Choices& choices, const Extraction& extraction, const QString& path, const Check& check, bool minus) {
    if (check.paths.size() != 3) return;
    const auto a = amountAt(extraction, check.paths[0]), b = amountAt(extraction, check.paths[1]),
               c = amountAt(extraction, check.paths[2]);
    if (!a || !b || !c) return;
    std::optional<Decimal> fitting;
    switch (check.paths.indexOf(path)) {
        case 0:
            fitting = Decimal::add(*c, minus ? *b : -*b);
            break;
        case 1:
            fitting = minus ? Decimal::add(*a, -*c) : Decimal::add(*c, -*a);
            break;
        case 2:
            fitting = Decimal::add(*a, minus ? -*b : *b);
            break;
        default:
            break;
    }
    if (fitting) choices.add({fitting->toString(), {}, -1, {}});
}

}  // namespace

QVector<Candidate> otherReadings(const Extraction& extraction, const QString& path) {
    const Field* field = extraction.find(path);
    if (!field) return {};
    Choices choices(field->shown());
    for (const Candidate& candidate : field->candidates) choices.add(candidate);
    addMeanings(choices, *field);
    for (const Check& check : extraction.checks) {
        if (check.ok || !check.paths.contains(path)) continue;
        if (check.rule == "net-tax-total") addFitting(choices, extraction, path, check, false);
        if (check.rule == "total-paid-due") addFitting(choices, extraction, path, check, true);
    }
    return choices.all();
}

}  // namespace floe
