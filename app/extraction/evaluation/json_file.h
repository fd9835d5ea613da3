// A small JSON file that a person wrote.
#pragma once

#include <QString>
#include <nlohmann/json.hpp>

#include "engine/error.h"

namespace floe::evaluation {

/// An object of at most 4 MB. Fault::io: it cannot be read; Fault::bad_input: it is no JSON object.
Result<nlohmann::ordered_json> readObject(const QString& path);

}  // namespace floe::evaluation
