#include "ui/models/review_model.h"

#include <algorithm>

#include "app/extraction/candidates.h"
#include "app/extraction/review.h"
#include "ui/models/bill_words.h"
#include "ui/models/check_list_model.h"

namespace floe {

namespace {

/// Why a value of a failed check is to be looked at.
QString doubtOfCheck(const Extraction& extraction, const QString& path) {
    for (const Check& check : extraction.checks)
        if (check.failed() && check.paths.contains(path))
            return CheckListModel::title(check) + QStringLiteral(": ") + check.detail;
    return {};
}

}  // namespace

ReviewModel::ReviewModel(QObject* parent) : QAbstractListModel(parent) {}

int ReviewModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(rows_.size());
}

QVariant ReviewModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Row& row = rows_[index.row()];
    switch (role) {
        case PathRole:
            return row.field.path;
        case Qt::DisplayRole:
        case LabelRole:
            return BillWords::labelOf(row.field.path);
        case ValueRole:
            return row.field.shown();
        case PrintedRole:
            return row.field.text;
        case Qt::ToolTipRole:
        case DoubtRole:
            return row.doubt;
        case OpenRole:
            return row.open;
        case ConfirmedRole:
            return row.field.confirmed;
        case CorrectedRole:
            return row.field.corrected.has_value();
        case CandidatesRole:
            return row.candidates;
        default:
            return {};
    }
}

QHash<int, QByteArray> ReviewModel::roleNames() const {
    return {{PathRole, "path"},           {LabelRole, "label"},         {ValueRole, "value"},
            {PrintedRole, "printed"},     {DoubtRole, "doubt"},         {OpenRole, "open"},
            {ConfirmedRole, "confirmed"}, {CorrectedRole, "corrected"}, {CandidatesRole, "candidates"}};
}

int ReviewModel::rowOf(const QString& path) const {
    for (int row = 0; row < rows_.size(); ++row)
        if (rows_[row].field.path == path) return row;
    return -1;
}

QString ReviewModel::pathAt(int row) const {
    return row >= 0 && row < rows_.size() ? rows_[row].field.path : QString();
}

int ReviewModel::openCount() const {
    return int(std::count_if(rows_.begin(), rows_.end(), [](const Row& row) { return row.open; }));
}

int ReviewModel::nextOpen(int row) const {
    for (int step = 1; step <= rows_.size(); ++step) {
        const int at = (std::max(row, -1) + step) % int(rows_.size());
        if (rows_[at].open) return at;
    }
    return -1;
}

std::optional<QString> ReviewModel::correctedAt(const QString& path) const {
    const int row = rowOf(path);
    return row < 0 ? std::nullopt : rows_[row].field.corrected;
}

void ReviewModel::reset(const Extraction& extraction) {
    beginResetModel();
    rows_.clear();
    const QStringList open = unresolved(extraction);
    for (const Field& field : extraction.fields) {
        if (field.shown().isEmpty() && field.text.isEmpty() && !field.corrected) continue;
        Row row{field, BillWords::doubt(field), open.contains(field.path), {}};
        if (row.open && row.doubt.isEmpty()) row.doubt = doubtOfCheck(extraction, field.path);
        for (const Candidate& candidate : otherReadings(extraction, field.path)) row.candidates += candidate.value;
        rows_.append(row);
    }
    endResetModel();
}

}  // namespace floe
