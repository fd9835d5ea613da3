#include "engine/sampling/characters.h"

#include <algorithm>
#include <iterator>

namespace floe {

namespace {

struct Range {
    char32_t first, last;
};

/// Punctuation, symbols and controls above ASCII (Unicode 15) in the scripts that bills are written in; what is missing
/// counts as a letter.
constexpr Range sign_ranges[] = {
    {0x80, 0xA9},     {0xAB, 0xB1},     {0xB4, 0xB4},     {0xB6, 0xB8},      {0xBB, 0xBB},     {0xBF, 0xBF},
    {0xD7, 0xD7},     {0xF7, 0xF7},     {0x2C2, 0x2C5},   {0x2D2, 0x2DF},    {0x375, 0x375},   {0x37E, 0x37E},
    {0x384, 0x385},   {0x387, 0x387},   {0x3F6, 0x3F6},   {0x482, 0x482},    {0x55A, 0x55F},   {0x589, 0x58F},
    {0x5BE, 0x5BE},   {0x5C0, 0x5C0},   {0x5C3, 0x5C3},   {0x5C6, 0x5C6},    {0x5F3, 0x60F},   {0x61B, 0x61F},
    {0x66A, 0x66D},   {0x6D4, 0x6D4},   {0x964, 0x965},   {0x970, 0x970},    {0xE3F, 0xE3F},   {0x2000, 0x206F},
    {0x207A, 0x207E}, {0x208A, 0x208E}, {0x20A0, 0x20C0}, {0x2100, 0x2101},  {0x2103, 0x2106}, {0x2108, 0x2109},
    {0x2114, 0x2114}, {0x2116, 0x2118}, {0x211E, 0x2123}, {0x212E, 0x212E},  {0x2140, 0x2144}, {0x218A, 0x244A},
    {0x249C, 0x24E9}, {0x2500, 0x2775}, {0x2794, 0x2BFF}, {0x2E00, 0x2E2E},  {0x2E30, 0x3004}, {0x3008, 0x3020},
    {0x3030, 0x3030}, {0x303D, 0x303F}, {0x309B, 0x309C}, {0x30A0, 0x30A0},  {0x30FB, 0x30FB}, {0x3200, 0x321E},
    {0x322A, 0x3247}, {0x32C0, 0x33FF}, {0xFE10, 0xFE19}, {0xFE30, 0xFE6B},  {0xFEFF, 0xFF0F}, {0xFF1A, 0xFF20},
    {0xFF3B, 0xFF40}, {0xFF5B, 0xFF65}, {0xFFE0, 0xFFFD}, {0x1F10D, 0x1FBCA}};

}  // namespace

Utf8Lead utf8_lead(uint8_t byte) {
    if (byte < 0x80) return {0};
    if (byte < 0xC2 || byte > 0xF4) return {-1};
    if (byte < 0xE0) return {1};
    if (byte == 0xE0) return {2, 0xA0, 0xBF};  // no overlong forms
    if (byte == 0xED) return {2, 0x80, 0x9F};  // no surrogates
    if (byte < 0xF0) return {2};
    if (byte == 0xF0) return {3, 0x90, 0xBF};
    if (byte == 0xF4) return {3, 0x80, 0x8F};  // nothing above U+10FFFF
    return {3};
}

Utf8Character utf8_character(std::string_view text) {
    if (text.empty()) return {};
    const auto byte = [&](size_t i) { return static_cast<uint8_t>(text[i]); };
    const Utf8Lead lead = utf8_lead(byte(0));
    if (lead.following == 0) return {1, byte(0)};
    const size_t length = lead.following + 1;
    if (lead.following < 0 || text.size() < length || byte(1) < lead.low || byte(1) > lead.high) return {};
    char32_t code = byte(0) & (0x3F >> lead.following);
    for (size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0) != 0x80) return {};
        code = code << 6 | (byte(i) & 0x3F);
    }
    return {length, code};
}

bool is_sign(char32_t code) {
    if (code < 0x80) return !((code >= '0' && code <= '9') || ((code | 32) >= 'a' && (code | 32) <= 'z'));
    const Range* after = std::upper_bound(std::begin(sign_ranges), std::end(sign_ranges), code,
                                          [](char32_t c, const Range& range) { return c < range.first; });
    return after != std::begin(sign_ranges) && code <= std::prev(after)->last;
}

}  // namespace floe
