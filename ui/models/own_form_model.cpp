#include "ui/models/own_form_model.h"

#include <algorithm>

#include "ui/models/own_form_words.h"

namespace floe {

/// The form before and after. What is typed in one place is one step.
class OwnFormModel::Step : public QUndoCommand {
 public:
    Step(OwnFormModel& model, const OwnForm& after, const QString& name, int typing)
        : QUndoCommand(name), model_(model), before_(model.form_), after_(after), typing_(typing) {}

    void undo() override { model_.apply(before_); }
    void redo() override { model_.apply(after_); }
    int id() const override { return typing_; }  // -1: never joined
    bool mergeWith(const QUndoCommand* other) override {
        after_ = static_cast<const Step*>(other)->after_;
        setObsolete(before_ == after_);
        return true;
    }

 private:
    OwnFormModel& model_;
    OwnForm before_, after_;
    int typing_;
};

OwnFormModel::OwnFormModel(QObject* parent) : QAbstractTableModel(parent) {}

int OwnFormModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(form_.fields.size());
}

int OwnFormModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : Columns;
}

QVariant OwnFormModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const OwnField& field = form_.fields[index.row()];
    const bool mistaken = mistake_ && mistake_->row == index.row();
    if (role == MistakeRole) return mistaken ? OwnFormWords::sentence(*mistake_) : QString();
    if (role == Qt::AccessibleTextRole && mistaken)
        return data(index, Qt::DisplayRole).toString() + QStringLiteral(", ") + OwnFormWords::sentence(*mistake_);
    if (role == Qt::EditRole && index.column() == Name) return field.name;
    if (role == Qt::ToolTipRole && mistaken) return OwnFormWords::sentence(*mistake_);
    if (role != Qt::DisplayRole && role != Qt::EditRole && role != Qt::ToolTipRole) return {};
    switch (index.column()) {
        case Name:
            return OwnFormWords::nameOf(field);
        case Source:
            return OwnFormWords::sourceOf(field);
        case Kind:
            return field.isList() ? tr("List") : OwnFormWords::kindLabel(field.kind);
        default:
            return {};
    }
}

QVariant OwnFormModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case Name:
            return tr("Called");
        case Source:
            return tr("Where it comes from");
        case Kind:
            return tr("Kind");
        default:
            return {};
    }
}

bool OwnFormModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || index.column() != Name || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    OwnField field = form_.fields[index.row()];
    if (field.name == value.toString().trimmed()) return false;
    field.name = value.toString().trimmed();
    setField(index.row(), field);
    endStep();
    return true;
}

Qt::ItemFlags OwnFormModel::flags(const QModelIndex& index) const {
    const bool named = index.isValid() && index.column() == Name && canChange();
    return QAbstractTableModel::flags(index) | (named ? Qt::ItemIsEditable : Qt::NoItemFlags);
}

QHash<int, QByteArray> OwnFormModel::roleNames() const {
    return {{Qt::DisplayRole, "display"}, {MistakeRole, "mistake"}};
}

void OwnFormModel::show(const OwnForm& form, QUndoStack* steps) {
    beginResetModel();
    form_ = form;
    steps_ = steps;
    mistake_ = mistakeIn(form_);
    endResetModel();
}

const OwnField* OwnFormModel::field(int row) const {
    return row >= 0 && row < form_.fields.size() ? &form_.fields[row] : nullptr;
}

void OwnFormModel::setField(int row, const OwnField& field) {
    if (!this->field(row)) return;
    OwnForm after = form_;
    after.fields[row] = field;
    push(after, tr("change of a field"), typing_ * 1000 + row);
}

void OwnFormModel::endStep() {
    ++typing_;
}

int OwnFormModel::addField(int below, const OwnField& field) {
    const int row = std::clamp(below + 1, 0, rowCount());
    OwnForm after = form_;
    after.fields.insert(row, field);
    push(after, tr("new field"));
    return row;
}

void OwnFormModel::removeField(int row) {
    if (!field(row)) return;
    OwnForm after = form_;
    after.fields.removeAt(row);
    push(after, tr("removed field"));
}

void OwnFormModel::moveField(int row, int by) {
    if (!field(row) || !field(row + by)) return;
    OwnForm after = form_;
    after.fields.move(row, row + by);
    push(after, tr("moved field"));
}

void OwnFormModel::replace(const OwnForm& form) {
    push(form, tr("change of the schema"));
}

void OwnFormModel::push(const OwnForm& after, const QString& name, int typing) {
    if (!steps_ || after == form_) return;
    if (typing < 0) endStep();
    steps_->push(new Step(*this, after, name, typing));
}

/// Rows that are the same at the beginning and at the end stay, so that a view keeps its place.
void OwnFormModel::apply(const OwnForm& form) {
    const auto& now = form_.fields;
    const auto& next = form.fields;
    const qsizetype shorter = std::min(now.size(), next.size());
    qsizetype first = 0, last = 0;
    while (first < shorter && now[first] == next[first]) ++first;
    while (last < shorter - first && now[now.size() - 1 - last] == next[next.size() - 1 - last]) ++last;
    const int more = int(next.size() - now.size());
    const OwnForm before = std::exchange(form_, form);
    if (more == 0) {
        mistake_ = mistakeIn(form_);
    } else {
        // Of two forms of unequal length, what they have in common goes before what is added or goes.
        form_.fields = before.fields;
        const int at = int(shorter - last);
        if (more > 0) {
            beginInsertRows({}, at, at + more - 1);
        } else {
            beginRemoveRows({}, at, at - more - 1);
        }
        form_ = form;
        mistake_ = mistakeIn(form_);
        more > 0 ? endInsertRows() : endRemoveRows();
    }
    if (rowCount() > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
    emit formChanged();
}

}  // namespace floe
