#include "engine/sampling/word_trie.h"

#include <algorithm>

namespace floe {

int32_t WordTrie::add(std::span<const std::string> texts) {
    const auto root = static_cast<int32_t>(nodes_.size());
    nodes_.emplace_back();
    for (const std::string& text : texts) {
        int32_t at = root;
        for (const char c : text) {
            const auto byte = static_cast<uint8_t>(c);
            int32_t next = child(at, byte);
            if (next < 0) {
                next = static_cast<int32_t>(nodes_.size());
                nodes_.push_back({.sibling = nodes_[at].child, .byte = byte});
                nodes_[at].child = next;
            }
            at = next;
        }
        nodes_[at].ends = true;
    }
    // Nodes below come after those above, so that backwards every cost below is known.
    for (auto node = static_cast<int32_t>(nodes_.size()) - 1; node >= root; --node) {
        if (nodes_[node].ends)
            nodes_[node].cost = 0;
        else
            find_cost(node, node, TokenTrie::root);
    }
    return root;
}

/// Tries all pieces that lead from `node` down to a node under `below`.
void WordTrie::find_cost(int32_t node, int32_t below, int32_t token_node) {
    for (int32_t next = nodes_[below].child; next >= 0; next = nodes_[next].sibling) {
        const int32_t token_next = tokens_->child(token_node, nodes_[next].byte);
        if (token_next < 0) continue;
        if (tokens_->nodes()[token_next].token >= 0)
            nodes_[node].cost = std::min(nodes_[node].cost, plus(nodes_[next].cost, 1));
        find_cost(node, next, token_next);
    }
}

int32_t WordTrie::child(int32_t node, uint8_t byte) const {
    int32_t next = nodes_[node].child;
    while (next >= 0 && nodes_[next].byte != byte) next = nodes_[next].sibling;
    return next;
}

}  // namespace floe
