#include "app/extraction/bill_record.h"

#include <algorithm>

#include "app/extraction/decimal.h"
#include "app/extraction/derive.h"
#include "app/extraction/extraction_json.h"
#include "app/extraction/names.h"
#include "app/extraction/normalise.h"
#include "app/extraction/review.h"
#include "app/extraction/xml_page.h"

namespace floe {

namespace {

/// The field, made where the model saw nothing.
Field* fieldFor(Extraction& extraction, const QString& path) {
    if (!isFieldOf(extraction, path)) return nullptr;
    for (int again = 0; again < 2; ++again) {
        for (Field& field : extraction.fields)
            if (field.path == path) return &field;
        Field field;
        field.path = path;
        insertField(extraction.fields, field);
    }
    return nullptr;
}

void putIn(Extraction& extraction, const Edits& edits) {
    for (const bills_table::Correction& correction : edits.corrections)
        if (Field* field = fieldFor(extraction, correction.path)) field->corrected = correction.value;
    for (const QString& path : edits.confirmed)
        for (Field& field : extraction.fields)
            if (field.path == path) field.confirmed = true;
}

/// Above all numbers that lines have or had, so that an added one takes over nothing.
int nextLineId(int read, const QVector<int>& ids, const Edits& edits) {
    int next = read;
    for (const int id : ids) next = std::max(next, id + 1);
    for (const bills_table::Correction& correction : edits.corrections)
        if (isLinePath(correction.path)) next = std::max(next, correction.path.section('.', 1, 1).toInt() + 1);
    return next;
}

/// Lines in the order of the ids; fields of lines that are in none of them go.
void arrange(Extraction& extraction, const QVector<int>& ids) {
    QVector<Field> fields;
    for (Field field : extraction.fields) {
        if (isLinePath(field.path)) {
            const qsizetype at = ids.indexOf(field.path.section('.', 1, 1).toInt());
            if (at < 0) continue;
            field.path = linePath(static_cast<int>(at), field.path.section('.', 2));
        }
        fields.append(field);
    }
    std::stable_sort(fields.begin(), fields.end(),
                     [](const Field& a, const Field& b) { return orderOf(a.path) < orderOf(b.path); });
    extraction.fields = fields;
    extraction.lineCount = static_cast<int>(ids.size());
    extraction.lineIds = ids;
}

QString shownAt(const Extraction& extraction, const QString& path) {
    const Field* field = extraction.find(path);
    return field ? field->shown() : QString();
}

}  // namespace

Extraction extractionOf(const bills_table::Row& row, const Edits& edits) {
    Extraction extraction;
    extraction.file = row.path;
    if (row.state == BillInfo::State::Failed)
        extraction.problem =
            Problem{row.locked ? Problem::Kind::PasswordNeeded : Problem::Kind::BadInput, row.fileName, row.problem};
    if (row.state != BillInfo::State::Ready) return extraction;
    const std::optional<Extraction> read = extractionFromJson(row.result);
    if (!read) {
        extraction.problem = Problem{Problem::Kind::DamagedFile, row.fileName,
                                     row.fileName + ": what was read from it is damaged. Read it again."};
        return extraction;
    }
    extraction = *read;
    extraction.nextLineId = nextLineId(extraction.lineCount, row.lineIds, edits);
    if (!row.lineIds.isEmpty()) extraction.lineCount = extraction.nextLineId;  // named as read, until they are arranged
    putIn(extraction, edits);
    if (!row.lineIds.isEmpty()) arrange(extraction, row.lineIds);
    return extraction;
}

void checkAmong(Extraction& extraction, const Circumstances& around) {
    if (!extraction.problem) extraction.checks = runChecksAgain(extraction, around);
}

namespace {

/// What a credit note leaves to pay is less than nothing.
QString toGetBack(const QString& sum) {
    const auto value = Decimal::parse(sum);
    return value && !value->isNegative() && !value->isZero() ? (-*value).toString() : sum;
}

}  // namespace

void summarise(const Extraction& extraction, BillInfo& info) {
    info.kind = extraction.kind;
    info.seller = shownAt(extraction, "seller.name");
    info.sellerKey = keyOf(info.seller);
    info.number = shownAt(extraction, "number");
    info.numberKey = keyOf(info.number);
    info.issueDate = shownAt(extraction, "issue_date");
    info.dueDate = shownAt(extraction, "due_date");
    info.due = shownAt(extraction, "amount_due");
    info.total = shownAt(extraction, "total");
    if (info.total.isEmpty()) info.total = info.due;
    if (info.kind == "credit_note") info.due = toGetBack(info.toPay());
    info.currency = shownAt(extraction, "currency");
    info.category = shownAt(extraction, "category");
    info.sellerVatId = shownAt(extraction, "seller.vat_id");
    info.iban = shownAt(extraction, "payment.iban");
    info.failedChecks = info.doubtful = 0;
    for (const Check& check : extraction.checks) info.failedChecks += check.failed();
    for (const Field& field : extraction.fields) info.doubtful += isDoubtful(field);
}

QString keyOf(const QString& text) {
    QString key;
    for (const QChar c : text.toCaseFolded())
        if (c.isLetterOrNumber()) key += c;
    return key;
}

QString pathAsRead(const Extraction& extraction, const QString& path) {
    if (extraction.lineIds.isEmpty() || !isLinePath(path)) return path;
    const int line = path.section('.', 1, 1).toInt();
    if (line < 0 || line >= extraction.lineIds.size()) return path;
    return linePath(extraction.lineIds[line], path.section('.', 2));
}

QString typedValue(const Extraction& extraction, const QString& path, const QString& typed) {
    QStringList printed;
    for (const Field& field : extraction.fields) printed += field.text;
    const QString page = printed.join('\n');
    return normalised(path, typed, {decimalSignOf(page), dateOrderOf(page, shownAt(extraction, "currency"))});
}

bool isFieldOf(const Extraction& extraction, const QString& path) {
    if (!isFieldPath(path, extraction.lineCount, extraction.taxCount)) return false;
    const bool inner = memberOf(path).contains('.');
    if (listOf(path).isEmpty() || (!inner && (isLinePath(path) || path.startsWith("taxes.")))) return true;
    // Items of other lists are those that were read: none can be added.
    const QString item = path.section('.', 0, inner ? 3 : 1) + '.';
    return std::any_of(extraction.fields.begin(), extraction.fields.end(),
                       [&](const Field& field) { return field.path.startsWith(item); });
}

}  // namespace floe
