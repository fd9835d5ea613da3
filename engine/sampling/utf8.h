// Whole UTF-8 characters from bytes that come in pieces.
#pragma once

#include <string>
#include <string_view>

namespace floe {

/// Holds back a character's first bytes until its last one has come. Bytes that can be part of no character become
/// U+FFFD, one for each longest beginning of a character (Unicode 15, section 3.9).
class Utf8Assembler {
 public:
    /// The whole characters that are there now.
    std::string add(std::string_view bytes);
    /// What was held back can't be completed any more: U+FFFD, or nothing.
    std::string finish();

 private:
    std::string held_;  // a beginning of a character, at most 3 bytes
};

}  // namespace floe
