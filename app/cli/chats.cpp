// floe chats: the history, read.

#include "app/chats/chats.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <cstdio>

#include "app/cli/session.h"
#include "app/floe.h"

namespace floe::cli {
namespace {

QVector<ChatInfo> load_chats(Chats& chats) {
    QVector<ChatInfo> result;
    QEventLoop loop;
    QObject::connect(&chats, &Chats::chatsLoaded, &loop, [&](const QVector<ChatInfo>& list) {
        result = list;
        loop.quit();
    });
    QObject::connect(&chats, &Chats::failed, &loop,
                     [&](const Problem& problem) { loop.exit(fail(problem.sentence.toStdString())); });
    chats.requestChats();
    loop.exec();
    return result;
}

QVector<Message> load_messages(Chats& chats, ChatId id) {
    QVector<Message> result;
    QEventLoop loop;
    QObject::connect(&chats, &Chats::messagesLoaded, &loop, [&](ChatId, const QVector<Message>& list) {
        result = list;
        loop.quit();
    });
    QObject::connect(&chats, &Chats::failed, &loop,
                     [&](const Problem& problem) { loop.exit(fail(problem.sentence.toStdString())); });
    chats.requestMessages(id);
    loop.exec();
    return result;
}

Json chat_json(Chats& chats, const ChatInfo& info) {
    Json json = to_json(info);
    json["messages"] = Json::array();
    for (const Message& message : load_messages(chats, info.id)) json["messages"].push_back(to_json(message));
    return json;
}

int list(const Global& global) {
    return with_floe(global, [&](Floe& floe) {
        Json all = Json::array();
        for (const ChatInfo& info : load_chats(floe.chats())) {
            if (global.json)
                all.push_back(to_json(info));
            else
                std::printf("%6lld  %s  %s\n", static_cast<long long>(info.id),
                            qPrintable(info.changed.toString(QStringLiteral("yyyy-MM-dd HH:mm"))),
                            qPrintable(info.title));
        }
        if (global.json) print(all);
        return int{kDone};
    });
}

int show(const Global& global, ChatId id) {
    return with_floe(global, [&](Floe& floe) {
        for (const ChatInfo& info : load_chats(floe.chats())) {
            if (info.id != id) continue;
            if (global.json) {
                print(chat_json(floe.chats(), info));
                return int{kDone};
            }
            for (const Message& message : load_messages(floe.chats(), id)) {
                const char* who = message.role == Message::Role::User     ? "You"
                                  : message.role == Message::Role::System ? "System"
                                                                          : "Floe";
                std::printf("%s: %s\n\n", who, qPrintable(message.text));
            }
            return int{kDone};
        }
        return fail("There is no chat " + std::to_string(id) + ". `floe chats list` shows those there are.");
    });
}

/// Every chat with its messages, a JSON object a line: what a person takes along.
int export_all(const Global& global) {
    return with_floe(global, [&](Floe& floe) {
        for (const ChatInfo& info : load_chats(floe.chats())) print(chat_json(floe.chats(), info));
        return int{kDone};
    });
}

}  // namespace

void add_chats(CLI::App& app, const Global& global, int& exit_code) {
    CLI::App* command = app.add_subcommand("chats", "The history of chats");
    command->require_subcommand(1);
    command->add_subcommand("list", "List all chats, the newest first")->callback([&global, &exit_code] {
        exit_code = list(global);
    });

    auto id = std::make_shared<ChatId>(0);
    CLI::App* one = command->add_subcommand("show", "Show one chat");
    one->add_option("chat", *id, "Its number in the list")->required();
    one->callback([&global, &exit_code, id] { exit_code = show(global, *id); });

    command->add_subcommand("export", "Print every chat with its messages, a JSON object a line")
        ->callback([&global, &exit_code] { exit_code = export_all(global); });
}

}  // namespace floe::cli
