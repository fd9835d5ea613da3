#include "engine/sampling/schema.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string_view>
#include <unordered_map>

namespace floe {

namespace {

using Json = nlohmann::ordered_json;  // keeps the order of properties

constexpr size_t most_bytes = 128 << 10;
constexpr int most_depth = 100;
constexpr size_t most_values = 10000;
constexpr int64_t most_alternatives = 100000;  // of all values together
constexpr int most_references = 64;            // one after the other without a value between them
constexpr int64_t line_characters = 300, block_characters = 600;

constexpr std::array unsupported_keywords = {"pattern",
                                             "patternProperties",
                                             "propertyNames",
                                             "minProperties",
                                             "maxProperties",
                                             "if",
                                             "then",
                                             "else",
                                             "not",
                                             "allOf",
                                             "dependentSchemas",
                                             "dependentRequired",
                                             "dependencies",
                                             "prefixItems",
                                             "additionalItems",
                                             "contains",
                                             "minContains",
                                             "maxContains",
                                             "multipleOf",
                                             "maximum",
                                             "exclusiveMinimum",
                                             "exclusiveMaximum",
                                             "unevaluatedItems",
                                             "unevaluatedProperties",
                                             "$dynamicRef",
                                             "$recursiveRef"};

/// Those that say what a value may be; one that governs the value alone suffers no other beside it.
constexpr std::array governing_keywords = {"$ref", "anyOf", "oneOf", "enum", "const", "type"};
constexpr std::array detail_keywords = {"properties", "items",   "minLength",  "maxLength", "minItems",
                                        "maxItems",   "minimum", "x-verbatim", "required",  "uniqueItems"};

Error wrong(const std::string& place, const std::string& problem, const std::string& advice,
            Fault kind = Fault::bad_input) {
    return {kind, "schema", problem + " (at #" + place + ")", advice, {{"place", "#" + place}}};
}

Error unsupported(const std::string& place, const std::string& keyword) {
    Error error = wrong(place, "the keyword \"" + keyword + "\" is not supported", "Leave it out", Fault::unsupported);
    error.facts.emplace_back("keyword", keyword);
    return error;
}

std::string below(const std::string& place, std::string_view step) {
    std::string pointer = place + "/";
    for (char c : step) pointer += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
    return pointer;
}

/// Brackets open at the deepest point, before anything is built from the text.
int depth_of(std::string_view text) {
    int depth = 0, deepest = 0;
    bool quoted = false;
    for (size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted && c == '\\') ++i;
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (c == '{' || c == '[') deepest = std::max(deepest, ++depth);
        if (c == '}' || c == ']') --depth;
    }
    return deepest;
}

bool of_type(const Json& value, std::string_view type) {
    if (type == "number") return value.is_number();
    if (type == "integer") return value.is_number_integer();
    return type == value.type_name();  // object, array, string, boolean, null
}

class Compiler {
 public:
    explicit Compiler(const Json& root) : root_(root) {}

    Result<Schema> compile() {
        value_for(root_, "");
        for (size_t next = 0; next < sources_.size(); ++next) {
            if (sources_.size() > most_values)
                return wrong("", "it describes more than " + std::to_string(most_values) + " values",
                             "Make it smaller");
            SchemaValue value;
            value.place = sources_[next].place;
            Outcome done = add(value, *sources_[next].json, value.place, 0);
            if (!done) return done.error();
            schema_.values[next] = std::move(value);
        }
        return std::move(schema_);
    }

 private:
    struct Source {
        const Json* json;
        std::string place;
    };

    /// The value that a part of the schema describes, made once: this is how recursion closes.
    int32_t value_for(const Json& json, const std::string& place) {
        const auto [found, fresh] = made_.try_emplace(&json, static_cast<int32_t>(sources_.size()));
        if (fresh) {
            sources_.push_back({&json, place});
            schema_.values.emplace_back();
        }
        return found->second;
    }

