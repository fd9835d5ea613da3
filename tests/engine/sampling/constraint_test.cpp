// Answers under a schema: whatever is chosen among the allowed tokens, they parse, fulfil the schema and end in time.
#include "engine/sampling/constraint.h"

#include <gtest/gtest.h>

#include <chrono>
#include <iostream>
#include <nlohmann/json.hpp>
#include <random>

#include "support/constraint_runner.h"
#include "support/fake_tokenizers.h"
#include "support/random_schema.h"

namespace floe::test {
namespace {

std::unique_ptr<Constraint> made(const ConstraintFactory& factory, const std::string& schema, int64_t max_tokens) {
    auto constraint = factory.make(schema, nullptr, max_tokens);
    EXPECT_TRUE(constraint) << constraint.error().sentence();
    return constraint ? std::move(*constraint) : nullptr;
}

void expect_fulfils(const std::string& text, const OrderedJson& schema) {
    const auto answer = OrderedJson::parse(text, nullptr, false);
    ASSERT_FALSE(answer.is_discarded()) << text << "\n" << schema;
    EXPECT_TRUE(fulfils(answer, schema, schema)) << text << "\n" << schema;
}

/// The fewest tokens that the factory takes for this schema; 0: it takes it with none at all.
int64_t shortest(const ConstraintFactory& factory, const std::string& schema) {
    auto refused = factory.make(schema, nullptr, 0);
    if (refused) return 0;
    for (const auto& [name, value] : refused.error().facts)
        if (name == "tokens") return std::stoll(value);
    ADD_FAILURE() << refused.error().sentence() << "\n" << schema;
    return 0;
}

class RandomAnswers : public testing::TestWithParam<std::pair<const char*, FakeTokenizer>> {};

TEST_P(RandomAnswers, FulfilTheirSchemaWithinTheirTokens) {
    const FakeTokenizer& tokenizer = GetParam().second;
    const auto factory = make_constraint_factory(tokenizer);
    std::mt19937_64 random(1);
    int closed = 0;
    for (int number = 0; number < 1000; ++number) {
        const OrderedJson schema = RandomSchema(10000 + number).make();
        const int64_t need = shortest(*factory, schema.dump());
        const int64_t limit = need + static_cast<int64_t>(random() % (number % 3 == 0 ? 1 : 60));
        const auto constraint = made(*factory, schema.dump(), limit);
        ASSERT_TRUE(constraint) << schema;
        const auto answer = run(*constraint, tokenizer, limit, at_random(random));
        ASSERT_TRUE(answer.finished) << answer.text << "\n" << schema;
        EXPECT_LE(static_cast<int64_t>(answer.tokens.size()), limit) << answer.text;
        expect_fulfils(answer.text, schema);
        closed += answer.finished;
        if (HasFailure()) return;
    }
    EXPECT_EQ(closed, 1000);
}

TEST_P(RandomAnswers, CloseInTimeWhenTheLongestIsAlwaysChosen) {
    const FakeTokenizer& tokenizer = GetParam().second;
    const auto factory = make_constraint_factory(tokenizer);
    const Chooser longest = [&](const std::vector<Token>& allowed, const std::string&) {
        const auto weight = [&](Token token) {  // opens what it can, closes nothing
            const std::string_view piece = tokenizer.piece(token);
            int64_t sum = 0;
            for (const char c : piece)
                sum += c == '[' || c == '{' ? 50 : c == ',' ? 20 : c == '}' || c == ']' || c == '"' ? -30 : 1;
            return piece.empty() ? -100 : sum;
        };
        return *std::max_element(allowed.begin(), allowed.end(),
                                 [&](Token a, Token b) { return weight(a) < weight(b); });
    };
    for (int number = 0; number < 300; ++number) {
        const OrderedJson schema = RandomSchema(5000 + number).make();
        const int64_t limit = shortest(*factory, schema.dump()) + number % 150;
        const auto constraint = made(*factory, schema.dump(), limit);
        ASSERT_TRUE(constraint);
        const auto answer = run(*constraint, tokenizer, limit, longest);
        ASSERT_TRUE(answer.finished) << answer.text << "\n" << schema;
        expect_fulfils(answer.text, schema);
        if (HasFailure()) return;
    }
}

INSTANTIATE_TEST_SUITE_P(Vocabularies, RandomAnswers,
                         testing::Values(std::pair("bytes", byte_tokenizer()), std::pair("merged", merged_tokenizer()),
                                         std::pair("bill", bill_tokenizer()),
                                         std::pair("leading_space",
                                                   FakeTokenizer({" ", "{\"", "\":", " a", "null"}, true))),
                         [](const auto& each) { return each.param.first; });

TEST(Constraint, WritesTheTextThatTheModelWants) {
    const FakeTokenizer tokenizer = merged_tokenizer();
    const auto factory = make_constraint_factory(tokenizer);
    const std::string schema =
        R"({"type":"object","properties":{"name":{"type":"string"},"age":{"type":["integer","null"]},
        "size":{"type":"number"},"tags":{"type":"array","items":{"enum":["a","ab","b\"c"]}},"on":{"type":"boolean"}}})";
    for (const std::string wanted :
         {R"({"name":"","age":0,"size":-0.25,"tags":[],"on":true})",
          R"({"name":"Zoë \"the\" \n\\ first","age":-12,"size":1234567.5,"tags":["a","ab","b\"c","a"],"on":false})",
          R"({"name":" €A","age":null,"size":10,"tags":["ab"],"on":true})"}) {
        const auto constraint = made(*factory, schema, 500);
        EXPECT_EQ(run(*constraint, tokenizer, 500, writing(tokenizer, wanted)).text, wanted);
    }
}

