#include "ui/models/lines_model.h"

#include "ui/models/bill_words.h"

namespace floe {

namespace {

const char* const kNames[LinesModel::ColumnCount] = {"description", "quantity", "unit_price", "amount"};

}  // namespace

LinesModel::LinesModel(QObject* parent) : QAbstractTableModel(parent) {}

int LinesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : lines_;
}
int LinesModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant LinesModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    if (role == PathRole) return pathAt(index);
    if (role == Qt::TextAlignmentRole)
        return int(index.column() == Description ? Qt::AlignLeft | Qt::AlignVCenter
                                                 : Qt::AlignRight | Qt::AlignVCenter);
    const Field* found = fieldAt(index);
    const Field field = found ? *found : Field{};
    switch (role) {
        case Qt::DisplayRole:
        case Qt::EditRole:
            return field.shown();
        case ModelValueRole:
            return field.value;
        case PrintedRole:
            return field.text;
        case CorrectedRole:
            return field.corrected.has_value();
        case DoubtRole:
            return BillWords::doubt(field);
        case Qt::ToolTipRole:
            return found ? toolTip(field) : tr("Not printed on this line");
        default:
            return {};
    }
}

QString LinesModel::toolTip(const Field& field) const {
    QStringList sentences;
    if (const QString doubt = BillWords::doubt(field); !doubt.isEmpty()) sentences << doubt;
    if (!field.text.isEmpty()) sentences << tr("Printed: %1").arg(field.text);
    if (field.corrected) sentences << tr("Read by the model: %1").arg(field.value);
    return sentences.join('\n');
}

QVariant LinesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role == Qt::TextAlignmentRole && orientation == Qt::Horizontal)
        return int(section == Description ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    if (orientation == Qt::Vertical) return section + 1;
    const QString titles[ColumnCount] = {tr("Description"), tr("Quantity"), tr("Unit price"), tr("Amount")};
    return section >= 0 && section < ColumnCount ? titles[section] : QVariant();
}

bool LinesModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid)) return false;
    const Field* found = fieldAt(index);
    const Field field = found ? *found : Field{};
    if (value.toString() == field.shown()) return false;
    QString problem;
    const QString path = pathAt(index);
    const auto understood = BillWords::understood(BillWords::kindOf(path), value.toString(), &problem);
    if (!understood) {
        emit inputRefused(path, problem);
        return false;
    }
    std::optional<QString> after = understood;
    if (*understood == field.value) after.reset();
    if (after == field.corrected) return false;
    emit correctionWanted(path, field.corrected, after);
    return true;
}

Qt::ItemFlags LinesModel::flags(const QModelIndex& index) const {
    return QAbstractTableModel::flags(index) | (index.isValid() ? Qt::ItemIsEditable : Qt::NoItemFlags);
}

QHash<int, QByteArray> LinesModel::roleNames() const {
    return {{Qt::DisplayRole, "value"}, {PathRole, "path"},           {ModelValueRole, "modelValue"},
            {PrintedRole, "printed"},   {CorrectedRole, "corrected"}, {DoubtRole, "doubt"}};
}

QString LinesModel::pathAt(const QModelIndex& index) const {
    return index.isValid() ? QStringLiteral("lines.%1.%2").arg(index.row()).arg(kNames[index.column()]) : QString();
}

QModelIndex LinesModel::indexOf(const QString& path) const {
    const QStringList parts = path.split('.');
    if (parts.size() != 3 || parts[0] != "lines") return {};
    for (int column = 0; column < ColumnCount; ++column)
        if (parts[2] == kNames[column]) return index(parts[1].toInt(), column);
    return {};
}

void LinesModel::takeBack(const QModelIndex& index) {
    const Field* field = fieldAt(index);
    if (field && field->corrected) emit correctionWanted(field->path, field->corrected, std::nullopt);
}

void LinesModel::reset(const Extraction& extraction) {
    QVector<Field> fields;
    for (const Field& field : extraction.fields)
        if (field.path.startsWith("lines.")) fields.append(field);
    if (extraction.lineCount == lines_) {  // the same lines, read or corrected again: selection and scrolling stay
        fields_ = fields;
        if (lines_ > 0) emit dataChanged(index(0, 0), index(lines_ - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    fields_ = fields;
    lines_ = extraction.lineCount;
    endResetModel();
}

const Field* LinesModel::fieldAt(const QModelIndex& index) const {
    const QString path = pathAt(index);
    for (const Field& field : fields_)
        if (field.path == path) return &field;
    return nullptr;
}

}  // namespace floe
