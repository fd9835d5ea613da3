// What a file is, told by its first bytes: names lie.
#pragma once

#include <QString>

namespace floe::reader {

enum class FileKind { Pdf, Picture, Xml, Signed, Other };

FileKind fileKind(const QString& path);

}  // namespace floe::reader
