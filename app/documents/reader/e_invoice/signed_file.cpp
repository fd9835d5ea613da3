#include "app/documents/reader/e_invoice/signed_file.h"

#include <QVector>

namespace floe::reader {

namespace {

constexpr int kDeepest = 16;
constexpr int kMostParts = 100'000;
constexpr int kSequence = 0x30, kSet = 0x31, kWrapped = 0xA0, kOctets = 0x04, kOctetsInPieces = 0x24;
const QByteArray kSignedData("\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02", 11);  // its object identifier

/// Tag and content of one element; tag -1: there is none.
struct Part {
    int tag = -1;
    qsizetype begin = 0, end = 0, next = 0;
};

int byteAt(const QByteArray& bytes, qsizetype at) {
    return static_cast<unsigned char>(bytes[at]);
}

Part partAt(const QByteArray& bytes, qsizetype at, qsizetype limit, int depth = 0);

/// Ends at two zero bytes after its last child.
Part unlimited(const QByteArray& bytes, int tag, qsizetype begin, qsizetype limit, int depth) {
    qsizetype at = begin;
    while (at + 2 <= limit && (bytes[at] != 0 || bytes[at + 1] != 0)) {
        const Part child = partAt(bytes, at, limit, depth + 1);
        if (child.tag < 0) return {};
        at = child.next;
    }
    if (at + 2 > limit) return {};
    return {tag, begin, at, at + 2};
}

Part partAt(const QByteArray& bytes, qsizetype at, qsizetype limit, int depth) {
    if (at + 2 > limit || depth > kDeepest) return {};
    const int tag = byteAt(bytes, at), first = byteAt(bytes, at + 1);
    if ((tag & 0x1f) == 0x1f) return {};  // tags of several bytes do not come before the content
    qsizetype begin = at + 2, length = first;
    if (first == 0x80) return (tag & 0x20) ? unlimited(bytes, tag, begin, limit, depth) : Part();
    if (first > 0x80) {
        const int count = first - 0x80;
        if (count > 4 || begin + count > limit) return {};
        length = 0;
        for (int i = 0; i < count; ++i) length = length << 8 | byteAt(bytes, begin++);
    }
    if (length > limit - begin) return {};
    return {tag, begin, begin + length, begin + length};
}

QVector<Part> children(const QByteArray& bytes, const Part& part) {
    QVector<Part> all;
    for (qsizetype at = part.begin; at < part.end && all.size() < kMostParts; at = all.last().next) {
        const Part child = partAt(bytes, at, part.end);
        if (child.tag < 0) break;
        all.append(child);
    }
    return all;
}

/// The child at a place, where it has that tag.
Part child(const QByteArray& bytes, const Part& part, int at, int tag) {
    const Part found = children(bytes, part).value(at);
    return found.tag == tag ? found : Part();
}

}  // namespace

bool isSignedFile(const QByteArray& head) {
    return head.size() > 20 && byteAt(head, 0) == kSequence && head.left(24).contains(kSignedData);
}

QByteArray signedContent(const QByteArray& bytes) {
    // ContentInfo { oid, [0] SignedData { version, digests, EncapsulatedContentInfo { oid, [0] OCTET STRING } … } }
    const Part info = partAt(bytes, 0, bytes.size());
    const Part data = child(bytes, child(bytes, info, 1, kWrapped), 0, kSequence);
    if (child(bytes, data, 1, kSet).tag < 0) return {};
    const Part wrapped = child(bytes, child(bytes, data, 2, kSequence), 1, kWrapped);
    const Part content = children(bytes, wrapped).value(0);
    if (content.tag == kOctets) return bytes.mid(content.begin, content.end - content.begin);
    QByteArray joined;
    if (content.tag == kOctetsInPieces)
        for (const Part& piece : children(bytes, content))
            if (piece.tag == kOctets) joined += bytes.mid(piece.begin, piece.end - piece.begin);
    return joined;
}

}  // namespace floe::reader
