// The schema of a person's own form as it was understood: for own_schema.cpp, which reads it, and own_schema_fill.cpp,
// which looks the values up.
#pragma once

#include <QRegularExpression>
#include <QStringList>
#include <optional>
#include <string>
#include <vector>

#include "app/extraction/names.h"
#include "app/extraction/own_schema.h"

namespace floe {

/// One node of the schema.
struct OwnSchema::Tree {
    enum class Shape { Object, List, Matches, Value } shape = Shape::Value;
    QString title;
    std::string key;
    std::vector<Tree> members;  // of an object, or of the items of a list
    QString from;  // a field of names.h, a list of it, a member of that list, or a detail of the seller (details.h)
    QStringList labels;
    std::optional<QRegularExpression> pattern;
    ValueKind kind = ValueKind::Text;
};

}  // namespace floe
