#include "engine/sampling/token_trie.h"

#include <algorithm>

namespace floe {

TokenTrie::TokenTrie(std::vector<std::pair<std::string_view, Token>> pieces) {
    std::erase_if(pieces, [](const auto& piece) { return piece.first.empty() || piece.first.size() > longest_piece; });
    std::sort(pieces.begin(), pieces.end());
    first_.fill(-1);

    std::vector<int32_t> path;  // nodes of the piece before, by depth
    std::string_view before;
    const auto close = [&](size_t depth) {
        for (; path.size() > depth; path.pop_back()) nodes_[path.back()].skip = static_cast<int32_t>(nodes_.size());
    };
    for (const auto& [piece, token] : pieces) {
        const auto split = std::mismatch(piece.begin(), piece.end(), before.begin(), before.end());
        close(split.first - piece.begin());
        while (path.size() < piece.size()) {
            const auto byte = static_cast<uint8_t>(piece[path.size()]);
            const auto here = static_cast<int32_t>(nodes_.size());
            if (path.empty()) first_[byte] = here;
            path.push_back(here);
            nodes_.push_back({0, -1, static_cast<int32_t>(path.size()), byte});
        }
        nodes_.back().token = token;
        before = piece;
    }
    close(0);
}

int32_t TokenTrie::child(int32_t node, uint8_t byte) const {
    if (node == root) return first_[byte];
    for (int32_t next = node + 1; next < nodes_[node].skip; next = nodes_[next].skip) {
        if (nodes_[next].byte == byte) return next;
        if (nodes_[next].byte > byte) break;
    }
    return -1;
}

std::optional<std::vector<Token>> TokenTrie::shortest(std::string_view text) const {
    struct Step {
        int64_t cost = never;
        Token token = -1;
        size_t length = 0;
    };
    std::vector<Step> steps(text.size() + 1);
    steps.back().cost = 0;
    for (size_t at = text.size(); at-- > 0;) {
        int32_t node = root;
        for (size_t end = at; end < text.size();) {
            node = child(node, static_cast<uint8_t>(text[end++]));
            if (node < 0) break;
            const int64_t cost = plus(steps[end].cost, 1);
            if (nodes_[node].token >= 0 && cost <= steps[at].cost && cost < never)
                steps[at] = {cost, nodes_[node].token, end - at};
        }
    }
    if (steps[0].cost >= never) return std::nullopt;
    std::vector<Token> tokens;
    for (size_t at = 0; at < text.size(); at += steps[at].length) tokens.push_back(steps[at].token);
    return tokens;
}

}  // namespace floe
