// Text files: which encoding, whether a table, and their flow.
#pragma once

#include <QByteArray>
#include <QString>

#include "app/documents/reader/flow.h"

namespace floe::reader {

/// Whether the bytes are text at all: no control characters but tabs, line ends and page ends, after decoding.
bool isText(const QByteArray& bytes);

/// By the byte order mark (UTF-8, UTF-16, UTF-32); else UTF-16 where every second byte is zero; else UTF-8 where it is
/// valid; else Windows-1252, of which Latin-1 is a part.
QString decoded(const QByteArray& bytes);

/// Lines in a fixed pitch: what stands below each other in the file stands so on the page. A file whose lines are all
/// rows of fields (RFC 4180; separated by ; , | or tabs) is a table instead. Names of files are not looked at.
Flow textFlow(const QString& text);
Flow printedLines(const QString& text);  // never a table

}  // namespace floe::reader
