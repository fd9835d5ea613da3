// Verbatim values: what arrives stands in the source, at the place that is reported, and obeys the rules of borders.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>
#include <set>

#include "engine/sampling/constraint.h"
#include "support/constraint_runner.h"
#include "support/fake_tokenizers.h"

namespace floe::test {
namespace {

const std::string line_schema = R"({"properties":{"v":{"type":["string","null"],"x-verbatim":true}}})";
const std::string block_schema = R"({"properties":{"v":{"type":["string","null"],"x-verbatim":"block"}}})";

/// Two columns: an address on the left, facts on the right; cells are linked to those below them.
SourceText bill() {
    SourceText source;
    source.text = " Google Cloud\t Invoice #\t 120325\n Market Street 10\t Total:\t ($12.50)\n San Francisco\n";
    const auto link = [&](const std::string& from, const std::string& to) {
        source.links.push_back(
            {static_cast<int64_t>(source.text.find(from) + from.size()), static_cast<int64_t>(source.text.find(to))});
    };
    link("Cloud", " Market");
    link("10", " San");
    return source;
}

/// All values that can be written under `schema`, letter by letter, with their confidence left out.
class AllValues {
 public:
    AllValues(const std::string& schema, const SourceText& source, int64_t max_tokens = 200)
        : tokenizer_(byte_tokenizer()),
          factory_(make_constraint_factory(tokenizer_)),
          schema_(schema),
          source_(source),
          max_tokens_(max_tokens) {
        follow({});
    }
    std::set<std::string> found;  // JSON texts

 private:
    void follow(const std::vector<Token>& chosen) {
        auto constraint = std::move(*factory_->make(schema_, &source_, max_tokens_));
        std::string text, whole;
        int64_t used = static_cast<int64_t>(constraint->forced(text).size());
        whole += text;
        for (const Token token : chosen) {
            whole += constraint->accept(token, 1);
            used += 1 + static_cast<int64_t>(constraint->forced(text).size());
            whole += text;
        }
        if (constraint->finished()) {
            found.insert(whole.substr(5, whole.size() - 6));
            return;
        }
        TokenMask mask(tokenizer_.vocabulary());
        constraint->allowed(max_tokens_ - used, mask);
        for (Token token = 0; token < tokenizer_.vocabulary(); ++token) {
            if (!mask.allows(token)) continue;
            auto more = chosen;
            more.push_back(token);
            follow(more);
        }
    }

