// What a file is, told by its first bytes: names lie.
#pragma once

#include <QString>

namespace floe::reader {

/// Other: texts, mails, Office files and what Floe does not read; flow_file.h tells them apart.
enum class FileKind { Pdf, Picture, Xml, Other };

FileKind fileKind(const QString& path);

}  // namespace floe::reader
