#include "ui/models/bill_form_model.h"

namespace floe {

namespace {

bool same(const std::optional<Field>& a, const std::optional<Field>& b) {
    if (!a || !b) return a.has_value() == b.has_value();
    return a->value == b->value && a->text == b->text && a->page == b->page && a->boxes == b->boxes &&
           a->confidence == b->confidence && a->status == b->status && a->note == b->note &&
           a->corrected == b->corrected && a->confirmed == b->confirmed;
}

}  // namespace

BillFormModel::BillFormModel(QObject* parent) : QAbstractListModel(parent) {
    for (const BillWord& word : BillWords::head()) rows_.append({word, {}});
}

int BillFormModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(rows_.size());
}

QVariant BillFormModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Row& row = rows_[index.row()];
    switch (role) {
        case PathRole:
            return row.word.path;
        case GroupRole:
            return row.word.group;
        case LabelRole:
            return row.word.label;
        case KindRole:
            return int(row.word.kind);
        case UsualRole:
            return row.word.shown == BillWord::Shown::Usual;
        case OnlyWhereSaidRole:
            return row.word.shown == BillWord::Shown::Said;
        default:
            return fieldData(row, role);
    }
}

QVariant BillFormModel::fieldData(const Row& row, int role) const {
    const Field field = row.field.value_or(Field{});
    switch (role) {
        case Qt::DisplayRole:
        case Qt::EditRole:
        case ValueRole:
            return field.shown();
        case ModelValueRole:
            return field.value;
        case PrintedRole:
            return field.text;
        case CorrectedRole:
            return field.corrected.has_value();
        case DoubtRole:
            return BillWords::doubt(field);
        case NoteRole:
            if (!row.field) return QString();
            if (field.status == Field::Status::Xml) return tr("From the e-invoice inside the file");
            if (field.status == Field::Status::Derived)
                return field.note.isEmpty() ? tr("Computed, not printed") : field.note;
            return QString();
        case ConfidenceRole:
            return field.confidence;
        case HasPlaceRole:
            return field.page >= 0 && !field.boxes.isEmpty();
        default:
            return {};
    }
}

bool BillFormModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid)) return false;
    const Row& row = rows_[index.row()];
    const Field field = row.field.value_or(Field{});
    if (value.toString() == field.shown()) return false;
    QString problem;
    const auto understood = BillWords::understood(row.word.kind, value.toString(), &problem);
    if (!understood) {
        emit inputRefused(row.word.path, problem);
        return false;
    }
    std::optional<QString> after = understood;
    if (*understood == field.value) after.reset();  // typed back what the model said
    if (after == field.corrected) return false;
    emit correctionWanted(row.word.path, field.corrected, after);
    return true;
}

Qt::ItemFlags BillFormModel::flags(const QModelIndex& index) const {
    return QAbstractListModel::flags(index) | (index.isValid() ? Qt::ItemIsEditable : Qt::NoItemFlags);
}

QHash<int, QByteArray> BillFormModel::roleNames() const {
    return {{PathRole, "path"},
            {GroupRole, "group"},
            {LabelRole, "label"},
            {ValueRole, "value"},
            {ModelValueRole, "modelValue"},
            {PrintedRole, "printed"},
            {CorrectedRole, "corrected"},
            {DoubtRole, "doubt"},
            {NoteRole, "note"},
            {HasPlaceRole, "hasPlace"},
            {ConfidenceRole, "confidence"},
            {KindRole, "kind"},
            {UsualRole, "usual"},
            {OnlyWhereSaidRole, "onlyWhereSaid"}};
}

int BillFormModel::rowOf(const QString& path) const {
    for (int row = 0; row < rows_.size(); ++row)
        if (rows_[row].word.path == path) return row;
    return -1;
}

void BillFormModel::takeBack(const QString& path) {
    const int row = rowOf(path);
    if (row < 0 || !rows_[row].field || !rows_[row].field->corrected) return;
    emit correctionWanted(path, rows_[row].field->corrected, std::nullopt);
}

void BillFormModel::reset(const Extraction& extraction) {
    for (int row = 0; row < rows_.size(); ++row) {
        std::optional<Field> now;
        for (const Field& field : extraction.fields)
            if (field.path == rows_[row].word.path) now = field;
        if (same(rows_[row].field, now)) continue;
        rows_[row].field = now;
        emit dataChanged(index(row), index(row));
    }
}

}  // namespace floe
