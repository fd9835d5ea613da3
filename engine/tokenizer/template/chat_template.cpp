#include "engine/tokenizer/template/chat_template.h"

#include <algorithm>
#include <iterator>

namespace floe {
namespace {

struct Around {
    std::string_view before, after;
};

/// Where what the system says stands: in a turn of its own, or inside the first or the last of the user's.
enum class SystemPlace { own, first_user, last_user };

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view space = " \t\r\n";
    const size_t begin = std::min(text.find_first_not_of(space), text.size());
    return text.substr(begin, text.find_last_not_of(space) + 1 - begin);
}

/// Neighbouring markup grows together; empty pieces are left out.
void add(std::vector<ChatPiece>& pieces, std::string_view text, bool markup) {
    if (text.empty()) return;
    if (!pieces.empty() && pieces.back().markup && markup)
        pieces.back().text += text;
    else
        pieces.push_back({std::string(text), markup});
}

Error bad_conversation(std::string problem, std::string advice) {
    return {Fault::bad_input, "conversation", std::move(problem), std::move(advice)};
}

Outcome check(const std::vector<ChatMessage>& messages) {
    if (messages.empty()) return bad_conversation("it is empty", "Begin with a message of the role user");
    for (size_t i = 0; i < messages.size(); ++i) {
        const std::string& role = messages[i].role;
        if (role == "system" && i > 0)
            return bad_conversation("the system speaks after the beginning", "Put the system's message first");
        if (role != "system" && role != "user" && role != "assistant")
            return bad_conversation("message " + std::to_string(i + 1) + " has the role \"" + role.substr(0, 40) + "\"",
                                    "Use system, user or assistant");
    }
    if (messages.back().role != "user")
        return bad_conversation("it does not end with the user", "Let a message of the role user be the last");
    return Done{};
}

}  // namespace

struct ChatTemplate::Style {
    std::string_view name;
    Around marks;  // both stand in every template of the kind
    Around system, user, assistant;
    std::string_view answer;  // what the assistant's answer follows
    std::string_view stop;
    bool trims = false;
    SystemPlace system_place = SystemPlace::own;
};

// In the order in which they are tried.
const ChatTemplate::Style ChatTemplate::styles_[] = {
    {.name = "chatml",
     .marks = {"<|im_start|>", "<|im_end|>"},
     .system = {"<|im_start|>system\n", "<|im_end|>\n"},
     .user = {"<|im_start|>user\n", "<|im_end|>\n"},
     .assistant = {"<|im_start|>assistant\n", "<|im_end|>\n"},
     .answer = "<|im_start|>assistant\n",
     .stop = "<|im_end|>"},
    {.name = "llama-3",
     .marks = {"<|start_header_id|>", "<|eot_id|>"},
     .system = {"<|start_header_id|>system<|end_header_id|>\n\n", "<|eot_id|>"},
     .user = {"<|start_header_id|>user<|end_header_id|>\n\n", "<|eot_id|>"},
     .assistant = {"<|start_header_id|>assistant<|end_header_id|>\n\n", "<|eot_id|>"},
     .answer = "<|start_header_id|>assistant<|end_header_id|>\n\n",
     .stop = "<|eot_id|>",
     .trims = true},
    {.name = "gemma",
     .marks = {"<start_of_turn>", "<end_of_turn>"},
     .system = {"", "\n\n"},
     .user = {"<start_of_turn>user\n", "<end_of_turn>\n"},
     .assistant = {"<start_of_turn>model\n", "<end_of_turn>\n"},
     .answer = "<start_of_turn>model\n",
     .stop = "<end_of_turn>",
     .trims = true,
     .system_place = SystemPlace::first_user},
    {.name = "phi-3",
     .marks = {"<|assistant|>", "<|end|>"},
     .system = {"<|system|>\n", "<|end|>\n"},
     .user = {"<|user|>\n", "<|end|>\n"},
     .assistant = {"<|assistant|>\n", "<|end|>\n"},
     .answer = "<|assistant|>\n",
     .stop = "<|end|>"},
    {.name = "zephyr",
     .marks = {"<|assistant|>", "<|user|>"},
     .system = {"<|system|>\n", "</s>\n"},
     .user = {"<|user|>\n", "</s>\n"},
     .assistant = {"<|assistant|>\n", "</s>\n"},
     .answer = "<|assistant|>\n",
     .stop = "</s>"},
    {.name = "llama-2",
     .marks = {"[INST]", "<<SYS>>"},
     .system = {"<<SYS>>\n", "\n<</SYS>>\n\n"},
     .user = {"[INST] ", " [/INST]"},
     .assistant = {" ", " </s><s>"},
     .answer = "",
     .stop = "</s>",
     .trims = true,
     .system_place = SystemPlace::first_user},
    {.name = "mistral",
     .marks = {"[INST] ", "[/INST]"},
     .system = {"", "\n\n"},
     .user = {"[INST] ", " [/INST]"},
     .assistant = {" ", "</s>"},
     .answer = "",
     .stop = "</s>",
     .system_place = SystemPlace::last_user},
    {.name = "mistral-nemo",
     .marks = {"[INST]", "[/INST]"},
     .system = {"", "\n\n"},
     .user = {"[INST]", "[/INST]"},
     .assistant = {"", "</s>"},
     .answer = "",
     .stop = "</s>",
     .system_place = SystemPlace::last_user},
    {.name = "plain",
     .marks = {"", ""},
     .system = {"", "\n\n"},
     .user = {"User: ", "\n"},
     .assistant = {"Assistant: ", "\n"},
     .answer = "Assistant:",
     .stop = "\nUser:",
     .trims = true},
};

