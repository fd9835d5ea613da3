// Fixed texts of an answer (keys, null, values of enums) as trees of bytes that know what it costs to finish them.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "engine/sampling/token_trie.h"

namespace floe {

class WordTrie {
 public:
    explicit WordTrie(const TokenTrie& tokens) : tokens_(&tokens) {}

    /// Adds a tree of these texts, none of them empty; returns its root.
    int32_t add(std::span<const std::string> texts);

    /// The node after `byte`; -1: no text goes on like that.
    int32_t child(int32_t node, uint8_t byte) const;
    bool ends(int32_t node) const { return nodes_[node].ends; }
    bool goes_on(int32_t node) const { return nodes_[node].child >= 0; }
    /// The fewest tokens from here to the end of a text.
    int64_t cost(int32_t node) const { return nodes_[node].cost; }

 private:
    struct Node {
        int64_t cost = never;
        int32_t child = -1, sibling = -1;
        uint8_t byte = 0;
        bool ends = false;
    };
    void find_cost(int32_t node, int32_t below, int32_t token_node);

    const TokenTrie* tokens_;
    std::vector<Node> nodes_;
};

}  // namespace floe
