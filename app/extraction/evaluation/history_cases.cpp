#include "app/extraction/evaluation/history_cases.h"

#include <QFile>
#include <algorithm>

#include "app/extraction/bill_changes.h"
#include "app/extraction/bill_files.h"
#include "app/extraction/document_parts.h"
#include "app/extraction/names.h"
#include "app/extraction/review.h"
#include "app/store/store.h"

namespace floe::evaluation {

namespace {

bool isTouched(const Extraction& extraction) {
    return !extraction.lineIds.isEmpty() ||
           std::any_of(extraction.fields.begin(), extraction.fields.end(),
                       [](const Field& field) { return field.corrected || field.confirmed; });
}

/// Whether a person's eye says that what the form shows is printed.
bool isVouchedFor(const Field& field, bool reviewed) {
    if (field.corrected || field.confirmed) return true;
    if (field.path == "category" || field.shown().isEmpty()) return false;
    if (field.status == Field::Status::Derived && field.page < 0) return false;  // from an earlier bill, or computed
    return reviewed || !isDoubtful(field);
}

Value shown(const Field& field) {
    return field.shown().isEmpty() ? Value() : Value(field.shown());
}

/// The list as shown; nothing where a value in it is doubtful and nobody looked.
std::optional<QVector<Item>> itemsOf(const Extraction& e, const FieldList& list, int count, bool reviewed) {
    QVector<Item> items(count);
    for (int i = 0; i < count; ++i)
        for (const QString& member : list.members) {
            const Field* field = e.find(listPath(list.name, i, member));
            if (!field) continue;
            if (!reviewed && isDoubtful(*field)) return {};
            items[i][member] = shown(*field);
        }
    return items;
}

/// The one file, or pages of one, that a bill is; nothing where it is pieced together.
std::optional<BillPart> onlyPart(const bills_table::Row& row) {
    if (row.parts.isEmpty()) return BillPart{row.path, row.hash, row.originalKept, {}};
    return row.parts.size() == 1 ? std::optional(row.parts.first()) : std::nullopt;
}

/// The bill as a case, where a person did something to it.
void add(const BillInfo& info, const bill_changes::Record& record, const QString& originals, Cases& found) {
    const auto truth = truthOf(record.extraction, info.reviewedAt.isValid());
    if (!truth) return;
    const std::optional<BillPart> part = onlyPart(record.row);
    if (!part) {
        found.problems += info.fileName + ": it is put together of several pieces, and left out.";
        return;
    }
    const QString copy = originalPath(originals, part->hash);
    const bool kept = part->originalKept && QFile::exists(copy);
    found.cases.append({info.fileName, kept ? copy : part->path,
                        part->pages.isWhole() ? QString() : rangeWords(part->pages),
                        QFile::exists(part->path) ? part->path : copy, *truth});
}

}  // namespace

std::optional<Truth> truthOf(const Extraction& extraction, bool reviewed) {
    if (extraction.problem || (!reviewed && !isTouched(extraction))) return {};
    Truth truth;
    for (const QString& path : headerPaths())
        if (const Field* field = extraction.find(path); field && isVouchedFor(*field, reviewed))
            truth.fields[path] = shown(*field);
    for (const FieldList& list : fieldLists()) {
        const int count = list.name == "lines" ? extraction.lineCount : extraction.taxCount;
        if (auto items = itemsOf(extraction, list, count, reviewed); items && count > 0)
            truth.lists[list.name] = std::move(*items);
    }
    return truth;
}

Result<Cases> casesOfHistory(Store& store) {
    return store.wait([originals = originalsBeside(store.path())](Database& database) -> Result<Cases> {
        const auto infos = bills_table::infos(database);
        if (!infos) return infos.error();
        Cases found;
        for (auto info = infos->rbegin(); info != infos->rend(); ++info) {
            if (info->state != BillInfo::State::Ready) continue;
            const bill_changes::Found record = bill_changes::record(database, info->id);
            if (!record) return record.error();
            if (*record) add(*info, **record, originals, found);
        }
        return found;
    });
}

}  // namespace floe::evaluation
