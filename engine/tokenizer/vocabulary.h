// A SentencePiece vocabulary as a GGUF file holds it, read and put right.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/engine.h"
#include "engine/format/gguf.h"

namespace floe {

/// What a token is; the numbers are those of GGUF and of SentencePiece.
enum class TokenKind { normal = 1, unknown = 2, control = 3, user_defined = 4, unused = 5, byte = 6 };

/// The texts are views of the file.
struct Vocabulary {
    std::vector<std::string_view> texts;  // word starts as U+2581
    std::vector<float> scores;
    std::vector<TokenKind> kinds;
    Token unknown = 0;
    Token bos = -1, eos = -1, end_of_turn = -1;  // -1: none
    bool byte_fallback = false;                  // there is a byte token for every byte
    bool adds_bos = true, adds_space = true, removes_extra_spaces = false;
    bool control_strips_right = false;  // white space after a control token is part of it (phi-3)
    std::string_view charsmap;          // SentencePiece's compiled normalisation; mostly empty

    int64_t size() const { return static_cast<int64_t>(texts.size()); }
};

/// Files exist whose kinds are missing or all normal, that have several unknown tokens or none, or whose chat marks
/// pass for text: after this each is what its text says. Errors as make_tokenizer.
Result<Vocabulary> read_vocabulary(const Gguf& file);

/// The byte that "<0x0A>" stands for.
std::optional<uint8_t> byte_of(std::string_view text);

}  // namespace floe
