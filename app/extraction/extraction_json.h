// An Extraction as JSON (docs/extract-output.md) and as text for a terminal.
#pragma once

#include <QByteArray>
#include <optional>

#include "app/extraction/bill.h"

namespace floe {

/// One line, UTF-8, no line end. A field that is not there is null; lists keep the order of the schema.
QByteArray toJson(const Extraction& extraction);

/// Reads what toJson wrote. Empty: it is not that.
std::optional<Extraction> extractionFromJson(const QByteArray& json);

/// For people: a field a line, with doubts and failed checks said.
QString toText(const Extraction& extraction);

QString name(Field::Status status);  // "ok", "doubtful", "ambiguous", "unparsed", "derived", "xml"

}  // namespace floe
