// The first tables. Times are milliseconds since 1970 UTC. Ids are never used twice, so that a view may keep them.

#include <iterator>

#include "app/store/migrations/list.h"

namespace floe {
namespace {

constexpr Statement kStatements[] = {
    {"001.settings", "CREATE TABLE settings(key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID"},  // CBOR

    {"001.chats",
     "CREATE TABLE chats("
     " id INTEGER PRIMARY KEY AUTOINCREMENT,"
     " title TEXT NOT NULL,"  // empty until the first message
     " created_at INTEGER NOT NULL,"
     " changed_at INTEGER NOT NULL,"
     " removed_at INTEGER)"},  // hidden from then on, deleted later

    {"001.messages",
     "CREATE TABLE messages("
     " id INTEGER PRIMARY KEY AUTOINCREMENT,"
     " chat_id INTEGER NOT NULL REFERENCES chats(id) ON DELETE CASCADE,"
     " parent_id INTEGER REFERENCES messages(id) ON DELETE CASCADE,"  // null: the first of its chat
     " role TEXT NOT NULL CHECK(role IN ('system', 'user', 'assistant')),"
     " state TEXT NOT NULL CHECK(state IN"
     "  ('complete', 'waiting', 'streaming', 'stopped', 'failed', 'interrupted')),"
     " text TEXT NOT NULL,"
     " problem TEXT NOT NULL DEFAULT '',"
     " note TEXT NOT NULL DEFAULT '',"
     " model TEXT NOT NULL DEFAULT '',"
     " tokens INTEGER NOT NULL DEFAULT 0,"
     " seconds REAL NOT NULL DEFAULT 0,"
     " created_at INTEGER NOT NULL)"},
    {"001.messages_by_chat", "CREATE INDEX messages_by_chat ON messages(chat_id)"},
    {"001.messages_by_parent", "CREATE INDEX messages_by_parent ON messages(parent_id)"},

    {"001.models",
     "CREATE TABLE models("
     " id INTEGER PRIMARY KEY AUTOINCREMENT,"
     " path TEXT NOT NULL UNIQUE,"
     " name TEXT NOT NULL, architecture TEXT NOT NULL, type TEXT NOT NULL,"
     " file_bytes INTEGER NOT NULL, parameters INTEGER NOT NULL, context_length INTEGER NOT NULL,"
     " weight_bytes INTEGER NOT NULL, layers INTEGER NOT NULL, kv_heads INTEGER NOT NULL,"
     " head_dim INTEGER NOT NULL, compute_bytes INTEGER NOT NULL,"
     " loaded_context INTEGER)"},  // tokens; not null: loaded when the program ended
    // The built-in model is always row 1; its path is where the program's resources lie.
    {"001.built_in",
     "INSERT INTO models(id, path, name, architecture, type, file_bytes, parameters, context_length, weight_bytes,"
     " layers, kv_heads, head_dim, compute_bytes) VALUES (1, '', '', '', '', 0, 0, 0, 0, 0, 0, 0, 0)"},

    {"001.bills",
     "CREATE TABLE bills("
     " id INTEGER PRIMARY KEY AUTOINCREMENT,"
     " added_at INTEGER NOT NULL,"
     " file_name TEXT NOT NULL,"
     " path TEXT NOT NULL,"
     " sha256 TEXT NOT NULL DEFAULT '',"
     " state TEXT NOT NULL,"
     " result_json TEXT NOT NULL DEFAULT '',"
     " problem TEXT NOT NULL DEFAULT '',"
     " removed INTEGER NOT NULL DEFAULT 0)"},
    {"001.bills_by_contents", "CREATE INDEX bills_by_contents ON bills(sha256)"},
    {"001.corrections",
     "CREATE TABLE corrections("
     " id INTEGER PRIMARY KEY AUTOINCREMENT,"
     " bill_id INTEGER NOT NULL REFERENCES bills(id) ON DELETE CASCADE,"
     " path TEXT NOT NULL,"
     " model_value TEXT,"  // null: the model saw nothing there
     " value TEXT NOT NULL,"
     " made_at INTEGER NOT NULL)"},
    {"001.corrections_by_bill", "CREATE INDEX corrections_by_bill ON corrections(bill_id)"},
};

}  // namespace

Migration migration_001() {
    return {1, kStatements, static_cast<int>(std::size(kStatements))};
}

}  // namespace floe
