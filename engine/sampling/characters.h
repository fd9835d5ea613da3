// What verbatim runs and strings know of characters.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace floe {

/// Bytes that may come second after a character's first byte, and how many follow it in all (Unicode 15, table 3-7).
struct Utf8Lead {
    int following = -1;  // 0 for ASCII; -1: no character begins with this byte
    uint8_t low = 0x80, high = 0xBF;
};
Utf8Lead utf8_lead(uint8_t byte);

/// The character at the start of `text`: its length in bytes (0: no valid character) and code point.
struct Utf8Character {
    size_t length = 0;
    char32_t code = 0;
};
Utf8Character utf8_character(std::string_view text);

/// Anything but letters, digits and other numbers, as Python's str.isalnum sees it.
bool is_sign(char32_t code);

}  // namespace floe
