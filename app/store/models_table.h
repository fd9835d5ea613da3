// The table of model files that a person added. Row 1 is the built-in model.
#pragma once

#include <QVector>
#include <optional>

#include "app/library/models.h"
#include "app/store/database.h"

namespace floe::models_table {

constexpr ModelId kBuiltIn = 1;

/// In the order they were added, the built-in model first. `state` is left as it is.
Result<QVector<ModelEntry>> all(Database& database);

/// Adds the file, or renews the facts of the entry that has its path. Returns the entry's id.
Result<ModelId> put(Database& database, const ModelEntry& entry);
Outcome remove(Database& database, ModelId id);

/// Which model is loaded, with how large a context: so that the next start can load it again.
struct LastLoaded {
    ModelId id = 0;
    qint64 context_tokens = 0;
};
Result<std::optional<LastLoaded>> last_loaded(Database& database);
Outcome set_last_loaded(Database& database, const std::optional<LastLoaded>& loaded);

}  // namespace floe::models_table
