#include "app/documents/reader/flow_document.h"

#include <QFile>

#include "app/documents/reader/flow_file.h"
#include "app/documents/reader/limits.h"
#include "app/documents/reader/typeset.h"

namespace floe::reader {

namespace {

constexpr qint64 kLargestFile = qint64{64} << 20;
constexpr qint64 kMemory = qint64{768} << 20;
constexpr qint64 kMostPixels = qint64{100} << 20;
constexpr int kDeepestMail = 3;  // mails attached to mails

Problem bad(Problem::Kind kind, const char* sentence) {
    return {kind, {}, QString::fromUtf8(sentence)};
}

struct Opened {
    QByteArray bytes;
    FlowKind kind = FlowKind::None;
    std::optional<Problem> problem;
};

Opened open(const QString& path, int depth) {
    QFile file(path);
    Opened opened;
    if (!file.open(QIODevice::ReadOnly))
        opened.problem = bad(Problem::Kind::Io, "it cannot be opened any more. Was it moved or deleted?");
    else if (file.size() > kLargestFile)
        opened.problem = bad(Problem::Kind::Unsupported, "a text, mail or Office file of more than 64 MB is not read.");
    if (opened.problem) return opened;
    if (depth == 0) tighten(kMemory);
    opened.bytes = file.readAll();
    opened.kind = flowKind(opened.bytes);
    if (opened.kind == FlowKind::None) opened.problem = whyNot(opened.bytes);
    if (opened.kind == FlowKind::Mail && depth >= kDeepestMail)
        opened.problem = bad(Problem::Kind::Unsupported, "mails within mails within mails are not read.");
    return opened;
}

Typeset typesetOf(const Opened& opened, std::optional<Problem>& problem) {
    FlowFile file = readFlow(opened.kind, opened.bytes);
    problem = file.problem;
    return problem ? Typeset() : typeset(file.flow);
}

}  // namespace

Document flowDocument(const QString& path, int depth, const FileReaders& readers) {
    Document document;
    const Opened opened = open(path, depth);
    document.problem = opened.problem;
    if (document.problem) return document;
    if (opened.kind == FlowKind::Mail) return mailDocument(opened.bytes, readers);
    const Typeset set = typesetOf(opened, document.problem);
    document.pages = set.pages;
    if (!document.problem && set.pages.isEmpty())
        document.problem = bad(Problem::Kind::BadInput, "there is no text in it.");
    if (set.cut) document.note = "The file is too long or too wide to be read whole.";
    return document;
}

int flowPageCount(const QString& path, int depth, const FileReaders& readers) {
    const Opened opened = open(path, depth);
    if (opened.problem) return 0;
    if (opened.kind == FlowKind::Mail) return mailPageCount(opened.bytes, readers);
    std::optional<Problem> problem;
    return static_cast<int>(typesetOf(opened, problem).pages.size());
}

frames::Picture flowPicture(const QString& path, int page, double pixelsPerPoint, int depth,
                            const FileReaders& readers) {
    frames::Picture result;
    const Opened opened = open(path, depth);
    result.problem = opened.problem;
    if (result.problem) return result;
    if (opened.kind == FlowKind::Mail) return mailPicture(opened.bytes, page, pixelsPerPoint, readers);
    const Typeset set = typesetOf(opened, result.problem);
    if (page < 0 || page >= set.pages.size()) return result;
    const QSizeF size = set.pages[page].size * pixelsPerPoint;
    if (size.width() <= frames::kMostPictureSide && size.width() * size.height() <= kMostPixels)
        result.image = painted(set.pages[page], pixelsPerPoint);
    return result;
}

}  // namespace floe::reader
