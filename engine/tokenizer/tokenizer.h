// Text to tokens and back. Immutable after loading: may be used from any thread.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/engine.h"

namespace floe {

class Tokenizer {
 public:
    virtual ~Tokenizer() = default;

    /// Without bos. `special`: control tokens written out in the text become tokens.
    virtual std::vector<Token> encode(std::string_view text, bool special) const = 0;
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