    /// Adds the alternatives of `json` to `value`.
    Outcome add(SchemaValue& value, const Json& json, const std::string& place, int references) {
        if (!json.is_object())
            return wrong(place, "a schema is expected here", "Write an object such as {\"type\":\"string\"}");
        if (references > most_references)
            return wrong(place, "references lead round in a circle", "Break the circle with a value");
        if (++alternatives_ > most_alternatives) return wrong(place, "there are too many alternatives", "Ask for less");
        Outcome known = check_keywords(json, place);
        if (!known) return known;
        if (json.contains("$ref")) return add_reference(value, json["$ref"], place, references);
        for (const char* keyword : {"anyOf", "oneOf"})
            if (json.contains(keyword)) return add_any(value, json[keyword], below(place, keyword), references);
        if (json.contains("const")) return add_literals(value, Json::array({json["const"]}), json, place);
        if (json.contains("enum")) return add_literals(value, json["enum"], json, place);
        return add_types(value, json, place);
    }

    Outcome check_keywords(const Json& json, const std::string& place) {
        std::string governor;
        for (const char* keyword : governing_keywords) {
            if (!json.contains(keyword)) continue;
            const bool typed_literals =
                (governor == "enum" || governor == "const") && std::string_view(keyword) == "type";
            if (governor.empty())
                governor = keyword;
            else if (!typed_literals)
                return unsupported(place, std::string(keyword) + "\" beside \"" + governor);
        }
        for (const char* keyword : unsupported_keywords)
            if (json.contains(keyword)) return unsupported(place, keyword);
        if (json.value("uniqueItems", Json()) == true) return unsupported(place, "uniqueItems");
        if (governor.empty() || governor == "type") return Done{};
        for (const char* keyword : detail_keywords)
            if (json.contains(keyword)) return unsupported(place, std::string(keyword) + "\" beside \"" + governor);
        return Done{};
    }

    Outcome add_reference(SchemaValue& value, const Json& reference, const std::string& place, int references) {
        const std::string target = reference.is_string() ? reference.get<std::string>() : "";
        const bool local = target == "#" || target.rfind("#/$defs/", 0) == 0 || target.rfind("#/definitions/", 0) == 0;
        if (!local)
            return wrong(place, "\"$ref\" must point into #/$defs or #/definitions of the same schema",
                         "Move the definition there");
        const Json* found = &root_;
        std::string name;
        for (size_t at = 1; at < target.size();) {
            const size_t end = std::min(target.find('/', at + 1), target.size());
            name.clear();
            for (size_t i = at + 1; i < end; ++i) {
                const bool escape = target[i] == '~' && i + 1 < end;
                name += !escape ? target[i] : target[++i] == '1' ? '/' : '~';
            }
            at = end;
            const auto entry = found->is_object() ? found->find(name) : found->end();
            if (!found->is_object() || entry == found->end())
                return wrong(place, "nothing stands at \"" + target + "\"",
                             "Add the definition or correct the reference");
            found = &*entry;
        }
        return add(value, *found, target.substr(1), references + 1);
    }

    Outcome add_any(SchemaValue& value, const Json& choices, const std::string& place, int references) {
        if (!choices.is_array() || choices.empty())
            return wrong(place, "a list of schemas is expected here", "Write [{…}, {…}]");
        for (size_t i = 0; i < choices.size(); ++i) {
            Outcome done = add(value, choices[i], below(place, std::to_string(i)), references + 1);
            if (!done) return done;
        }
        return Done{};
    }

