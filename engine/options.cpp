#include <algorithm>
#include <string>

#include "engine/engine_internal.h"
#include "kernels/cpu/machine.h"

namespace floe {

namespace {

struct Range {
    const char* option;
    int64_t value, least, most;
};

constexpr int64_t most_tokens = int64_t{1} << 24;  // slots are counted in 32 bits

}  // namespace

Result<EngineOptions> settle(EngineOptions options, const ModelInfo& model) {
    const Range ranges[] = {
        {"context", options.context, 0, most_tokens},         {"kv_tokens", options.kv_tokens, 0, most_tokens},
        {"block_size", options.block_size, 1, 1024},          {"step_tokens", options.step_tokens, 1, 65536},
        {"max_running", options.max_running, 1, most_tokens},
    };
    for (const Range& r : ranges)
        if (r.value < r.least || r.value > r.most)
            return Error{Fault::bad_input, r.option,
                         std::to_string(r.value) + " is not between " + std::to_string(r.least) + " and " +
                             std::to_string(r.most),
                         "correct the option"};

    if (options.threads == 0) options.threads = physical_cores();
    const int64_t trained = model.context_length > 0 ? model.context_length : 2048;
    if (options.context == 0) options.context = std::min<int64_t>(trained, 8192);
    // Small models are cheap to run several at a time; large contexts are dear.
    if (options.kv_tokens == 0) options.kv_tokens = std::max<int64_t>(options.context, 4096);
    const int64_t blocks = (options.kv_tokens + options.block_size - 1) / options.block_size;
    options.kv_tokens = blocks * options.block_size;
    options.max_running = std::min({options.max_running, options.step_tokens, blocks});
    return options;
}

}  // namespace floe
