// What Models shares with the rest of the app room and no window may see: the loaded engine.
#pragma once

#include <memory>

#include "app/library/engine_access.h"
#include "app/library/models.h"

namespace floe {

/// The engine that is loaded for chats, or null. UI thread. Keep a weak pointer while a request runs: the last owner's
/// release hands the engine to the library's worker thread, where it is destroyed.
std::shared_ptr<Engine> loaded_engine(const Models& models);

/// For tests, before anything is added or loaded.
void replace_engine_access(Models& models, EngineAccess access);

}  // namespace floe
