// floe eval: how well bills are read, held against what they truly say; several models side by side.

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QSaveFile>
#include <QSet>
#include <cstdio>

#include "app/cli/readings.h"
#include "app/cli/session.h"
#include "app/extraction/evaluation/history_cases.h"
#include "app/extraction/evaluation/report.h"
#include "app/floe.h"

namespace floe::cli {
namespace {

using namespace evaluation;

const char* const kBuiltIn = "built-in";

struct EvalOptions {
    std::vector<std::string> truths, models;
    std::string schema = "bill", report, floors;
    bool history = false;
};

/// What reports call the models: short, and each another.
QStringList names_of(const std::vector<std::string>& models) {
    QStringList names;
    for (const std::string& model : models) {
        const QString base = model == kBuiltIn ? QString(kBuiltIn) : QFileInfo(text_of(model)).completeBaseName();
        QString name = base;
        for (int n = 2; names.contains(name); ++n) name = QString("%1-%2").arg(base).arg(n);
        names += name;
    }
    return names;
}

/// All cases with one model. Nothing where the model cannot be used, which has been said.
std::optional<Run> run_model(const std::string& model, const QString& name, const QVector<Case>& cases) {
    const int together = std::min(kTogether, static_cast<int>(cases.size()));
    auto engine = open_bill_model(model == kBuiltIn ? std::string() : model, together);
    if (!engine) {
        fail(engine.error());
        return {};
    }
    auto extractor = Extractor::make(**engine);
    if (!extractor) {
        fail(extractor.error());
        return {};
    }

    QStringList files;
    for (const Case& one : cases) files += one.file;
    const bool shown = on_terminal(stderr);
    Run run{name, {}, 0};
    QElapsedTimer clock;
    clock.start();
    Readings readings(**extractor, files);
    for (qsizetype i = 0; i < cases.size() && !interrupted(); ++i) {
        run.judgements += judge(cases[i], readings.wait(i));
        if (shown) std::fprintf(stderr, "\r\033[K");
        if (interrupted()) break;  // which ends the reader, too: that is no fault of the bill
        if (const QString& problem = run.judgements.last().problem; !problem.isEmpty()) fail(problem.toStdString());
        if (shown)
            std::fprintf(stderr, "%s: %lld of %lld bills", qPrintable(name), static_cast<long long>(i + 1),
                         static_cast<long long>(cases.size()));
    }
    if (shown) std::fprintf(stderr, "\r\033[K");
    run.seconds = static_cast<double>(clock.elapsed()) / 1000;
    return run;
}

int write_report(const QString& file, const QVector<Run>& runs) {
    const QByteArray page = toHtml(runs, QFileInfo(file).absolutePath());
    QSaveFile out(file);
    if (out.open(QIODevice::WriteOnly) && out.write(page) == page.size() && out.commit()) return kDone;
    return fail(file.toStdString() + ": the report cannot be written: " + out.errorString().toStdString() + '.');
}

int hold_to(const Floors& floors, const QVector<Run>& runs) {
    int code = kDone;
    for (const Run& run : runs)
        for (const QString& sentence : brokenFloors(floors, scoreOf(run.judgements))) {
            fail((runs.size() == 1 ? sentence : run.model + ": " + sentence).toStdString());
            code = kBelowFloor;
        }
    return code;
}

int evaluate(const Global& global, const EvalOptions& options, const QVector<Case>& cases) {
    Floors floors;
    if (!options.floors.empty()) {
        const Result<Floors> read = readFloors(text_of(options.floors));
        if (!read) return fail(read.error());
        floors = *read;
    }
    const std::vector<std::string> models =
        options.models.empty() ? std::vector<std::string>{kBuiltIn} : options.models;
    const QStringList names = names_of(models);
    QVector<Run> runs;
    for (size_t i = 0; i < models.size(); ++i) {
        const auto run = run_model(models[i], names[static_cast<qsizetype>(i)], cases);
        if (interrupted()) return kBrokenOff;
        if (!run) return kFailed;
        runs += *run;
    }
    if (global.json)
        print(toJson(runs));
    else
        std::printf("%s", qPrintable(toText(runs)));
    std::fflush(stdout);
    if (!options.report.empty())
        if (const int code = write_report(text_of(options.report), runs); code != kDone) return code;
    return hold_to(floors, runs);
}

int evaluate_folders(const Global& global, const EvalOptions& options) {
    int argc = 1;
    char program[] = "floe";
    char* argv[] = {program, nullptr};
    QCoreApplication application(argc, argv);
    Cases all;
    for (const std::string& folder : options.truths) {
        const Cases found = casesIn(text_of(folder));
        all.cases += found.cases;
        all.problems += found.problems;
    }
    for (const QString& problem : all.problems) fail(problem.toStdString());
    return all.problems.isEmpty() ? evaluate(global, options, all.cases) : kFailed;
}

int evaluate_history(const Global& global, const EvalOptions& options) {
    return with_floe(global, [&](Floe& floe) {
        const Result<Cases> found = casesOfHistory(floe.store());
        if (!found) return fail(found.error());
        for (const QString& problem : found->problems) fail(problem.toStdString());
        if (found->cases.isEmpty())
            return fail(
                "No bill of the history was corrected, confirmed or looked at yet, so nothing tells what is "
                "right.");
        return evaluate(global, options, found->cases);
    });
}

int run(const Global& global, const EvalOptions& options) {
    if (options.history == !options.truths.empty()) {
        fail("Name a folder of bills with --truth, or take your own bills with --history.");
        return kUsage;
    }
    return options.history ? evaluate_history(global, options) : evaluate_folders(global, options);
}

}  // namespace

void add_eval(CLI::App& app, const Global& global, int& exit_code) {
    auto options = std::make_shared<EvalOptions>();
    CLI::App* command = app.add_subcommand("eval", "Measure how well bills are read (docs/evaluation.md)");
    command->add_option("--truth", options->truths, "A folder of bills, each with a NAME.truth.json beside it");
    command->add_flag("--history", options->history,
                      "Instead: the bills of the history that you corrected, confirmed or looked at");
    command->add_option("-m,--model", options->models,
                        "Bill models (GGUF) to put side by side; \"built-in\" is the built-in one");
    command->add_option("--schema", options->schema, "The form to judge")
        ->check(CLI::IsMember({"bill"}))
        ->capture_default_str();
    command->add_option("--report", options->report, "Write a page for the browser with all that is wrong");
    command->add_option("--floors", options->floors,
                        "A file with the least that must be right: end with code 4 where it is not");
    command->callback([&global, &exit_code, options] { exit_code = run(global, *options); });
}

}  // namespace floe::cli
