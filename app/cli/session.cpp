#include "app/cli/session.h"

#include <QCoreApplication>

#include "app/chats/prompt.h"
#include "app/extraction/bills.h"
#include "app/floe.h"

namespace floe::cli {
namespace {

const char* name(Message::State state) {
    switch (state) {
        case Message::State::Complete:
            return "complete";
        case Message::State::Waiting:
            return "waiting";
        case Message::State::Streaming:
            return "streaming";
        case Message::State::Stopped:
            return "stopped";
        case Message::State::Failed:
            return "failed";
        case Message::State::Interrupted:
            return "interrupted";
    }
    return "complete";
}

}  // namespace

int with_floe(const Global& global, const std::function<int(Floe&)>& body) {
    int argc = 1;
    char program[] = "floe";
    char* argv[] = {program, nullptr};
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("floe"));
    Floe floe(text_of(global.data));
    if (!floe.problem().isEmpty()) return fail(floe.problem().toStdString());
    if (!floe.notice().isEmpty()) std::fprintf(stderr, "%s\n", qPrintable(floe.notice()));
    floe.bills().setPaused(true);  // what waits is read by the window, or by a command that says so
    return body(floe);
}

Json to_json(const ChatInfo& chat) {
    return {{"id", chat.id},
            {"title", chat.title.toStdString()},
            {"changed", chat.changed.toUTC().toString(Qt::ISODate).toStdString()}};
}

Json to_json(const Message& message) {
    Json json = {{"id", message.id},
                 {"chat", message.chat},
                 {"role", role_name(message.role)},
                 {"state", name(message.state)},
                 {"text", message.text.toStdString()},
                 {"created", message.created.toUTC().toString(Qt::ISODate).toStdString()}};
    if (message.role == Message::Role::Assistant) {
        json["model"] = message.model.toStdString();
        json["tokens"] = message.tokens;
        json["tokens_per_s"] = message.tokensPerSecond();
    }
    if (!message.problem.isEmpty()) json["problem"] = message.problem.toStdString();
    return json;
}

}  // namespace floe::cli
