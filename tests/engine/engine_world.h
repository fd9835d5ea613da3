// Engines over small random models, and answers waited for.
#pragma once

#include <gtest/gtest.h>

#include <deque>
#include <filesystem>
#include <future>
#include <string>

#include "engine/engine_internal.h"
#include "engine/sampling/random.h"
#include "support/random_llama.h"

namespace floe::test {

/// A model file that lasts as long as this does.
class ModelFile {
 public:
    explicit ModelFile(DType dtype = DType::f32, LlamaShape shape = {}, uint64_t seed = 1)
        : path_(std::filesystem::temp_directory_path() /
                ("floe-engine-test-" + std::to_string(reinterpret_cast<uintptr_t>(this)) + "-" +
                 std::to_string(::getpid()) + ".gguf")) {
        random_llama(shape, dtype, seed).write_file(path_);
    }
    ~ModelFile() { std::filesystem::remove(path_); }
    ModelFile(const ModelFile&) = delete;

    std::string path() const { return path_.string(); }
    EngineOptions options() const {
        EngineOptions options;
        options.model = path();
        options.threads = 2;
        options.block_size = 8;
        options.step_tokens = 48;
        return options;
    }

 private:
    std::filesystem::path path_;
};

/// What a request's callback heard. Stays where it is until the end has come.
struct Answer {
    std::string text;
    std::vector<Token> tokens;
    std::vector<float> logits;
    Finish finish = Finish::none;
    Usage usage;
    std::optional<Error> error;
    int events = 0;
    std::function<void()> at_event;  // on the engine thread, after each
    std::promise<void> done;

    Callback callback() {
        return [this](const Event& event) {
            text += event.text;
            tokens.insert(tokens.end(), event.tokens.begin(), event.tokens.end());
            ++events;
            if (at_event) at_event();
            if (event.finish == Finish::none) return;
            finish = event.finish;
            logits = event.logits;
            usage = event.usage;
            error = event.error;
            done.set_value();
        };
    }
    void wait() { done.get_future().wait(); }
};

inline std::unique_ptr<Engine> load(const EngineOptions& options) {
    auto engine = Engine::load(options);
    if (engine) return std::move(*engine);
    ADD_FAILURE() << engine.error().sentence();
    return nullptr;
}

inline void answer(Engine& engine, Request request, Answer& answer) {
    engine.submit(std::move(request), answer.callback());
    answer.wait();
}

/// `length` tokens of which the first `shared` are those of every prompt of the family.
inline std::vector<Token> random_prompt(int64_t length, uint64_t own, uint64_t family = 0, int64_t shared = 0) {
    std::vector<Token> tokens;
    for (int64_t i = 0; i < length; ++i) {
        const uint64_t from = i < shared ? family : own + 100;
        tokens.push_back(static_cast<Token>(3 + mix(from * 7919 + static_cast<uint64_t>(i)) % 300));
    }
    return tokens;
}

}  // namespace floe::test
