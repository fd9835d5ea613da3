// A JSON schema as the alternatives that each value has; pure data, no tokens.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "engine/error.h"

namespace floe {

/// Characters of the string are counted as code points; an escape is one character.
struct StringRule {
    enum class Kind { free, line, block } kind = Kind::free;  // line and block: "x-verbatim" (a run of the source)
    int64_t least = 0, most = std::numeric_limits<int64_t>::max();
};

struct NumberRule {
    bool integer = false, negative = true;
};

struct ArrayRule {
    int32_t item = 0;  // index into Schema::values
    int64_t least = 0, most = std::numeric_limits<int64_t>::max();
};

struct Property {
    std::string name;
    int32_t value = 0;  // index into Schema::values
};

/// What may stand in one place. At most one alternative begins with any given character, so that the first character of
/// a value tells which one it is.
struct SchemaValue {
    std::string place;                  // JSON pointer into the schema, for sentences
    std::vector<std::string> literals;  // JSON texts: null, true, false, values of enum and const, {} and []
    std::optional<StringRule> string;
    std::optional<NumberRule> number;
    std::optional<ArrayRule> array;
    std::vector<Property> properties;  // of an object; empty: no object (one without properties is a literal)

    bool verbatim() const { return string && string->kind != StringRule::Kind::free; }
};

struct Schema {
    std::vector<SchemaValue> values;  // values[0] is the answer

    bool verbatim() const;  // some value is held to a source
};

/// Supported: type (also a list), properties (in the order given, all of them always present), items, minItems,
/// maxItems, minLength, maxLength, minimum 0, enum, const, anyOf and oneOf of alternatives that differ in their first
/// character, $ref into #/$defs and #/definitions, x-verbatim. Annotations are passed over. Any other keyword that
/// would restrict values is an Error with its place.
Result<Schema> read_schema(const std::string& text);

}  // namespace floe
