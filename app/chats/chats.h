// Conversations: written to the store before the engine sees them, streamed back piece by piece.
#pragma once

#include <QDateTime>
#include <QObject>
#include <QString>
#include <QVector>
#include <memory>

#include "app/problem.h"

namespace floe {

class Store;
class Models;

using ChatId = qint64;
using MessageId = qint64;

struct ChatInfo {
    ChatId id = 0;
    QString title;
    QDateTime changed;
};

struct Message {
    MessageId id = 0, parent = 0;  // a tree: regenerated answers are siblings
    ChatId chat = 0;
    enum class Role { System, User, Assistant } role = Role::User;
    /// Interrupted: the program ended while this answer was being written.
    enum class State { Complete, Waiting, Streaming, Stopped, Failed, Interrupted } state = State::Complete;
    QString text, problem;  // problem: the sentence of a failed answer
    QString note;           // what the person should know of it, such as that older messages did not fit; or empty
    QString model;
    qint64 tokens = 0;
    double seconds = 0;  // of answering
    QDateTime created;
    double tokensPerSecond() const { return seconds > 0 ? tokens / seconds : 0; }
};

/// Lives on the UI thread; reading and writing happen on the store's thread, answers come from the engine's.
class Chats : public QObject {
    Q_OBJECT
 public:
    Chats(Store& store, Models& models, QObject* parent = nullptr);
    ~Chats() override;

    void requestChats();                     // answered by chatsLoaded
    void requestMessages(ChatId chat);       // answered by messagesLoaded: the path to the newest answer, oldest first
    void create(const QString& title = {});  // answered by chatAdded
    void rename(ChatId chat, const QString& title);  // answered by chatChanged
    void remove(ChatId chat);                        // answered by chatRemoved; kept until the program ends, so that
    void restore(ChatId chat);                       // this brings it back: chatAdded

    /// messageAdded (user), messageAdded (assistant, waiting), textAppended …, messageChanged. Without a model the
    /// message is kept, and failed() says what to do. Refused with notSent() while an answer is being written.
    void send(ChatId chat, const QString& text);
    /// The last answer again: messageRemoved from view, messageAdded … A last message without an answer gets one.
    void regenerate(ChatId chat);
    void stop(ChatId chat);  // what had arrived stays
    bool answering(ChatId chat) const;

    /// How answers are made; holds for those that begin from now on.
    struct Answering {
        double temperature = 0.7;
        double topP = 0.95;
        qint64 maxTokens = 0;  // 0: as many as the context leaves
        QString systemPrompt;  // said to the model before each conversation; may be empty
        quint64 seed = 0;      // 0: another one for each answer
    };
    void setAnswering(const Answering& answering);

    /// Tokens of the conversation as it would be sent now, and how many fit; 0, 0 without a model. Cheap: counted while
    /// answering.
    struct Context {
        qint64 used = 0, size = 0;
    };
    Context context(ChatId chat) const;

 signals:
    void chatsLoaded(const QVector<floe::ChatInfo>& chats);
    void chatAdded(const floe::ChatInfo& chat);
    void chatChanged(const floe::ChatInfo& chat);
    void chatRemoved(floe::ChatId chat);
    void messagesLoaded(floe::ChatId chat, const QVector<floe::Message>& messages);
    void messageAdded(const floe::Message& message);
    void messageRemoved(floe::ChatId chat, floe::MessageId message);
    void textAppended(floe::ChatId chat, floe::MessageId message, const QString& text);
    void messageChanged(const floe::Message& message);  // state, counts, or the whole text
    void contextChanged(floe::ChatId chat);
    void notSent(floe::ChatId chat, const QString& text);  // nothing was kept of it: give the person the text back
    void failed(const floe::Problem& problem);             // the store could not write, no model is loaded, …

 private:
    struct Hidden;
    std::unique_ptr<Hidden> hidden_;
};

}  // namespace floe
