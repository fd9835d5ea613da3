#include "ui/models/lines_model.h"

#include <algorithm>

#include "app/extraction/decimal.h"
#include "app/extraction/names.h"
#include "ui/models/bill_words.h"

namespace floe {

namespace {

constexpr Qt::Alignment kText = Qt::AlignLeft | Qt::AlignVCenter, kFigure = Qt::AlignRight | Qt::AlignVCenter;

/// Members that are columns also where no row has a value in them.
QStringList usualOf(const QString& list) {
    if (list == "lines") return modelLineNames();
    if (list == "taxes") return {"rate", "base", "amount"};
    for (const FieldList& one : rareLists())
        if (one.name == list) return {one.members.first()};
    return {};
}

/// Where a column stands: as its member in the form, of the first item.
bool isBefore(const QString& list, const QString& a, const QString& b) {
    return orderOf(listPath(list, 0, a)) < orderOf(listPath(list, 0, b));
}

}  // namespace

LinesModel::LinesModel(const QString& list, QObject* parent)
    : QAbstractTableModel(parent), list_(list), columns_(usualOf(list)) {}

int LinesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : rows_;
}
int LinesModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(columns_.size());
}

bool LinesModel::isText(int column) const {
    return BillWords::kindOf(listPath(list_, 0, columns_.value(column))) != BillWord::Kind::Money;
}

QVariant LinesModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    if (role == PathRole) return pathAt(index);
    if (role == Qt::TextAlignmentRole) return int(isText(index.column()) ? kText : kFigure);
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
    if (role == Qt::TextAlignmentRole && orientation == Qt::Horizontal) return int(isText(section) ? kText : kFigure);
    if (role != Qt::DisplayRole) return {};
    if (orientation == Qt::Vertical) return section + 1;
    return section >= 0 && section < columns_.size() ? BillWords::memberLabel(list_, columns_[section]) : QVariant();
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
    return index.isValid() ? listPath(list_, index.row(), columns_[index.column()]) : QString();
}

QModelIndex LinesModel::indexOf(const QString& path) const {
    if (listOf(path) != list_) return {};
    const qsizetype column = columns_.indexOf(memberOf(path));
    return column < 0 ? QModelIndex() : index(itemOf(path), int(column));
}

void LinesModel::takeBack(const QModelIndex& index) {
    const Field* field = fieldAt(index);
    if (field && field->corrected) emit correctionWanted(field->path, field->corrected, std::nullopt);
}

QVector<int> LinesModel::ids() const {
    if (!lineIds_.isEmpty()) return lineIds_;
    QVector<int> ids;
    for (int row = 0; row < rows_; ++row) ids.append(row);
    return ids;
}

void LinesModel::addLine(int after) {
    QVector<int> next = ids();
    next.insert(std::clamp(after + 1, 0, int(next.size())), nextId_);
    emit arrangementWanted(lineIds_, next);
}

void LinesModel::removeLine(int row) {
    QVector<int> next = ids();
    if (row < 0 || row >= next.size() || next.size() < 2) return;
    next.removeAt(row);
    emit arrangementWanted(lineIds_, next);
}

void LinesModel::moveLine(int row, int by) {
    QVector<int> next = ids();
    const int to = row + by;
    if (row < 0 || row >= next.size() || to < 0 || to >= next.size()) return;
    next.move(row, to);
    emit arrangementWanted(lineIds_, next);
}

QString LinesModel::sum() const {
    Decimal sum;
    for (const Field& field : fields_) {
        if (memberOf(field.path) != "amount" || field.shown().isEmpty()) continue;
        const auto amount = Decimal::parse(field.shown());
        const auto more = amount ? Decimal::add(sum, *amount) : std::nullopt;
        if (!more) return {};
        sum = *more;
    }
    return sum.toString();
}

void LinesModel::reset(const Extraction& extraction) {
    QVector<Field> fields;
    QStringList columns = usualOf(list_);
    const QString prefix = list_ + '.';
    const bool counted = list_ == "lines" || list_ == "taxes";
    int rows = list_ == "lines" ? extraction.lineCount : counted ? extraction.taxCount : 0;
    for (const Field& field : extraction.fields) {
        if (!field.path.startsWith(prefix)) continue;
        fields.append(field);
        const QString member = memberOf(field.path);
        if (!(field.shown().isEmpty() && field.text.isEmpty()) && !columns.contains(member)) columns += member;
        if (!counted) rows = std::max(rows, itemOf(field.path) + 1);
    }
    std::sort(columns.begin(), columns.end(), [&](const auto& a, const auto& b) { return isBefore(list_, a, b); });
    // The same rows, read or corrected again: selection and scrolling stay.
    const bool sameShape = rows == rows_ && columns == columns_ && extraction.lineIds == lineIds_;
    if (!sameShape) beginResetModel();
    fields_ = fields;
    places_.clear();
    for (int i = 0; i < fields_.size(); ++i) places_.insert(fields_[i].path, i);
    columns_ = columns;
    rows_ = rows;
    lineIds_ = extraction.lineIds;
    nextId_ = std::max(extraction.nextLineId, extraction.lineCount);
    if (!sameShape)
        endResetModel();
    else if (rows_ > 0)
        emit dataChanged(index(0, 0), index(rows_ - 1, int(columns_.size()) - 1));
}

const Field* LinesModel::fieldAt(const QModelIndex& index) const {
    const auto place = places_.constFind(pathAt(index));
    return place == places_.constEnd() ? nullptr : &fields_[*place];
}

}  // namespace floe
