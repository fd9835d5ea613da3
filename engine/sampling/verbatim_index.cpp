#include "engine/sampling/verbatim_index.h"

#include <algorithm>

#include "engine/sampling/characters.h"

namespace floe {

namespace {

constexpr size_t most_bytes = 4 << 20;
constexpr int32_t far_away = 1 << 30;
constexpr std::string_view no_text("\0", 1);

Error wrong(const std::string& problem, const std::string& advice) {
    return {Fault::bad_input, "source text", problem, advice, {}};
}

}  // namespace

Result<VerbatimIndex> VerbatimIndex::make(const SourceText& source, const TokenTrie& tokens) {
    if (source.text.size() > most_bytes)
        return wrong("it is larger than " + std::to_string(most_bytes >> 20) + " MiB", "Split it");
    VerbatimIndex index(tokens);
    index.add_source(source.text);
    if (!index.add_links(source)) return wrong("a link leads out of the text", "Correct the links");
    index.measure(index.tables_[0], Reach::line);
    if (index.links_.empty()) index.measure(index.tables_[1], Reach::block);
    return index;
}

void VerbatimIndex::add_source(const std::string& source) {
    std::vector<WordCharacter> word;
    bool word_spaced = true, space_before = true;
    for (size_t at = 0; at < source.size();) {
        const std::string_view rest = std::string_view(source).substr(at);
        const Utf8Character character = utf8_character(rest);
        const char c = rest[0];
        const bool line_end = c == '\n' || rest.substr(0, 2) == "\r\n";
        const bool white = line_end || c == ' ' || c == '\t';
        if (!white && character.length > 0 && character.code >= 0x20) {
            if (word.empty()) word_spaced = space_before;
            const auto place = static_cast<int32_t>(text_.size());
            word.push_back({place, is_sign(character.code), c == ':' || c == '#' || c == '='});
            const bool escaped = c == '"' || c == '\\';
            if (escaped) add_bytes("\\", at, true, 0);
            add_bytes(rest.substr(0, character.length), at, !escaped, 0);
            at += character.length;
            continue;
        }
        const uint8_t after = end_word(word, word_spaced);
        space_before = character.length > 0;
        if (c == ' ')
            add_bytes(" ", at, true, after);
        else if (white)
            add_bytes(line_end ? "\\n" : "\\t", at, true, after | line_break);
        else
            add_bytes(no_text, at, true, after | wall);  // a control character, or a byte that is no text
        at += rest.substr(0, 2) == "\r\n" ? 2 : 1;
    }
    const uint8_t after = end_word(word, word_spaced);
    add_bytes(no_text, static_cast<int64_t>(source.size()), false, after | wall);
}

/// Bytes of one character as JSON writes it; `flags` are those of its first byte.
void VerbatimIndex::add_bytes(std::string_view bytes, int64_t offset, bool counts, uint8_t flags) {
    for (size_t i = 0; i < bytes.size(); ++i) {
        const int32_t before = characters_.empty() ? 0 : characters_.back() + counts_last_;
        counts_last_ = counts && i == 0;
        characters_.push_back(before);
        flags_.push_back(i == 0 ? flags : 0);
        offsets_.push_back(offset);
    }
    text_ += bytes;
}

/// Marks the word's borders. Returns the flags of the place after it.
uint8_t VerbatimIndex::end_word(std::vector<WordCharacter>& word, bool after_space) {
    if (word.empty()) return 0;
    const size_t size = word.size();
    size_t lead = 0, trail = size;
    while (lead < size && word[lead].sign) ++lead;
    while (trail > 0 && word[trail - 1].sign) --trail;
    for (size_t i = 0; i < size; ++i) {
        const int32_t place = word[i].place;
        const bool split = i > 0 && word[i - 1].splits;
        if (i == 0 && after_space) flags_[place] |= spaced;
        if (i > 0 && (i == lead || i >= trail || split)) flags_[place] |= end;
        if (i <= lead || i == trail || split) beginnings_[static_cast<uint8_t>(text_[place])].push_back(place);
    }
    word.clear();
    return end;
}

bool VerbatimIndex::add_links(const SourceText& source) {
    const auto place_of = [&](int64_t offset) {
        const auto found = std::lower_bound(offsets_.begin(), offsets_.end(), offset);
        return static_cast<int32_t>(found - offsets_.begin());
    };
    const auto size = static_cast<int64_t>(source.text.size());
    for (const SourceLink& link : source.links) {
        if (link.from < 0 || link.to < 0 || link.from > size || link.to > size) return false;
        links_.push_back({place_of(link.from), place_of(link.to)});
    }
    std::stable_sort(links_.begin(), links_.end(), [](const Link& a, const Link& b) { return a.from < b.from; });
    return true;
}

std::span<const VerbatimIndex::Link> VerbatimIndex::links_from(int32_t place) const {
    const auto [first, last] = std::equal_range(links_.begin(), links_.end(), Link{place, 0},
                                                [](const Link& a, const Link& b) { return a.from < b.from; });
    return {first, last};
}

bool VerbatimIndex::blocked(int32_t place, Reach reach) const {
    const bool crosses_lines = reach == Reach::block && links_.empty();
    return flags_[place] & (crosses_lines ? wall : wall | line_break);
}

/// From the end to the beginning: the next border, and the fewest tokens that lead exactly there.
void VerbatimIndex::measure(Table& table, Reach reach) const {
    const auto size = static_cast<int32_t>(text_.size());
    table.border.assign(size, -1);
    table.cost.assign(size, far_away);
    for (int32_t place = size - 1; place >= 0; --place) {
        if (flags_[place] & end) {
            table.border[place] = place;
            table.cost[place] = 0;
        } else if (!blocked(place, reach)) {
            table.border[place] = table.border[place + 1];
            table.cost[place] = cheapest_piece(table, place, table.border[place]);
        }
    }
}

/// Tokens from `place` to `border`, the first of them tried in all lengths.
int32_t VerbatimIndex::cheapest_piece(const Table& table, int32_t place, int32_t border) const {
    int32_t best = far_away, node = TokenTrie::root;
    for (int32_t at = place; at < border;) {
        node = tokens_->child(node, static_cast<uint8_t>(text_[at++]));
        if (node < 0) break;
        if (tokens_->nodes()[node].token >= 0) best = std::min(best, table.cost[at] + 1);
    }
    return best;
}

int64_t VerbatimIndex::cost(int32_t place, Reach reach) const {
    const int32_t tokens = table(reach).cost[place];
    return tokens < far_away ? tokens : never;
}

int64_t VerbatimIndex::first_cost(int32_t place, Reach reach) const {
    const int32_t tokens = cheapest_piece(table(reach), place, border(place + 1, reach));
    return tokens < far_away ? tokens : never;
}

int64_t VerbatimIndex::shortest(Reach reach, int64_t most_characters, bool spaced_only) const {
    int64_t best = never;
    for (const std::vector<int32_t>& places : beginnings_) {
        for (const int32_t place : places) {
            if (spaced_only && !after_space(place)) continue;
            if (characters(border(place + 1, reach)) - characters(place) > most_characters) continue;
            best = std::min(best, first_cost(place, reach));
            if (best == 1) return best;
        }
    }
    return best;
}

}  // namespace floe
