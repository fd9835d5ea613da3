#include "app/store/chats_table.h"

#include <array>
#include <iterator>

namespace floe::chats_table {
namespace {

constexpr Statement kAll{
    "chats.all", "SELECT id, title, changed_at FROM chats WHERE removed_at IS NULL ORDER BY changed_at DESC, id DESC"};
constexpr Statement kFind{"chats.find", "SELECT id, title, changed_at FROM chats WHERE id = ? AND removed_at IS NULL"};
constexpr Statement kAdd{"chats.add", "INSERT INTO chats(title, created_at, changed_at) VALUES (?, ?, ?)"};
constexpr Statement kSetTitle{"chats.set_title", "UPDATE chats SET title = ? WHERE id = ?"};
constexpr Statement kSetChanged{"chats.set_changed", "UPDATE chats SET changed_at = ? WHERE id = ?"};
constexpr Statement kHide{"chats.hide", "UPDATE chats SET removed_at = ? WHERE id = ?"};
constexpr Statement kShow{"chats.show", "UPDATE chats SET removed_at = NULL WHERE id = ?"};
constexpr Statement kPurge{"chats.purge", "DELETE FROM chats WHERE id = ? AND removed_at IS NOT NULL"};
constexpr Statement kPurgeBefore{"chats.purge_before", "DELETE FROM chats WHERE removed_at < ?"};

// A child's id is greater than its parent's, so the newest message is a leaf and ids sort the path.
constexpr Statement kNewestPath{
    "messages.newest_path",
    "WITH RECURSIVE path(id) AS ("
    " SELECT max(id) FROM messages WHERE chat_id = ?"
    " UNION ALL"
    " SELECT parent_id FROM messages JOIN path USING (id) WHERE parent_id IS NOT NULL)"
    " SELECT id, parent_id, chat_id, role, state, text, problem, note, model, tokens, seconds, created_at"
    " FROM messages WHERE id IN (SELECT id FROM path) ORDER BY id"};
constexpr Statement kAddMessage{
    "messages.add",
    "INSERT INTO messages(parent_id, chat_id, role, state, text, problem, note, model, tokens, seconds, created_at)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
constexpr Statement kSaveAnswer{"messages.save_answer",
                                "UPDATE messages SET state = ?, text = ?, problem = ?, note = ?, model = ?,"
                                " tokens = ?, seconds = ? WHERE id = ?"};

// In the order of the enums.
constexpr std::array kRoles = {"system", "user", "assistant"};
constexpr std::array kStates = {"complete", "waiting", "streaming", "stopped", "failed", "interrupted"};

template <class Enum, size_t count>
Enum parse(const QString& word, const std::array<const char*, count>& words) {
    for (size_t i = 0; i < count; ++i)
        if (word == QLatin1String(words[i])) return static_cast<Enum>(i);
    return Enum{};  // a CHECK in the table keeps other words out
}

QString word(Message::Role role) {
    return QString::fromLatin1(kRoles[static_cast<size_t>(role)]);
}
QString word(Message::State state) {
    return QString::fromLatin1(kStates[static_cast<size_t>(state)]);
}

QDateTime time_of(const QVariant& value) {
    return QDateTime::fromMSecsSinceEpoch(value.toLongLong());
}

ChatInfo chat_of(const QSqlQuery& row) {
    return {row.value(0).toLongLong(), row.value(1).toString(), time_of(row.value(2))};
}

Message message_of(const QSqlQuery& row) {
    Message message;
    message.id = row.value(0).toLongLong();
    message.parent = row.value(1).toLongLong();
    message.chat = row.value(2).toLongLong();
    message.role = parse<Message::Role>(row.value(3).toString(), kRoles);
    message.state = parse<Message::State>(row.value(4).toString(), kStates);
    message.text = row.value(5).toString();
    message.problem = row.value(6).toString();
    message.note = row.value(7).toString();
    message.model = row.value(8).toString();
    message.tokens = row.value(9).toLongLong();
    message.seconds = row.value(10).toDouble();
    message.created = time_of(row.value(11));
    return message;
}

Outcome done(const Result<Database::Changed>& changed) {
    if (!changed) return changed.error();
    return Done{};
}

}  // namespace

Result<QVector<ChatInfo>> all(Database& database) {
    QVector<ChatInfo> chats;
    Outcome read = database.each(kAll, {}, [&](const QSqlQuery& row) { chats << chat_of(row); });
    if (!read) return read.error();
    return chats;
}

Result<std::optional<ChatInfo>> find(Database& database, ChatId chat) {
    std::optional<ChatInfo> found;
    Outcome read = database.each(kFind, {chat}, [&](const QSqlQuery& row) { found = chat_of(row); });
    if (!read) return read.error();
    return found;
}

Result<ChatInfo> add(Database& database, const QString& title, const QDateTime& now) {
    auto added = database.run(kAdd, {title, now.toMSecsSinceEpoch(), now.toMSecsSinceEpoch()});
    if (!added) return added.error();
    return ChatInfo{added->id, title, now};
}

Outcome set_title(Database& database, ChatId chat, const QString& title) {
    return done(database.run(kSetTitle, {title, chat}));
}

Outcome set_changed(Database& database, ChatId chat, const QDateTime& when) {
    return done(database.run(kSetChanged, {when.toMSecsSinceEpoch(), chat}));
}

Outcome hide(Database& database, ChatId chat, const QDateTime& now) {
    return done(database.run(kHide, {now.toMSecsSinceEpoch(), chat}));
}

Outcome show(Database& database, ChatId chat) {
    return done(database.run(kShow, {chat}));
}

Outcome purge(Database& database, ChatId chat) {
    return done(database.run(kPurge, {chat}));
}

Outcome purge_hidden_before(Database& database, const QDateTime& when) {
    return done(database.run(kPurgeBefore, {when.toMSecsSinceEpoch()}));
}

Result<QVector<Message>> newest_path(Database& database, ChatId chat) {
    QVector<Message> path;
    Outcome read = database.each(kNewestPath, {chat}, [&](const QSqlQuery& row) { path << message_of(row); });
    if (!read) return read.error();
    return path;
}

Result<MessageId> add_message(Database& database, const Message& message) {
    const QVariant parent = message.parent == 0 ? QVariant(QMetaType::fromType<qint64>()) : QVariant(message.parent);
    auto added = database.run(kAddMessage, {parent, message.chat, word(message.role), word(message.state), message.text,
                                            message.problem, message.note, message.model, message.tokens,
                                            message.seconds, message.created.toMSecsSinceEpoch()});
    if (!added) return added.error();
    return added->id;
}

Outcome save_answer(Database& database, const Message& message) {
    return done(database.run(kSaveAnswer, {word(message.state), message.text, message.problem, message.note,
                                           message.model, message.tokens, message.seconds, message.id}));
}

}  // namespace floe::chats_table