TEST(Constraint, ForcesWhatCanOnlyBeOneText) {
    const FakeTokenizer tokenizer = bill_tokenizer();
    const auto factory = make_constraint_factory(tokenizer);
    const auto constraint =
        made(*factory, R"({"properties":{"seller":{"properties":{"name":{"type":["string","null"]}}},
        "total":{"const":null},"lines":{"type":"array","items":{"properties":{"amount":{"type":"boolean"}}}}}})",
             100);
    const std::string wanted = R"({"seller":{"name":null},"total":null,"lines":[{"amount":true},{"amount":false}]})";
    const auto answer = run(*constraint, tokenizer, 100, writing(tokenizer, wanted));
    EXPECT_EQ(answer.text, wanted);
    EXPECT_EQ(answer.forced, (std::vector<std::string>{R"({"seller":{"name":)", R"(},"total":null,"lines":[)",
                                                       R"("amount":)", "rue}", R"({"amount":)", "alse}", "}"}));
    EXPECT_EQ(answer.tokens[0], tokenizer.id("{"));
    EXPECT_EQ(answer.tokens[1], tokenizer.id("\"seller\":"));
}

TEST(Constraint, LeavesLiteralsThatBeginAlikeToTheModel) {
    const FakeTokenizer tokenizer({"10", "12", "\"op", "\"open", "en\""});
    const auto factory = make_constraint_factory(tokenizer);
    const std::string wanted = R"({"a":12,"b":"open"})";
    const auto constraint =
        made(*factory, R"({"properties":{"a":{"enum":[10,12]},"b":{"enum":["open","opaque"]}}})", 50);
    const auto answer = run(*constraint, tokenizer, 50, writing(tokenizer, wanted));
    EXPECT_EQ(answer.text, wanted);
    EXPECT_EQ(answer.forced, (std::vector<std::string>{R"({"a":)", R"(,"b":)", R"("})"}));
}

TEST(Constraint, ForcesNoSpaceThatATokenizerPutsInFront) {
    const FakeTokenizer tokenizer({"{\"", "a\":", " ", " {"}, true);  // cuts ` {"a":` into ` {`, `"`, …
    const auto factory = make_constraint_factory(tokenizer);
    const auto constraint = made(*factory, R"({"properties":{"a":{"const":1}}})", 50);
    std::string text;
    const auto tokens = constraint->forced(text);
    EXPECT_EQ(text, R"({"a":1})");
    std::string pieces;
    for (const Token token : tokens) pieces += tokenizer.piece(token);
    EXPECT_EQ(pieces, text);
}

TEST(Constraint, LetsANumberAtTheTopEndWithTheEndToken) {
    const FakeTokenizer tokenizer = byte_tokenizer();
    const auto factory = make_constraint_factory(tokenizer);
    const auto constraint = made(*factory, R"({"type":"integer"})", 30);
    TokenMask mask(tokenizer.vocabulary());
    constraint->allowed(30, mask);
    EXPECT_FALSE(mask.allows(1));
    EXPECT_EQ(constraint->accept(tokenizer.id("4"), 1), "4");
    EXPECT_FALSE(constraint->finished());
    constraint->allowed(29, mask);
    EXPECT_TRUE(mask.allows(1));
    EXPECT_TRUE(mask.allows(tokenizer.id("2")));
    EXPECT_EQ(constraint->accept(1, 1), "");
    EXPECT_TRUE(constraint->finished());
}

TEST(Constraint, EndsWhenItIsGivenATokenThatIsNotAllowed) {
    const FakeTokenizer tokenizer = byte_tokenizer();
    const auto factory = make_constraint_factory(tokenizer);
    for (const Token token : {Token{0}, Token{1}, Token{-5}, Token{1 << 20}, tokenizer.id("x")}) {
        const auto constraint = made(*factory, R"({"type":["null","boolean"]})", 30);
        EXPECT_EQ(constraint->accept(token, 1), "");
        EXPECT_TRUE(constraint->finished());
    }
}

TEST(Constraint, ClosesAnswersThatHaveFewerTokensLeftThanPromised) {
    const FakeTokenizer tokenizer = byte_tokenizer();
    const auto factory = make_constraint_factory(tokenizer);
    const auto constraint = made(*factory, R"({"type":"array","items":{"type":"string"}})", 100);
    const auto answer =
        run(*constraint, tokenizer, 1, [](const auto& allowed, const std::string&) { return allowed[0]; });
    EXPECT_EQ(answer.text, "[");
}

TEST(Constraint, SaysThatTheShortestAnswerNeedsMoreTokens) {
    const FakeTokenizer tokenizer = byte_tokenizer();
    const auto factory = make_constraint_factory(tokenizer);
    const std::string schema = R"({"properties":{"a":{"type":"string","minLength":3}}})";  // {"a":"xxx"}
    const auto refused = factory->make(schema, nullptr, 10);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, Fault::bad_input);
    EXPECT_NE(refused.error().sentence().find("11 tokens"), std::string::npos) << refused.error().sentence();
    EXPECT_TRUE(factory->make(schema, nullptr, 11));
}

