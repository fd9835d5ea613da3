// floe batch: a file of requests in one continuous batch. Broken off, it goes on where it was at the next start.

#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <deque>
#include <map>
#include <mutex>

#include "app/cli/batch_file.h"

namespace floe::cli {
namespace {

constexpr size_t kInFlight =
    256;  // submitted and unfinished: enough to keep a batch full, little enough to hold in memory

struct BatchOptions {
    ModelOptions model;
    std::string in, out;
};

/// Answers under way. Filled by the engine's thread, emptied by the one that writes.
class Running {
 public:
    Callback callback(const std::string& id) {
        return [this, id, answer = std::make_shared<Answer>()](const Event& event) {
            answer->text += event.text;
            answer->tokens.insert(answer->tokens.end(), event.tokens.begin(), event.tokens.end());
            if (event.finish == Finish::none) return;
            answer->last = event;
            answer->last.text = {};
            std::lock_guard lock(mutex_);
            done_.emplace_back(id, std::move(*answer));
            changed_.notify_one();
        };
    }

    std::optional<std::pair<std::string, Answer>> next() {
        std::unique_lock lock(mutex_);
        if (!changed_.wait_for(lock, std::chrono::milliseconds(100), [&] { return !done_.empty(); }))
            return std::nullopt;
        auto first = std::move(done_.front());
        done_.pop_front();
        return first;
    }

 private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::pair<std::string, Answer>> done_;
};

Json error_json(const Error& error) {
    return {{"kind", name(error.kind)}, {"sentence", error.sentence()}};
}

Json answer_json(const std::string& id, const Answer& answer) {
    if (answer.last.error) return {{"id", id}, {"error", error_json(*answer.last.error)}};
    return {{"id", id}, {"text", answer.text}, {"tokens", answer.tokens}, {"finish_reason", name(answer.last.finish)}};
}

class Progress {
 public:
    void show(int64_t done, int64_t failed, bool last) {
        const auto now = Clock::now();
        if (!last && now - shown_ < std::chrono::milliseconds(on_terminal(stderr) ? 200 : 5000)) return;
        shown_ = now;
        const double minutes = std::chrono::duration<double>(now - start_).count() / 60;
        std::fprintf(stderr, "%s%lld answered, %lld failed, %.0f requests/minute%s",
                     on_terminal(stderr) ? "\r\033[K" : "", static_cast<long long>(done),
                     static_cast<long long>(failed), minutes > 0 ? done / minutes : 0.0,
                     last || !on_terminal(stderr) ? "\n" : "");
    }

 private:
    using Clock = std::chrono::steady_clock;
    Clock::time_point start_ = Clock::now(), shown_ = start_;
};

struct Batch {
    Engine& engine;
    AnswerFile& answers;
    std::ifstream in;
    Running running{};
    std::map<std::string, RequestId> submitted{};
    int64_t line_number = 0, done = 0, failed = 0;
    Progress progress{};

    Outcome write(const std::string& id, const Answer& answer) {
        if (answer.last.finish == Finish::cancelled) return Done{};  // left for the next start
        ++(answer.last.error ? failed : done);
        return answers.append(id, answer_json(id, answer));
    }

    /// Submits lines until enough are under way. False at the file's end.
    Result<bool> refill() {
        std::string line;
        while (submitted.size() < kInFlight) {
            if (!std::getline(in, line)) return false;
            ++line_number;
            if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
            BatchLine request = parse_batch_line(line, line_number, engine);
            if (answers.holds(request.id)) continue;
            if (submitted.count(request.id))
                request.error = Error{Fault::bad_input, "line " + std::to_string(line_number),
                                      "the id \"" + request.id + "\" stands twice", "Give each line its own"};
            if (request.error) {
                Answer answer;
                answer.last.error = request.error;
                if (auto written = write(request.id, answer); !written) return written.error();
                continue;
            }
            submitted[request.id] = engine.submit(std::move(request.request), running.callback(request.id));
        }
        return true;
    }

    Outcome run() {
        bool more = true, cancelled = false;
        while (more || !submitted.empty()) {
            if (interrupted() && !cancelled) {
                cancelled = true;
                more = false;
                for (const auto& [id, request] : submitted) engine.cancel(request);
            }
            if (more) {
                auto refilled = refill();
                if (!refilled) return refilled.error();
                more = *refilled;
            }
            if (submitted.empty()) continue;
            if (auto finished = running.next()) {
                submitted.erase(finished->first);
                if (auto written = write(finished->first, finished->second); !written) return written;
            }
            progress.show(done, failed, false);
        }
        progress.show(done, failed, true);
        return Done{};
    }
};

int run(const BatchOptions& options) {
    std::ifstream in(options.in);
    if (!in) return fail(options.in + ": this file cannot be opened. Check the path and that you may read it.");
    auto answers = AnswerFile::open(options.out);
    if (!answers) return fail(answers.error());
    if (answers->count() > 0)
        std::fprintf(stderr, "%lld answers are there already.\n", static_cast<long long>(answers->count()));
    auto engine = open_engine(options.model);
    if (!engine) return kFailed;

    Batch batch{*engine, *answers, std::move(in)};
    const Outcome outcome = batch.run();
    engine.reset();  // before `batch`, whose callbacks it calls
    if (!outcome) return fail(outcome.error());
    if (interrupted()) {
        std::fprintf(stderr, "Broken off. The same command goes on where it was.\n");
        return kBrokenOff;
    }
    return batch.failed > 0 ? kFailed : kDone;
}

}  // namespace

void add_batch(CLI::App& app, const Global&, int& exit_code) {
    auto options = std::make_shared<BatchOptions>();
    CLI::App* command = app.add_subcommand("batch", "Answer a file of requests, one a line, in one batch");
    command
        ->add_option("in", options->in,
                     "Requests, a JSON object a line: id, prompt or messages, max_tokens, temperature, seed, schema")
        ->required();
    command->add_option("-o,--out", options->out, "Answers, a JSON object a line: id, text, tokens, finish_reason")
        ->required();
    options->model.add_to(*command);
    command->callback([&exit_code, options] { exit_code = run(*options); });
}

}  // namespace floe::cli
