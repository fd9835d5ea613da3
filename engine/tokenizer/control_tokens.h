// Finds control tokens that are written out in a text.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "engine/engine.h"

namespace floe {

/// Immutable after the last add().
class ControlTokens {
 public:
    /// Empty texts are never found.
    void add(std::string_view text, Token token);

    struct Found {
        size_t begin = 0, length = 0;
        Token token = -1;  // -1: none
    };
    /// The first in `text` from `from` on; of those that begin there the longest.
    Found next(std::string_view text, size_t from) const;

 private:
    struct Literal {
        std::string text;
        Token token;
    };
    std::array<std::vector<Literal>, 256> by_first_byte_;  // longest first
};

}  // namespace floe
