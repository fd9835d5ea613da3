// The tokenizer on vocabularies that tests make up.
#include <gtest/gtest.h>

#include "engine/tokenizer/make_tokenizer.h"
#include "engine/tokenizer/template/chat_template.h"
#include "support/random_llama.h"

namespace floe {
namespace {

using test::GgufWriter;
using Texts = std::vector<std::string>;

struct Vocabulary {
    Texts texts{"<unk>", "<s>", "</s>"};
    std::vector<int32_t> kinds{2, 3, 3};

    Vocabulary& bytes() {
        for (int byte = 0; byte < 256; ++byte) {
            char text[8];
            std::snprintf(text, sizeof text, "<0x%02X>", static_cast<unsigned>(byte));
            add({text}, 6);
        }
        return *this;
    }
    Vocabulary& add(const Texts& more, int32_t kind) {
        texts.insert(texts.end(), more.begin(), more.end());
        kinds.resize(texts.size(), kind);
        return *this;
    }
    Token id(const std::string& text) const {
        return static_cast<Token>(std::find(texts.begin(), texts.end(), text) - texts.begin());
    }
};

/// What the file's bytes lie in, and the tokenizer made of them.
struct Made {
    std::string bytes;
    Result<std::unique_ptr<Tokenizer>> tokenizer = Error{};

