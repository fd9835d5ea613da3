#include "app/store/bills_table.h"

#include <QFileInfo>
#include <array>

namespace floe::bills_table {
namespace {

constexpr Statement kAll{"bills.all",
                         "SELECT id, added_at, file_name, path, state, result_json, problem FROM bills"
                         " WHERE removed = 0 ORDER BY id DESC"};
constexpr Statement kFind{"bills.find",
                          "SELECT id, added_at, file_name, path, state, result_json, problem FROM bills"
                          " WHERE id = ? AND removed = 0"};
constexpr Statement kAdd{"bills.add", "INSERT INTO bills(added_at, file_name, path, state) VALUES (?, ?, ?, 'queued')"};
constexpr Statement kSetState{"bills.set_state", "UPDATE bills SET state = ? WHERE id = ?"};
constexpr Statement kFinish{"bills.finish", "UPDATE bills SET state = ?, result_json = ?, problem = ? WHERE id = ?"};
constexpr Statement kRequeue{"bills.requeue", "UPDATE bills SET state = 'queued' WHERE state = 'reading'"};
constexpr Statement kHide{"bills.hide", "UPDATE bills SET removed = 1 WHERE id = ?"};
constexpr Statement kShow{"bills.show", "UPDATE bills SET removed = 0 WHERE id = ?"};
constexpr Statement kPurge{"bills.purge", "DELETE FROM bills WHERE removed = 1"};

constexpr Statement kCorrections{"corrections.all",
                                 "SELECT path, value FROM corrections WHERE bill_id = ? ORDER BY id"};
constexpr Statement kCorrect{
    "corrections.add", "INSERT INTO corrections(bill_id, path, model_value, value, made_at) VALUES (?, ?, ?, ?, ?)"};
constexpr Statement kTakeBack{"corrections.remove", "DELETE FROM corrections WHERE bill_id = ? AND path = ?"};

// In the order of the enum.
constexpr std::array kStates = {"queued", "reading", "ready", "failed"};

BillInfo::State state_of(const QString& word) {
    for (size_t i = 0; i < kStates.size(); ++i)
        if (word == QLatin1String(kStates[i])) return static_cast<BillInfo::State>(i);
    return BillInfo::State::Queued;
}

QString word(BillInfo::State state) {
    return QString::fromLatin1(kStates[static_cast<size_t>(state)]);
}

Row row_of(const QSqlQuery& row) {
    return {row.value(0).toLongLong(),
            QDateTime::fromMSecsSinceEpoch(row.value(1).toLongLong()),
            row.value(2).toString(),
            row.value(3).toString(),
            state_of(row.value(4).toString()),
            row.value(5).toString().toUtf8(),
            row.value(6).toString()};
}

/// A QString that is null would be stored as NULL.
QString not_null(const QString& text) {
    return text.isNull() ? QString("") : text;
}

Outcome done(const Result<Database::Changed>& changed) {
    if (!changed) return changed.error();
    return Done{};
}

}  // namespace

Result<QVector<Row>> all(Database& database) {
    QVector<Row> rows;
    const Outcome read = database.each(kAll, {}, [&](const QSqlQuery& row) { rows.append(row_of(row)); });
    if (!read) return read.error();
    return rows;
}

Result<std::optional<Row>> find(Database& database, BillId bill) {
    std::optional<Row> found;
    const Outcome read = database.each(kFind, {bill}, [&](const QSqlQuery& row) { found = row_of(row); });
    if (!read) return read.error();
    return found;
}

Result<Row> add(Database& database, const QString& path, const QDateTime& now) {
    Row row;
    row.added = now;
    row.path = path;
    row.fileName = QFileInfo(path).fileName();
    const auto changed = database.run(kAdd, {now.toMSecsSinceEpoch(), not_null(row.fileName), not_null(path)});
    if (!changed) return changed.error();
    row.id = changed->id;
    return row;
}

Outcome set_state(Database& database, BillId bill, BillInfo::State state) {
    return done(database.run(kSetState, {word(state), bill}));
}

Outcome finish(Database& database, BillId bill, BillInfo::State state, const QByteArray& result,
               const QString& problem) {
    return done(database.run(kFinish, {word(state), not_null(QString::fromUtf8(result)), not_null(problem), bill}));
}

Outcome requeue(Database& database) {
    return done(database.run(kRequeue));
}

Outcome hide(Database& database, BillId bill) {
    return done(database.run(kHide, {bill}));
}

Outcome show(Database& database, BillId bill) {
    return done(database.run(kShow, {bill}));
}

Outcome purge_hidden(Database& database) {
    return done(database.run(kPurge));
}

Result<QVector<Correction>> corrections(Database& database, BillId bill) {
    QVector<Correction> found;
    const Outcome read = database.each(kCorrections, {bill}, [&](const QSqlQuery& row) {
        found.append({row.value(0).toString(), row.value(1).toString()});
    });
    if (!read) return read.error();
    return found;
}

Outcome correct(Database& database, BillId bill, const Correction& correction,
                const std::optional<QString>& model_value, const QDateTime& now) {
    return database.transaction([&]() -> Outcome {
        if (Outcome gone = take_back(database, bill, correction.path); !gone) return gone;
        const QVariant said = model_value ? QVariant(not_null(*model_value)) : QVariant();
        return done(
            database.run(kCorrect, {bill, correction.path, said, not_null(correction.value), now.toMSecsSinceEpoch()}));
    });
}

Outcome take_back(Database& database, BillId bill, const QString& path) {
    return done(database.run(kTakeBack, {bill, path}));
}

}  // namespace floe::bills_table
