// Bills as rows that a list, a search and a board can read without opening the reading: what it says in columns, what a
// person said of the bill, and who changed what. `indexed` 0: the columns are not filled from result_json yet.

#include <iterator>

#include "app/store/migrations/list.h"

namespace floe {
namespace {

constexpr Statement kStatements[] = {
    {"002.indexed", "ALTER TABLE bills ADD COLUMN indexed INTEGER NOT NULL DEFAULT 0"},
    {"002.kind", "ALTER TABLE bills ADD COLUMN kind TEXT NOT NULL DEFAULT ''"},
    {"002.seller", "ALTER TABLE bills ADD COLUMN seller TEXT NOT NULL DEFAULT ''"},
    {"002.seller_key", "ALTER TABLE bills ADD COLUMN seller_key TEXT NOT NULL DEFAULT ''"},
    {"002.number", "ALTER TABLE bills ADD COLUMN number TEXT NOT NULL DEFAULT ''"},
    {"002.number_key", "ALTER TABLE bills ADD COLUMN number_key TEXT NOT NULL DEFAULT ''"},
    {"002.issue_date", "ALTER TABLE bills ADD COLUMN issue_date TEXT NOT NULL DEFAULT ''"},  // as the form shows it
    {"002.due_date", "ALTER TABLE bills ADD COLUMN due_date TEXT NOT NULL DEFAULT ''"},
    {"002.total", "ALTER TABLE bills ADD COLUMN total TEXT NOT NULL DEFAULT ''"},  // exact decimals are text
    {"002.due", "ALTER TABLE bills ADD COLUMN due TEXT NOT NULL DEFAULT ''"},
    {"002.currency", "ALTER TABLE bills ADD COLUMN currency TEXT NOT NULL DEFAULT ''"},
    {"002.failed_checks", "ALTER TABLE bills ADD COLUMN failed_checks INTEGER NOT NULL DEFAULT 0"},
    {"002.doubtful", "ALTER TABLE bills ADD COLUMN doubtful INTEGER NOT NULL DEFAULT 0"},

    {"002.original_kept", "ALTER TABLE bills ADD COLUMN original_kept INTEGER NOT NULL DEFAULT 0"},
    {"002.line_order", "ALTER TABLE bills ADD COLUMN line_order TEXT NOT NULL DEFAULT ''"},  // "0,2,1,5"; '': as read
    {"002.direction",
     "ALTER TABLE bills ADD COLUMN direction TEXT NOT NULL DEFAULT 'received'"
     " CHECK(direction IN ('received', 'sent'))"},
    {"002.paid_at", "ALTER TABLE bills ADD COLUMN paid_at INTEGER"},  // null: not yet; so the two below
    {"002.sent_at", "ALTER TABLE bills ADD COLUMN sent_at INTEGER"},
    {"002.reviewed_at", "ALTER TABLE bills ADD COLUMN reviewed_at INTEGER"},

    {"002.confirmations",
     "CREATE TABLE confirmations("
     " bill_id INTEGER NOT NULL REFERENCES bills(id) ON DELETE CASCADE,"
     " path TEXT NOT NULL,"
     " made_at INTEGER NOT NULL,"
     " PRIMARY KEY(bill_id, path)) WITHOUT ROWID"},
    {"002.events",
     "CREATE TABLE bill_events("
     " id INTEGER PRIMARY KEY AUTOINCREMENT,"
     " bill_id INTEGER NOT NULL REFERENCES bills(id) ON DELETE CASCADE,"
     " at INTEGER NOT NULL,"
     " who TEXT NOT NULL CHECK(who IN ('you', 'Floe')),"
     " field TEXT NOT NULL,"
     " value_before TEXT NOT NULL DEFAULT '',"
     " value_after TEXT NOT NULL DEFAULT '')"},
    {"002.events_by_bill", "CREATE INDEX bill_events_by_bill ON bill_events(bill_id)"},
    // Files that came from the watched folder: one that was removed from the list does not come back by itself.
    {"002.taken_files", "CREATE TABLE taken_files(sha256 TEXT PRIMARY KEY, taken_at INTEGER NOT NULL) WITHOUT ROWID"},
};

}  // namespace

Migration migration_002() {
    return {2, kStatements, static_cast<int>(std::size(kStatements))};
}

}  // namespace floe
