#include "ui/models/form_values_model.h"

#include <algorithm>

#include "ui/models/bill_words.h"

namespace floe {

namespace {

bool isMade(const Field& field) {
    return field.text.isEmpty() && field.status == Field::Status::Derived;
}

}  // namespace

FormValuesModel::FormValuesModel(QObject* parent) : QAbstractTableModel(parent) {}

int FormValuesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(values_.size());
}

int FormValuesModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : Columns;
}

QVariant FormValuesModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const OwnValue& value = values_[index.row()];
    const Field field = value.field.value_or(Field{});
    const bool found = value.field.has_value();
    switch (role) {
        case Qt::DisplayRole:
            if (index.column() == Name) return value.name;
            // What is not printed so is said to be derived, and of what.
            if (index.column() == Printed && isMade(field)) return tr("Derived. %1").arg(field.note);
            if (index.column() == Printed) return field.text;
            if (!value.picture.isNull()) return QString();
            return found ? field.shown() : tr("not on this bill");
        case Qt::ToolTipRole:
            if (found && index.column() != Name)
                return BillWords::doubt(field).isEmpty() ? field.note : BillWords::doubt(field);
            return QString();
        case PathRole:
            return value.path;
        case HasPlaceRole:
            return field.page >= 0 && !field.boxes.isEmpty();
        case FoundRole:
            return found;
        case MadeRole:
            return isMade(field);
        case PictureRole:
            return value.picture;
        case Qt::AccessibleTextRole:
            return index.column() == Value && !value.picture.isNull() ? tr("Picture, %1").arg(field.value) : QVariant();
        case DoubtRole:
            return found ? BillWords::doubt(field) : QString();
        default:
            return {};
    }
}

QVariant FormValuesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case Name:
            return tr("Called");
        case Value:
            return tr("Value");
        case Printed:
            return tr("As printed");
        default:
            return {};
    }
}

QHash<int, QByteArray> FormValuesModel::roleNames() const {
    return {{Qt::DisplayRole, "display"}, {PathRole, "path"}, {HasPlaceRole, "hasPlace"}, {FoundRole, "found"},
            {DoubtRole, "doubt"},         {MadeRole, "made"}, {PictureRole, "picture"}};
}

int FormValuesModel::rowOf(const QString& path) const {
    for (int row = 0; row < values_.size(); ++row)
        if (values_[row].path == path) return row;
    return -1;
}

/// While a person types, rows mostly stay the same ones: then a view keeps its place.
void FormValuesModel::reset(const QVector<OwnValue>& values) {
    const auto samePath = [](const OwnValue& a, const OwnValue& b) { return a.path == b.path; };
    if (std::equal(values_.begin(), values_.end(), values.begin(), values.end(), samePath)) {
        values_ = values;
        if (!values.isEmpty()) emit dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
        return;
    }
    beginResetModel();
    values_ = values;
    endResetModel();
}

int FormValuesModel::found() const {
    return int(std::count_if(values_.begin(), values_.end(), [](const OwnValue& v) { return v.field.has_value(); }));
}

}  // namespace floe
