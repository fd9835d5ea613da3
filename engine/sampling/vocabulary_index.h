// A tokenizer's vocabulary prepared for constraints; made once, shared by all requests.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/sampling/constraint.h"
#include "engine/sampling/token_trie.h"

namespace floe {

/// Free strings are where nearly every token is allowed, and always the same ones: those that are whole characters and
/// neither quote nor backslash nor control are kept as masks by their length, the rest in a small tree of their own.
/// Immutable.
class VocabularyIndex {
 public:
    /// `tokenizer` outlives the index.
    explicit VocabularyIndex(const Tokenizer& tokenizer);

    const TokenTrie& all() const { return all_; }
    const std::vector<Token>& end_tokens() const { return end_tokens_; }

    /// Allows the tokens that are plain string content of at most `most` characters.
    void allow_plain(int64_t most, TokenMask& mask) const;
    /// All other tokens.
    const TokenTrie& not_plain() const { return not_plain_; }

    std::string_view piece(Token token) const;
    /// Tokens whose pieces are exactly `run`, as the tokenizer itself cuts it where it can. `most`: of them; more than
    /// that, and the fewest are taken. Nothing where the vocabulary can't write it.
    std::optional<std::vector<Token>> tokens_of(std::string_view run, int64_t most) const;

 private:
    struct LongToken {
        Token token;
        int64_t characters;
    };
    struct Sorted;
    static Sorted sort(const Tokenizer& tokenizer);
    VocabularyIndex(const Tokenizer& tokenizer, Sorted sorted);

    const Tokenizer& tokenizer_;
    TokenTrie all_, not_plain_;
    std::vector<TokenMask> plain_;  // plain_[n]: of at most n characters
    std::vector<LongToken> long_;   // of more characters than that
    std::vector<Token> end_tokens_;
};

}  // namespace floe