    Outcome add_literals(SchemaValue& value, const Json& literals, const Json& json, const std::string& place) {
        if (!literals.is_array() || literals.empty())
            return wrong(place, "\"enum\" must be a list of values", "Write [\"a\", \"b\"]");
        bool any = false;
        for (const Json& literal : literals) {
            const auto fits = [&](const Json& type) {
                return type.is_string() && of_type(literal, type.get_ref<const std::string&>());
            };
            if (const auto type = json.find("type"); type != json.end())
                if (type->is_array() ? std::none_of(type->begin(), type->end(), fits) : !fits(*type)) continue;
            any = true;
            Outcome done = add_literal(value, literal.dump(), place);
            if (!done) return done;
        }
        if (!any)
            return wrong(place, "no value of the list has the type that is asked for", "Correct \"type\" or the list");
        return Done{};
    }

    Outcome add_literal(SchemaValue& value, std::string text, const std::string& place) {
        const char c = text[0];
        const bool taken = c == '"'   ? value.string.has_value()
                           : c == '{' ? !value.properties.empty()
                           : c == '[' ? value.array.has_value()
                                      : (c == '-' || (c >= '0' && c <= '9')) && value.number;
        if (taken) return ambiguous(place);
        ++alternatives_;
        value.literals.push_back(std::move(text));
        return Done{};
    }

    Outcome add_types(SchemaValue& value, const Json& json, const std::string& place) {
        std::vector<std::string> types;
        if (const auto type = json.find("type"); type == json.end()) {
            if (json.contains("properties"))
                types = {"object"};
            else if (json.contains("items"))
                types = {"array"};
            else if (json.contains("x-verbatim"))
                types = {"string"};
        } else {
            for (const Json& each : type->is_array() ? *type : Json::array({*type}))
                if (each.is_string()) types.push_back(each.get<std::string>());
        }
        const bool numbers = std::find(types.begin(), types.end(), "number") != types.end();
        if (numbers) std::erase(types, "integer");  // every integer is a number
        if (types.empty()) return wrong(place, "it is not said which values may stand here", "Give a \"type\"");
        for (const std::string& type : types) {
            Outcome done = add_type(value, type, json, place);
            if (!done) return done;
        }
        return Done{};
    }

    Outcome add_type(SchemaValue& value, const std::string& type, const Json& json, const std::string& place) {
        if (type == "null") return add_literal(value, "null", place);
        if (type == "boolean") {
            value.literals.insert(value.literals.end(), {"false", "true"});
            return Done{};
        }
        if (type == "string") return add_string(value, json, place);
        if (type == "number" || type == "integer") return add_number(value, type == "integer", json, place);
        if (type == "array") return add_array(value, json, place);
        if (type == "object") return add_object(value, json, place);
        return wrong(place, "there is no type \"" + type + "\"",
                     "Use string, number, integer, boolean, null, array or object");
    }

    Outcome add_string(SchemaValue& value, const Json& json, const std::string& place) {
        StringRule rule;
        const Json verbatim = json.value("x-verbatim", Json(false));
        if (verbatim == true)
            rule.kind = StringRule::Kind::line;
        else if (verbatim == "block")
            rule.kind = StringRule::Kind::block;
        else if (verbatim != false)
            return wrong(place, "\"x-verbatim\" must be true, false or \"block\"", "Correct it");
        if (rule.kind == StringRule::Kind::line) rule.most = line_characters;
        if (rule.kind == StringRule::Kind::block) rule.most = block_characters;
        Outcome read = read_bounds(json, place, "minLength", "maxLength", rule.least, rule.most);
        if (!read) return read;
        if (rule.kind != StringRule::Kind::free && (rule.least > 1 || rule.most == 0))
            return wrong(place, "a verbatim string can't be held to this length",
                         "Leave out \"minLength\", give \"maxLength\" above 0");
        if (value.string || has_literal(value, "\"")) return ambiguous(place);
        value.string = rule;
        return Done{};
    }

    Outcome add_number(SchemaValue& value, bool integer, const Json& json, const std::string& place) {
        NumberRule rule{integer, true};
        if (const auto least = json.find("minimum"); least != json.end()) {
            if (!least->is_number() || *least != 0) return unsupported(place, "minimum\" other than \"0");
            rule.negative = false;
        }
        if (value.number || has_literal(value, "-0123456789")) return ambiguous(place);
        value.number = rule;
        return Done{};
    }

