#include "ui/models/model_list_model.h"

#include <algorithm>

#include "ui/models/figures.h"

namespace floe {

namespace {

QString facts(const ModelEntry& entry) {
    QStringList parts;
    for (const QString& word : {entry.architecture, entry.type})
        if (!word.isEmpty()) parts << word;
    if (entry.parameters > 0) parts << ModelListModel::tr("%1 parameters").arg(Figures::parameters(entry.parameters));
    if (entry.fileBytes > 0) parts << Figures::bytes(entry.fileBytes);
    return parts.join(QStringLiteral(" · "));
}

bool same(const ModelEntry& a, const ModelEntry& b) {
    return a.id == b.id && a.state == b.state && a.name == b.name && a.path == b.path && a.type == b.type &&
           a.fileBytes == b.fileBytes && a.parameters == b.parameters && a.contextLength == b.contextLength &&
           a.weightBytes == b.weightBytes && a.computeBytes == b.computeBytes;
}

bool sameIds(const QVector<ModelEntry>& a, const QVector<ModelEntry>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const ModelEntry& left, const ModelEntry& right) { return left.id == right.id; });
}

}  // namespace

ModelListModel::ModelListModel(QObject* parent) : QAbstractListModel(parent) {}

int ModelListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(entries_.size());
}

QVariant ModelListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const ModelEntry& entry = entries_[index.row()];
    switch (role) {
        case Qt::DisplayRole:
        case NameRole:
            return entry.name;
        case IdRole:
            return entry.id;
        case FactsRole:
            return facts(entry);
        case StateRole:
            return int(entry.state);
        case StateTextRole:
            return stateText(entry);
        case ProgressRole:
            return progress(entry.id);
        case Qt::AccessibleTextRole:
            return QStringList{entry.name, facts(entry), stateText(entry)}.join(QStringLiteral(", "));
        case Qt::ToolTipRole:
        case PathRole:
            return entry.path;
        case BuiltInRole:
            return entry.builtIn;
        default:
            return {};
    }
}

QString ModelListModel::stateText(const ModelEntry& entry) const {
    switch (entry.state) {
        case ModelEntry::State::Missing:
            return tr("The file is gone");
        case ModelEntry::State::Loading:
            return tr("Loading, %1 %").arg(int(progress(entry.id) * 100));
        case ModelEntry::State::Loaded:
            return tr("Loaded");
        case ModelEntry::State::Unloaded:
            break;
    }
    return entry.builtIn ? tr("Reads bills") : QString();
}

QHash<int, QByteArray> ModelListModel::roleNames() const {
    return {{IdRole, "id"},       {NameRole, "name"},           {FactsRole, "facts"},
            {StateRole, "state"}, {StateTextRole, "stateText"}, {ProgressRole, "progress"},
            {PathRole, "path"},   {BuiltInRole, "builtIn"}};
}

int ModelListModel::rowOf(ModelId model) const {
    for (int row = 0; row < entries_.size(); ++row)
        if (entries_[row].id == model) return row;
    return -1;
}

ModelId ModelListModel::idAt(int row) const {
    return row >= 0 && row < entries_.size() ? entries_[row].id : 0;
}

const ModelEntry* ModelListModel::find(ModelId model) const {
    const int row = rowOf(model);
    return row < 0 ? nullptr : &entries_[row];
}

const ModelEntry* ModelListModel::loaded() const {
    for (const ModelEntry& entry : entries_)
        if (entry.state == ModelEntry::State::Loaded) return &entry;
    return nullptr;
}

void ModelListModel::reset(const QVector<ModelEntry>& entries) {
    if (!sameIds(entries_, entries)) {
        beginResetModel();
        entries_ = entries;
        endResetModel();
        return;
    }
    for (int row = 0; row < entries_.size(); ++row) {
        if (same(entries_[row], entries[row])) continue;
        if (entries[row].state != ModelEntry::State::Loading) progress_.remove(entries[row].id);
        entries_[row] = entries[row];
        emit dataChanged(index(row), index(row));
    }
}

void ModelListModel::setProgress(ModelId model, double fraction) {
    const int row = rowOf(model);
    if (row < 0 || progress_.value(model) == fraction) return;
    progress_[model] = fraction;
    emit dataChanged(index(row), index(row), {ProgressRole, StateTextRole});
}

}  // namespace floe
