// Vocabularies made up for tests: all 256 bytes and some longer pieces.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "engine/tokenizer/tokenizer.h"

namespace floe::test {

/// Token 0 begins, 1 ends a text, both without a piece; then the given pieces, then the bytes. Text is cut greedily,
/// longest piece first.
class FakeTokenizer : public Tokenizer {
 public:
    explicit FakeTokenizer(const std::vector<std::string>& pieces, bool adds_space = false) : adds_space_(adds_space) {
        pieces_ = {"", ""};
        pieces_.insert(pieces_.end(), pieces.begin(), pieces.end());
        for (int byte = 0; byte < 256; ++byte) pieces_.emplace_back(1, static_cast<char>(byte));
        for (size_t i = pieces_.size(); i-- > 2;) ids_[pieces_[i]] = static_cast<Token>(i);
        for (const std::string& piece : pieces_) longest_ = std::max(longest_, piece.size());
    }

    std::vector<Token> encode(std::string_view text, bool) const override {
        const std::string whole = (adds_space_ && !text.empty() ? " " : "") + std::string(text);
        std::vector<Token> tokens;
        for (size_t at = 0; at < whole.size(); at += pieces_[tokens.back()].size()) {
            size_t length = std::min(longest_, whole.size() - at);
            while (!ids_.count(whole.substr(at, length))) --length;
            tokens.push_back(ids_.at(whole.substr(at, length)));
        }
        return tokens;
    }
    std::string_view piece(Token token) const override { return pieces_[token]; }
    int64_t vocabulary() const override { return static_cast<int64_t>(pieces_.size()); }
    Token bos() const override { return 0; }
    bool adds_bos() const override { return true; }
    bool ends_text(Token token) const override { return token == 1; }
    bool adds_space() const override { return adds_space_; }

    Token id(const std::string& piece) const { return ids_.at(piece); }

 private:
    std::vector<std::string> pieces_;
    std::map<std::string, Token> ids_;
    size_t longest_ = 0;
    bool adds_space_;
};

inline FakeTokenizer byte_tokenizer() {
    return FakeTokenizer({});
}

/// Pieces as byte-level BPE learns them: across quotes, commas and brackets, half characters, runs of spaces.
inline FakeTokenizer merged_tokenizer() {
    return FakeTokenizer(
        {"\":\"", "\":", "\",\"", "\",",  "\"}", "{\"", "\"]",  "[\"",   "\"},{\"",  "}]",       "]}",
         "},",    ",\"", "null",  "true", "fal", "se",  "  ",   " A",    " the",     "ing",      "\\n",
         "\\\"",  "10",  "12",    "1.",   ".5",  "0,",  "\xC3", "\xA9t", "\xE2\x82", "\xC3\xA9", "na",
         "name",  "nam", "e\":",  "\n",   "\t",  "\\",  " \"",  "a\"",   "Str",      "eet",      " Street"});
}

/// As the built-in bill model's: keys, null and signs are pieces, digits stand alone, a word-start may stand alone.
inline FakeTokenizer bill_tokenizer() {
    return FakeTokenizer({"\n",          "\t",         "\f",         "\"seller\":", "\"name\":", "\"address\":",
                          "\"number\":", "\"total\":", "\"lines\":", "\"amount\":", "null",      "\\n",
                          "\"",          "{",          "}",          "[",           "]",         ",",
                          " ",           "0",          "1",          "2",           "3",         "4",
                          "5",           "7",          " Go",        "ogle",        " Google",   " Cloud",
                          " Street",     " Market",    "Str",        " San",        " Fran",     "cisco",
                          " $",          " (",         "$",          ".",           " #",        "#"});
}

}  // namespace floe::test