    Outcome add_array(SchemaValue& value, const Json& json, const std::string& place) {
        ArrayRule rule;
        Outcome read = read_bounds(json, place, "minItems", "maxItems", rule.least, rule.most);
        if (!read) return read;
        if (rule.most == 0) return add_literal(value, "[]", place);
        const auto items = json.find("items");
        if (items == json.end()) return wrong(place, "an array needs \"items\"", "Say what its items are");
        if (value.array || has_literal(value, "[")) return ambiguous(place);
        rule.item = value_for(*items, below(place, "items"));
        value.array = rule;
        return Done{};
    }

    Outcome add_object(SchemaValue& value, const Json& json, const std::string& place) {
        const Json none = Json::object();
        const auto found = json.find("properties");
        const Json& properties = found == json.end() ? none : *found;
        if (!properties.is_object()) return wrong(place, "\"properties\" must be an object", "Write {\"name\": {…}}");
        if (const auto required = json.find("required"); required != json.end() && required->is_array())
            for (const Json& name : *required)
                if (name.is_string() && !properties.contains(name.get_ref<const std::string&>()))
                    return wrong(place, "the required property \"" + name.get<std::string>() + "\" is not described",
                                 "Add it to \"properties\"");
        if (properties.empty()) return add_literal(value, "{}", place);
        if (!value.properties.empty() || has_literal(value, "{")) return ambiguous(place);
        const std::string inside = below(place, "properties");
        for (const auto& [name, property] : properties.items())
            value.properties.push_back({name, value_for(property, below(inside, name))});
        return Done{};
    }

    static Outcome read_bounds(const Json& json, const std::string& place, const char* least_name,
                               const char* most_name, int64_t& least, int64_t& most) {
        for (const char* name : {least_name, most_name}) {
            const auto bound = json.find(name);
            if (bound == json.end()) continue;
            const bool huge = bound->is_number_unsigned() && bound->get<uint64_t>() > uint64_t(INT64_MAX);
            if (!bound->is_number_integer() || huge || bound->get<int64_t>() < 0)
                return wrong(place, "\"" + std::string(name) + "\" must be a whole number from 0", "Correct it");
            (name == least_name ? least : most) = bound->get<int64_t>();
        }
        if (least > most)
            return wrong(place, "\"" + std::string(least_name) + "\" is above \"" + most_name + "\"",
                         "Correct one of them");
        return Done{};
    }

    static bool has_literal(const SchemaValue& value, std::string_view first) {
        return std::any_of(value.literals.begin(), value.literals.end(),
                           [&](const std::string& text) { return first.find(text[0]) != std::string_view::npos; });
    }

    static Error ambiguous(const std::string& place) {
        return wrong(place, "two alternatives begin with the same character",
                     "Put them into one, or make them different types", Fault::unsupported);
    }

    const Json& root_;
    Schema schema_;
    std::vector<Source> sources_;
    int64_t alternatives_ = 0;
    std::unordered_map<const Json*, int32_t> made_;
};

}  // namespace

bool Schema::verbatim() const {
    return std::any_of(values.begin(), values.end(), [](const SchemaValue& value) { return value.verbatim(); });
}

Result<Schema> read_schema(const std::string& text) {
    if (text.size() > most_bytes)
        return wrong("", "it is larger than " + std::to_string(most_bytes >> 10) + " KiB", "Make it smaller");
    if (depth_of(text) > most_depth)
        return wrong("", "it is nested deeper than " + std::to_string(most_depth) + " levels",
                     "Use $ref for what repeats");
    const Json root = Json::parse(text, nullptr, false);
    if (root.is_discarded()) return wrong("", "it is not valid JSON", "Check its brackets, quotes and commas");
    return Compiler(root).compile();
}

}  // namespace floe