TEST(Constraint, RecursionEndsInTheTokensGiven) {
    const FakeTokenizer tokenizer = byte_tokenizer();
    const auto factory = make_constraint_factory(tokenizer);
    const std::string schema =
        R"({"$ref":"#/$defs/list","$defs":{"list":{"type":["array","null"],"items":{"$ref":"#/$defs/list"}}}})";
    const auto constraint = made(*factory, schema, 2000);
    const auto answer = run(*constraint, tokenizer, 2000, [&](const std::vector<Token>& allowed, const std::string&) {
        const bool opens = std::find(allowed.begin(), allowed.end(), tokenizer.id("[")) != allowed.end();
        return opens ? tokenizer.id("[") : allowed[0];
    });
    EXPECT_TRUE(answer.finished);
    EXPECT_FALSE(nlohmann::json::parse(answer.text, nullptr, false).is_discarded());
    EXPECT_EQ(answer.text.substr(0, 66), std::string(64, '[') + "],") << "64 levels, then the shortest way out";
}

/// 32,000 pieces such as large vocabularies have: words with and without a space, signs with quotes, half characters.
FakeTokenizer large_tokenizer() {
    std::mt19937_64 random(1);
    std::vector<std::string> pieces = {"\":\"", "\",\"", "\"},{\"", "null", "\\n", "\xE2\x82", "],\""};
    while (pieces.size() < 32000) {
        std::string piece = random() % 2 ? " " : random() % 20 == 0 ? "\"" : "";
        for (int i = static_cast<int>(random() % 7) + 1; i > 0; --i) piece += "etaoinshrdlu,.1"[random() % 15];
        pieces.push_back(piece);
    }
    return FakeTokenizer(pieces);
}

TEST(Constraint, MasksALargeVocabularySoon) {
    const FakeTokenizer tokenizer = large_tokenizer();
    const auto factory = make_constraint_factory(tokenizer);
    SourceText source;
    std::mt19937_64 random(2);
    for (int word = 0; word < 1500; ++word) {
        source.text += ' ';
        for (int i = static_cast<int>(random() % 7) + 1; i > 0; --i) source.text += "etaoinshrdlu,.1"[random() % 15];
        source.text += word % 9 == 8 ? "\n" : word % 3 == 2 ? "\t" : "";
    }
    const std::vector<std::pair<const char*, std::string>> cases = {
        {"free strings",
         R"({"type":"array","minItems":60,"items":{"properties":{"text":{"type":"string"},"short":{"type":"string","maxLength":20}}}})"},
        {"verbatim",
         R"({"type":"array","minItems":60,"items":{"properties":{"a":{"type":["string","null"],"x-verbatim":true},
            "b":{"type":["string","null"],"x-verbatim":"block"}}}})"}};
    for (const auto& [what, schema] : cases) {
        const auto start = std::chrono::steady_clock::now();
        const auto constraint = std::move(*factory->make(schema, &source, 4000));
        const double made = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        TokenMask mask(tokenizer.vocabulary());
        double worst = 0, sum = 0;
        int64_t left = 4000, masks = 0;
        std::string text;
        while (true) {
            left -= static_cast<int64_t>(constraint->forced(text).size());
            if (constraint->finished()) break;
            const auto before = std::chrono::steady_clock::now();
            constraint->allowed(left--, mask);
            const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - before).count();
            worst = std::max(worst, seconds);
            sum += seconds;
            ++masks;
            auto token = static_cast<Token>(random() % tokenizer.vocabulary());
            while (!mask.allows(token)) token = static_cast<Token>((token + 1) % tokenizer.vocabulary());
            constraint->accept(token, 1);
        }
        std::cout << what << ": made in " << made * 1e3 << " ms, " << masks << " masks of " << sum / masks * 1e6
                  << " µs, the slowest " << worst * 1e6 << " µs\n";
        EXPECT_GT(masks, 100);
    }
}

}  // namespace
}  // namespace floe::test
