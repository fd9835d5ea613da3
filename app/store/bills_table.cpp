#include "app/store/bills_table.h"

#include <QFileInfo>
#include <array>

#include "app/store/bill_parts_table.h"

namespace floe::bills_table {
namespace {

#define FLOE_INFO_COLUMNS                                                                                      \
    "id, added_at, file_name, path, state, problem, kind, seller, seller_key, number, number_key, issue_date," \
    " due_date, total, due, currency, category, seller_vat_id, iban, failed_checks, doubtful, sha256,"         \
    " original_kept, direction, paid_at, sent_at, reviewed_at, locked"
constexpr Statement kInfos{"bills.infos", "SELECT " FLOE_INFO_COLUMNS " FROM bills WHERE removed = 0 ORDER BY id DESC"};
constexpr Statement kInfo{"bills.info", "SELECT " FLOE_INFO_COLUMNS " FROM bills WHERE id = ? AND removed = 0"};
constexpr Statement kFind{"bills.find",
                          "SELECT id, added_at, file_name, path, state, result_json, problem, sha256, original_kept,"
                          " line_order, locked FROM bills WHERE id = ? AND removed = 0"};
constexpr Statement kAdd{"bills.add", "INSERT INTO bills(added_at, file_name, path, state) VALUES (?, ?, ?, 'queued')"};
constexpr Statement kSetState{"bills.set_state", "UPDATE bills SET state = ? WHERE id = ?"};
constexpr Statement kFinish{"bills.finish",
                            "UPDATE bills SET state = ?, result_json = ?, problem = ?, locked = ? WHERE id = ?"};
constexpr Statement kIndex{"bills.index",
                           "UPDATE bills SET indexed = 1, kind = ?, seller = ?, seller_key = ?, number = ?,"
                           " number_key = ?, issue_date = ?, due_date = ?, total = ?, due = ?, currency = ?,"
                           " category = ?, seller_vat_id = ?, iban = ?, failed_checks = ?, doubtful = ? WHERE id = ?"};
constexpr Statement kUnindexed{"bills.unindexed", "SELECT id FROM bills WHERE indexed = 0 AND state = 'ready'"};
constexpr Statement kSetFile{"bills.set_file", "UPDATE bills SET sha256 = ?, original_kept = ? WHERE id = ?"};
constexpr Statement kSetName{"bills.set_name", "UPDATE bills SET file_name = ? WHERE id = ?"};
constexpr Statement kSetLineIds{"bills.set_line_ids", "UPDATE bills SET line_order = ? WHERE id = ?"};
constexpr Statement kSetDirection{"bills.set_direction", "UPDATE bills SET direction = ? WHERE id = ?"};
constexpr Statement kSetPaid{"bills.set_paid", "UPDATE bills SET paid_at = ? WHERE id = ?"};
constexpr Statement kSetSent{"bills.set_sent", "UPDATE bills SET sent_at = ? WHERE id = ?"};
constexpr Statement kSetReviewed{"bills.set_reviewed", "UPDATE bills SET reviewed_at = ? WHERE id = ?"};
// The files of bills, those of parts among them.
#define FLOE_FILES                                                           \
    "WITH files(bill, sha256, kept, removed) AS ("                           \
    "SELECT id, sha256, original_kept, removed FROM bills UNION ALL"         \
    " SELECT bills.id, bill_parts.sha256, bill_parts.original_kept, removed" \
    " FROM bill_parts JOIN bills ON bills.id = bill_id) "
constexpr Statement kKeptOnlyByHidden{"bills.kept_only_by_hidden", FLOE_FILES
                                      "SELECT DISTINCT sha256 FROM files WHERE removed <> 0 AND removed < ?"
                                      " AND kept = 1 AND sha256 NOT IN"
                                      " (SELECT sha256 FROM files WHERE removed = 0 OR removed >= ?)"};
constexpr Statement kKeptByAnother{
    "bills.kept_by_another", FLOE_FILES "SELECT 1 FROM files WHERE sha256 = ? AND kept = 1 AND bill <> ? LIMIT 1"};
constexpr Statement kRequeue{"bills.requeue", "UPDATE bills SET state = 'queued' WHERE state = 'reading'"};
// When it was removed, in seconds; 1 once nobody wants it back (older Floes wrote 1 always).
constexpr Statement kHide{"bills.hide",
                          "UPDATE bills SET removed = CAST(strftime('%s', 'now') AS INTEGER) WHERE id = ?"};
constexpr Statement kGiveUp{"bills.give_up", "UPDATE bills SET removed = 1 WHERE id = ? AND removed <> 0"};
constexpr Statement kShow{"bills.show", "UPDATE bills SET removed = 0 WHERE id = ?"};
constexpr Statement kPurge{"bills.purge", "DELETE FROM bills WHERE removed <> 0 AND removed < ?"};

constexpr Statement kCorrections{"corrections.all",
                                 "SELECT path, value FROM corrections WHERE bill_id = ? ORDER BY id"};
constexpr Statement kCorrect{
    "corrections.add", "INSERT INTO corrections(bill_id, path, model_value, value, made_at) VALUES (?, ?, ?, ?, ?)"};
constexpr Statement kConfirmations{"confirmations.all", "SELECT path FROM confirmations WHERE bill_id = ?"};
constexpr Statement kConfirm{"confirmations.add",
                             "INSERT OR REPLACE INTO confirmations(bill_id, path, made_at) VALUES (?, ?, ?)"};
constexpr Statement kUnconfirm{"confirmations.remove", "DELETE FROM confirmations WHERE bill_id = ? AND path = ?"};
constexpr Statement kIsTaken{"taken_files.find",
                             "SELECT 1 FROM taken_files WHERE sha256 = ? UNION SELECT 1 FROM bills WHERE sha256 = ?"};
constexpr Statement kTake{"taken_files.add", "INSERT OR IGNORE INTO taken_files(sha256, taken_at) VALUES (?, ?)"};
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

QVector<int> ids_of(const QString& words) {
    QVector<int> ids;
    for (const QString& word : words.split(',', Qt::SkipEmptyParts)) ids.append(word.toInt());
    return ids;
}

QDateTime time_of(const QVariant& value) {
    return value.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(value.toLongLong());
}

Row row_of(const QSqlQuery& row) {
    int column = 0;
    const auto next = [&] { return row.value(column++); };
    Row found;
    found.id = next().toLongLong();
    found.added = time_of(next());
    found.fileName = next().toString();
    found.path = next().toString();
    found.state = state_of(next().toString());
    found.result = next().toString().toUtf8();
    found.problem = next().toString();
    found.hash = next().toString();
    found.originalKept = next().toBool();
    found.lineIds = ids_of(next().toString());
    found.locked = next().toBool();
    return found;
}

BillInfo info_of(const QSqlQuery& row) {
    int column = 0;
    const auto next = [&] { return row.value(column++); };
    BillInfo info;
    info.id = next().toLongLong();
    info.added = time_of(next());
    info.fileName = next().toString();
    info.path = next().toString();
    info.state = state_of(next().toString());
    info.problem = next().toString();
    for (QString* text :
         {&info.kind, &info.seller, &info.sellerKey, &info.number, &info.numberKey, &info.issueDate, &info.dueDate,
          &info.total, &info.due, &info.currency, &info.category, &info.sellerVatId, &info.iban})
        *text = next().toString();
    info.failedChecks = next().toInt();
    info.doubtful = next().toInt();
    info.hash = next().toString();
    info.originalKept = next().toBool();
    info.direction =
        next().toString() == QLatin1String("sent") ? BillInfo::Direction::Sent : BillInfo::Direction::Received;
    for (QDateTime* time : {&info.paidAt, &info.sentAt, &info.reviewedAt}) *time = time_of(next());
    info.locked = next().toBool();
    return info;
}

/// A QString that is null would be stored as NULL.
QString not_null(const QString& text) {
    return text.isNull() ? QString("") : text;
}

Outcome done(const Result<Database::Changed>& changed) {
    if (!changed) return changed.error();
    return Done{};
}

template <class Bill>
Outcome add_parts(Database& database, std::optional<Bill>& bill) {
    if (!bill) return Done{};
    const auto parts = bill_parts_table::of(database, bill->id);
    if (!parts) return parts.error();
    bill->parts = *parts;
    return Done{};
}

}  // namespace

Result<QVector<BillInfo>> infos(Database& database) {
    QVector<BillInfo> found;
    const Outcome read = database.each(kInfos, {}, [&](const QSqlQuery& row) { found.append(info_of(row)); });
    if (!read) return read.error();
    const auto parts = bill_parts_table::all(database);
    if (!parts) return parts.error();
    for (BillInfo& info : found) info.parts = parts->value(info.id);
    return found;
}

Result<std::optional<BillInfo>> info(Database& database, BillId bill) {
    std::optional<BillInfo> found;
    const Outcome read = database.each(kInfo, {bill}, [&](const QSqlQuery& row) { found = info_of(row); });
    if (!read) return read.error();
    if (Outcome whole = add_parts(database, found); !whole) return whole.error();
    return found;
}

Result<std::optional<Row>> find(Database& database, BillId bill) {
    std::optional<Row> found;
    const Outcome read = database.each(kFind, {bill}, [&](const QSqlQuery& row) { found = row_of(row); });
    if (!read) return read.error();
    if (Outcome whole = add_parts(database, found); !whole) return whole.error();
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

Outcome finish(Database& database, BillId bill, BillInfo::State state, const QByteArray& result, const QString& problem,
               bool locked) {
    return done(database.run(
        kFinish, {word(state), not_null(QString::fromUtf8(result)), not_null(problem), locked ? 1 : 0, bill}));
}

Outcome index(Database& database, BillId bill, const BillInfo& info) {
    QVariantList values;
    for (const QString& text :
         {info.kind, info.seller, info.sellerKey, info.number, info.numberKey, info.issueDate, info.dueDate, info.total,
          info.due, info.currency, info.category, info.sellerVatId, info.iban})
        values << not_null(text);
    values << info.failedChecks << info.doubtful << bill;
    return done(database.run(kIndex, values));
}

Result<QVector<BillId>> unindexed(Database& database) {
    QVector<BillId> bills;
    const Outcome read =
        database.each(kUnindexed, {}, [&](const QSqlQuery& row) { bills.append(row.value(0).toLongLong()); });
    if (!read) return read.error();
    return bills;
}

Outcome set_file(Database& database, BillId bill, const QString& hash, bool original_kept) {
    return done(database.run(kSetFile, {not_null(hash), original_kept ? 1 : 0, bill}));
}

Outcome set_name(Database& database, BillId bill, const QString& name) {
    return done(database.run(kSetName, {not_null(name), bill}));
}

Outcome set_line_ids(Database& database, BillId bill, const QVector<int>& ids) {
    QStringList words;
    for (const int id : ids) words << QString::number(id);
    return done(database.run(kSetLineIds, {not_null(words.join(',')), bill}));
}

Outcome set_direction(Database& database, BillId bill, BillInfo::Direction direction) {
    return done(database.run(
        kSetDirection, {QString::fromLatin1(direction == BillInfo::Direction::Sent ? "sent" : "received"), bill}));
}

Outcome mark(Database& database, BillId bill, BillMark mark, const QDateTime& when) {
    const Statement& statement = mark == BillMark::Paid ? kSetPaid : mark == BillMark::Sent ? kSetSent : kSetReviewed;
    return done(database.run(statement, {when.isValid() ? QVariant(when.toMSecsSinceEpoch()) : QVariant(), bill}));
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

Result<QStringList> purge_hidden(Database& database, const QDateTime& before, const QVector<BillId>& given_up) {
    QStringList hashes;
    const qint64 until = before.toSecsSinceEpoch();
    const Outcome done = database.transaction([&]() -> Outcome {
        for (const BillId bill : given_up)
            if (const auto gone = database.run(kGiveUp, {bill}); !gone) return gone.error();
        const Outcome read = database.each(kKeptOnlyByHidden, {until, until},
                                           [&](const QSqlQuery& row) { hashes.append(row.value(0).toString()); });
        if (!read) return read;
        return bills_table::done(database.run(kPurge, {until}));
    });
    if (!done) return done.error();
    return hashes;
}

Result<bool> is_kept_by_another(Database& database, const QString& hash, BillId bill) {
    bool kept = false;
    const Outcome read = database.each(kKeptByAnother, {hash, bill}, [&](const QSqlQuery&) { kept = true; });
    if (!read) return read.error();
    return kept;
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
    if (Outcome gone = take_back(database, bill, correction.path); !gone) return gone;
    const QVariant said = model_value ? QVariant(not_null(*model_value)) : QVariant();
    return done(
        database.run(kCorrect, {bill, correction.path, said, not_null(correction.value), now.toMSecsSinceEpoch()}));
}

Outcome take_back(Database& database, BillId bill, const QString& path) {
    return done(database.run(kTakeBack, {bill, path}));
}

Result<QStringList> confirmations(Database& database, BillId bill) {
    QStringList paths;
    const Outcome read =
        database.each(kConfirmations, {bill}, [&](const QSqlQuery& row) { paths.append(row.value(0).toString()); });
    if (!read) return read.error();
    return paths;
}

Outcome confirm(Database& database, BillId bill, const QString& path, bool agreed, const QDateTime& now) {
    if (!agreed) return done(database.run(kUnconfirm, {bill, path}));
    return done(database.run(kConfirm, {bill, path, now.toMSecsSinceEpoch()}));
}

Result<bool> take_file(Database& database, const QString& hash, const QDateTime& now) {
    bool taken = false;
    const Outcome done = database.transaction([&]() -> Outcome {
        const Outcome read = database.each(kIsTaken, {hash, hash}, [&](const QSqlQuery&) { taken = true; });
        if (!read || taken) return read;
        return bills_table::done(database.run(kTake, {hash, now.toMSecsSinceEpoch()}));
    });
    if (!done) return done.error();
    return taken;
}

}  // namespace floe::bills_table
