// How the app reaches the engine: through two functions that tests replace. App-internal.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <string>

#include "engine/engine.h"

namespace floe {

struct EngineAccess {
    std::function<Result<ModelInfo>(const std::string& path)> inspect;
    std::function<Result<std::unique_ptr<Engine>>(const EngineOptions&, std::function<void(double)> progress,
                                                  const std::atomic<bool>* cancel)>
        load;

    static EngineAccess real();
};

}  // namespace floe