ChatTemplate ChatTemplate::recognise(std::string_view jinja) {
    const auto has_marks = [&](const Style& style) {
        return jinja.find(style.marks.before) != jinja.npos && jinja.find(style.marks.after) != jinja.npos;
    };
    return ChatTemplate(std::find_if(std::begin(styles_), std::end(styles_) - 1, has_marks));
}

std::string_view ChatTemplate::name() const {
    return style_->name;
}

Result<std::vector<ChatPiece>> ChatTemplate::render(const std::vector<ChatMessage>& messages) const {
    if (Outcome sound = check(messages); !sound) return sound.error();
    const Style& style = *style_;
    const auto text_of = [&](const ChatMessage& m) { return style.trims ? trimmed(m.text) : std::string_view(m.text); };
    const bool has_system = messages.front().role == "system";
    const auto is_user = [](const ChatMessage& m) { return m.role == "user"; };
    const ChatMessage* host = nullptr;  // whose turn the system's words are in
    if (has_system && style.system_place == SystemPlace::first_user)
        host = &*std::find_if(messages.begin(), messages.end(), is_user);
    if (has_system && style.system_place == SystemPlace::last_user) host = &messages.back();

    std::vector<ChatPiece> pieces;
    const auto add_system = [&] {
        add(pieces, style.system.before, true);
        add(pieces, text_of(messages.front()), false);
        add(pieces, style.system.after, true);
    };
    for (const ChatMessage& message : messages) {
        if (message.role == "system") {
            if (!host) add_system();
            continue;
        }
        const Around& around = is_user(message) ? style.user : style.assistant;
        add(pieces, around.before, true);
        if (&message == host) add_system();
        add(pieces, text_of(message), false);
        add(pieces, around.after, true);
    }
    add(pieces, style.answer, true);
    return pieces;
}

std::vector<std::string> ChatTemplate::stops() const {
    return {std::string(style_->stop)};
}

std::vector<Token> encode_chat(const std::vector<ChatPiece>& pieces, const Tokenizer& tokenizer) {
    std::vector<TextPart> parts;
    for (const ChatPiece& piece : pieces) parts.push_back({piece.text, piece.markup});
    std::vector<Token> tokens = tokenizer.encode_parts(parts);
    if (tokenizer.adds_bos()) tokens.insert(tokens.begin(), tokenizer.bos());
    return tokens;
}

}  // namespace floe
