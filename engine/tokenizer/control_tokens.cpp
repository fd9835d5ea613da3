#include "engine/tokenizer/control_tokens.h"

#include <algorithm>

namespace floe {

void ControlTokens::add(std::string_view text, Token token) {
    if (text.empty()) return;
    auto& literals = by_first_byte_[static_cast<unsigned char>(text[0])];
    const auto place = std::find_if(literals.begin(), literals.end(),
                                    [&](const Literal& other) { return other.text.size() < text.size(); });
    literals.insert(place, {std::string(text), token});
}

ControlTokens::Found ControlTokens::next(std::string_view text, size_t from) const {
    for (size_t begin = from; begin < text.size(); ++begin)
        for (const Literal& literal : by_first_byte_[static_cast<unsigned char>(text[begin])])
            if (text.substr(begin).starts_with(literal.text)) return {begin, literal.text.size(), literal.token};
    return {text.size(), 0, -1};
}

}  // namespace floe
