// floe extract: bills to fields, several files at a time in one batch, printed in the order given.

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QSet>
#include <algorithm>
#include <cstdio>
#include <utility>

#include "app/cli/common.h"
#include "app/cli/readings.h"
#include "app/extraction/export/export.h"
#include "app/extraction/extraction_json.h"
#include "app/extraction/extractor.h"
#include "app/extraction/own_forms.h"
#include "app/floe.h"

namespace floe::cli {
namespace {

struct ExtractOptions {
    std::vector<std::string> files;
    std::string model, out, output;
    std::string schema;
    std::string account, tax_account, payable_account;
    bool lines = false, strict = false;
    bool password_stdin = false;
};

/// Which format `--out` and `--lines` name; the command line has been checked.
std::optional<exports::Format> format_of(const ExtractOptions& options) {
    const auto format = exports::formatNamed(text_of(options.out));
    return format == exports::Format::Csv && options.lines ? exports::Format::CsvLines : format;
}

bool is_doubtful(const Extraction& extraction) {
    using Status = Field::Status;
    const auto unsure = [](const Field& f) {
        return f.status == Status::Doubtful || f.status == Status::Ambiguous || f.status == Status::Unparsed;
    };
    const auto failed = [](const Check& check) { return check.failed(); };
    return std::any_of(extraction.fields.begin(), extraction.fields.end(), unsure) ||
           std::any_of(extraction.checks.begin(), extraction.checks.end(), failed);
}

/// To the file, or to stdout where none is named. Prints the sentence where it cannot be written.
bool write(const QByteArray& bytes, const QString& path) {
    if (path.isEmpty()) {
        std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stdout);
        return std::fflush(stdout) == 0;
    }
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit()) return true;
    fail(path.toStdString() + ": it cannot be written: " + file.errorString().toStdString() + '.');
    return false;
}

/// "folder/bill.xml" for "bill.pdf"; a second one of that name gets a number.
QString path_in(const QString& folder, const QString& file, const QString& ending, QSet<QString>& taken) {
    const QString base = QFileInfo(file).completeBaseName();
    QString name = base + ending;
    for (int n = 2; taken.contains(name); ++n) name = QString("%1-%2%3").arg(base).arg(n).arg(ending);
    taken.insert(name);
    return QDir(folder).filePath(name);
}

/// All bills in one file, or an e-invoice each in a folder.
int export_all(const ExtractOptions& options, exports::Format format, const QVector<Extraction>& bills) {
    exports::Accounts accounts;
    if (!options.account.empty()) accounts.expenses = text_of(options.account);
    if (!options.tax_account.empty()) accounts.tax = text_of(options.tax_account);
    if (!options.payable_account.empty()) accounts.payable = text_of(options.payable_account);
    const QString output = text_of(options.output);
    const bool alone = !exports::isOneBillAFile(format) || bills.size() == 1;
    const bool folder = exports::isOneBillAFile(format) && (!alone || QFileInfo(output).isDir());
    if (folder && output.isEmpty())
        return fail("--out " + options.out + " writes one file a bill, and there are " + std::to_string(bills.size()) +
                    ". Name a folder for them with --output.");
    if (folder && !QDir().mkpath(output)) return fail(options.output + ": the folder cannot be made.");
    QSet<QString> taken;
    const auto one = [&](const QVector<Extraction>& part, const QString& path) {
        const exports::Exported made = exports::exported(format, part, accounts);
        for (const QString& note : made.notes) fail(note.toStdString());
        if (made.bytes.isEmpty() && part.value(0).problem) return kDone;  // said already
        if (made.bytes.isEmpty() && made.notes.isEmpty())
            return static_cast<Exit>(fail(options.out + ": there is nothing to write."));
        return write(made.bytes, path) ? kDone : kFailed;
    };
    if (!folder) return one(bills, output);
    int code = kDone;
    for (const Extraction& bill : bills)
        if (!bill.problem) code |= one({bill}, path_in(output, bill.file, exports::fileEnding(format), taken));
    return code;
}

