#include "app/store/database.h"

#include <QSqlError>
#include <atomic>

namespace floe {
namespace {

constexpr Statement kBegin{"transaction.begin", "BEGIN IMMEDIATE"};
constexpr Statement kCommit{"transaction.commit", "COMMIT"};
constexpr Statement kWal{"open.wal", "PRAGMA journal_mode = WAL"};
constexpr Statement kDurable{"open.durable", "PRAGMA synchronous = FULL"};
constexpr Statement kForeignKeys{"open.foreign_keys", "PRAGMA foreign_keys = ON"};
constexpr Statement kCheck{"open.check", "PRAGMA quick_check(1)"};

QString fresh_connection_name() {
    static std::atomic<int64_t> count{0};
    return QStringLiteral("floe-%1").arg(++count);
}

/// SQLite would store a null QString as NULL; our columns know empty texts only.
QVariant bound(const QVariant& value) {
    const bool text = value.metaType().id() == QMetaType::QString;
    return text && value.toString().isNull() ? QVariant(QStringLiteral("")) : value;
}

}  // namespace

Result<std::unique_ptr<Database>> Database::open(const QString& path, Fail fail, int busy_ms, Check check) {
    std::unique_ptr<Database> database(new Database(path, std::move(fail)));
    if (Outcome begun = database->begin_use(busy_ms); !begun) return begun.error();
    if (check == Check::Later) return database;
    if (Outcome sound = database->check(); !sound) return sound.error();
    return database;
}

Database::~Database() {
    if (connection_.isEmpty()) return;
    database_.close();
    database_ = QSqlDatabase();  // the connection must be unused when it is removed
    QSqlDatabase::removeDatabase(connection_);
}

Outcome Database::begin_use(int busy_ms) {
    if (!QSqlDatabase::isDriverAvailable(QStringLiteral("QSQLITE")))
        return Error{Fault::internal, path_.toStdString(), "Qt's SQLite driver is not installed",
                     "Install the package libqt6sql6-sqlite"};
    connection_ = fresh_connection_name();
    database_ = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection_);
    database_.setDatabaseName(path_);
    database_.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(busy_ms));
    if (!database_.open()) return error("open", database_.lastError());
    for (const Statement& statement : {kWal, kDurable, kForeignKeys})
        if (auto done = run(statement); !done) return done.error();
    return Done{};
}

Outcome Database::check() {
    QString verdict;
    Outcome asked = each(kCheck, {}, [&](const QSqlQuery& row) { verdict = row.value(0).toString(); });
    if (!asked) return asked;
    if (verdict == QLatin1String("ok")) return Done{};
    return Error{Fault::damaged_file, path_.toStdString(), "the history is damaged (" + verdict.toStdString() + ")"};
}

Result<QSqlQuery> Database::execute(const Statement& statement, const QVariantList& values) {
    if (fail_ && fail_(statement.name))
        return Error{Fault::io, path_.toStdString(), std::string("the statement ") + statement.name + " failed",
                     "Free some space on the disk and try again"};
    QSqlQuery query(database_);
    query.setForwardOnly(true);
    if (!query.prepare(QString::fromUtf8(statement.sql))) return error(statement.name, query.lastError());
    for (const QVariant& value : values) query.addBindValue(bound(value));
    if (!query.exec()) return error(statement.name, query.lastError());
    return query;
}

Result<Database::Changed> Database::run(const Statement& statement, const QVariantList& values) {
    Result<QSqlQuery> query = execute(statement, values);
    if (!query) return query.error();
    return Changed{query->lastInsertId().toLongLong(), query->numRowsAffected()};
}

Outcome Database::each(const Statement& statement, const QVariantList& values,
                       const std::function<void(const QSqlQuery&)>& row) {
    Result<QSqlQuery> query = execute(statement, values);
    if (!query) return query.error();
    while (query->next()) row(*query);
    // next() is false at the end and on an error alike.
    if (query->lastError().isValid()) return error(statement.name, query->lastError());
    return Done{};
}

Outcome Database::transaction(const std::function<Outcome()>& body) {
    if (auto begun = run(kBegin); !begun) return begun.error();
    Outcome done = body();
    if (done) {
        if (auto committed = run(kCommit); committed)
            return Done{};
        else
            done = committed.error();
    }
    QSqlQuery(database_).exec(QStringLiteral("ROLLBACK"));
    return done;
}

Error Database::error(const char* statement, const QSqlError& cause) const {
    enum { kBusy = 5, kLocked = 6, kReadOnly = 8, kCorrupt = 11, kFull = 13, kCannotOpen = 14, kNoDatabase = 26 };
    const int code = cause.nativeErrorCode().toInt();
    Error error{Fault::io, path_.toStdString(), "the history cannot be used (" + cause.text().toStdString() + ")"};
    error.facts = {{"statement", statement}, {"code", std::to_string(code)}};
    switch (code & 0xff) {
        case kCorrupt:
        case kNoDatabase:
            error.kind = Fault::damaged_file;
            error.problem = "the history is damaged (" + cause.text().toStdString() + ")";
            error.advice = "Start Floe again: it sets the damaged file aside and begins a new one";
            break;
        case kBusy:
        case kLocked:
            error.advice = "Another program keeps it locked: close it and try again";
            break;
        case kFull:
            error.advice = "Free some space on the disk and try again";
            break;
        case kReadOnly:
        case kCannotOpen:
            error.advice = "See that you may write in its folder, or choose another one with --data";
            break;
        default:
            break;
    }
    return error;
}

}  // namespace floe
