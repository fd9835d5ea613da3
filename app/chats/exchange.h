// What is written when a message is sent or an answer is asked for again, all or nothing, before the engine sees it.
#pragma once

#include <QDateTime>
#include <QVector>
#include <optional>

#include "app/chats/chats.h"
#include "app/store/database.h"

namespace floe {

struct Exchange {
    std::optional<ChatInfo> chat;     // with its new title and time
    std::optional<Message> question;  // new user message
    std::optional<Message> answer;    // new, waiting
    MessageId replaced = 0;           // answer that the new one stands beside
    QVector<Message> path;            // what the answer answers, oldest first, the question last
};

/// Adds the message behind the newest one. `model` empty: no answer is begun.
Result<Exchange> write_question(Database& database, ChatId chat, const QString& text, const QString& model,
                                const QDateTime& now);

/// Adds another answer beside the last one, or the first one to a question that has none.
Result<Exchange> write_new_answer(Database& database, ChatId chat, const QString& model, const QDateTime& now);

}  // namespace floe
