// What a person may see of an answer while it is written.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/sampling/utf8.h"

namespace floe {

/// Puts the bytes of tokens together to whole characters, and holds back what may turn out to be the beginning of a
/// stop string. The pieces that add() and finish() return, one after the other, are the answer.
class AnswerText {
 public:
    /// `drop_space`: the answer's first piece shows a space that isn't there (Tokenizer::adds_space).
    AnswerText(std::vector<std::string> stops, bool drop_space);

    /// Takes the bytes that a token added; returns what may be shown now.
    std::string add(std::string_view bytes);
    /// A stop string was found: it and what follows are not part of the answer.
    bool stopped() const { return stopped_; }
    /// The answer ended: what was held back.
    std::string finish();

 private:
    size_t stop_in_held() const;   // where the first stop string begins; npos: none
    size_t possible_stop() const;  // bytes at the end that a stop string may begin with

    std::vector<std::string> stops_;
    bool drop_space_;
    bool stopped_ = false;
    Utf8Assembler characters_;
    std::string held_;
};

}  // namespace floe
