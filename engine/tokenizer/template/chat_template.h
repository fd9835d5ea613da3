// Conversations as the text that a model was trained on. Common templates are known by name; they are recognised by the
// marks in the model's own template.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/engine.h"
#include "engine/tokenizer/tokenizer.h"

namespace floe {

/// One piece of a rendered conversation. Only our own markup may become control tokens, never what a person wrote.
struct ChatPiece {
    std::string text;
    bool markup = false;
};

/// A named template. A value; immutable.
class ChatTemplate {
 public:
    /// The one that `jinja` (tokenizer.chat_template) is an instance of: chatml, llama-2, llama-3, phi-3, gemma,
    /// zephyr, mistral; else "plain": User: … Assistant: ….
    static ChatTemplate recognise(std::string_view jinja);

    std::string_view name() const;

    /// Ready for the assistant's answer; without bos. Fault::bad_input for roles other than user and assistant (and
    /// system in the first message), and for a conversation that does not end with the user.
    Result<std::vector<ChatPiece>> render(const std::vector<ChatMessage>& messages) const;

    /// Texts that end an answer, markup included, for models whose end is no control token.
    std::vector<std::string> stops() const;

 private:
    struct Style;
    static const Style styles_[];
    explicit ChatTemplate(const Style* style) : style_(style) {}
    const Style* style_;
};

/// The conversation as tokens, bos first where the tokenizer adds one.
std::vector<Token> encode_chat(const std::vector<ChatPiece>& pieces, const Tokenizer& tokenizer);

}  // namespace floe
