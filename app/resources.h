// Where the files lie that Floe ships: the built-in model, schemas, sample bills.
#pragma once

#include <QString>

namespace floe {

/// Path of a shipped file such as "models/floe-bill.gguf": FLOE_RESOURCES, else ../share/floe beside the program, else
/// the source tree that it was built from. Empty where it is nowhere.
QString resource(const QString& name);

}  // namespace floe