    FakeTokenizer tokenizer_;
    std::unique_ptr<ConstraintFactory> factory_;
    std::string schema_;
    SourceText source_;
    int64_t max_tokens_;
};

using Values = std::set<std::string>;

TEST(Verbatim, RunsBeginAndEndAtTheBordersOfWords) {
    EXPECT_EQ(AllValues(line_schema, {"ab cd", {}}).found, (Values{"null", R"("ab")", R"("cd")", R"("ab cd")"}));
    EXPECT_EQ(AllValues(line_schema, {"#12", {}}).found, (Values{"null", R"("#")", R"("#12")", R"("12")"}));
    EXPECT_EQ(AllValues(line_schema, {"No:17", {}}).found, (Values{"null", R"("No:")", R"("No:17")", R"("17")"}));
    EXPECT_EQ(AllValues(line_schema, {"1,50€", {}}).found, (Values{"null", R"("1,50")", R"("1,50€")", R"("€")"}));
    EXPECT_EQ(AllValues(line_schema, {"($1)", {}}).found,
              (Values{"null", R"("($")", R"("($1")", R"x("($1)")x", R"("$")", R"("$1")", R"x("$1)")x", R"("1")",
                      R"x("1)")x", R"x(")")x"}));
}

TEST(Verbatim, RunsKeepTheirSpacesAndEscapeWhatJsonEscapes) {
    EXPECT_EQ(AllValues(line_schema, {"  a  b ", {}}).found, (Values{"null", R"("a")", R"("b")", R"("a  b")"}));
    EXPECT_EQ(AllValues(line_schema, {R"(x"y\z)", {}}).found, (Values{"null", R"("x\"y\\z")"}));
    EXPECT_EQ(AllValues(line_schema, {R"("a")", {}}).found,
              (Values{"null", R"("\"")", R"("\"a")", R"("\"a\"")", R"("a")", R"("a\"")"}));
}

TEST(Verbatim, RunsCrossNoLineEndAndNoTab) {
    EXPECT_EQ(AllValues(line_schema, {"a\tb\nc\r\nd\fe", {}}).found,
              (Values{"null", R"("a")", R"("b")", R"("c")", R"("d")", R"("e")"}));
    EXPECT_EQ(AllValues(line_schema, {"a\xFF"
                                      "b\x01"
                                      "c",
                                      {}})
                  .found,
              (Values{"null", R"("a")", R"("b")", R"("c")"}))
        << "nor what is no text";
}

TEST(Verbatim, BlocksCrossLineEndsAndTabsWhereTheSourceHasNoLinks) {
    EXPECT_EQ(AllValues(block_schema, {"a\tb\r\nc\fd", {}}).found,
              (Values{"null", R"("a")", R"("b")", R"("c")", R"("d")", R"("a\tb")", R"("b\nc")", R"("a\tb\nc")"}));
}

TEST(Verbatim, BlocksGoByLinksWhereTheSourceHasSome) {
    const SourceText source{" a\t x\n b\t y\n c\n", {{2, 6}, {8, 12}}};
    EXPECT_EQ(AllValues(block_schema, source).found, (Values{"null", R"("a")", R"("b")", R"("c")", R"("x")", R"("y")",
                                                             R"("a\nb")", R"("b\nc")", R"("a\nb\nc")"}));
    EXPECT_EQ(AllValues(line_schema, source).found, (Values{"null", R"("a")", R"("b")", R"("c")", R"("x")", R"("y")"}));
}

TEST(Verbatim, AreHeldToTheirLengthAndToTheTokensLeft) {
    const std::string short_schema =
        R"({"properties":{"v":{"type":["string","null"],"x-verbatim":true,"maxLength":4}}})";
    EXPECT_EQ(AllValues(short_schema, {"éa bc defgh", {}}).found, (Values{"null", R"("éa")", R"("bc")"}));
    EXPECT_EQ(AllValues(line_schema, {"ab defgh", {}}, 10).found, (Values{"null", R"("ab")"}))
        << R"({"v":"ab"} has ten bytes)";
}

TEST(Verbatim, AreNullOrRefusedWhereTheSourceHasNothing) {
    EXPECT_EQ(AllValues(line_schema, {" \n\t ", {}}).found, Values{"null"});
    const auto tokenizer = byte_tokenizer();
    const auto factory = make_constraint_factory(tokenizer);
    const SourceText empty;
    const auto refused = factory->make(R"({"properties":{"v":{"type":"string","x-verbatim":true}}})", &empty, 100);
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().sentence().find("#/properties/v"), std::string::npos) << refused.error().sentence();
    EXPECT_FALSE(factory->make(line_schema, nullptr, 100)) << "without a source";
    const SourceText outside{"abc", {{1, 17}}};
    EXPECT_FALSE(factory->make(line_schema, &outside, 100)) << "a link that leads out of the text";
}

struct BillReader {
    FakeTokenizer tokenizer = bill_tokenizer();
    std::unique_ptr<ConstraintFactory> factory = make_constraint_factory(tokenizer);
    SourceText source = bill();

    ConstrainedAnswer read(const std::string& schema, const std::vector<std::string>& pieces, double probability = 1) {
        auto constraint = std::move(*factory->make(schema, &source, 100));
        size_t next = 0;
        return run(
            *constraint, tokenizer, 100,
            [&](const std::vector<Token>& allowed, const std::string& so_far) {
                const Token wanted = next < pieces.size() ? tokenizer.id(pieces[next++]) : allowed[0];
                const bool there = std::find(allowed.begin(), allowed.end(), wanted) != allowed.end();
                EXPECT_TRUE(there) << "'" << tokenizer.piece(wanted) << "' is not allowed after " << so_far;
                return there ? wanted : allowed[0];
            },
            probability);
    }
    std::string at(const SourceSpan& span) const { return source.text.substr(span.begin, span.end - span.begin); }
};

TEST(Verbatim, ValuesAreWrittenWithTheTokensOfThePage) {
    BillReader reader;
    const auto answer = reader.read(line_schema, {"\"", " Google", " Cloud", "\""});
    EXPECT_EQ(answer.text, R"({"v":"Google Cloud"})") << "the word's own space is dropped";
    ASSERT_EQ(answer.values.size(), 1u);
    EXPECT_EQ(answer.values[0].path, "/v");
    ASSERT_EQ(answer.values[0].spans.size(), 1u);
    EXPECT_EQ(reader.at(answer.values[0].spans[0]), "Google Cloud");
    EXPECT_EQ(reader.read(line_schema, {"\"", "G", "ogle", "\""}).text.size(),
              0u + std::string(R"({"v":"Google"})").size());
}

TEST(Verbatim, AWordStartMayStandAlone) {
    BillReader reader;
    const auto answer = reader.read(line_schema, {"\"", " ", "1", "2", "0"});
    EXPECT_EQ(answer.text, R"({"v":"120325"})") << "the rest can only be one text";
    EXPECT_EQ(reader.at(answer.values.at(0).spans.at(0)), "120325");
    EXPECT_EQ(reader.read(line_schema, {"\"", "$", "1"}).text, R"({"v":"$12.50"})");
}

TEST(Verbatim, BlocksDropTheSpacesOfTheirLinesAndReportASpanALine) {
    BillReader reader;
    const auto answer =
        reader.read(block_schema, {"\"", " Market", " Street", " ", "\\n", " San", " Fran", "cisco", "\""});
    EXPECT_EQ(answer.text, R"({"v":"Market Street 10\nSan Francisco"})");
    ASSERT_EQ(answer.values.at(0).spans.size(), 2u);
    EXPECT_EQ(reader.at(answer.values[0].spans[0]), "Market Street 10");
    EXPECT_EQ(reader.at(answer.values[0].spans[1]), "San Francisco");
}

TEST(Verbatim, ConfidenceIsTheProductOfTheChoicesThatMadeTheValue) {
    BillReader reader;
    const std::string two =
        R"({"properties":{"seller":{"type":["string","null"],"x-verbatim":true},"lines":{"type":"array","items":
        {"properties":{"amount":{"type":["string","null"],"x-verbatim":true}}}}}})";
    const auto answer = reader.read(two, {"\"", " Google", "\"", "{", "null", "]"}, 0.5);
    EXPECT_EQ(answer.text, R"({"seller":"Google","lines":[{"amount":null}]})");
    ASSERT_EQ(answer.values.size(), 2u);
    EXPECT_EQ(answer.values[0].path, "/seller");
    EXPECT_DOUBLE_EQ(answer.values[0].confidence, 0.125);
    EXPECT_EQ(answer.values[1].path, "/lines/0/amount");
    EXPECT_DOUBLE_EQ(answer.values[1].confidence, 0.5);
    EXPECT_TRUE(answer.values[1].spans.empty());
}

// --- any source, any choice

std::string random_source(std::mt19937_64& random) {
    static const std::vector<std::string> parts = {"a",   "b",    "ab",      "12",   "é",  "€",    " ", " ",
                                                   "\t",  "\n",   "#",       ":",    "\"", "\\",   "(", ".",
                                                   " Go", "ogle", " Street", "\r\n", "\f", "\xFF", "n", "\\n"};
    std::string text;
    for (int i = static_cast<int>(random() % 40); i > 0; --i) text += parts[random() % parts.size()];
    return text;
}

/// Cells of the text, linked at random.
std::vector<SourceLink> random_links(const std::string& text, std::mt19937_64& random) {
    std::vector<SourceLink> links;
    for (size_t at = 1; at < text.size(); ++at)
        if ((text[at] == '\t' || text[at] == '\n') && random() % 2)
            if (const size_t to = text.find(' ', at); to != std::string::npos)
                links.push_back({int64_t(at), int64_t(to)});
    return links;
}

/// What a value's spans say, put together as the value must be.
std::string said(const SourceText& source, const VerbatimValue& value) {
    std::string text;
    for (const SourceSpan& span : value.spans) {
        if (!text.empty()) text += '\n';
        text += source.text.substr(span.begin, span.end - span.begin);
    }
    return text;
}

bool is_word_byte(const std::string& text, int64_t at) {
    if (at < 0 || at >= static_cast<int64_t>(text.size())) return false;
    return isalnum(static_cast<unsigned char>(text[at])) || text.compare(at, 2, "é") == 0 ||
           (at > 0 && text.compare(at - 1, 2, "é") == 0);
}

TEST(Verbatim, WhateverIsChosenStandsInTheSourceWhereItSays) {
    std::mt19937_64 random(3);
    int64_t values = 0, over_lines = 0;
    for (const FakeTokenizer& tokenizer : {byte_tokenizer(), merged_tokenizer(), bill_tokenizer()}) {
        const auto factory = make_constraint_factory(tokenizer);
        for (int number = 0; number < 700; ++number) {
            SourceText source{random_source(random), {}};
            const bool block = random() % 2;
            if (random() % 2) source.links = random_links(source.text, random);
            const int64_t limit = 60 + static_cast<int64_t>(random() % 80);
            auto constraint =
                factory->make(R"({"type":"array","minItems":3,"maxItems":6,"items":)" +
                                  std::string(block ? R"({"type":["string","null"],"x-verbatim":"block"}})"
                                                    : R"({"type":["string","null"],"x-verbatim":true}})"),
                              &source, limit);
            ASSERT_TRUE(constraint) << constraint.error().sentence();
            const auto answer = run(**constraint, tokenizer, limit, at_random(random));
            ASSERT_TRUE(answer.finished) << source.text << "\n" << answer.text;
            const auto json = nlohmann::json::parse(answer.text, nullptr, false);
            ASSERT_FALSE(json.is_discarded()) << answer.text;
            ASSERT_EQ(json.size(), answer.values.size());
            for (size_t i = 0; i < json.size(); ++i) {
                const VerbatimValue& value = answer.values[i];
                EXPECT_EQ(value.path, "/" + std::to_string(i));
                ASSERT_EQ(json[i].is_null(), value.spans.empty());
                if (json[i].is_null()) continue;
                ++values;
                over_lines += value.spans.size() > 1;
                EXPECT_EQ(json[i].get<std::string>(), said(source, value)) << source.text;
                EXPECT_FALSE(json[i].get<std::string>().empty());
                EXPECT_TRUE(block || value.spans.size() == 1);
                for (size_t line = 0; line < value.spans.size(); ++line) {
                    const auto [begin, end] = value.spans[line];
                    const std::string text = source.text.substr(begin, end - begin);
                    EXPECT_EQ(text.find_first_of("\n\f\xFF"), std::string::npos);
                    EXPECT_TRUE((block && source.links.empty()) || text.find('\t') == std::string::npos);
                    if (line == 0) {
                        const bool inside = is_word_byte(source.text, begin) && is_word_byte(source.text, begin - 1);
                        EXPECT_FALSE(inside) << "begins inside a word: " << source.text << "\n" << text;
                    } else if (!source.links.empty()) {
                        const auto linked = [&, from = value.spans[line - 1].end](const SourceLink& link) {
                            return link.from == from && link.to + (source.text[link.to] == ' ') == begin;
                        };
                        EXPECT_TRUE(std::any_of(source.links.begin(), source.links.end(), linked)) << text;
                    }
                    if (line + 1 == value.spans.size()) {
                        const bool inside = is_word_byte(source.text, end) && is_word_byte(source.text, end - 1);
                        EXPECT_FALSE(inside) << "ends inside a word: " << source.text << "\n" << text;
                    }
                }
            }
            if (HasFailure()) return;
        }
    }
    EXPECT_GT(values, 1000);
    EXPECT_GT(over_lines, 50);
}

}  // namespace
}  // namespace floe::test
