// Random JSON schemas, and a plain check of answers against them that shares nothing with the engine's.
#pragma once

#include <algorithm>
#include <nlohmann/json.hpp>
#include <random>
#include <string>

namespace floe::test {

using OrderedJson = nlohmann::ordered_json;

class RandomSchema {
 public:
    explicit RandomSchema(uint64_t seed) : random_(seed) {}

    OrderedJson make() {
        OrderedJson schema = value(4);
        if (chance(4))
            schema = {{"type", "object"}, {"properties", {{"tree", {{"$ref", "#/$defs/tree"}}}, {"x", schema}}}};
        schema["$defs"] = {
            {"tree",
             {{"type", "object"},
              {"properties",
               {{"leaf", {{"type", OrderedJson::array({"integer", "null"})}}},
                {"twigs", {{"type", "array"}, {"items", {{"$ref", "#/$defs/tree"}}}, {"maxItems", 3}}}}}}}};
        return schema;
    }

 private:
    int below(int n) { return static_cast<int>(random_() % n); }
    bool chance(int one_in) { return below(one_in) == 0; }

    std::string text() {
        static const std::vector<std::string> parts = {"a", "name", "é",  "\"", "\\", " ",
                                                       "/", "~",    "10", "€",  "\n", "null"};
        std::string s;
        for (int i = below(4) + 1; i > 0; --i) s += parts[below(static_cast<int>(parts.size()))];
        return s;
    }

    OrderedJson scalar() {
        switch (below(5)) {
            case 0:
                return text();
            case 1:
                return below(130);
            case 2:
                return nullptr;
            case 3:
                return below(2) == 1;
            default:
                return below(100) / 8.0;
        }
    }

    OrderedJson value(int depth) {
        OrderedJson schema;
        switch (below(depth > 0 ? 10 : 6)) {
            case 0:
                schema["type"] = chance(2) ? OrderedJson("string") : OrderedJson::array({"string", "null"});
                if (chance(2)) schema["minLength"] = below(4);
                if (chance(2)) schema["maxLength"] = 4 + below(8);
                if (chance(5)) schema["maxLength"] = schema.value("minLength", 0);
                break;
            case 1:
                schema["type"] = chance(2) ? OrderedJson("number") : OrderedJson::array({"null", "number", "boolean"});
                if (chance(2)) schema["minimum"] = 0;
                break;
            case 2:
                schema["type"] = "integer";
                break;
            case 3:
                schema["type"] = chance(2) ? "boolean" : "null";
                break;
            case 4:
                schema["enum"] = OrderedJson::array();
                for (int i = below(5) + 1; i > 0; --i) schema["enum"].push_back(scalar());
                break;
            case 5:
                if (chance(2))
                    schema["const"] = scalar();
                else
                    schema["anyOf"] = {
                        {{"type", "string"}, {"maxLength", 5}}, {{"const", nullptr}}, {{"type", "integer"}}};
                break;
            case 6:
            case 7:
                schema["type"] = chance(3) ? OrderedJson::array({"array", "null"}) : OrderedJson("array");
                schema["items"] = value(depth - 1);
                if (chance(2)) schema["minItems"] = below(3);
                if (chance(2)) schema["maxItems"] = 2 + below(3);
                break;
            default:
                schema["type"] = "object";
                schema["properties"] = OrderedJson::object();
                for (int i = below(5); i > 0; --i) schema["properties"][text()] = value(depth - 1);
                if (chance(3)) schema["title"] = text();
        }
        return schema;
    }

    std::mt19937_64 random_;
};

inline int64_t count_characters(const std::string& s) {
    return std::count_if(s.begin(), s.end(), [](char c) { return (c & 0xC0) != 0x80; });
}

/// Whether `answer` fulfils `schema`, for the keywords that RandomSchema uses.
inline bool fulfils(const OrderedJson& answer, const OrderedJson& schema, const OrderedJson& root) {
    if (schema.contains("$ref"))
        return fulfils(answer, root.at(OrderedJson::json_pointer(schema["$ref"].get<std::string>().substr(1))), root);
    if (schema.contains("anyOf"))
        return std::any_of(schema["anyOf"].begin(), schema["anyOf"].end(),
                           [&](const auto& each) { return fulfils(answer, each, root); });
    if (schema.contains("const")) return answer == schema["const"];
    if (schema.contains("enum"))
        return std::find(schema["enum"].begin(), schema["enum"].end(), answer) != schema["enum"].end();
    const OrderedJson types = schema["type"].is_array() ? schema["type"] : OrderedJson::array({schema["type"]});
    const auto has = [&](const char* type) { return std::find(types.begin(), types.end(), type) != types.end(); };
    if (answer.is_null()) return has("null");
    if (answer.is_boolean()) return has("boolean");
    if (answer.is_number()) {
        const bool typed = has("number") || (has("integer") && answer.is_number_integer());
        return typed && (!schema.contains("minimum") || answer >= schema["minimum"]);
    }
    if (answer.is_string()) {
        const int64_t length = count_characters(answer.get<std::string>());
        return has("string") && length >= schema.value("minLength", int64_t{0}) &&
               length <= schema.value("maxLength", int64_t{1} << 40);
    }
    if (answer.is_array()) {
        const auto size = static_cast<int64_t>(answer.size());
        return has("array") && size >= schema.value("minItems", int64_t{0}) &&
               size <= schema.value("maxItems", int64_t{1} << 40) &&
               std::all_of(answer.begin(), answer.end(),
                           [&](const auto& item) { return fulfils(item, schema["items"], root); });
    }
    if (!has("object") || answer.size() != schema["properties"].size()) return false;
    auto property = schema["properties"].begin();
    for (const auto& [name, value] : answer.items()) {  // in the order of the schema
        if (name != property.key() || !fulfils(value, property.value(), root)) return false;
        ++property;
    }
    return true;
}

}  // namespace floe::test
