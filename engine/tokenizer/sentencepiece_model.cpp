#include "engine/tokenizer/sentencepiece_model.h"

#include <bit>
#include <unordered_set>

namespace floe {
namespace {

/// The few parts of the protobuf wire format that a model needs.             protobuf.dev/programming-guides/encoding
class WireWriter {
 public:
    void number(int field, uint64_t value) {
        tag(field, 0);
        varint(value);
    }
    void bytes(int field, std::string_view value) {
        tag(field, 2);
        varint(value.size());
        out_ += value;
    }
    void real(int field, float value) {
        tag(field, 5);
        const auto bits = std::bit_cast<uint32_t>(value);
        for (int shift = 0; shift < 32; shift += 8) out_ += static_cast<char>(bits >> shift & 0xff);
    }
    const std::string& written() const { return out_; }

 private:
    void tag(int field, uint64_t kind) { varint(static_cast<uint64_t>(field) << 3 | kind); }
    void varint(uint64_t value) {
        for (; value >= 0x80; value >>= 7) out_ += static_cast<char>(value | 0x80);
        out_ += static_cast<char>(value);
    }
    std::string out_;
};

/// Spaces inside a piece stand as U+2581, as they do in a text that has been made ready.
std::string with_marked_spaces(std::string_view text) {
    std::string marked;
    for (const char c : text) marked += c == ' ' ? std::string_view("\u2581") : std::string_view(&c, 1);
    return marked;
}

/// A kind that the library takes, and that means the same.
TokenKind kind_for_library(const Vocabulary& v, size_t id) {
    const TokenKind kind = v.kinds[id];
    if (kind == TokenKind::byte && !v.byte_fallback) return TokenKind::control;
    if (kind == TokenKind::unused) return TokenKind::control;  // neither may ever come from a text
    if (kind == TokenKind::user_defined && v.texts[id].find('\0') != std::string_view::npos) return TokenKind::control;
    return kind;
}

}  // namespace

std::string sentencepiece_model(const Vocabulary& v) {
    WireWriter model;
    std::unordered_set<std::string> taken;
    for (size_t id = 0; id < v.texts.size(); ++id) {
        std::string text = with_marked_spaces(v.texts[id]);
        TokenKind kind = kind_for_library(v, id);
        // The library refuses empty and repeated pieces. They get a name of their own, and no text leads to them.
        if (text.empty() || !taken.insert(text).second) {
            if (kind == TokenKind::normal || kind == TokenKind::user_defined) kind = TokenKind::control;
            if (kind != TokenKind::byte) text = "<floe:" + std::to_string(id) + ">" + text;
            taken.insert(text);
        }
        WireWriter piece;
        piece.bytes(1, text);
        piece.real(2, v.scores[id]);
        piece.number(3, static_cast<uint64_t>(kind));
        model.bytes(1, piece.written());
    }

    WireWriter trainer;
    constexpr uint64_t pairs = 2;  // BPE
    trainer.number(3, pairs);
    trainer.number(35, v.byte_fallback);
    trainer.number(40, static_cast<uint64_t>(v.unknown));
    model.bytes(2, trainer.written());

    WireWriter normalizer;
    normalizer.bytes(1, "identity");
    if (!v.charsmap.empty()) normalizer.bytes(2, v.charsmap);
    normalizer.number(3, false);  // add_dummy_prefix
    normalizer.number(4, v.removes_extra_spaces);
    normalizer.number(5, true);  // escape_whitespaces
    model.bytes(3, normalizer.written());
    return model.written();
}

}  // namespace floe
