// From a model file's vocabulary to a tokenizer.
#pragma once

#include <memory>

#include "engine/error.h"
#include "engine/format/gguf.h"
#include "engine/tokenizer/tokenizer.h"

namespace floe {

/// Copies what it needs: the file may be closed afterwards. Fault::unsupported where the vocabulary is of another kind
/// than SentencePiece's ("llama"), Fault::damaged_file where it contradicts itself.
Result<std::unique_ptr<Tokenizer>> make_tokenizer(const Gguf& file);

}  // namespace floe
