// The vocabularies of real models, held against llama.cpp's own test strings.
#include "support/fixtures.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "engine/tokenizer/make_tokenizer.h"

namespace floe {
namespace {

std::string contents(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream all;
    all << in.rdbuf();
    return all.str();
}

std::vector<std::string> strings_of(const std::string& path) {
    const std::string mark = "\n__ggml_vocab_test__\n", all = contents(path);
    std::vector<std::string> strings;
    size_t begin = 0;
    for (size_t end; (end = all.find(mark, begin)) != std::string::npos; begin = end + mark.size())
        strings.push_back(all.substr(begin, end - begin));
    return strings;
}

std::vector<std::vector<Token>> tokens_of(const std::string& path) {
    std::vector<std::vector<Token>> lines;
    std::istringstream all(contents(path));
    for (std::string line; std::getline(all, line);) {
        std::istringstream in(line);
        lines.emplace_back(std::istream_iterator<Token>(in), std::istream_iterator<Token>());
    }
    return lines;
}

void agrees_on_every_line(const std::string& name) {
    FLOE_NEEDS_FIXTURE(name);
    const std::string path = test::fixture(name).string();
    const auto file = Gguf::open(path);
    ASSERT_TRUE(file) << file.error().sentence();
    const auto tokenizer = make_tokenizer(**file);
    ASSERT_TRUE(tokenizer) << tokenizer.error().sentence();
    const auto strings = strings_of(path + ".inp");
    const auto expected = tokens_of(path + ".out");
    ASSERT_GT(strings.size(), 40u);
    ASSERT_EQ(strings.size(), expected.size());
    for (size_t i = 0; i < strings.size(); ++i) {
        const std::vector<Token> tokens = (*tokenizer)->encode(strings[i], false);
        EXPECT_EQ(tokens, expected[i]) << "string " << i << ": \"" << strings[i] << '"';
        std::string back;
        for (const Token token : tokens) back += (*tokenizer)->piece(token);
        EXPECT_EQ(back, strings[i].empty() ? "" : " " + strings[i]);
    }
}

TEST(SentencePieceFixtures, LlamaAgreesOnEveryLine) {
    agrees_on_every_line("vocab/ggml-vocab-llama-spm.gguf");
}
TEST(SentencePieceFixtures, Phi3AgreesOnEveryLine) {
    agrees_on_every_line("vocab/ggml-vocab-phi-3.gguf");
}

}  // namespace
}  // namespace floe
