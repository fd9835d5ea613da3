// What the commands of `floe` share: options, opening a model, waiting for an answer, saying what went wrong.
#pragma once

#include <CLI/CLI.hpp>
#include <QString>
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "engine/engine.h"

namespace floe::cli {

using Json = nlohmann::ordered_json;

/// Exit codes: 0 done, 1 it failed (the sentence is on stderr), 2 the command line is off, 3 done, but with doubts
/// (only where a command was asked to say so), 4 done, but a floor was not held (likewise), 130 broken off by the
/// person.
enum Exit { kDone = 0, kFailed = 1, kUsage = 2, kDoubtful = 3, kBelowFloor = 4, kBrokenOff = 130 };

/// An argument as the terminal wrote it.
QString text_of(const std::string& text);

struct Global {
    bool json = false;
    std::string data;  // folder of history and settings; empty: the default
};

/// Adds the options that every command with a model has.
struct ModelOptions {
    EngineOptions engine;
    std::string kv = "f16";
    void add_to(CLI::App& command);
};

/// Opens the model, showing progress on a terminal. On failure the sentence has been printed and null comes back.
std::unique_ptr<Engine> open_engine(const ModelOptions& options);

/// One finished answer.
struct Answer {
    std::string text;
    std::vector<Token> tokens;
    Event last;  // its views are not valid any more; usage, finish, values, logits and error are
};

/// Submits and waits. `on_text` hears the pieces as they come, on the engine's thread. Ctrl+C cancels the request.
Answer complete(Engine& engine, Request request, const std::function<void(std::string_view)>& on_text = {});

/// True after Ctrl+C or a polite kill; watch_interrupts() must have been called.
bool interrupted();
void watch_interrupts();

int fail(const Error& error);  // prints the sentence on stderr, returns kFailed
int fail(const std::string& sentence);
void print(const Json& value);  // one line on stdout; text that is not UTF-8 is replaced, never thrown at
bool on_terminal(FILE* stream);

Result<std::string> read_file(const std::string& path, int64_t limit = int64_t{1} << 28);

Json to_json(const Usage& usage);

// One function a command file: declares the subcommand; its callback sets `exit_code`.
void add_complete(CLI::App& app, const Global& global, int& exit_code);
void add_batch(CLI::App& app, const Global& global, int& exit_code);
void add_chat(CLI::App& app, const Global& global, int& exit_code);
void add_chats(CLI::App& app, const Global& global, int& exit_code);
void add_inspect(CLI::App& app, const Global& global, int& exit_code);  // tokenize, logits, models
void add_bills(CLI::App& app, const Global& global, int& exit_code);
void add_extract(CLI::App& app, const Global& global, int& exit_code);
void add_eval(CLI::App& app, const Global& global, int& exit_code);
void add_bench(CLI::App& app, const Global& global, int& exit_code);

}  // namespace floe::cli
