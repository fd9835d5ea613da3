// The tables of bills that were dropped in and of what people corrected in them.
#pragma once

#include <QDateTime>
#include <QVector>
#include <optional>

#include "app/extraction/bill.h"
#include "app/store/database.h"

namespace floe::bills_table {

struct Row {
    BillId id = 0;
    QDateTime added;
    QString fileName, path;
    BillInfo::State state = BillInfo::State::Queued;
    QByteArray result;  // toJson(Extraction); empty until it was read
    QString problem;    // the sentence of a failed reading
};

struct Correction {
    QString path, value;
};

/// Those not removed, the one added last first.
Result<QVector<Row>> all(Database& database);
/// Nothing where there is no such bill, or a removed one.
Result<std::optional<Row>> find(Database& database, BillId bill);
Result<Row> add(Database& database, const QString& path, const QDateTime& now);

Outcome set_state(Database& database, BillId bill, BillInfo::State state);
Outcome finish(Database& database, BillId bill, BillInfo::State state, const QByteArray& result,
               const QString& problem);
/// Bills whose reading a program that ended had begun wait again.
Outcome requeue(Database& database);

/// A removed bill is hidden, and can be shown again until it is purged.
Outcome hide(Database& database, BillId bill);
Outcome show(Database& database, BillId bill);
Outcome purge_hidden(Database& database);

Result<QVector<Correction>> corrections(Database& database, BillId bill);
/// In place of an older one; `model_value`: what the model said, nothing where it saw nothing.
Outcome correct(Database& database, BillId bill, const Correction& correction,
                const std::optional<QString>& model_value, const QDateTime& now);
Outcome take_back(Database& database, BillId bill, const QString& path);

}  // namespace floe::bills_table
