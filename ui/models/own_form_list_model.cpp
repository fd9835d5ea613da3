#include "ui/models/own_form_list_model.h"

#include <algorithm>

namespace floe {

namespace {

bool before(const OwnFormFile& a, const OwnFormFile& b) {
    if (a.shipped != b.shipped) return b.shipped;
    const int order = a.name.compare(b.name, Qt::CaseInsensitive);
    return order != 0 ? order < 0 : a.name < b.name;
}

}  // namespace

OwnFormListModel::OwnFormListModel(QObject* parent) : QAbstractListModel(parent) {}

int OwnFormListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(forms_.size());
}

QVariant OwnFormListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const OwnFormFile& form = forms_[index.row()];
    switch (role) {
        case Qt::DisplayRole:
            return form.shipped ? form.form.title : form.name;
        case Qt::AccessibleTextRole:
            return data(index, Qt::DisplayRole).toString() + QStringLiteral(", ") + subtitle(form);
        case Qt::ToolTipRole:
        case ProblemRole:
            return form.problem;
        case NameRole:
            return form.name;
        case SubtitleRole:
            return subtitle(form);
        case ShippedRole:
            return form.shipped;
        case UnsavedRole:
            return unsaved_.contains(form.name);
        default:
            return {};
    }
}

QString OwnFormListModel::subtitle(const OwnFormFile& form) const {
    if (form.shipped) return tr("Comes with Floe");
    if (!form.problem.isEmpty()) return tr("Cannot be read");
    if (unsaved_.contains(form.name)) return tr("To be mended");
    return tr("Fields: %1").arg(form.form.fields.size());
}

QHash<int, QByteArray> OwnFormListModel::roleNames() const {
    return {{NameRole, "name"},
            {SubtitleRole, "subtitle"},
            {ShippedRole, "shipped"},
            {ProblemRole, "problem"},
            {UnsavedRole, "unsaved"}};
}

int OwnFormListModel::rowOf(const QString& name) const {
    for (int row = 0; row < forms_.size(); ++row)
        if (forms_[row].name == name) return row;
    return -1;
}

const OwnFormFile* OwnFormListModel::find(const QString& name) const {
    const int row = rowOf(name);
    return row < 0 ? nullptr : &forms_[row];
}

QString OwnFormListModel::freeName(const QString& wanted) const {
    QString name = wanted;
    for (int n = 2; rowOf(name) >= 0 || OwnForms::faultOf(name) == OwnForms::NameFault::Shipped; ++n)
        name = QStringLiteral("%1 %2").arg(wanted).arg(n);
    return name;
}

void OwnFormListModel::reset(const QVector<OwnFormFile>& forms) {
    beginResetModel();
    forms_ = forms;
    std::sort(forms_.begin(), forms_.end(), before);
    endResetModel();
}

void OwnFormListModel::put(const OwnFormFile& form) {
    if (const int row = rowOf(form.name); row >= 0) {
        forms_[row] = form;
        emit dataChanged(index(row), index(row));
        return;
    }
    const int row = int(std::lower_bound(forms_.begin(), forms_.end(), form, before) - forms_.begin());
    beginInsertRows({}, row, row);
    forms_.insert(row, form);
    endInsertRows();
}

void OwnFormListModel::rename(const QString& name, const OwnFormFile& form) {
    const bool unsaved = unsaved_.remove(name);
    remove(name);
    put(form);
    setUnsaved(form.name, unsaved);
}

void OwnFormListModel::remove(const QString& name) {
    const int row = rowOf(name);
    if (row < 0) return;
    beginRemoveRows({}, row, row);
    forms_.removeAt(row);
    endRemoveRows();
    unsaved_.remove(name);
}

void OwnFormListModel::setUnsaved(const QString& name, bool unsaved) {
    if (unsaved_.contains(name) == unsaved) return;
    if (unsaved)
        unsaved_.insert(name);
    else
        unsaved_.remove(name);
    if (const int row = rowOf(name); row >= 0) emit dataChanged(index(row), index(row));
}

}  // namespace floe
