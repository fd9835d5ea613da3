// A vocabulary as the bytes of SentencePiece's own model file.
#pragma once

#include <string>

#include "engine/tokenizer/vocabulary.h"

namespace floe {

/// A serialised ModelProto, written field by field: Debian's library comes without its generated classes.
///                                                 github.com/google/sentencepiece src/sentencepiece_model.proto
/// The word-start space is left to the caller, who knows where a text begins.
std::string sentencepiece_model(const Vocabulary& vocabulary);

}  // namespace floe
