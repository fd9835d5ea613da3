// A source text prepared for runs that are copied from it.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/error.h"
#include "engine/sampling/token_trie.h"
#include "engine/source_text.h"

namespace floe {

/// How far a run may go: to the end of its cell, or on over lines (by the source's links where it has any, else over
/// line ends and tabs).
enum class Reach { line, block };

/// The source as JSON writes it (`text()`, with `"` and `\` escaped and "\n" as two characters), and for each place in
/// it what a run needs to know: may it begin or end here, how far is the next place where it may end. Places are byte
/// offsets into text(). Words are what stands between white space. A run begins at a word's start, behind any of the
/// signs that lead it or at the first of those that trail it; it ends at a word's end, before any of the signs that
/// trail it or behind the last of those that lead it; both also after ':' '#' '=' (docs/linearizer.md).
/// Immutable.
class VerbatimIndex {
 public:
    /// A link that leads out of the text, and a source that is too large, are Errors.
    static Result<VerbatimIndex> make(const SourceText& source, const TokenTrie& tokens);

    const std::string& text() const { return text_; }
    /// Places, in order, where a run may begin with `byte`.
    std::span<const int32_t> beginnings(uint8_t byte) const { return beginnings_[byte]; }
    /// White space or nothing stands before this place.
    bool after_space(int32_t place) const { return flags_[place] & spaced; }
    bool may_end(int32_t place) const { return flags_[place] & end; }
    /// The "\n" of a line end stands here.
    bool line_end(int32_t place) const { return flags_[place] & line_break && text_[place + 1] == 'n'; }
    /// Whether a run may not go on over the byte at `place`.
    bool blocked(int32_t place, Reach reach) const;
    /// The first place from here on where a run may end; -1: none.
    int32_t border(int32_t place, Reach reach) const { return table(reach).border[place]; }
    /// Tokens that it takes to get there at most.
    int64_t cost(int32_t place, Reach reach) const;
    /// Tokens of the run that begins here and ends at the first border.
    int64_t first_cost(int32_t place, Reach reach) const;
    /// Characters in front of `place`.
    int32_t characters(int32_t place) const { return characters_[place]; }
    /// The shortest run's tokens; `spaced_only`: of those with a space before them.
    int64_t shortest(Reach reach, int64_t most_characters, bool spaced_only) const;

    struct Link {
        int32_t from, to;
    };
    /// Sorted by `from`.
    std::span<const Link> links() const { return links_; }
    std::span<const Link> links_from(int32_t place) const;

    /// Where the text of a line begins that a link leads to: behind the space before its first word.
    int32_t line_begin(int32_t place) const { return place + (text_[place] == ' '); }
    /// Tokens of the n of a link's `\n`.
    int64_t link_cost() const { return tokens_->has_byte('n') ? 1 : never; }

    /// Where the byte at `place` stands in the source.
    int64_t source_offset(int32_t place) const { return offsets_[place]; }

 private:
    enum Flag : uint8_t { end = 1, spaced = 2, line_break = 4, wall = 8 };
    struct Table {
        std::vector<int32_t> border, cost;
    };
    struct WordCharacter {
        int32_t place;
        bool sign, splits;
    };

    explicit VerbatimIndex(const TokenTrie& tokens) : tokens_(&tokens) {}
    void add_source(const std::string& source);
    void add_bytes(std::string_view bytes, int64_t offset, bool counts, uint8_t flags);
    uint8_t end_word(std::vector<WordCharacter>& word, bool after_space);
    bool add_links(const SourceText& source);
    void measure(Table& table, Reach reach) const;
    int32_t cheapest_piece(const Table& table, int32_t place, int32_t border) const;
    const Table& table(Reach reach) const { return tables_[reach == Reach::block && links_.empty()]; }

    const TokenTrie* tokens_;
    std::string text_;
    std::vector<int64_t> offsets_;
    std::vector<int32_t> characters_;
    bool counts_last_ = false;  // whether the last byte begins a character
    std::vector<uint8_t> flags_;
    std::array<std::vector<int32_t>, 256> beginnings_;
    std::vector<Link> links_;
    std::array<Table, 2> tables_;  // within cells; over lines
};

}  // namespace floe
