// A picture of an item model's rows as JSON, so that tests compare what a view would see.
#pragma once

#include <QAbstractItemModel>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

namespace floe::test {

/// One object a row, of the named roles; a table has an array of such objects a row.
inline QJsonArray modelJson(const QAbstractItemModel& model, const QStringList& roles) {
    const auto names = model.roleNames();
    const auto cell = [&](int row, int column) {
        QJsonObject object;
        for (const QString& role : roles)
            object[role] = QJsonValue::fromVariant(model.data(model.index(row, column), names.key(role.toUtf8(), -1)));
        return object;
    };
    QJsonArray rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.columnCount() == 1) {
            rows.append(cell(row, 0));
            continue;
        }
        QJsonArray cells;
        for (int column = 0; column < model.columnCount(); ++column) cells.append(cell(row, column));
        rows.append(cells);
    }
    return rows;
}

inline QJsonArray json(const char* text) {
    return QJsonDocument::fromJson(text).array();
}

}  // namespace floe::test
