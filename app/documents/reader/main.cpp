// floe-reader MEMORY SECONDS words FILE | floe-reader MEMORY SECONDS picture PAGE SCALE FILE
// The only process that parses a person's documents. Writes one frame (app/documents/frames.h) to stdout.

#include <QCoreApplication>
#include <QStringList>
#include <cstdio>
#include <cstdlib>
#include <new>

#include "app/documents/frames.h"
#include "app/documents/reader/limits.h"
#include "app/documents/reader/read.h"

namespace {

QByteArray answer(const QStringList& words) {
    using namespace floe;
    if (words.size() == 2 && words[0] == "words") return frames::pack(reader::read(words[1]));
    if (words.size() == 4 && words[0] == "picture") {
        const frames::Picture picture = reader::picture(words[3], words[1].toInt(), words[2].toDouble());
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
    setenv("OMP_THREAD_LIMIT", "1", 1);  // Tesseract's threads wait for each other more than they help
    floe::reader::confine(std::atoll(argv[1]), std::atoi(argv[2]));
    QCoreApplication app(argc, argv);
    try {
        const QByteArray bytes = answer(app.arguments().mid(3));
        if (bytes.isEmpty()) return 2;
        std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stdout);
        std::fflush(stdout);
    } catch (const std::bad_alloc&) {
        return 3;
    }
    return 0;
}
