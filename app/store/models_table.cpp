#include "app/store/models_table.h"

namespace floe::models_table {
namespace {

constexpr Statement kAll{"models.all",
                         "SELECT id, path, name, architecture, type, file_bytes, parameters, context_length,"
                         " weight_bytes, layers, kv_heads, head_dim, compute_bytes FROM models ORDER BY id"};
constexpr Statement kPut{"models.put",
                         "INSERT INTO models(path, name, architecture, type, file_bytes, parameters, context_length,"
                         " weight_bytes, layers, kv_heads, head_dim, compute_bytes)"
                         " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                         " ON CONFLICT(path) DO UPDATE SET name = excluded.name,"
                         " architecture = excluded.architecture, type = excluded.type,"
                         " file_bytes = excluded.file_bytes, parameters = excluded.parameters,"
                         " context_length = excluded.context_length, weight_bytes = excluded.weight_bytes,"
                         " layers = excluded.layers, kv_heads = excluded.kv_heads, head_dim = excluded.head_dim,"
                         " compute_bytes = excluded.compute_bytes"};
constexpr Statement kFind{"models.find", "SELECT id FROM models WHERE path = ?"};
constexpr Statement kRemove{"models.remove", "DELETE FROM models WHERE id = ? AND id <> 1"};
constexpr Statement kLast{"models.last", "SELECT id, loaded_context FROM models WHERE loaded_context IS NOT NULL"};
constexpr Statement kForget{"models.forget", "UPDATE models SET loaded_context = NULL"};
constexpr Statement kRemember{"models.remember", "UPDATE models SET loaded_context = ? WHERE id = ?"};

ModelEntry entry_of(const QSqlQuery& row) {
    ModelEntry entry;
    int column = 0;
    entry.id = row.value(column++).toLongLong();
    entry.path = row.value(column++).toString();
    entry.name = row.value(column++).toString();
    entry.architecture = row.value(column++).toString();
    entry.type = row.value(column++).toString();
    for (qint64* fact : {&entry.fileBytes, &entry.parameters, &entry.contextLength, &entry.weightBytes, &entry.layers,
                         &entry.kvHeads, &entry.headDim, &entry.computeBytes})
        *fact = row.value(column++).toLongLong();
    entry.builtIn = entry.id == kBuiltIn;
    return entry;
}

}  // namespace

Result<QVector<ModelEntry>> all(Database& database) {
    QVector<ModelEntry> entries;
    Outcome read = database.each(kAll, {}, [&](const QSqlQuery& row) { entries << entry_of(row); });
    if (!read) return read.error();
    return entries;
}

Result<ModelId> put(Database& database, const ModelEntry& entry) {
    ModelId id = 0;
    Outcome done = database.transaction([&]() -> Outcome {
        auto written = database.run(kPut, {entry.path, entry.name, entry.architecture, entry.type, entry.fileBytes,
                                           entry.parameters, entry.contextLength, entry.weightBytes, entry.layers,
                                           entry.kvHeads, entry.headDim, entry.computeBytes});
        if (!written) return written.error();
        return database.each(kFind, {entry.path}, [&](const QSqlQuery& row) { id = row.value(0).toLongLong(); });
    });
    if (!done) return done.error();
    return id;
}

Outcome remove(Database& database, ModelId id) {
    auto done = database.run(kRemove, {id});
    if (!done) return done.error();
    return Done{};
}

Result<std::optional<LastLoaded>> last_loaded(Database& database) {
    std::optional<LastLoaded> last;
    Outcome read = database.each(kLast, {}, [&](const QSqlQuery& row) {
        last = LastLoaded{row.value(0).toLongLong(), row.value(1).toLongLong()};
    });
    if (!read) return read.error();
    return last;
}

Outcome set_last_loaded(Database& database, const std::optional<LastLoaded>& loaded) {
    return database.transaction([&]() -> Outcome {
        if (auto forgotten = database.run(kForget); !forgotten) return forgotten.error();
        if (!loaded) return Done{};
        if (auto written = database.run(kRemember, {loaded->context_tokens, loaded->id}); !written)
            return written.error();
        return Done{};
    });
}

}  // namespace floe::models_table
