// floe-reader MEMORY SECONDS words FILE | floe-reader MEMORY SECONDS picture PAGE SCALE FILE
// The only process that parses a person's documents. Reads the file's password, if it has one, from stdin to its end;
// writes one frame (app/documents/frames.h) to stdout.

#include <QGuiApplication>
#include <QStringList>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>

#include "app/documents/frames.h"
#include "app/documents/reader/limits.h"
#include "app/documents/reader/read.h"

namespace {

constexpr size_t kLongestPassword = 1024;  // bytes

QString passwordFromParent() {
    char bytes[kLongestPassword];
    return QString::fromUtf8(bytes, static_cast<qsizetype>(std::fread(bytes, 1, sizeof bytes, stdin)));
}

QByteArray answer(const QStringList& words, const QString& password) {
    using namespace floe;
    if (words.size() == 2 && words[0] == "words") return frames::pack(reader::read(words[1], password));
    if (words.size() == 4 && words[0] == "picture") {
        const frames::Picture picture = reader::picture(words[3], words[1].toInt(), words[2].toDouble(), password);
        if (!picture.problem) return frames::pack(picture.image);
        Document failed;
        failed.problem = picture.problem;
        return frames::pack(failed);
    }
    return {};
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 5) return 2;
    floe::reader::confine(std::atoll(argv[1]), std::atoi(argv[2]));
    // Pictures of texts need fonts, and these an application with a display, though it be one that shows nothing.
    const bool draws = std::strcmp(argv[3], "picture") == 0;
    if (draws) qputenv("QT_QPA_PLATFORM", "offscreen");
    const std::unique_ptr<QCoreApplication> app(draws ? new QGuiApplication(argc, argv)
                                                      : new QCoreApplication(argc, argv));
    try {
        const QByteArray bytes = answer(app->arguments().mid(3), passwordFromParent());
        if (bytes.isEmpty()) return 2;
        std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stdout);
        std::fflush(stdout);
    } catch (const std::bad_alloc&) {
        return 3;
    }
    return 0;
}
