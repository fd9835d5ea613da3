// Drives a constraint to the end of an answer as the engine does, with choices made by a function.
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <random>
#include <string>
#include <vector>

#include "engine/sampling/constraint.h"

namespace floe::test {

/// Picks one of the allowed tokens.
using Chooser = std::function<Token(const std::vector<Token>& allowed, const std::string& so_far)>;

struct ConstrainedAnswer {
    std::string text;
    std::vector<Token> tokens;
    std::vector<std::string> forced;  // runs
    std::vector<VerbatimValue> values;
    bool finished = false;
};

inline ConstrainedAnswer run(Constraint& constraint, const Tokenizer& tokenizer, int64_t max_tokens,
                             const Chooser& choose, double probability = 1) {
    ConstrainedAnswer answer;
    TokenMask mask(tokenizer.vocabulary());
    while (true) {
        std::string text;
        const std::vector<Token> forced = constraint.forced(text);
        answer.text += text;
        answer.tokens.insert(answer.tokens.end(), forced.begin(), forced.end());
        if (!text.empty()) answer.forced.push_back(text);
        const auto left = max_tokens - static_cast<int64_t>(answer.tokens.size());
        if (constraint.finished() || left <= 0) break;
        constraint.allowed(left, mask);
        std::vector<Token> allowed;
        for (Token token = 0; token < tokenizer.vocabulary(); ++token)
            if (mask.allows(token)) allowed.push_back(token);
        if (allowed.empty()) {
            ADD_FAILURE() << "no token is allowed after " << answer.text;
            break;
        }
        const Token token = choose(allowed, answer.text);
        answer.text += constraint.accept(token, probability);
        answer.tokens.push_back(token);
    }
    answer.finished = constraint.finished();
    answer.values = constraint.values();
    return answer;
}

inline Chooser at_random(std::mt19937_64& random) {
    return
        [&random](const std::vector<Token>& allowed, const std::string&) { return allowed[random() % allowed.size()]; };
}

/// Writes `text` where it is allowed to: always the token with the longest piece that goes on like it.
inline Chooser writing(const Tokenizer& tokenizer, const std::string& text) {
    return [&tokenizer, text](const std::vector<Token>& allowed, const std::string& so_far) {
        Token best = -1;
        for (const Token token : allowed) {
            const std::string_view piece = tokenizer.piece(token);
            const bool fits = !piece.empty() && text.compare(so_far.size(), piece.size(), piece) == 0;
            if (fits && (best < 0 || piece.size() > tokenizer.piece(best).size())) best = token;
        }
        if (best < 0) ADD_FAILURE() << "can't go on from " << so_far << " to " << text;
        return best < 0 ? allowed[0] : best;
    };
}

}  // namespace floe::test
