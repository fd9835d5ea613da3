// How a history of any older Floe becomes one of this Floe. PRAGMA user_version counts the migrations done.
//
// A new one: the next numbered file in migrations/, one line in migrations.cpp. A released one never changes.
#pragma once

#include "app/store/database.h"

namespace floe {

struct Migration {
    int version;
    const Statement* statements;
    int count;
};

int newest_version();

/// Brings the file to version `to`, each migration all or nothing. Fault::unsupported: a newer Floe made the file.
/// Fault::damaged_file: the file has tables, but not those of a Floe.
Outcome migrate(Database& database, int to = newest_version());

Result<int> version_of(Database& database);

}  // namespace floe
