#include "app/chats/prompt.h"

#include <algorithm>

namespace floe {
namespace {

constexpr int64_t kFewestAnswerTokens = 16;

/// Where the conversation may begin when older turns are dropped: at each message of the person, the last one included.
std::vector<size_t> beginnings(const std::vector<ChatMessage>& conversation, size_t first) {
    std::vector<size_t> starts = {first};
    for (size_t i = first + 1; i < conversation.size(); ++i)
        if (conversation[i].role == "user") starts.push_back(i);
    return starts;
}

Result<std::vector<Token>> render_from(const Engine& engine, const std::vector<ChatMessage>& conversation,
                                       size_t system, size_t start) {
    std::vector<ChatMessage> kept(conversation.begin(), conversation.begin() + static_cast<ptrdiff_t>(system));
    kept.insert(kept.end(), conversation.begin() + static_cast<ptrdiff_t>(start), conversation.end());
    return engine.render_chat(kept);
}

}  // namespace

const char* role_name(Message::Role role) {
    switch (role) {
        case Message::Role::System:
            return "system";
        case Message::Role::User:
            return "user";
        case Message::Role::Assistant:
            return "assistant";
    }
    return "user";
}

std::vector<ChatMessage> conversation_of(const QVector<Message>& path, const QString& system_prompt) {
    std::vector<ChatMessage> conversation;
    const auto say = [&](const std::string& role, const QString& text) {
        if (text.isEmpty()) return;
        if (!conversation.empty() && conversation.back().role == role)
            conversation.back().text += "\n\n" + text.toStdString();
        else
            conversation.push_back({role, text.toStdString()});
    };
    say("system", system_prompt);
    for (const Message& message : path) say(role_name(message.role), message.text);
    return conversation;
}

Result<Prompt> fit_prompt(const Engine& engine, const std::vector<ChatMessage>& conversation) {
    const int64_t context = engine.options().context;
    const int64_t most = context - std::min<int64_t>(1024, context / 4);
    const size_t system = !conversation.empty() && conversation.front().role == "system" ? 1 : 0;
    const std::vector<size_t> starts = beginnings(conversation, system);

    // Dropping more never makes it longer, so the first beginning that fits is found by halves.
    Prompt best;
    std::optional<Error> error;
    int64_t tokens_at_last = 0;
    const auto fits = [&](size_t start) {
        Result<std::vector<Token>> tokens = render_from(engine, conversation, system, start);
        if (!tokens) {
            error = tokens.error();
            return true;
        }
        const int64_t count = static_cast<int64_t>(tokens->size());
        const bool last = start == starts.back();
        if (last) tokens_at_last = count;
        if (count > (last ? context - kFewestAnswerTokens : most)) return false;
        best = {std::move(*tokens), static_cast<int>(start - system)};
        return true;
    };
    if (fits(starts.front())) {
        if (error) return *error;
        return best;
    }
    const auto found =
        std::partition_point(starts.begin() + 1, starts.end(), [&](size_t start) { return !fits(start); });
    if (error) return *error;
    if (found == starts.end())
        return Error{Fault::bad_input, "the message",
                     QStringLiteral("it has %1 tokens, and the model's context holds %2")
                         .arg(tokens_at_last)
                         .arg(context)
                         .toStdString(),
                     "Shorten it, or load the model with a larger context"};
    return best;
}

}  // namespace floe
