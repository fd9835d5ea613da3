// A checker for the keywords of JSON Schema that docs/extract-output.schema.json uses; any other keyword is a failure,
// so that none is passed over.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace floe::test {

class SchemaCheck {
 public:
    using Json = nlohmann::json;

    explicit SchemaCheck(Json schema) : schema_(std::move(schema)) {}

    /// What is wrong with it, with the place; empty: nothing.
    std::string wrong(const Json& value) const { return check(schema_, value, "$"); }

 private:
    static bool isType(const Json& value, const std::string& type) {
        if (type == "null") return value.is_null();
        if (type == "string") return value.is_string();
        if (type == "boolean") return value.is_boolean();
        if (type == "integer") return value.is_number_integer();
        if (type == "number") return value.is_number();
        if (type == "array") return value.is_array();
        return type == "object" && value.is_object();
    }

    static bool isOneOfTypes(const Json& value, const Json& types) {
        if (types.is_string()) return isType(value, types.get<std::string>());
        for (const Json& type : types)
            if (isType(value, type.get<std::string>())) return true;
        return false;
    }

    std::string check(const Json& schema, const Json& value, const std::string& at) const {
        for (const auto& [key, rule] : schema.items()) {
            const std::string found = checkRule(schema, key, rule, value, at);
            if (!found.empty()) return found;
        }
        return {};
    }

    std::string checkRule(const Json& schema, const std::string& key, const Json& rule, const Json& value,
                          const std::string& at) const {
        if (key == "$schema" || key == "title" || key == "$defs") return {};
        if (key == "$ref") return check(schema_.at(Json::json_pointer(rule.get<std::string>().substr(1))), value, at);
        if (key == "type") return isOneOfTypes(value, rule) ? "" : at + " is no " + rule.dump();
        if (key == "enum") {
            for (const Json& one : rule)
                if (one == value) return {};
            return at + " is none of " + rule.dump();
        }
        if (key == "minimum")
            return value.is_number() && value.get<double>() < rule.get<double>() ? at + " is too small" : "";
        if (key == "maximum")
            return value.is_number() && value.get<double>() > rule.get<double>() ? at + " is too large" : "";
        if (key == "minItems") return value.size() < rule.get<size_t>() ? at + " has too few items" : "";
        if (key == "maxItems") return value.size() > rule.get<size_t>() ? at + " has too many items" : "";
        if (key == "oneOf") return checkOneOf(rule, value, at);
        if (key == "items" || key == "properties" || key == "required" || key == "additionalProperties")
            return checkParts(schema, key, rule, value, at);
        return "the schema's keyword " + key + " is not known here";
    }

    std::string checkOneOf(const Json& rules, const Json& value, const std::string& at) const {
        int fitting = 0;
        std::string last;
        for (const Json& rule : rules) {
            const std::string found = check(rule, value, at);
            fitting += found.empty();
            if (!found.empty()) last += (last.empty() ? "" : " | ") + found;
        }
        return fitting == 1 ? "" : fitting == 0 ? last : at + " fits more than one shape";
    }

    std::string checkParts(const Json& schema, const std::string& key, const Json& rule, const Json& value,
                           const std::string& at) const {
        if (key == "items" && value.is_array()) {
            for (size_t i = 0; i < value.size(); ++i) {
                const std::string found = check(rule, value[i], at + "[" + std::to_string(i) + "]");
                if (!found.empty()) return found;
            }
        }
        if (!value.is_object()) return {};
        if (key == "required")
            for (const Json& name : rule)
                if (!value.contains(name.get<std::string>())) return at + " lacks " + name.dump();
        if (key == "properties")
            for (const auto& [name, part] : rule.items())
                if (value.contains(name)) {
                    const std::string found = check(part, value[name], at + "." + name);
                    if (!found.empty()) return found;
                }
        if (key == "additionalProperties" && rule == false)
            for (const auto& [name, part] : value.items())
                if (!schema["properties"].contains(name)) return at + " has an unknown " + name;
        return {};
    }

    Json schema_;
};

}  // namespace floe::test
