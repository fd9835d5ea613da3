// Small files that grow when they are read, made in memory.
#pragma once

#include <QByteArray>

namespace floe::test {

QByteArray deflated(const QByteArray& bytes);  // as a zlib stream

// PDF.
QByteArray pageOf(const QByteArray& content, const QByteArray& entries = {});  // one page; entries of its stream
QByteArray pageTree(int width, int depth);  // each node names the next one `width` times: width^depth pages
QByteArray manyPages(int count);            // "Page 17 of them"

// Pictures whose heads promise more than is there.
QByteArray hugePng(quint32 side);
QByteArray hugeTiff();
QByteArray hugeJpeg();

QByteArray laughs();                            // the head of an XML file whose entity a19 stands for 10^19 laughs
QByteArray wordOf(const QByteArray& document);  // a DOCX of this XML

}  // namespace floe::test
