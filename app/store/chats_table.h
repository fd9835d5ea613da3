// The tables of chats and their messages.
#pragma once

#include <QDateTime>
#include <QVector>
#include <optional>

#include "app/chats/chats.h"
#include "app/store/database.h"

namespace floe::chats_table {

/// Those not removed, the one changed last first.
Result<QVector<ChatInfo>> all(Database& database);
/// Nothing where there is no such chat, or a removed one.
Result<std::optional<ChatInfo>> find(Database& database, ChatId chat);
Result<ChatInfo> add(Database& database, const QString& title, const QDateTime& now);
Outcome set_title(Database& database, ChatId chat, const QString& title);
Outcome set_changed(Database& database, ChatId chat, const QDateTime& when);

/// A removed chat is hidden, and can be shown again until it is purged.
Outcome hide(Database& database, ChatId chat, const QDateTime& now);
Outcome show(Database& database, ChatId chat);
Outcome purge(Database& database, ChatId chat);                          // only if hidden
Outcome purge_hidden_before(Database& database, const QDateTime& when);  // left behind by a program that was killed

/// From the first message of the chat to its newest, along the parents.
Result<QVector<Message>> newest_path(Database& database, ChatId chat);
/// Returns its id.
Result<MessageId> add_message(Database& database, const Message& message);
/// Text, state and counts of an answer. A message that is gone (its chat was purged) is no error.
Outcome save_answer(Database& database, const Message& message);

}  // namespace floe::chats_table
