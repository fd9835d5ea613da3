#include "bombs.h"

#include <QtEndian>

#include "made_files.h"

namespace floe::test {

namespace {

quint32 crcOf(const QByteArray& bytes) {
    quint32 crc = ~0U;
    for (const char c : bytes) {
        crc ^= static_cast<quint8>(c);
        for (int i = 0; i < 8; ++i) crc = (crc >> 1) ^ (crc & 1 ? 0xEDB88320U : 0);
    }
    return ~crc;
}

QByteArray big(quint32 number) {
    QByteArray bytes(4, 0);
    qToBigEndian(number, bytes.data());
    return bytes;
}

QByteArray pngChunk(const QByteArray& body) {
    return big(static_cast<quint32>(body.size() - 4)) + body + big(crcOf(body));
}

}  // namespace

QByteArray deflated(const QByteArray& bytes) {
    return qCompress(bytes, 9).mid(4);  // Qt puts the length before it
}

QByteArray pageOf(const QByteArray& content, const QByteArray& entries) {
    return pdfOf({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                  "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</XObject<</X 4 0 R>>"
                  "/Font<</F 5 0 R>>>>>>",
                  stream(content, entries), "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"});
}

QByteArray pageTree(int width, int depth) {
    QByteArrayList objects{"<</Type/Catalog/Pages 2 0 R>>"};
    qint64 count = 1;
    for (int i = 0; i < depth; ++i) count *= width;
    for (int i = 0; i < depth; ++i, count /= width) {
        const QByteArray next = QByteArray::number(i + 3) + " 0 R ";
        objects << "<</Type/Pages/Count " + QByteArray::number(count) + "/Kids[" + next.repeated(width) + "]>>";
    }
    objects << "<</Type/Page/MediaBox[0 0 612 792]/Parent 2 0 R>>";
    return pdfOf(objects);
}

QByteArray manyPages(int count) {
    QByteArray kids;
    QByteArrayList pages;
    for (int i = 0; i < count; ++i) {
        kids += QByteArray::number(4 + 2 * i) + " 0 R ";
        pages << "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F 3 0 R>>>>/Contents " +
                     QByteArray::number(5 + 2 * i) + " 0 R>>"
              << stream("BT /F 12 Tf 72 700 Td (Page " + QByteArray::number(i + 1) + " of them) Tj ET");
    }
    return pdfOf(QByteArrayList{"<</Type/Catalog/Pages 2 0 R>>",
                                "<</Type/Pages/Count " + QByteArray::number(count) + "/Kids[" + kids + "]>>",
                                "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"} +
                 pages);
}

QByteArray hugePng(quint32 side) {
    return QByteArray("\x89PNG\r\n\x1a\n") +
           pngChunk("IHDR" + big(side) + big(side) + QByteArray("\x08\x02\0\0\0", 5)) +
           pngChunk("IDAT" + deflated(QByteArray(4 << 20, 0))) + pngChunk("IEND");
}

QByteArray hugeTiff() {
    return QByteArray("II*\0\x08\0\0\0\x04\0", 10) + QByteArray("\0\x01\x04\0\x01\0\0\0\x60\xea\0\0", 12) +
           QByteArray("\x01\x01\x04\0\x01\0\0\0\x60\xea\0\0", 12) +
           QByteArray("\x11\x01\x04\0\x01\0\0\0\x08\0\0\0", 12) + QByteArray("\x17\x01\x04\0\x01\0\0\0\0\x10\0\0", 12) +
           QByteArray(4, 0);
}

QByteArray hugeJpeg() {
    return QByteArray("\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0", 20) +
           QByteArray("\xff\xc0\0\x11\x08\xff\xdc\xff\xdc\x03\x01\x22\0\x02\x11\x01\x03\x11\x01", 19) +
           QByteArray(400, 'x');
}

QByteArray laughs() {
    QByteArray xml = "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a0 \"ha ha ha ha\">";
    for (int i = 1; i < 20; ++i) {
        const QByteArray before = "&a" + QByteArray::number(i - 1) + ";";
        xml += "<!ENTITY a" + QByteArray::number(i) + " \"" + before.repeated(10) + "\">";
    }
    return xml + "]>";
}

QByteArray wordOf(const QByteArray& document) {
    return zipOf({{"word/document.xml", document}});
}

}  // namespace floe::test
