#include "app/extraction/normalise.h"

#include <QLocale>
#include <QRegularExpression>
#include <algorithm>

#include "app/extraction/currency.h"
#include "app/extraction/field_at.h"
#include "app/extraction/names.h"

namespace floe {

namespace {

using Status = Field::Status;

constexpr int kLongestTerm = 400;  // days from issue to due that bills have

void set(Field& field, Status status, const QString& value, const QString& note = {}) {
    field.status = status;
    field.value = value;
    field.note = note;
}

QString spelt(const QDate& day) {
    return QLocale::c().toString(day, "d MMMM yyyy");
}

void setAmount(Field& field, DecimalSign sign) {
    const std::optional<PrintedAmount> read = readAmount(field.text, sign);
    if (!read) return set(field, Status::Unparsed, field.text, "“" + field.text + "” is no number that Floe can read.");
    // What was paid is printed as a deduction by some and as a sum by others; the form shows the sum.
    const bool deduction = field.path == "paid";
    const Decimal value = deduction ? read->value.absolute() : read->value;
    if (!read->other) return set(field, Status::Ok, value.toString());
    set(field, Status::Ambiguous, value.toString(),
        "“" + field.text + "” may be " + value.toString() + " or " + read->other->toString() + ".");
}

/// Without the signs of the sentence that an address for mail stands in.
QString addressOnly(const QString& printed) {
    static const QRegularExpression around("^[<(\\[,;:]+|[>)\\],;:.]+$");
    return QString(printed).remove(around);
}

void setCurrency(Field& field, const QString& pageText) {
    const QString code = currencyOf(field.text, pageText);
    if (code.isEmpty())
        return set(field, Status::Unparsed, field.text, "“" + field.text + "” is no currency that Floe knows.");
    set(field, Status::Ok, code);
}

bool isPrinted(const Field& field) {
    return field.status != Status::Xml && field.status != Status::Derived;
}

/// The order under which the due date is not before the issue date and not absurdly late, where only one is such.
DateOrder orderByTerm(const QVector<QDate>& issue, const QVector<QDate>& due) {
    if (issue.isEmpty() || due.isEmpty()) return DateOrder::Unknown;
    const auto fits = [&](int i) {
        const qint64 days = issue[std::min<int>(i, issue.size() - 1)].daysTo(due[std::min<int>(i, due.size() - 1)]);
        return days >= 0 && days <= kLongestTerm;
    };
    if (fits(0) == fits(1)) return DateOrder::Unknown;
    return fits(0) ? DateOrder::DayFirst : DateOrder::MonthFirst;
}

void setDate(Field& field, const QVector<QDate>& days, DateOrder order) {
    if (days.isEmpty())
        return set(field, Status::Unparsed, field.text, "“" + field.text + "” is no date that Floe can read.");
    if (days.size() == 1) return set(field, Status::Ok, days[0].toString(Qt::ISODate));
    if (order != DateOrder::Unknown)
        return set(field, Status::Ok, days[order == DateOrder::MonthFirst].toString(Qt::ISODate));
    set(field, Status::Ambiguous, days[0].toString(Qt::ISODate),
        "“" + field.text + "” may be " + spelt(days[0]) + " or " + spelt(days[1]) + ".");
}

DateOrder setDates(QVector<Field>& fields, DateOrder order) {
    Field *issue = fieldAt(fields, "issue_date"), *due = fieldAt(fields, "due_date");
    const QVector<QDate> issueDays = issue ? readDate(issue->text) : QVector<QDate>();
    const QVector<QDate> dueDays = due ? readDate(due->text) : QVector<QDate>();
    if (order == DateOrder::Unknown) order = orderByTerm(issueDays, dueDays);
    if (issue && isPrinted(*issue)) setDate(*issue, issueDays, order);
    if (due && isPrinted(*due)) setDate(*due, dueDays, order);
    return order;
}

}  // namespace

Habits normalise(QVector<Field>& fields, const QString& pageText) {
    Habits habits;
    habits.decimalSign = decimalSignOf(pageText);
    for (Field& field : fields) {
        if (!isPrinted(field)) continue;
        switch (kindOf(field.path)) {
            case ValueKind::Text:
                set(field, Status::Ok, field.path.endsWith(".email") ? addressOnly(field.text) : field.text);
                break;
            case ValueKind::Amount:
            case ValueKind::Quantity:
            case ValueKind::Percent:
                setAmount(field, habits.decimalSign);
                break;
            case ValueKind::Currency:
                setCurrency(field, pageText);
                break;
            case ValueKind::Date:
                break;  // both together, below
        }
    }
    const Field* currency = fieldAt(fields, "currency");
    habits.dateOrder = setDates(fields, dateOrderOf(pageText, currency ? currency->value : QString()));
    return habits;
}

QString normalised(const QString& path, const QString& typed, const Habits& habits) {
    const QString text = typed.trimmed();
    switch (kindOf(path)) {
        case ValueKind::Text:
            break;
        case ValueKind::Currency: {
            const QString code = currencyOf(text, {});
            return code.isEmpty() ? text : code;
        }
        case ValueKind::Amount:
        case ValueKind::Quantity:
        case ValueKind::Percent: {
            if (Decimal::parse(text)) return text;
            const auto read = readAmount(text, habits.decimalSign);
            return read && !read->other ? read->value.toString() : text;
        }
        case ValueKind::Date: {
            const QVector<QDate> days = readDate(text);
            if (days.isEmpty() || (days.size() > 1 && habits.dateOrder == DateOrder::Unknown)) return text;
            return days[days.size() > 1 && habits.dateOrder == DateOrder::MonthFirst].toString(Qt::ISODate);
        }
    }
    return text;
}

}  // namespace floe
