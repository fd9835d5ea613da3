// The table of settings: a key and its value as CBOR (RFC 8949).
#pragma once

#include <QVariantHash>

#include "app/store/database.h"

namespace floe::settings_table {

Result<QVariantHash> all(Database& database);
Outcome put(Database& database, const QString& key, const QVariant& value);

}  // namespace floe::settings_table
