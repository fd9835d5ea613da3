#include "ui/models/check_list_model.h"

#include <QStringList>
#include <algorithm>

namespace floe {

CheckListModel::CheckListModel(QObject* parent) : QAbstractListModel(parent) {}

int CheckListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(checks_.size());
}

QVariant CheckListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Check& check = checks_[index.row()];
    switch (role) {
        case Qt::DisplayRole:
        case TitleRole:
            return title(check);
        case RuleRole:
            return check.rule;
        case OkRole:
            return check.ok;
        case Qt::ToolTipRole:
        case DetailRole:
            return check.detail;
        case PathsRole:
            return QStringList(check.paths.begin(), check.paths.end());
        default:
            return {};
    }
}

QString CheckListModel::title(const Check& check) {
    if (check.rule == "lines-net") return check.ok ? tr("The lines add up") : tr("The lines do not add up");
    if (check.rule == "net-tax-total")
        return check.ok ? tr("Net and tax make the total") : tr("Net and tax do not make the total");
    if (check.rule == "total-paid-due")
        return check.ok ? tr("The amount due is what is left to pay") : tr("The amount due is not what is left to pay");
    if (check.rule == "due-after-issue")
        return check.ok ? tr("The due date follows the issue date") : tr("The due date lies before the issue date");
    return check.sentence.isEmpty() ? check.rule : check.sentence;
}

QHash<int, QByteArray> CheckListModel::roleNames() const {
    return {{RuleRole, "rule"}, {TitleRole, "title"}, {OkRole, "ok"}, {DetailRole, "detail"}, {PathsRole, "paths"}};
}

int CheckListModel::failedCount() const {
    return int(std::count_if(checks_.begin(), checks_.end(), [](const Check& check) { return check.failed(); }));
}

void CheckListModel::reset(const QVector<Check>& checks) {
    beginResetModel();
    checks_ = checks;
    endResetModel();
}

}  // namespace floe
