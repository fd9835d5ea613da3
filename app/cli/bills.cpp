// floe bills: the bills of the history, as the window has them: added, listed, and what people corrected in them.

#include "app/extraction/bills.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QFileInfo>
#include <QTimer>
#include <cstdio>

#include "app/cli/session.h"
#include "app/extraction/bill_files.h"
#include "app/floe.h"

namespace floe::cli {
namespace {

int export_corrections(const Global& global, const std::string& file) {
    return with_floe(global, [&](Floe& floe) {
        Bills& bills = floe.bills();
        QEventLoop loop;
        int bills_written = 0;
        QObject::connect(&bills, &Bills::exported, &loop, [&](const QString&, int count) {
            bills_written = count;
            loop.quit();
        });
        QObject::connect(&bills, &Bills::failed, &loop,
                         [&](const Problem& problem) { loop.exit(fail(problem.sentence.toStdString())); });
        bills.exportCorrections(text_of(file));
        const int code = loop.exec();
        if (code != kDone) return code;
        if (global.json)
            print({{"file", file}, {"bills", bills_written}});
        else
            std::printf("Corrections of %d bills were written to %s.\n", bills_written, file.c_str());
        return int{kDone};
    });
}

const char* name(BillInfo::State state) {
    constexpr const char* names[] = {"queued", "reading", "ready", "failed"};
    return names[static_cast<int>(state)];
}

Json to_json(const BillInfo& bill) {
    Json json = {{"id", bill.id}, {"file", bill.path.toStdString()}, {"state", name(bill.state)}};
    if (bill.state == BillInfo::State::Failed) json["problem"] = bill.problem.toStdString();
    if (bill.state != BillInfo::State::Ready) return json;
    json["kind"] = bill.kind.toStdString();
    json["seller"] = bill.seller.toStdString();
    json["number"] = bill.number.toStdString();
    json["issue_date"] = bill.issueDate.toStdString();
    json["total"] = bill.total.toStdString();
    json["currency"] = bill.currency.toStdString();
    json["to_look_at"] = bill.failedChecks + bill.doubtful;
    json["reviewed"] = bill.reviewedAt.isValid();
    return json;
}

/// All bills, the one added first first; waits for the history. Nothing where that failed, which has been said.
std::optional<QVector<BillInfo>> all_bills(Bills& bills) {
    QEventLoop loop;
    std::optional<QVector<BillInfo>> found;
    QObject::connect(&bills, &Bills::billsLoaded, &loop, [&](const QVector<BillInfo>& all) {
        found = QVector<BillInfo>(all.rbegin(), all.rend());
        loop.quit();
    });
    QObject::connect(&bills, &Bills::failed, &loop, [&](const Problem& problem) {
        fail(problem.sentence.toStdString());
        loop.quit();
    });
    bills.requestBills();
    loop.exec();
    return found;
}

int list(const Global& global) {
    return with_floe(global, [&](Floe& floe) {
        const auto bills = all_bills(floe.bills());
        if (!bills) return int{kFailed};
        for (const BillInfo& bill : *bills) {
            if (global.json) {
                print(to_json(bill));
                continue;
            }
            const QString sum = (bill.total + ' ' + bill.currency).trimmed();
            const QString what = bill.state == BillInfo::State::Ready
                                     ? QStringList{bill.seller, bill.number, bill.issueDate, sum}.join(" | ")
                                 : bill.state == BillInfo::State::Failed ? bill.problem
                                                                         : QString(name(bill.state));
            std::printf("%lld  %s  %s\n", static_cast<long long>(bill.id), qPrintable(bill.fileName), qPrintable(what));
        }
        return int{kDone};
    });
}

/// Waits until nothing is left to read, or the person breaks off; what is left then is read the next time.
int read_all(const Global& global, Bills& bills) {
    QElapsedTimer clock;
    clock.start();
    const bool shown = on_terminal(stderr);
    QEventLoop loop;
    QTimer watch;
    QObject::connect(&watch, &QTimer::timeout, &loop, [&] {
        const BillsProgress now = bills.progress();
        if (shown && now.all > 0)
            std::fprintf(stderr, "\r%d of %d bills, %.0f a minute ", now.done, now.all, now.perMinute);
        if (now.idle() || interrupted()) loop.quit();
    });
    watch.start(50);
    bills.setPaused(false);
    loop.exec();
    if (shown) std::fprintf(stderr, "\n");
    const BillsProgress end = bills.progress();
    const double seconds = static_cast<double>(clock.elapsed()) / 1000;
    const int read = end.done - end.failed;
    if (global.json)
        print({{"read", read}, {"failed", end.failed}, {"left", end.all - end.done}, {"seconds", seconds}});
    else
        std::printf("Read: %d, could not be read: %d, waiting: %d. %.1f s.\n", read, end.failed, end.all - end.done,
                    seconds);
    return interrupted() ? kBrokenOff : kDone;
}

int add(const Global& global, const std::vector<std::string>& paths) {
    QStringList given;
    for (const std::string& path : paths) given += QFileInfo(text_of(path)).absoluteFilePath();
    const QStringList files = billFilesAt(given).files;
    if (files.isEmpty() && !paths.empty()) return fail(paths[0] + ": there are no bills in it.");
    return with_floe(global, [&](Floe& floe) {
        Bills& bills = floe.bills();
        if (!files.isEmpty()) {
            QEventLoop loop;
            qsizetype added = 0;
            QObject::connect(&bills, &Bills::billAdded, &loop, [&] {
                if (++added == files.size()) loop.quit();
            });
            QObject::connect(&bills, &Bills::failed, &loop,
                             [&](const Problem& problem) { loop.exit(fail(problem.sentence.toStdString())); });
            bills.add(files);
            if (const int code = loop.exec(); code != kDone) return code;
        }
        if (!all_bills(bills)) return int{kFailed};  // asked last, so that the queue is filled
        return read_all(global, bills);
    });
}

}  // namespace

void add_bills(CLI::App& app, const Global& global, int& exit_code) {
    CLI::App* command = app.add_subcommand("bills", "The bills that were dropped in");
    command->require_subcommand(1);
    auto files = std::make_shared<std::vector<std::string>>();
    CLI::App* adds = command->add_subcommand("add", "Read bills into the history, and those that wait in it");
    adds->add_option("files", *files, "Files, or folders with bills; none: only what waits is read");
    adds->callback([&global, &exit_code, files] { exit_code = add(global, *files); });
    CLI::App* lists = command->add_subcommand("list", "The bills of the history");
    lists->callback([&global, &exit_code] { exit_code = list(global); });
    auto file = std::make_shared<std::string>();
    CLI::App* exports = command->add_subcommand("export", "Write what people corrected, a JSON object a bill and line");
    exports->add_option("--corrections", *file, "The file to write")->required();
    exports->callback([&global, &exit_code, file] { exit_code = export_corrections(global, *file); });
}

}  // namespace floe::cli
