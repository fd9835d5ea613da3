#include "engine/sampling/utf8.h"

#include <cstdint>

namespace floe {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

struct Scan {
    size_t length;  // bytes that belong together
    enum { whole, incomplete, wrong } kind;
};

/// Allowed range of a character's second byte (table 3-7: no overlong forms, no surrogates, nothing above U+10FFFF).
bool may_follow(uint8_t first, uint8_t second) {
    switch (first) {
        case 0xE0:
            return second >= 0xA0 && second <= 0xBF;
        case 0xED:
            return second >= 0x80 && second <= 0x9F;
        case 0xF0:
            return second >= 0x90 && second <= 0xBF;
        case 0xF4:
            return second >= 0x80 && second <= 0x8F;
        default:
            return second >= 0x80 && second <= 0xBF;
    }
}

/// The first character of `s`, which isn't empty.
Scan scan(std::string_view s) {
    const auto byte = [&](size_t i) { return static_cast<uint8_t>(s[i]); };
    const uint8_t first = byte(0);
    if (first < 0x80) return {1, Scan::whole};
    if (first < 0xC2 || first > 0xF4) return {1, Scan::wrong};
    const size_t length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    for (size_t i = 1; i < length; ++i) {
        if (i == s.size()) return {i, Scan::incomplete};
        const bool fits = i == 1 ? may_follow(first, byte(1)) : (byte(i) & 0xC0) == 0x80;
        if (!fits) return {i, Scan::wrong};
    }
    return {length, Scan::whole};
}

}  // namespace

std::string Utf8Assembler::add(std::string_view bytes) {
    held_ += bytes;
    std::string text;
    size_t at = 0;
    while (at < held_.size()) {
        const Scan next = scan(std::string_view(held_).substr(at));
        if (next.kind == Scan::incomplete) break;
        text += next.kind == Scan::whole ? std::string_view(held_).substr(at, next.length) : replacement;
        at += next.length;
    }
    held_.erase(0, at);
    return text;
}

std::string Utf8Assembler::finish() {
    const std::string text(held_.empty() ? std::string_view() : replacement);
    held_.clear();
    return text;
}

}  // namespace floe
