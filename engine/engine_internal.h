// For tests and for other starts than Engine::load: an engine on a backend of the caller's choice.
#pragma once

#include <atomic>
#include <functional>
#include <memory>

#include "engine/engine.h"
#include "kernels/backend.h"

namespace floe {

/// As Engine::load, which takes the processor as its backend.
Result<std::unique_ptr<Engine>> load_engine(const EngineOptions& options, std::unique_ptr<Backend> backend,
                                            const std::function<void(double)>& progress = {},
                                            const std::atomic<bool>* cancel = nullptr);

/// The options with the zeros filled in for this model, or an Error that names the option that makes no sense.
Result<EngineOptions> settle(EngineOptions options, const ModelInfo& model);

}  // namespace floe
