// floe chat: a conversation by lines. What is typed is in the history before the model sees it.

#include <unistd.h>

#include <QCoreApplication>
#include <QFileInfo>
#include <QSocketNotifier>
#include <QTimer>
#include <cstdio>

#include "app/chats/chats.h"
#include "app/cli/common.h"
#include "app/cli/session.h"
#include "app/floe.h"
#include "app/library/models.h"

namespace floe::cli {
namespace {

struct ChatOptions {
    std::string model;
    int64_t context = 4096;
    ChatId chat = 0;
};

/// Lines from stdin become messages, one after the other: the next waits until the last is answered.
class Conversation : public QObject {
 public:
    Conversation(Floe& floe, const ChatOptions& options, bool json)
        : floe_(floe), options_(options), json_(json), input_(STDIN_FILENO, QSocketNotifier::Read) {
        input_.setEnabled(false);
        connect(&input_, &QSocketNotifier::activated, this, [this] { read(); });
        connect(&floe_.models(), &Models::added, this,
                [this](ModelId id) { floe_.models().load(id, options_.context); });
        connect(&floe_.models(), &Models::loaded, this, [this](ModelId) { begin(); });
        connect(&floe_.models(), &Models::failed, this, [this](const QString&, const Problem& p) { give_up(p); });
        Chats& chats = floe_.chats();
        connect(&chats, &Chats::failed, this, [this](const Problem& p) { give_up(p); });
        connect(&chats, &Chats::chatAdded, this, [this](const ChatInfo& info) { converse(info.id); });
        connect(&chats, &Chats::messagesLoaded, this, [this](ChatId id, const QVector<Message>& messages) {
            if (messages.isEmpty())
                return give_up(
                    {Problem::Kind::BadInput,
                     {},
                     QStringLiteral("There is no chat with this number. `floe chats list` shows those there are.")});
            if (chat_ == 0) converse(id);
        });
        connect(&chats, &Chats::textAppended, this, [this](ChatId, MessageId, const QString& text) { show(text); });
        connect(&chats, &Chats::messageChanged, this, [this](const Message& message) { changed(message); });
        connect(&interrupt_, &QTimer::timeout, this, [this] {
            if (interrupted()) stop();
        });
        interrupt_.start(50);
    }

    void start() {
        const QString path = QFileInfo(text_of(options_.model)).absoluteFilePath();
        floe_.models().add(path);
    }

 private:
    void begin() {
        if (options_.chat != 0)
            floe_.chats().requestMessages(options_.chat);
        else
            floe_.chats().create();
    }

    void converse(ChatId id) {
        if (chat_ != 0) return;
        chat_ = id;
        input_.setEnabled(true);
        invite();
    }

    void read() {
        char piece[4096];
        const ssize_t count = ::read(STDIN_FILENO, piece, sizeof piece);
        if (count > 0) typed_.append(piece, static_cast<int>(count));
        if (count == 0) {
            ended_ = true;
            input_.setEnabled(false);
            if (!typed_.isEmpty() && !typed_.endsWith('\n')) typed_ += '\n';
        }
        next();
    }

    void next() {
        if (waiting_) return;
        for (int end; (end = typed_.indexOf('\n')) >= 0;) {
            const QString line = QString::fromUtf8(typed_.left(end)).trimmed();
            typed_.remove(0, end + 1);
            if (line.isEmpty()) continue;
            waiting_ = true;
            floe_.chats().send(chat_, line);
            return;
        }
        if (ended_) QCoreApplication::exit(kDone);
    }

    void show(const QString& text) {
        if (json_) return;
        const QByteArray bytes = text.toUtf8();
        std::fwrite(bytes.data(), 1, static_cast<size_t>(bytes.size()), stdout);
        std::fflush(stdout);
    }

    void changed(const Message& message) {
        if (message.role != Message::Role::Assistant) return;
        if (message.state == Message::State::Waiting || message.state == Message::State::Streaming) return;
        if (!waiting_) return;
        waiting_ = false;
        if (json_)
            print(to_json(message));
        else
            std::printf("\n"), std::fflush(stdout);
        if (message.state == Message::State::Failed) fail(message.problem.toStdString());
        if (interrupted()) return QCoreApplication::exit(kBrokenOff);
        invite();
        next();
    }

    void invite() {
        if (on_terminal(stdin) && on_terminal(stdout) && !json_) std::printf("> "), std::fflush(stdout);
    }

    void stop() {
        interrupt_.stop();
        if (!waiting_) return QCoreApplication::exit(kBrokenOff);
        floe_.chats().stop(chat_);
    }

    void give_up(const Problem& problem) { QCoreApplication::exit(fail(problem.sentence.toStdString())); }

    Floe& floe_;
    const ChatOptions& options_;
    bool json_, waiting_ = false, ended_ = false;
    ChatId chat_ = 0;
    QByteArray typed_;
    QSocketNotifier input_;
    QTimer interrupt_;
};

int run(const Global& global, const ChatOptions& options) {
    return with_floe(global, [&](Floe& floe) {
        Conversation conversation(floe, options, global.json);
        QTimer::singleShot(0, &conversation, [&] { conversation.start(); });
        return QCoreApplication::exec();
    });
}

}  // namespace

void add_chat(CLI::App& app, const Global& global, int& exit_code) {
    auto options = std::make_shared<ChatOptions>();
    CLI::App* command = app.add_subcommand("chat", "Talk with a model: each line is a message");
    command->add_option("-m,--model", options->model, "Model file (GGUF)")->required();
    command->add_option("--context", options->context, "Most tokens of the conversation")
        ->check(CLI::Range(int64_t{64}, int64_t{1} << 24))
        ->capture_default_str();
    command->add_option("--chat", options->chat, "Go on with this chat of the history")->check(CLI::PositiveNumber);
    command->callback([&global, &exit_code, options] { exit_code = run(global, *options); });
}

}  // namespace floe::cli
