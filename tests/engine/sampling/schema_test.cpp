// What a schema may say, and the sentence for what it may not.
#include "engine/sampling/schema.h"

#include <gtest/gtest.h>

#include <chrono>

#include "engine/sampling/constraint.h"
#include "support/fake_tokenizers.h"

namespace floe::test {
namespace {

using Texts = std::vector<std::string>;

Schema read(const std::string& text) {
    auto schema = read_schema(text);
    EXPECT_TRUE(schema) << text << "\n" << schema.error().sentence();
    return schema ? *schema : Schema{std::vector<SchemaValue>(1)};
}

void expect_refused(const std::string& text, const std::string& place, const std::string& about) {
    const auto schema = read_schema(text);
    ASSERT_FALSE(schema) << text;
    const std::string sentence = schema.error().sentence();
    EXPECT_NE(sentence.find("(at " + place + ")"), std::string::npos) << sentence;
    EXPECT_NE(sentence.find(about), std::string::npos) << sentence;
}

TEST(Schema, KeepsTheOrderOfProperties) {
    const Schema schema =
        read(R"({"properties":{"z":{"type":"null"},"a":{"type":"null"},"m":{"type":"null"}},"required":["m"]})");
    Texts names;
    for (const Property& property : schema.values[0].properties) names.push_back(property.name);
    EXPECT_EQ(names, (Texts{"z", "a", "m"}));
}

TEST(Schema, TurnsFixedValuesIntoTexts) {
    EXPECT_EQ(read(R"({"enum":["a\"b",1,1.5,null,true,"é"]})").values[0].literals,
              (Texts{R"("a\"b")", "1", "1.5", "null", "true", "\"é\""}));
    EXPECT_EQ(read(R"({"type":["string","null"],"enum":["a",1,null]})").values[0].literals, (Texts{"\"a\"", "null"}));
    EXPECT_EQ(read(R"({"const":7})").values[0].literals, Texts{"7"});
    EXPECT_EQ(read(R"({"type":"boolean"})").values[0].literals, (Texts{"false", "true"}));
    EXPECT_EQ(read(R"({"type":"object"})").values[0].literals, Texts{"{}"});
    EXPECT_EQ(read(R"({"type":"array","maxItems":0})").values[0].literals, Texts{"[]"});
}

TEST(Schema, JoinsAlternativesThatTheFirstCharacterTellsApart) {
    const SchemaValue value =
        read(R"({"anyOf":[{"type":"string","maxLength":3},{"oneOf":[{"const":null},{"type":"integer","minimum":0}]},
        {"type":"array","items":{"type":"null"}}]})")
            .values[0];
    EXPECT_EQ(value.string->most, 3);
    EXPECT_TRUE(value.number->integer);
    EXPECT_FALSE(value.number->negative);
    EXPECT_TRUE(value.array);
    EXPECT_EQ(value.literals, Texts{"null"});
    EXPECT_FALSE(read(R"({"type":["integer","number"]})").values[0].number->integer) << "an integer is a number";
}

TEST(Schema, FollowsReferences) {
    const Schema schema =
        read(R"({"$ref":"#/definitions/a~1b","definitions":{"a/b":{"properties":{"next":{"$ref":"#/definitions/a~1b"},
        "top":{"$ref":"#"}}}}})");
    EXPECT_EQ(schema.values[0].properties.size(), 2u);
    EXPECT_EQ(schema.values[schema.values[0].properties[0].value].properties.size(), 2u);
}

TEST(Schema, ReadsVerbatim) {
    EXPECT_FALSE(read(R"({"type":"string"})").verbatim());
    EXPECT_TRUE(read(R"({"type":"string","x-verbatim":true})").verbatim());
    EXPECT_EQ(read(R"({"type":["string","null"],"x-verbatim":"block","maxLength":80})").values[0].string->most, 80);
    EXPECT_EQ(read(R"({"x-verbatim":true})").values[0].string->most, 300);
    expect_refused(R"({"type":"string","x-verbatim":"page"})", "#", "x-verbatim");
}

TEST(Schema, PassesOverAnnotations) {
    EXPECT_TRUE(read_schema(
        R"({"$schema":"…","title":"T","description":"D","type":"string","format":"date","default":"x","examples":["x"],
        "x-order":1,"readOnly":true,"additionalProperties":false})"));
}

TEST(Schema, NamesThePlaceAndTheKeywordThatItDoesNotSupport) {
    for (const std::string keyword : {"pattern", "not", "if", "allOf", "prefixItems", "multipleOf", "maximum"})
        expect_refused(R"({"properties":{"a/b":{"type":"array","items":{"type":"string",")" + keyword + "\":\"x\"}}}}",
                       "#/properties/a~1b/items", "\"" + keyword + "\"");
    expect_refused(R"({"type":"integer","minimum":3})", "#", "minimum");
    expect_refused(R"({"type":"array","items":{"type":"null"},"uniqueItems":true})", "#", "uniqueItems");
    expect_refused(R"({"anyOf":[{"type":"null"}],"properties":{}})", "#", "properties");
    expect_refused(R"({"type":"object","anyOf":[{"required":["a"]}]})", "#", "type");
}

