// floe extract: bills to fields, several files at a time in one batch, printed in the order given.

#include <QCoreApplication>
#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <thread>

#include "app/cli/common.h"
#include "app/extraction/extraction_json.h"
#include "app/extraction/extractor.h"

namespace floe::cli {
namespace {

constexpr size_t kTogether = 4;  // files under way at once: their answers share a batch

struct ExtractOptions {
    std::vector<std::string> files;
    std::string model;
    bool password_stdin = false;
};

/// Extractions by worker threads, handed out in the files' order.
class Readings {
 public:
    Readings(const Extractor& extractor, const std::vector<std::string>& files, const QString& password)
        : files_(files), password_(password), done_(files.size()) {
        for (size_t i = 0; i < std::min(kTogether, files.size()); ++i)
            workers_.emplace_back([this, &extractor] { work(extractor); });
    }
    ~Readings() {
        for (std::thread& worker : workers_) worker.join();
    }

    Extraction wait(size_t index) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return done_[index].has_value(); });
        return std::move(*done_[index]);
    }

 private:
    void work(const Extractor& extractor) {
        for (size_t i; (i = next_++) < files_.size();) {
            const QString file = QString::fromLocal8Bit(files_[i].c_str());
            Extraction extraction =
                interrupted() ? failedExtraction(file, {Problem::Kind::Cancelled, file,
                                                        file + QStringLiteral(": not read, since you broke off.")})
                              : extractor.extract(file, password_);
            std::lock_guard lock(mutex_);
            done_[i] = std::move(extraction);
            changed_.notify_all();
        }
    }

    const std::vector<std::string>& files_;
    const QString password_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<std::optional<Extraction>> done_;
    std::atomic<size_t> next_{0};
    std::vector<std::thread> workers_;
};

Result<std::unique_ptr<Engine>> open_bill_model(const ExtractOptions& options, int together) {
    if (options.model.empty()) return Extractor::loadBuiltIn(together);
    EngineOptions engine_options;
    engine_options.model = options.model;
    return Engine::load(engine_options);
}

/// Without the line's end.
QString line_of_stdin() {
    std::string line;
    for (int c; (c = std::getchar()) != EOF && c != '\n';) line += static_cast<char>(c);
    return QString::fromUtf8(line.c_str());
}

int run(const Global& global, const ExtractOptions& options) {
    int argc = 1;
    char program[] = "floe";
    char* argv[] = {program, nullptr};
    QCoreApplication application(argc, argv);

    auto engine = open_bill_model(options, static_cast<int>(std::min(kTogether, options.files.size())));
    if (!engine) return fail(engine.error());
    auto extractor = Extractor::make(**engine);
    if (!extractor) return fail(extractor.error());

    Readings readings(**extractor, options.files, options.password_stdin ? line_of_stdin() : QString());
    bool failed = false;
    for (size_t i = 0; i < options.files.size(); ++i) {
        const Extraction extraction = readings.wait(i);
        failed |= extraction.problem.has_value();
        if (global.json)
            std::printf("%s\n", toJson(extraction).constData());
        else if (extraction.problem)
            fail(extraction.problem->sentence.toStdString());
        else
            std::printf("%s%s\n", i ? "\n" : "", qPrintable(toText(extraction)));
        std::fflush(stdout);
    }
    if (interrupted()) return kBrokenOff;
    return failed ? kFailed : kDone;
}

}  // namespace

void add_extract(CLI::App& app, const Global& global, int& exit_code) {
    auto options = std::make_shared<ExtractOptions>();
    CLI::App* command = app.add_subcommand("extract", "Read bills into fields, each with its place on the page");
    command
        ->add_option("files", options->files,
                     "Bills: PDF, picture, mail (EML), HTML, DOCX, XLSX, ODT, ODS, CSV, text, or an e-invoice (XML)")
        ->required();
    command->add_option("-m,--model", options->model, "A bill model (GGUF) other than the built-in one");
    command->add_flag("--password-stdin", options->password_stdin,
                      "The first line of stdin is the password of the files that are locked");
    command->callback([&global, &exit_code, options] { exit_code = run(global, *options); });
}

}  // namespace floe::cli