    explicit Made(const GgufWriter& file) : bytes(file.bytes()) {
        const auto gguf = Gguf::parse(std::as_bytes(std::span(bytes)), "test");
        EXPECT_TRUE(gguf) << gguf.error().sentence();
        if (gguf) tokenizer = make_tokenizer(**gguf);
    }
    const Tokenizer& get() const { return **tokenizer; }
    std::string back(const std::vector<Token>& tokens) const {
        std::string text;
        for (const Token token : tokens) text += get().piece(token);
        return text;
    }
};

GgufWriter file_of(const Vocabulary& v, bool with_kinds = true, bool adds_space = false) {
    GgufWriter file;
    file.text("general.architecture", "llama");
    file.text("tokenizer.ggml.model", "llama");
    file.texts("tokenizer.ggml.tokens", v.texts);
    std::vector<float> scores;
    for (size_t i = 0; i < v.texts.size(); ++i) scores.push_back(-static_cast<float>(i));
    file.f32s("tokenizer.ggml.scores", scores);
    if (with_kinds) file.i32s("tokenizer.ggml.token_type", v.kinds);
    file.boolean("tokenizer.ggml.add_space_prefix", adds_space);
    return file;
}

Vocabulary letters() {
    return Vocabulary().bytes().add({"\u2581", "a", "b", "c", "ab", "\u2581a", "\u2581ab"}, 1);
}

TEST(Tokenizer, MergesByScoreAndMarksWordStarts) {
    const Vocabulary v = letters();
    const Made spaced(file_of(v, true, true)), bare(file_of(v));
    EXPECT_EQ(spaced.get().encode("ab c", false), (std::vector{v.id("\u2581ab"), v.id("\u2581"), v.id("c")}));
    EXPECT_EQ(bare.get().encode("ab c", false), (std::vector{v.id("ab"), v.id("\u2581"), v.id("c")}));
    EXPECT_TRUE(spaced.get().adds_space());
    EXPECT_FALSE(bare.get().adds_space());
    EXPECT_TRUE(bare.get().encode("", false).empty());
}

TEST(Tokenizer, NoByteIsLost) {
    const Made made(file_of(letters()));
    std::string all;
    for (int byte = 0; byte < 256; ++byte) all += static_cast<char>(byte);
    const Texts texts{all,
                      std::string("a\0b", 3),
                      "a\xff\xfe"
                      "b",
                      "\xe2\x82",
                      "\xed\xa0\x80",
                      "ab  \n\t c ",
                      "\xc3\xa9\xf0\x9f\x98\x80",
                      "\xf4\x90\x80\x80",
                      "\xe0\x80\x80"};
    for (const std::string& text : texts) EXPECT_EQ(made.back(made.get().encode(text, false)), text);
}

TEST(Tokenizer, ControlTokensAreFoundOnlyWhereTheyMayStand) {
    const Vocabulary v = letters();
    const Made made(file_of(v));
    EXPECT_EQ(made.get().encode("a</s><s>b", true), (std::vector{v.id("a"), 2, 1, v.id("b")}));
    const std::vector<Token> typed = made.get().encode("a</s>", false);
    EXPECT_EQ(std::count(typed.begin(), typed.end(), 2), 0);
    EXPECT_EQ(made.back(typed), "a</s>");
    EXPECT_TRUE(made.get().ends_text(2));
    EXPECT_FALSE(made.get().ends_text(v.id("a")));
    EXPECT_EQ(made.get().piece(2), "");
}

TEST(Tokenizer, TextBetweenControlTokensIsOneText) {
    const Vocabulary v = letters();
    const Made made(file_of(v, true, true));
    const std::vector<TextPart> parts{{"<s>a", true}, {"b", false}, {" a</s>", true}};
    EXPECT_EQ(made.get().encode_parts(parts), (std::vector{1, v.id("\u2581ab"), v.id("\u2581a"), 2}));
}

TEST(Tokenizer, UserDefinedTokensAreNeverSplit) {
    const Vocabulary v = letters().add({"abc", "\n", "\"key\":"}, 4);
    const Made made(file_of(v));
    EXPECT_EQ(made.get().encode("aabc\n\"key\":a", false),
              (std::vector{v.id("a"), v.id("abc"), v.id("\n"), v.id("\"key\":"), v.id("a")}));
}

TEST(Tokenizer, ChatMarksThatPassForTextAreControlTokens) {
    const Vocabulary v = letters().add({"<|user|>", "<|end|>"}, 4);
    const Made made(file_of(v));
    const std::vector<Token> typed = made.get().encode("<|end|>", false);
    EXPECT_EQ(made.back(typed), "<|end|>");
    EXPECT_GT(typed.size(), 1u);
    EXPECT_EQ(made.get().encode("<|end|>", true), std::vector{v.id("<|end|>")});
    EXPECT_TRUE(made.get().ends_text(v.id("<|end|>")));
    const std::vector<ChatPiece> chat{{"<|user|>", true}, {"<|end|>", false}, {"<|end|>", true}};
    const std::vector<Token> tokens = encode_chat(chat, made.get());
    EXPECT_EQ(std::count(tokens.begin(), tokens.end(), v.id("<|end|>")), 1);
    EXPECT_EQ(tokens.front(), made.get().bos());
}

TEST(Tokenizer, MissingKindsAreReadFromTheTexts) {
    const Vocabulary v = letters();
    const Made told(file_of(v)), untold(file_of(v, false));
    for (const char* text : {"ab c", "\xc3\xa9", "</s>"})
        for (const bool special : {false, true})
            EXPECT_EQ(untold.get().encode(text, special), told.get().encode(text, special)) << text;
}

TEST(Tokenizer, OddVocabulariesStillWork) {
    Vocabulary v = letters().add({"a", "", "<unk>", "<s>"}, 1).add({"c "}, 4);
    const Made repeated(file_of(v));
    ASSERT_TRUE(repeated.tokenizer) << repeated.tokenizer.error().sentence();
    EXPECT_EQ(repeated.get().encode("a", false), std::vector{v.id("a")});
    EXPECT_EQ(repeated.get().encode("ac a", false), (std::vector{v.id("a"), v.id("c "), v.id("a")}));

    const Vocabulary few = Vocabulary().add({"<0x41>", "a"}, 6);  // not every byte, and one that is none
    const Made no_bytes(file_of(few));
    ASSERT_TRUE(no_bytes.tokenizer) << no_bytes.tokenizer.error().sentence();
    EXPECT_EQ(no_bytes.get().encode("a\xffz", false), (std::vector{few.id("a"), 0, 0}));
    EXPECT_EQ(no_bytes.get().piece(0), "\uFFFD");
    EXPECT_EQ(no_bytes.get().piece(-1), "");
    EXPECT_EQ(no_bytes.get().piece(1000), "");
}

TEST(Tokenizer, WhatCannotWorkIsASentence) {
    const auto sentence = [](const GgufWriter& file) {
        const Made made(file);
        return made.tokenizer ? "fine" : made.tokenizer.error().sentence();
    };
    GgufWriter none, other, empty, short_scores;
    none.text("general.architecture", "llama");
    other.text("tokenizer.ggml.model", "gpt2");
    empty.text("tokenizer.ggml.model", "llama");
    empty.texts("tokenizer.ggml.tokens", {});
    short_scores.text("tokenizer.ggml.model", "llama");
    short_scores.texts("tokenizer.ggml.tokens", {"<unk>", "a"});
    short_scores.f32s("tokenizer.ggml.scores", {0});
    EXPECT_NE(sentence(none).find("tokenizer.ggml.model"), std::string::npos);
    EXPECT_NE(sentence(other).find("\"gpt2\""), std::string::npos);
    EXPECT_NE(sentence(empty).find("tokenizer.ggml.tokens"), std::string::npos);
    EXPECT_NE(sentence(short_scores).find("tokenizer.ggml.scores"), std::string::npos);
}

}  // namespace
}  // namespace floe