void say(const Global& global, const Extraction& extraction, const OwnSchema* own, bool first) {
    if (own && (global.json || !extraction.problem))
        std::printf("%s\n", ownFormJson(extraction, own->name()).constData());
    else if (global.json)
        std::printf("%s\n", toJson(extraction).constData());
    else if (extraction.problem)
        fail(extraction.problem->sentence.toStdString());
    else
        std::printf("%s%s\n", first ? "" : "\n", qPrintable(toText(extraction)));
    std::fflush(stdout);
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

    const auto format = format_of(options);
    if ((options.lines && format != exports::Format::CsvLines) || (!format && !options.output.empty())) {
        fail(options.lines ? "--lines goes with --out csv." : "--output needs --out, which names the format.");
        return kUsage;
    }
    if (!options.schema.empty() && format) {
        fail("--schema prints JSON. Leave --out away.");
        return kUsage;
    }
    std::optional<OwnSchema> own;
    if (!options.schema.empty()) {
        const Result<OwnSchema> loaded =
            OwnSchema::load(text_of(options.schema),
                            OwnForms::folderIn(global.data.empty() ? Floe::defaultFolder() : text_of(global.data)));
        if (!loaded) return fail(loaded.error());
        own = *loaded;
    }
    if (format && exports::isOneBillAFile(*format) && options.files.size() > 1 && options.output.empty()) {
        fail("--out " + options.out + " writes one file a bill. Name a folder for them with --output.");
        return kUsage;
    }
    QStringList files;
    for (const std::string& file : options.files) files += text_of(file);
    auto engine = open_bill_model(options.model, std::min(kTogether, static_cast<int>(files.size())));
    if (!engine) return fail(engine.error());
    auto extractor = Extractor::make(**engine);
    if (!extractor) return fail(extractor.error());

    Readings readings(**extractor, files, options.password_stdin ? line_of_stdin() : QString(), own ? &*own : nullptr);
    QVector<Extraction> kept;
    bool failed = false, doubtful = false, first = true;
    for (qsizetype i = 0; i < files.size(); ++i)
        for (const Extraction& extraction : readings.wait(i)) {
            failed |= extraction.problem.has_value();
            doubtful |= is_doubtful(extraction);
            if (!format)
                say(global, extraction, own ? &*own : nullptr, std::exchange(first, false));
            else if (extraction.problem && *format != exports::Format::Json)
                fail(extraction.problem->sentence.toStdString());
            if (format) kept.append(extraction);
        }
    if (interrupted()) return kBrokenOff;
    if (format) failed |= export_all(options, *format, kept) != kDone;
    if (failed) return kFailed;
    return options.strict && doubtful ? kDoubtful : kDone;
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
    command->add_option("--schema", options->schema,
                        "Fill another form, as JSON: receipt, vendor, one that you made in the window, or a file "
                        "(docs/own-schemas.md)");
    std::vector<std::string> formats;
    for (const QString& format : exports::formatNames()) formats.push_back(format.toStdString());
    command
        ->add_option("--out", options->out, "Write another format: " + exports::formatNames().join(", ").toStdString())
        ->check(CLI::IsMember(formats));
    command->add_option("-o,--output", options->output, "Where to: a file, or for several e-invoices a folder");
    command->add_flag("--lines", options->lines, "With --out csv: one row a line instead of one a bill");
    command->add_option("--account", options->account, "Expenses account (beancount, ledger)");
    command->add_option("--tax-account", options->tax_account, "Account of the tax (beancount, ledger)");
    command->add_option("--payable-account", options->payable_account, "Account of what is owed (beancount, ledger)");
    command->add_flag("--strict", options->strict, "End with code 3 where a value is doubtful or a check fails");
    command->add_flag("--password-stdin", options->password_stdin,
                      "The first line of stdin is the password of the files that are locked");
    command->callback([&global, &exit_code, options] { exit_code = run(global, *options); });
}

}  // namespace floe::cli
