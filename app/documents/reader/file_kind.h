// What a file is, told by its first bytes: names lie.
#pragma once

#include <QString>

namespace floe::reader {

/// Signed: an XML e-invoice in a signed wrapper. Other: texts, mails, Office files and what Floe does not read;
/// flow_file.h tells them apart.
enum class FileKind { Pdf, Picture, Xml, Signed, Other };

FileKind fileKind(const QString& path);

}  // namespace floe::reader
