#include "app/cli/common.h"

#include <unistd.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <mutex>
#include <sstream>

namespace floe::cli {
namespace {

std::atomic<bool> g_interrupted{false};

void on_signal(int) {
    g_interrupted = true;
}

}  // namespace

QString text_of(const std::string& text) {
    return QString::fromLocal8Bit(text.c_str());
}

void watch_interrupts() {
    struct sigaction action {};
    action.sa_handler = on_signal;
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

bool interrupted() {
    return g_interrupted;
}

void ModelOptions::add_to(CLI::App& command) {
    command.add_option("-m,--model", engine.model, "Model file (GGUF)")->required();
    command.add_option("--threads", engine.threads, "Compute threads (0: one for each core)")
        ->check(CLI::Range(0, 1024));
    command
        .add_option("--context", engine.context, "Most tokens of one conversation (0: the model's own, at most 8192)")
        ->check(CLI::Range(int64_t{0}, int64_t{1} << 24));
    command.add_option("--kv", kv, "Number format of the KV cache")
        ->check(CLI::IsMember({"f16", "f32"}))
        ->capture_default_str();
}

std::unique_ptr<Engine> open_engine(const ModelOptions& options) {
    EngineOptions engine_options = options.engine;
    engine_options.kv_type = options.kv == "f32" ? KvType::f32 : KvType::f16;
    const bool show = on_terminal(stderr);
    auto progress = [show](double part) {
        if (show) std::fprintf(stderr, "\rLoading the model: %3.0f %%", part * 100);
    };
    auto engine = Engine::load(engine_options, progress, &g_interrupted);
    if (show) std::fprintf(stderr, "\r\033[K");
    if (!engine) {
        fail(engine.error());
        return nullptr;
    }
    return std::move(*engine);
}

Answer complete(Engine& engine, Request request, const std::function<void(std::string_view)>& on_text) {
    Answer answer;
    std::mutex mutex;
    std::condition_variable changed;
    bool finished = false;
    const RequestId id = engine.submit(std::move(request), [&](const Event& event) {
        if (on_text && !event.text.empty()) on_text(event.text);
        std::lock_guard lock(mutex);
        answer.text += event.text;
        answer.tokens.insert(answer.tokens.end(), event.tokens.begin(), event.tokens.end());
        if (event.finish == Finish::none) return;
        answer.last = event;
        answer.last.text = {};
        finished = true;
        changed.notify_one();
    });
    std::unique_lock lock(mutex);
    bool cancelled = false;
    while (!changed.wait_for(lock, std::chrono::milliseconds(50), [&] { return finished; })) {
        if (!interrupted() || cancelled) continue;
        cancelled = true;
        lock.unlock();
        engine.cancel(id);
        lock.lock();
    }
    return answer;
}

int fail(const std::string& sentence) {
    std::fprintf(stderr, "%s\n", sentence.c_str());
    return kFailed;
}

int fail(const Error& error) {
    return fail(error.sentence());
}

void print(const Json& value) {
    const std::string line = value.dump(-1, ' ', false, Json::error_handler_t::replace);
    std::fwrite(line.data(), 1, line.size(), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

bool on_terminal(FILE* stream) {
    return isatty(fileno(stream)) != 0;
}

Result<std::string> read_file(const std::string& path, int64_t limit) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return Error{Fault::io, path, "this file cannot be opened", "Check the path and that you may read it"};
    std::string contents;
    char piece[1 << 16];
    while (in.read(piece, sizeof piece) || in.gcount() > 0) {
        contents.append(piece, static_cast<size_t>(in.gcount()));
        if (static_cast<int64_t>(contents.size()) > limit)
            return Error{Fault::bad_input, path, "this file is larger than " + std::to_string(limit >> 20) + " MiB",
                         "Give a smaller one"};
    }
    if (in.bad())
        return Error{Fault::io, path, "reading this file failed part of the way",
                     "Check that it is a file and the disk is well"};
    return contents;
}

Json to_json(const Usage& usage) {
    return {{"prompt_tokens", usage.prompt_tokens},
            {"reused_tokens", usage.reused_tokens},
            {"answer_tokens", usage.answer_tokens},
            {"prompt_seconds", usage.prompt_seconds},
            {"answer_seconds", usage.answer_seconds}};
}

}  // namespace floe::cli
