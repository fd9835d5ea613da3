// What people corrected, as lines of JSON that a model can learn from.
#pragma once

#include <QByteArray>

#include "app/extraction/bill.h"

namespace floe {

/// {"file", "sha256", "text": the lined-up text, "read": {path: {"value", "text"}}, "corrected": {path: value},
/// "confirmed": [path]}, no line end. Only the file's name goes in, not its folder.
QByteArray correctionsJson(const Extraction& extraction, const QString& hash, const QByteArray& linedText);

}  // namespace floe
