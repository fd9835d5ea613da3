// One connection to the history's SQLite file. SQL stands in the table files beside this one and nowhere else.
#pragma once

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariant>
#include <functional>
#include <memory>

#include "engine/error.h"

namespace floe {

/// A statement with a name for messages and tests: {"messages.add", "INSERT …"}.
struct Statement {
    const char* name;
    const char* sql;
};

/// Lives on the thread that opened it. WAL, foreign keys on, synchronous=FULL: what is committed survives a kill and a
/// power cut. Another process on the same file is waited for, up to `busy_ms`.
class Database {
 public:
    /// Asked before each statement but ROLLBACK; true makes that statement fail as a full disk would. For tests.
    using Fail = std::function<bool(const char* statement)>;

    enum class Check { Whole, Later };
    /// The file is made where missing. Fault::damaged_file: it is no SQLite file or, where it is looked at as a whole,
    /// its pages contradict each other.
    static Result<std::unique_ptr<Database>> open(const QString& path, Fail fail = {}, int busy_ms = 10000,
                                                  Check check = Check::Whole);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    struct Changed {
        qint64 id = 0;    // of the inserted row
        qint64 rows = 0;  // inserted, updated or deleted
    };
    Result<Changed> run(const Statement& statement, const QVariantList& values = {});
    /// `row` reads its columns by position.
    Outcome each(const Statement& statement, const QVariantList& values,
                 const std::function<void(const QSqlQuery&)>& row);

    /// All of `body` or nothing: it takes the write lock at once, so that two processes never wait for each other
    /// crosswise.
    Outcome transaction(const std::function<Outcome()>& body);

    /// Looks at all pages: a second for some 200 MB.
    Outcome check();

    QString path() const { return path_; }

 private:
    Database(const QString& path, Fail fail) : path_(path), fail_(std::move(fail)) {}
    Outcome begin_use(int busy_ms);
    Result<QSqlQuery> execute(const Statement& statement, const QVariantList& values);
    Error error(const char* statement, const QSqlError& cause) const;

    QString path_, connection_;
    Fail fail_;
    QSqlDatabase database_;
};

}  // namespace floe
