#include "app/store/settings_table.h"

#include <QCborValue>

namespace floe::settings_table {
namespace {

constexpr Statement kAll{"settings.all", "SELECT key, value FROM settings"};
constexpr Statement kPut{"settings.put",
                         "INSERT INTO settings(key, value) VALUES (?, ?)"
                         " ON CONFLICT(key) DO UPDATE SET value = excluded.value"};

}  // namespace

Result<QVariantHash> all(Database& database) {
    QVariantHash values;
    Outcome read = database.each(kAll, {}, [&](const QSqlQuery& row) {
        values.insert(row.value(0).toString(), QCborValue::fromCbor(row.value(1).toByteArray()).toVariant());
    });
    if (!read) return read.error();
    return values;
}

Outcome put(Database& database, const QString& key, const QVariant& value) {
    auto done = database.run(kPut, {key, QCborValue::fromVariant(value).toCbor()});
    if (!done) return done.error();
    return Done{};
}

}  // namespace floe::settings_table
