// floe bills: what people made of the bills that were read.

#include "app/extraction/bills.h"

#include <QEventLoop>
#include <cstdio>

#include "app/cli/session.h"
#include "app/floe.h"

namespace floe::cli {
namespace {

int export_corrections(const Global& global, const std::string& file) {
    return with_floe(global, [&](Floe& floe) {
        Bills& bills = floe.bills();
        bills.setPaused(true);  // what waits is read by the window
        QEventLoop loop;
        int bills_written = 0;
        QObject::connect(&bills, &Bills::exported, &loop, [&](const QString&, int count) {
            bills_written = count;
            loop.quit();
        });
        QObject::connect(&bills, &Bills::failed, &loop,
                         [&](const Problem& problem) { loop.exit(fail(problem.sentence.toStdString())); });
        bills.exportCorrections(QString::fromLocal8Bit(file.c_str()));
        const int code = loop.exec();
        if (code != kDone) return code;
        if (global.json)
            print({{"file", file}, {"bills", bills_written}});
        else
            std::printf("Corrections of %d bills were written to %s.\n", bills_written, file.c_str());
        return int{kDone};
    });
}

}  // namespace

void add_bills(CLI::App& app, const Global& global, int& exit_code) {
    CLI::App* command = app.add_subcommand("bills", "The bills that were dropped in");
    command->require_subcommand(1);
    auto file = std::make_shared<std::string>();
    CLI::App* exports = command->add_subcommand("export", "Write what people corrected, a JSON object a bill and line");
    exports->add_option("--corrections", *file, "The file to write")->required();
    exports->callback([&global, &exit_code, file] { exit_code = export_corrections(global, *file); });
}

}  // namespace floe::cli
