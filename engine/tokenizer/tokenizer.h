// Text to tokens and back. Immutable after loading: may be used from any thread.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/engine.h"

namespace floe {

/// A part of a text; control tokens are found in it only where it is `special`.
struct TextPart {
    std::string_view text;
    bool special = false;
};

class Tokenizer {
 public:
    virtual ~Tokenizer() = default;

    /// Without bos. `special`: control tokens written out in the text become tokens.
    virtual std::vector<Token> encode(std::string_view text, bool special) const = 0;
    /// One text in parts: neighbours that meet without a control token between them are tokenised together. Unless a
    /// tokenizer does better: each part by itself.
    virtual std::vector<Token> encode_parts(std::span<const TextPart> parts) const {
        std::vector<Token> all;
        for (const TextPart& part : parts) {
            const std::vector<Token> tokens = encode(part.text, part.special);
            all.insert(all.end(), tokens.begin(), tokens.end());
        }
        return all;
    }
    /// The bytes that a token adds to a text (word-start signs are spaces; control tokens are empty). Not always whole
    /// characters.
    virtual std::string_view piece(Token token) const = 0;
    virtual int64_t vocabulary() const = 0;
    virtual Token bos() const = 0;  // -1: none
    virtual bool adds_bos() const = 0;
    virtual bool ends_text(Token token) const = 0;  // eos, end of turn
    /// Whether a text's first piece shows a space that was not in the text (llama's dummy prefix).
    virtual bool adds_space() const = 0;
};

}  // namespace floe
