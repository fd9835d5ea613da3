// The vocabulary as a tree of bytes.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/engine.h"

namespace floe {

/// Tokens that a text costs, saturating: a text that can't be written costs `never`.
constexpr int64_t never = int64_t{1} << 40;
inline int64_t plus(int64_t a, int64_t b) {
    return a + b < never ? a + b : never;
}

/// All pieces in one array in preorder: node i is followed by its subtree, which ends before `skip`. Walking it needs
/// no pointers: i + 1 descends, `skip` passes over. Immutable.
class TokenTrie {
 public:
    struct Node {
        int32_t skip;   // the node after this one's subtree
        Token token;    // the token whose piece ends here; -1: none
        int32_t depth;  // bytes from the root, from 1
        uint8_t byte;
    };
    static constexpr int32_t root = -1;
    static constexpr size_t longest_piece = 256;  // longer ones are left out

    /// Pieces may be in any order; empty ones are left out, and of tokens with the same piece all but the last.
    explicit TokenTrie(std::vector<std::pair<std::string_view, Token>> pieces);

    std::span<const Node> nodes() const { return nodes_; }
    /// -1: none.
    int32_t child(int32_t node, uint8_t byte) const;
    /// Whether a token is exactly this byte.
    bool has_byte(uint8_t byte) const { return first_[byte] >= 0 && nodes_[first_[byte]].token >= 0; }

    /// The fewest tokens that write `text`; nothing where it can't be written.
    std::optional<std::vector<Token>> shortest(std::string_view text) const;

 private:
    std::vector<Node> nodes_;
    std::array<int32_t, 256> first_;  // nodes below the root by byte
};

}  // namespace floe
