#include "app/chats/exchange.h"

#include "app/chats/title.h"
#include "app/store/chats_table.h"

namespace floe {
namespace {

std::string name_of(ChatId chat) {
    return QStringLiteral("chat %1").arg(chat).toStdString();
}

Result<ChatInfo> existing_chat(Database& database, ChatId chat) {
    const Result<std::optional<ChatInfo>> found = chats_table::find(database, chat);
    if (!found) return found.error();
    if (*found) return **found;
    return Error{Fault::bad_input, name_of(chat), "it is not there any more", "Begin a new chat"};
}

Result<Message> add(Database& database, Message message) {
    const Result<MessageId> id = chats_table::add_message(database, message);
    if (!id) return id.error();
    message.id = *id;
    return message;
}

Message waiting_answer(ChatId chat, MessageId parent, const QString& model, const QDateTime& now) {
    Message answer;
    answer.chat = chat;
    answer.parent = parent;
    answer.role = Message::Role::Assistant;
    answer.state = Message::State::Waiting;
    answer.model = model;
    answer.created = now;
    return answer;
}

Outcome add_question(Database& database, Exchange& exchange, ChatId chat, const QString& text, const QDateTime& now) {
    const Result<ChatInfo> info = existing_chat(database, chat);
    if (!info) return info.error();
    Result<QVector<Message>> path = chats_table::newest_path(database, chat);
    if (!path) return path.error();
    exchange.path = std::move(*path);

    Message question;
    question.chat = chat;
    question.parent = exchange.path.isEmpty() ? 0 : exchange.path.last().id;
    question.text = text;
    question.created = now;
    const Result<Message> added = add(database, question);
    if (!added) return added.error();
    exchange.question = *added;
    exchange.path << *added;

    exchange.chat = *info;
    exchange.chat->changed = now;
    if (info->title.isEmpty()) {
        exchange.chat->title = title_of(text);
        if (Outcome titled = chats_table::set_title(database, chat, exchange.chat->title); !titled) return titled;
    }
    return chats_table::set_changed(database, chat, now);
}

Outcome add_answer(Database& database, Exchange& exchange, ChatId chat, const QString& model, const QDateTime& now) {
    const Result<Message> added = add(database, waiting_answer(chat, exchange.path.last().id, model, now));
    if (!added) return added.error();
    exchange.answer = *added;
    return Done{};
}

}  // namespace

Result<Exchange> write_question(Database& database, ChatId chat, const QString& text, const QString& model,
                                const QDateTime& now) {
    Exchange exchange;
    Outcome done = database.transaction([&]() -> Outcome {
        if (Outcome asked = add_question(database, exchange, chat, text, now); !asked) return asked;
        return model.isEmpty() ? Outcome(Done{}) : add_answer(database, exchange, chat, model, now);
    });
    if (!done) return done.error();
    return exchange;
}

Result<Exchange> write_new_answer(Database& database, ChatId chat, const QString& model, const QDateTime& now) {
    Exchange exchange;
    Outcome done = database.transaction([&]() -> Outcome {
        const Result<ChatInfo> info = existing_chat(database, chat);
        if (!info) return info.error();
        Result<QVector<Message>> path = chats_table::newest_path(database, chat);
        if (!path) return path.error();
        exchange.path = std::move(*path);
        if (!exchange.path.isEmpty() && exchange.path.last().role == Message::Role::Assistant)
            exchange.replaced = exchange.path.takeLast().id;
        if (exchange.path.isEmpty())
            return Error{Fault::bad_input, name_of(chat), "it has no message to answer", "Write one first"};
        return add_answer(database, exchange, chat, model, now);
    });
    if (!done) return done.error();
    return exchange;
}

}  // namespace floe