TEST(Schema, RefusesWhatItCannotMean) {
    expect_refused("{", "#", "not valid JSON");
    expect_refused("[]", "#", "a schema is expected");
    expect_refused("{}", "#", "which values");
    expect_refused(R"({"items":true})", "#/items", "a schema is expected");
    expect_refused(R"({"type":"array"})", "#", "items");
    expect_refused(R"({"type":"text"})", "#", "text");
    expect_refused(R"({"enum":[]})", "#", "enum");
    expect_refused(R"({"type":"null","const":1})", "#", "type");
    expect_refused(R"({"type":"string","minLength":4,"maxLength":3})", "#", "minLength");
    expect_refused(R"({"type":"string","minLength":-1})", "#", "minLength");
    expect_refused(R"({"type":"string","maxLength":18446744073709551615})", "#", "maxLength");
    expect_refused(R"({"properties":{},"required":["a"]})", "#", "\"a\"");
    expect_refused(R"({"anyOf":[{"type":"string"},{"const":"x"}]})", "#/anyOf/1", "same character");
    expect_refused(
        R"({"anyOf":[{"type":"object","properties":{"a":{"type":"null"}}},{"properties":{"b":{"type":"null"}}}]})",
        "#/anyOf/1", "same character");
    expect_refused(R"({"$ref":"other.json"})", "#", "$ref");
    expect_refused(R"({"$ref":"#/$defs/none"})", "#", "#/$defs/none");
    expect_refused(R"({"$ref":"#/$defs/a","$defs":{"a":{"$ref":"#/$defs/b"},"b":{"$ref":"#/$defs/a"}}})", "#/$defs/a",
                   "circle");
}

std::string repeated(const std::string& text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}

TEST(Schema, HostileOnesGetASentenceSoon) {
    const FakeTokenizer tokenizer = merged_tokenizer();
    const auto factory = make_constraint_factory(tokenizer);
    std::string names, doubling, defs = R"("d0":{"type":"null"})", choices;
    for (int i = 0; i < 9000; ++i) names += (i ? ",\"" : "\"") + std::to_string(i) + "\":{}";
    for (int i = 1; i < 2000; ++i)
        defs += ",\"d" + std::to_string(i) + R"(":{"items":{"$ref":"#/$defs/d)" + std::to_string(i - 1) +
                "\"},\"minItems\":9}";
    for (int i = 1; i < 50; ++i)
        doubling += (i > 1 ? ",\"x" : "\"x") + std::to_string(i) + R"(":{"anyOf":[)" + R"({"$ref":"#/$defs/x)" +
                    std::to_string(i - 1) + R"("},{"$ref":"#/$defs/x)" + std::to_string(i - 1) + "\"}]}";
    for (int i = 0; i < 12000; ++i) choices += (i ? ",\"" : "\"") + std::to_string(i * 7919) + "\"";
    const std::vector<std::pair<std::string, std::string>> hostile = {
        {"1 MB", repeated(" ", 1 << 20)},
        {"nested", repeated("[", 60000)},
        {"nested schemas", repeated(R"({"type":"array","items":)", 5000) + R"({"type":"null"})" + repeated("}", 5000)},
        {"many properties", "{\"properties\":{" + names + "}}"},
        {"exponential", R"({"$ref":"#/$defs/d1999","$defs":{)" + defs + "}}"},
        {"minItems", R"({"items":{"items":{"type":"null"},"minItems":1000000000},"minItems":1000000000})"},
        {"minLength", R"({"type":"string","minLength":9223372036854775807})"},
        {"endless", R"({"$ref":"#/$defs/a","$defs":{"a":{"properties":{"a":{"$ref":"#/$defs/a"}}}}})"},
        {"endless array", R"({"$ref":"#/$defs/a","$defs":{"a":{"items":{"$ref":"#/$defs/a"},"minItems":1}}})"},
        {"doubling", R"({"$ref":"#/$defs/x49","$defs":{"x0":{"type":"null"},)" + doubling + "}}"},
        {"branching", R"({"$ref":"#/$defs/a","$defs":{"a":{"anyOf":[{"$ref":"#/$defs/a"},{"$ref":"#/$defs/a"}]}}})"},
    };
    for (const auto& [what, schema] : hostile) {
        const auto start = std::chrono::steady_clock::now();
        const auto made = factory->make(schema, nullptr, 4000);
        const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        ASSERT_FALSE(made) << what;
        EXPECT_GT(made.error().sentence().size(), 20u) << what;
        EXPECT_LT(seconds, 10) << what;
    }
    EXPECT_TRUE(factory->make("{\"enum\":[" + choices + "]}", nullptr, 4000)) << "12,000 choices are fine";
}

}  // namespace
}  // namespace floe::test
