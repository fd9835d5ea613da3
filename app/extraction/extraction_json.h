// An Extraction as JSON (docs/extract-output.md) and as text for a terminal.
#pragma once

#include <QByteArray>
#include <nlohmann/json_fwd.hpp>
#include <optional>

#include "app/extraction/bill.h"

namespace floe {

/// One line, UTF-8, no line end. A field that is not there is null; lists keep the order of the schema.
QByteArray toJson(const Extraction& extraction);

/// One field, or null where there is none.
nlohmann::ordered_json jsonOf(const Field* field);

/// The form that a person's own schema asked for: file, schema, kind, source, model, pages, seconds, fields, note, or
/// error as in toJson(). `schema`: its name.
QByteArray ownFormJson(const Extraction& extraction, const QString& schema);

/// Reads what toJson wrote. Empty: it is not that.
std::optional<Extraction> extractionFromJson(const QByteArray& json);

/// For people: a field a line, with doubts and failed checks said.
QString toText(const Extraction& extraction);

QString name(Field::Status status);  // "ok", "doubtful", "ambiguous", "unparsed", "derived", "xml"

}  // namespace floe
