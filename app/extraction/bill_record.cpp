#include "app/extraction/bill_record.h"

#include "app/extraction/derive.h"
#include "app/extraction/extraction_json.h"
#include "app/extraction/names.h"
#include "app/extraction/normalise.h"
#include "app/extraction/xml_page.h"

namespace floe {

namespace {

void putIn(Extraction& extraction, const bills_table::Correction& correction) {
    if (!isFieldOf(extraction, correction.path)) return;
    for (Field& field : extraction.fields)
        if (field.path == correction.path) {
            field.corrected = correction.value;
            return;
        }
    Field field;  // the model saw nothing there
    field.path = correction.path;
    field.corrected = correction.value;
    insertField(extraction.fields, field);
}

bool isDoubtful(const Field& field) {
    return !field.corrected && (field.status == Field::Status::Doubtful || field.status == Field::Status::Ambiguous ||
                                field.status == Field::Status::Unparsed);
}

QString shownAt(const Extraction& extraction, const QString& path) {
    const Field* field = extraction.find(path);
    return field ? field->shown() : QString();
}

}  // namespace

Extraction extractionOf(const bills_table::Row& row, const QVector<bills_table::Correction>& corrections) {
    Extraction extraction;
    extraction.file = row.path;
    if (row.state == BillInfo::State::Failed)
        extraction.problem = Problem{Problem::Kind::BadInput, row.fileName, row.problem};
    if (row.state != BillInfo::State::Ready) return extraction;
    const std::optional<Extraction> read = extractionFromJson(row.result);
    if (!read) {
        extraction.problem = Problem{Problem::Kind::DamagedFile, row.fileName,
                                     row.fileName + ": what was read from it is damaged. Read it again."};
        return extraction;
    }
    extraction = *read;
    for (const bills_table::Correction& correction : corrections) putIn(extraction, correction);
    if (!corrections.isEmpty()) extraction.checks = runChecksAgain(extraction);
    return extraction;
}

BillInfo infoOf(const bills_table::Row& row, const Extraction& extraction) {
    BillInfo info;
    info.id = row.id;
    info.fileName = row.fileName;
    info.path = row.path;
    info.added = row.added;
    info.state = row.state;
    info.problem = row.problem;
    if (row.state == BillInfo::State::Ready && extraction.problem) {
        info.state = BillInfo::State::Failed;
        info.problem = extraction.problem->sentence;
    }
    info.seller = shownAt(extraction, "seller.name");
    info.total = shownAt(extraction, "total");
    if (info.total.isEmpty()) info.total = shownAt(extraction, "amount_due");
    info.currency = shownAt(extraction, "currency");
    info.issueDate = shownAt(extraction, "issue_date");
    for (const Check& check : extraction.checks) info.failedChecks += check.failed();
    for (const Field& field : extraction.fields) info.doubtful += isDoubtful(field);
    return info;
}

QString typedValue(const Extraction& extraction, const QString& path, const QString& typed) {
    QStringList printed;
    for (const Field& field : extraction.fields) printed += field.text;
    const QString page = printed.join('\n');
    return normalised(path, typed, {decimalSignOf(page), dateOrderOf(page, shownAt(extraction, "currency"))});
}

bool isFieldOf(const Extraction& extraction, const QString& path) {
    return isFieldPath(path, extraction.lineCount, extraction.taxCount);
}

}  // namespace floe
