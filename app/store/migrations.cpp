#include "app/store/migrations.h"

#include <array>
#include <string>

#include "app/store/migrations/list.h"

namespace floe {
namespace {

const std::array kMigrations = {migration_001(), migration_002(), migration_003(), migration_004()};

constexpr Statement kReadVersion{"version.read", "PRAGMA user_version"};
constexpr Statement kCountTables{"version.tables", "SELECT count(*) FROM sqlite_master"};

Outcome apply(Database& database, const Migration& migration) {
    for (int i = 0; i < migration.count; ++i)
        if (auto done = database.run(migration.statements[i]); !done) return done.error();
    // A pragma takes no bound values.
    const std::string sql = "PRAGMA user_version = " + std::to_string(migration.version);
    if (auto done = database.run({"version.write", sql.c_str()}); !done) return done.error();
    return Done{};
}

Outcome refuse_foreign_file(Database& database) {
    int tables = 0;
    Outcome counted = database.each(kCountTables, {}, [&](const QSqlQuery& row) { tables = row.value(0).toInt(); });
    if (!counted) return counted;
    if (tables == 0) return Done{};
    return Error{Fault::damaged_file, database.path().toStdString(), "this is not a history of Floe"};
}

}  // namespace

int newest_version() {
    return kMigrations.back().version;
}

Result<int> version_of(Database& database) {
    int version = 0;
    Outcome read = database.each(kReadVersion, {}, [&](const QSqlQuery& row) { version = row.value(0).toInt(); });
    if (!read) return read.error();
    return version;
}

Outcome migrate(Database& database, int to) {
    const Result<int> found = version_of(database);
    if (!found) return found.error();
    if (*found > newest_version())
        return Error{Fault::unsupported,
                     database.path().toStdString(),
                     "this history was made by a newer Floe",
                     "Update Floe, or give another data folder with --data",
                     {{"found", std::to_string(*found)}, {"known", std::to_string(newest_version())}}};
    if (*found == to) return Done{};
    return database.transaction([&]() -> Outcome {
        // Read again under the write lock: another process may have been faster.
        const Result<int> version = version_of(database);
        if (!version) return version.error();
        if (*version == 0)
            if (Outcome ours = refuse_foreign_file(database); !ours) return ours;
        for (const Migration& migration : kMigrations) {
            if (migration.version <= *version || migration.version > to) continue;
            if (Outcome done = apply(database, migration); !done) return done;
        }
        return Done{};
    });
}

}  // namespace floe
