#include "app/documents/read_document.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>

#include "app/documents/drawn_rules.h"
#include "app/documents/frames.h"

namespace floe {

namespace {

struct Answer {
    QByteArray bytes;
    std::optional<Problem> problem;
};

QString readerProgram(const ReaderLimits& limits) {
    if (!limits.program.isEmpty()) return limits.program;
    const QString here = QFileInfo(QFile::symLinkTarget("/proc/self/exe")).path();
    const QString installed = here + "/../libexec/floe/floe-reader";
    return QFileInfo::exists(installed) ? installed : here + "/floe-reader";
}

/// Tesseract's threads wait for each other more than they help: on a busy machine they use up the time that a page may
/// take. Its OpenMP reads the limit before the reader's main begins.
QProcessEnvironment readerEnvironment() {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("OMP_THREAD_LIMIT", "1");
    return environment;
}

Answer refusal(Problem::Kind kind, const QString& file, const QString& what) {
    return {{}, Problem{kind, file, file + ": " + what}};
}

void end(QProcess& process) {
    process.kill();
    process.waitForFinished(2000);
}

/// Whether the file is one that can be opened at all; the child would only say it less clearly.
std::optional<Problem> unreadable(const QString& path) {
    const QFileInfo info(path);
    const QString name = info.fileName();
    if (!info.exists()) return refusal(Problem::Kind::Io, name, "there is no such file.").problem;
    if (!info.isFile()) return refusal(Problem::Kind::BadInput, name, "this is no file.").problem;
    if (!info.isReadable())
        return refusal(Problem::Kind::Io, name, "it may not be read. Check the file's permissions.").problem;
    if (info.size() == 0) return refusal(Problem::Kind::BadInput, name, "the file is empty.").problem;
    if (info.size() > qint64{512} << 20)
        return refusal(Problem::Kind::Unsupported, name, "it is larger than 512 MB, which Floe does not read.").problem;
    return {};
}

Answer ask(const QString& path, const QStringList& words, const ReaderLimits& limits, const std::atomic<bool>* cancel,
           const QString& password) {
    if (const auto problem = unreadable(path)) return {{}, problem};
    const QString name = QFileInfo(path).fileName();
    QProcess process;
    process.setStandardErrorFile(QProcess::nullDevice());
    process.setProcessEnvironment(readerEnvironment());
    if (password.isEmpty()) process.setStandardInputFile(QProcess::nullDevice());
    process.start(readerProgram(limits),
                  QStringList{QString::number(limits.memoryBytes), QString::number(limits.processorSeconds)} + words +
                      QStringList{QFileInfo(path).absoluteFilePath()});
    if (!process.waitForStarted(10'000))
        return refusal(Problem::Kind::Internal, name,
                       "the program floe-reader, which reads documents, could not be started. Install Floe again.");

    if (!password.isEmpty()) {
        process.write(password.toUtf8());
        process.closeWriteChannel();
    }
    QElapsedTimer clock;
    clock.start();
    QByteArray bytes;
    while (process.state() != QProcess::NotRunning || process.bytesAvailable() > 0) {
        process.waitForReadyRead(50);
        bytes += process.readAllStandardOutput();
        if (cancel && *cancel) {
            end(process);
            return refusal(Problem::Kind::Cancelled, name, "reading was cancelled.");
        }
        if (bytes.size() > frames::kLargestAnswer) {
            end(process);
            return refusal(Problem::Kind::Unsupported, name, "it holds more than Floe can take in.");
        }
        if (clock.hasExpired(qint64{1000} * limits.wallSeconds)) {
            end(process);
            return refusal(Problem::Kind::DamagedFile, name, "reading it took too long and was broken off.");
        }
    }
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return refusal(
            Problem::Kind::DamagedFile, name,
            "it cannot be read: the file is damaged, or needs more memory or time than a document may take.");
    return {bytes, {}};
}

void name(std::optional<Problem>& problem, const QString& path) {
    if (!problem || !problem->subject.isEmpty()) return;
    problem->subject = QFileInfo(path).fileName();
    problem->sentence = problem->subject + ": " + problem->sentence;
}

}  // namespace

const QStringList& readableEndings() {
    static const QStringList endings{"pdf", "png",  "jpg",  "jpeg", "tif", "tiff", "webp", "bmp",
                                     "gif", "heic", "heif", "avif", "xml", "p7m",  "eml",  "html",
                                     "htm", "docx", "xlsx", "odt",  "ods", "csv",  "txt"};
    return endings;
}

Document readDocument(const QString& path, const ReaderLimits& limits, const std::atomic<bool>* cancel,
                      const QString& password) {
    const Answer answer = ask(path, {"words"}, limits, cancel, password);
    Document document;
    if (answer.problem)
        document.problem = answer.problem;
    else
        document = frames::unpackDocument(answer.bytes);
    withoutDrawnRules(document.pages);
    name(document.problem, path);
    return document;
}

PagePicture renderPage(const QString& path, int page, double pixelsPerPoint, const ReaderLimits& limits,
                       const std::atomic<bool>* cancel, const QString& password) {
    const Answer answer = ask(path, {"picture", QString::number(page), QString::number(pixelsPerPoint, 'g', 8)}, limits,
                              cancel, password);
    if (answer.problem) return {{}, answer.problem};
    frames::Picture picture = frames::unpackPicture(answer.bytes);
    name(picture.problem, path);
    return {picture.image, picture.problem};
}

}  // namespace floe
