// Bills that are some pages of a file, or of several; and why a bill could not be read: since its file is locked.

#include <iterator>

#include "app/store/migrations/list.h"

namespace floe {
namespace {

constexpr Statement kStatements[] = {
    // 1: failed for want of the file's password, which itself is never written.
    {"004.locked", "ALTER TABLE bills ADD COLUMN locked INTEGER NOT NULL DEFAULT 0"},

    // None of a bill: it is all of the file at its path.
    {"004.parts",
     "CREATE TABLE bill_parts("
     " bill_id INTEGER NOT NULL REFERENCES bills(id) ON DELETE CASCADE,"
     " position INTEGER NOT NULL,"
     " path TEXT NOT NULL,"
     " sha256 TEXT NOT NULL DEFAULT '',"
     " original_kept INTEGER NOT NULL DEFAULT 0,"
     " first_page INTEGER NOT NULL,"  // from 0
     " last_page INTEGER,"            // null: to the end of the file
     " PRIMARY KEY(bill_id, position)) WITHOUT ROWID"},
};

}  // namespace

Migration migration_004() {
    return {4, kStatements, static_cast<int>(std::size(kStatements))};
}

}  // namespace floe
