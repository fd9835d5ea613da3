#include "engine/sampling/vocabulary_index.h"

#include <algorithm>
#include <unordered_map>

#include "engine/sampling/characters.h"

namespace floe {

namespace {

constexpr int64_t masked_lengths = 16;

/// Characters of a piece that can stand in a JSON string as it is; -1: it can't.
int64_t plain_characters(std::string_view piece) {
    int64_t count = 0;
    while (!piece.empty()) {
        const Utf8Character character = utf8_character(piece);
        if (character.length == 0 || character.code < 0x20 || character.code == '"' || character.code == '\\')
            return -1;
        piece.remove_prefix(character.length);
        ++count;
    }
    return count;
}

}  // namespace

struct VocabularyIndex::Sorted {
    std::vector<std::pair<std::string_view, Token>> all, not_plain;
    std::vector<LongToken> plain;
};

/// Of tokens with the same piece (a character and the byte that stands in for it) one is kept: the one that the
/// tokenizer itself uses.
VocabularyIndex::Sorted VocabularyIndex::sort(const Tokenizer& tokenizer) {
    std::unordered_map<std::string_view, Token> kept;
    for (Token token = 0; token < tokenizer.vocabulary(); ++token) {
        const std::string_view piece = tokenizer.piece(token);
        const bool usable = !piece.empty() && piece.size() <= TokenTrie::longest_piece && !tokenizer.ends_text(token);
        if (!usable) continue;
        const auto [twin, fresh] = kept.try_emplace(piece, token);
        if (fresh) continue;
        const std::vector<Token> used = tokenizer.encode(piece, false);
        if (used.empty() || used.back() != twin->second) twin->second = token;
    }
    Sorted sorted;
    for (const auto& [piece, token] : kept) {
        sorted.all.emplace_back(piece, token);
        if (const int64_t characters = plain_characters(piece); characters >= 0)
            sorted.plain.push_back({token, characters});
        else
            sorted.not_plain.emplace_back(piece, token);
    }
    return sorted;
}

VocabularyIndex::VocabularyIndex(const Tokenizer& tokenizer) : VocabularyIndex(tokenizer, sort(tokenizer)) {}

VocabularyIndex::VocabularyIndex(const Tokenizer& tokenizer, Sorted sorted)
    : tokenizer_(tokenizer),
      all_(std::move(sorted.all)),
      not_plain_(std::move(sorted.not_plain)),
      plain_(masked_lengths + 1, TokenMask(tokenizer.vocabulary())) {
    for (const LongToken& plain : sorted.plain) {
        if (plain.characters > masked_lengths) long_.push_back(plain);
        for (int64_t length = plain.characters; length <= masked_lengths; ++length) plain_[length].allow(plain.token);
    }
    for (Token token = 0; token < tokenizer.vocabulary(); ++token)
        if (tokenizer.ends_text(token)) end_tokens_.push_back(token);
}

void VocabularyIndex::allow_plain(int64_t most, TokenMask& mask) const {
    mask.allow(plain_[std::clamp<int64_t>(most, 0, masked_lengths)]);
    if (most <= masked_lengths) return;
    for (const LongToken& plain : long_)
        if (plain.characters <= most) mask.allow(plain.token);
}

std::string_view VocabularyIndex::piece(Token token) const {
    return token >= 0 && token < tokenizer_.vocabulary() ? tokenizer_.piece(token) : std::string_view();
}

std::optional<std::vector<Token>> VocabularyIndex::tokens_of(std::string_view run, int64_t most) const {
    std::vector<Token> tokens = tokenizer_.encode(run, false);
    if (tokenizer_.adds_space() && !tokens.empty() && piece(tokens[0]) == " ") tokens.erase(tokens.begin());
    size_t at = 0;
    bool exact = static_cast<int64_t>(tokens.size()) <= most;
    for (const Token token : tokens) {
        const std::string_view next = piece(token);
        exact = exact && !next.empty() && !tokenizer_.ends_text(token) && run.substr(at, next.size()) == next;
        if (!exact) break;
        at += next.size();
    }
    if (exact && at == run.size()) return tokens;
    return all_.shortest(run);
}

}  // namespace floe
