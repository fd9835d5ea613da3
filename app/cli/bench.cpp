// floe bench: how fast a model runs here, beside what the machine's memory can give.

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <mutex>

#include "app/cli/common.h"
#include "engine/machine.h"

namespace floe::cli {
namespace {

struct BenchOptions {
    ModelOptions model;
    int64_t prompt = 512, generate = 64;
    std::vector<int64_t> streams{1};
    int repeat = 2;
};

struct Figures {
    double prompt_rate = 0, decode_rate = 0;  // tokens/s, all streams together
    double waste = 0;                         // positions allocated but unused, as a share of those held at the peak
};

using Clock = std::chrono::steady_clock;

double seconds(Clock::time_point from, Clock::time_point to) {
    return std::chrono::duration<double>(to - from).count();
}

/// Different prompts of random tokens, so that no stream finds another's prefix.
std::vector<Token> random_prompt(int64_t length, int64_t vocabulary, uint64_t seed) {
    std::vector<Token> tokens(static_cast<size_t>(length));
    uint64_t state = seed * 0x9E3779B97F4A7C15u + 1;
    for (Token& token : tokens) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        token = static_cast<Token>((state >> 33) % static_cast<uint64_t>(vocabulary));
    }
    return tokens;
}

/// All streams at once: prompts first (until each has its first token), then decoding.
Result<Figures> measure(Engine& engine, const BenchOptions& options, int64_t streams, uint64_t seed) {
    std::mutex mutex;
    std::condition_variable changed;
    int64_t first = 0, finished = 0, answer_tokens = 0, after_first = 0;
    Clock::time_point all_first{}, end{};
    std::optional<Error> error;

    const Clock::time_point start = Clock::now();
    for (int64_t s = 0; s < streams; ++s) {
        Request request;
        request.prompt =
            random_prompt(options.prompt, engine.model().vocabulary, seed * 1000 + static_cast<uint64_t>(s));
        request.max_tokens = options.generate;
        request.ignore_end = true;
        engine.submit(std::move(request), [&, started = false](const Event& event) mutable {
            std::lock_guard lock(mutex);
            if (event.finish == Finish::failed) error = event.error;
            const auto count = static_cast<int64_t>(event.tokens.size());
            if (!started && (count > 0 || event.finish != Finish::none)) {
                started = true;
                if (++first == streams) all_first = Clock::now();
            } else if (first == streams) {
                after_first += count;
            }
            answer_tokens += count;
            if (event.finish == Finish::none) return;
            end = Clock::now();
            ++finished;
            changed.notify_one();
        });
    }
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return finished == streams; });
    if (error) return *error;
    Figures figures;
    figures.prompt_rate = static_cast<double>(options.prompt * streams) / seconds(start, all_first);
    if (after_first > 0) figures.decode_rate = static_cast<double>(after_first) / seconds(all_first, end);
    const EngineStats stats = engine.stats();
    if (stats.peak_tokens_held > 0)
        figures.waste = static_cast<double>(stats.peak_waste_tokens) / static_cast<double>(stats.peak_tokens_held);
    return figures;
}

int run(const Global& global, BenchOptions& options) {
    const int64_t most = *std::max_element(options.streams.begin(), options.streams.end());
    EngineOptions& engine_options = options.model.engine;
    if (engine_options.context == 0) engine_options.context = options.prompt + options.generate + 16;
    engine_options.kv_tokens = engine_options.context * most;
    engine_options.max_running = std::max<int64_t>(most, 1);
    engine_options.prefix_reuse = false;
    auto engine = open_engine(options.model);
    if (!engine) return kFailed;

    const double bandwidth = measure_read_bandwidth(engine->options().threads);
    const double weights = static_cast<double>(engine->model().weight_bytes);
    Json table = Json::array();
    if (!global.json)
        std::printf("%s\n%s, %s\nmeasured read bandwidth %.1f GB/s\n\n%8s %18s %18s %18s %10s\n",
                    engine->model().name.c_str(), engine->model().type.c_str(), engine->backend_name().c_str(),
                    bandwidth / 1e9, "streams", "prompt tokens/s", "decode tokens/s", "share of read", "KV waste");
    uint64_t seed = 1;
    for (int64_t streams : options.streams) {
        Figures best;
        for (int r = 0; r < options.repeat && !interrupted(); ++r) {
            auto figures = measure(*engine, options, streams, ++seed);
            if (!figures) return fail(figures.error());
            best.prompt_rate = std::max(best.prompt_rate, figures->prompt_rate);
            best.decode_rate = std::max(best.decode_rate, figures->decode_rate);
            best.waste = std::max(best.waste, figures->waste);
        }
        // A decode step reads every weight once, whatever the number of streams.
        const double share = best.decode_rate / static_cast<double>(streams) * weights / bandwidth;
        table.push_back({{"streams", streams},
                         {"prompt_tokens_per_s", best.prompt_rate},
                         {"decode_tokens_per_s", best.decode_rate},
                         {"share_of_read_bandwidth", share},
                         {"kv_waste", best.waste}});
        if (!global.json)
            std::printf("%8lld %18.1f %18.1f %17.0f%% %9.2f%%\n", static_cast<long long>(streams), best.prompt_rate,
                        best.decode_rate, share * 100, best.waste * 100);
        std::fflush(stdout);
    }
    if (global.json)
        print({{"model", engine->model().path},
               {"type", engine->model().type},
               {"backend", engine->backend_name()},
               {"prompt", options.prompt},
               {"generate", options.generate},
               {"read_bandwidth_bytes_per_s", bandwidth},
               {"weight_bytes", engine->model().weight_bytes},
               {"streams", table}});
    return kDone;
}

}  // namespace

void add_bench(CLI::App& app, const Global& global, int& exit_code) {
    auto options = std::make_shared<BenchOptions>();
    CLI::App* command = app.add_subcommand("bench", "Measure how fast a model runs here");
    options->model.add_to(*command);
    command->add_option("--prompt", options->prompt, "Tokens of each prompt")
        ->check(CLI::Range(int64_t{1}, int64_t{1} << 20))
        ->capture_default_str();
    command->add_option("--generate", options->generate, "Tokens of each answer")
        ->check(CLI::Range(int64_t{2}, int64_t{1} << 20))
        ->capture_default_str();
    command->add_option("--streams", options->streams, "Answers at once, such as 1,8")
        ->delimiter(',')
        ->check(CLI::Range(int64_t{1}, int64_t{256}));
    command->add_option("--repeat", options->repeat, "Runs of each, the best counts")
        ->check(CLI::Range(1, 100))
        ->capture_default_str();
    command->callback([&global, &exit_code, options] { exit_code = run(global, *options); });
}

}  // namespace floe::cli
