// From a conversation to the tokens that the engine gets: the system prompt, then as many of the newest turns as fit.
#pragma once

#include <QString>
#include <QVector>

#include "app/chats/chats.h"
#include "engine/engine.h"

namespace floe {

/// As templates, JSON and people call it: "system", "user", "assistant".
const char* role_name(Message::Role role);

/// What a model is told of the messages. Answers without text (failed, or stopped at once) are left out, and messages
/// of one role in a row become one, since many templates insist on turns.
std::vector<ChatMessage> conversation_of(const QVector<Message>& path, const QString& system_prompt);

struct Prompt {
    std::vector<Token> tokens;
    int left_out = 0;  // oldest messages that did not fit
};

/// Drops the oldest turns (never the system prompt, never the last message) until the prompt leaves room for an answer:
/// a quarter of the context, at most 1024 tokens. Fault::bad_input: the last message alone is too long.
Result<Prompt> fit_prompt(const Engine& engine, const std::vector<ChatMessage>& conversation);

}  // namespace floe
