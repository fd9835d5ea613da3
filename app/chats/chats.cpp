#include "app/chats/chats.h"

#include <QHash>
#include <QSet>
#include <map>

#include "app/chats/exchange.h"
#include "app/chats/prompt.h"
#include "app/chats/running_answer.h"
#include "app/library/models_engine.h"
#include "app/problem_of.h"
#include "app/store/chats_table.h"
#include "app/store/store.h"
#include "app/worker.h"

namespace floe {
namespace {

constexpr int kRetryMilliseconds = 2000;
constexpr int kRemovedDays = 1;  // a removed chat of a program that was killed goes after this

bool in_work(Message::State state) {
    return state == Message::State::Waiting || state == Message::State::Streaming;
}

Request request_for(const Engine& engine, Prompt prompt, const Chats::Answering& how, MessageId answer) {
    Request request;
    const int64_t room = engine.options().context - static_cast<int64_t>(prompt.tokens.size());
    request.max_tokens = how.maxTokens > 0 ? std::min<int64_t>(how.maxTokens, room) : room;
    request.prompt = std::move(prompt.tokens);
    request.sampling.temperature = static_cast<float>(how.temperature);
    request.sampling.top_p = static_cast<float>(how.topP);
    request.sampling.seed = how.seed ? how.seed : static_cast<uint64_t>(answer);
    request.stop = engine.chat_stops();
    return request;
}

/// Tokenising a long conversation takes longer than a frame, so this runs on the worker.
void submit(const std::shared_ptr<Engine>& engine, const std::shared_ptr<AnswerFeed>& feed,
            const QVector<Message>& path, const Chats::Answering& how, MessageId answer) {
    if (feed->stopped()) return feed->end(Finish::cancelled);
    Result<Prompt> prompt = fit_prompt(*engine, conversation_of(path, how.systemPrompt));
    if (!prompt) return feed->end(Finish::failed, prompt.error());
    feed->prompt_is(static_cast<int64_t>(prompt->tokens.size()), prompt->left_out);
    const RequestId id = engine->submit(request_for(*engine, std::move(*prompt), how, answer), feed->callback());
    feed->submitted(engine, id);
}

}  // namespace

struct Chats::Hidden {
    Hidden(Chats& owner, Store& history, Models& library) : chats(owner), store(history), models(library) {}

    /// Asks the store; a failure is told, an answer goes on to `then`.
    template <class Job, class Then>
    void ask(Job job, Then then) {
        store.ask(hop.sender(), std::move(job), [this, then = std::move(then)](auto answer) mutable {
            if (answer)
                then(*answer);
            else
                emit chats.failed(problem_of(answer.error()));
        });
    }

    QString model_name() const;
    void start(ChatId chat);
    void written(ChatId chat, const Exchange& exchange);
    void not_written(ChatId chat, const Error& error);
    void ended(const Message& message);
    void save(const Message& message);
    void save_last(const Message& message);
    void count(ChatId chat, const QVector<Message>& path);
    void count_again();
    void set_used(ChatId chat, int64_t tokens);
    QVector<Message> as_seen(const QVector<Message>& path) const;
    void tell_no_model();

    Chats& chats;
    Store& store;
    Models& models;
    Answering answering;
    std::map<ChatId, std::unique_ptr<RunningAnswer>> running;
    QHash<MessageId, Message> unsaved;  // ended answers that the store has not taken yet
    QSet<ChatId> removed;
    QHash<ChatId, qint64> used;  // tokens of the conversation
    ChatId counted = 0;          // chat that was read last, counted again for another model
    Hop hop;
    Worker worker;
};

// --- answers

QString Chats::Hidden::model_name() const {
    const ModelId id = models.loadedId();
    for (const ModelEntry& entry : models.entries())
        if (entry.id == id) return entry.name;
    return {};
}

void Chats::Hidden::tell_no_model() {
    emit chats.failed({Problem::Kind::BadInput, Chats::tr("model"),
                       Chats::tr("No model is loaded. Load one on the models page, then ask for the answer again.")});
}

/// From here on answering(chat) is true.
void Chats::Hidden::start(ChatId chat) {
    RunningAnswer::Owner owner;
    owner.appended = [this](const Message& message, const QString& piece) {
        emit chats.textAppended(message.chat, message.id, piece);
    };
    owner.changed = [this](const Message& message) {
        set_used(message.chat, running.at(message.chat)->context_used());
        emit chats.messageChanged(message);
    };
    owner.save = [this](const Message& message) { save(message); };
    owner.ended = [this](const Message& message) { ended(message); };
    running[chat] = std::make_unique<RunningAnswer>(hop.sender(), chat, std::move(owner));
}

/// The rows are on disk: show them, then let the engine see the conversation.
void Chats::Hidden::written(ChatId chat, const Exchange& exchange) {
    if (exchange.chat) emit chats.chatChanged(*exchange.chat);
    if (exchange.question) emit chats.messageAdded(*exchange.question);
    if (exchange.replaced) emit chats.messageRemoved(chat, exchange.replaced);
    if (!exchange.answer) return tell_no_model();

    RunningAnswer& answer = *running.at(chat);
    answer.begin(*exchange.answer);
    const std::shared_ptr<AnswerFeed> feed = answer.feed();
    emit chats.messageAdded(*exchange.answer);
    const std::shared_ptr<Engine> engine = loaded_engine(models);
    if (!engine)
        return feed->end(Finish::failed, Error{Fault::bad_input, "model", "it was unloaded before it could answer",
                                               "Load a model, then ask for the answer again"});
    worker.post([engine, feed, path = exchange.path, how = answering, id = exchange.answer->id] {
        submit(engine, feed, path, how, id);
    });
}

void Chats::Hidden::not_written(ChatId chat, const Error& error) {
    running.erase(chat);
    emit chats.failed(problem_of(error));
}

void Chats::Hidden::ended(const Message& message) {
    const std::shared_ptr<RunningAnswer> answer = std::move(running.at(message.chat));
    running.erase(message.chat);
    hop.sender().post([answer] {});  // it is inside a call of its own, and goes when that has returned
    save_last(message);
    set_used(message.chat, answer->context_used());
    emit chats.messageChanged(message);
}

/// A failure here is told at the end, when the whole answer is saved.
void Chats::Hidden::save(const Message& message) {
    store.tell([message](Database& database) { return chats_table::save_answer(database, message); });
}

/// Tried until it succeeds; a failure is told once.
void Chats::Hidden::save_last(const Message& message) {
    const bool first = !unsaved.contains(message.id);
    unsaved.insert(message.id, message);
    store.ask(
        hop.sender(), [message](Database& database) { return chats_table::save_answer(database, message); },
        [this, message, first](const Outcome& saved) {
            if (saved) {
                unsaved.remove(message.id);
                return;
            }
            QTimer::singleShot(kRetryMilliseconds, &chats, [this, message] { save_last(message); });
            if (first) emit chats.failed(problem_of(saved.error()));
        });
}

// --- context

void Chats::Hidden::set_used(ChatId chat, int64_t tokens) {
    if (tokens == 0 || used.value(chat) == tokens) return;
    used.insert(chat, tokens);
    emit chats.contextChanged(chat);
}

void Chats::Hidden::count(ChatId chat, const QVector<Message>& path) {
    counted = chat;
    const std::shared_ptr<Engine> engine = loaded_engine(models);
    if (!engine || path.isEmpty()) return;
    worker.post(
        [this, engine, chat, home = hop.sender(), conversation = conversation_of(path, answering.systemPrompt)] {
            const Result<Prompt> prompt = fit_prompt(*engine, conversation);
            if (prompt) home.post([this, chat, n = prompt->tokens.size()] { set_used(chat, static_cast<int64_t>(n)); });
        });
}

/// For another model, or none.
void Chats::Hidden::count_again() {
    used.clear();
    if (!counted) return;
    emit chats.contextChanged(counted);
    ask([chat = counted](Database& database) { return chats_table::newest_path(database, chat); },
        [this, chat = counted](const QVector<Message>& path) { count(chat, path); });
}

/// An answer that the store calls unfinished and that is not ours to finish was interrupted by the end of a program.
QVector<Message> Chats::Hidden::as_seen(const QVector<Message>& path) const {
    QVector<Message> seen = path;
    for (Message& message : seen) {
        const auto answer = running.find(message.chat);
        if (answer != running.end() && answer->second->message().id == message.id)
            message = answer->second->message();
        else if (unsaved.contains(message.id))
            message = unsaved.value(message.id);
        else if (in_work(message.state))
            message.state = Message::State::Interrupted;
    }
    return seen;
}

// --- what windows and command line call

Chats::Chats(Store& store, Models& models, QObject* parent)
    : QObject(parent), hidden_(new Hidden(*this, store, models)) {
    const QDateTime before = QDateTime::currentDateTime().addDays(-kRemovedDays);
    store.tell([before](Database& database) { return chats_table::purge_hidden_before(database, before); });
    connect(&models, &Models::loaded, this, [this] { hidden_->count_again(); });
    connect(&models, &Models::unloaded, this, [this] { hidden_->count_again(); });
}

/// What is being written stays as far as it came; the store does all this before it closes.
Chats::~Chats() {
    for (const auto& [chat, answer] : hidden_->running) {
        const Message message = answer->interrupted();
        if (message.id) hidden_->unsaved.insert(message.id, message);
    }
    for (const Message& message : std::as_const(hidden_->unsaved))
        hidden_->store.tell([message](Database& database) { return chats_table::save_answer(database, message); });
    for (const ChatId chat : std::as_const(hidden_->removed))
        hidden_->store.tell([chat](Database& database) { return chats_table::purge(database, chat); });
}

void Chats::requestChats() {
    hidden_->ask([](Database& database) { return chats_table::all(database); },
                 [this](const QVector<ChatInfo>& chats) { emit chatsLoaded(chats); });
}

void Chats::requestMessages(ChatId chat) {
    hidden_->ask([chat](Database& database) { return chats_table::newest_path(database, chat); },
                 [this, chat](const QVector<Message>& path) {
                     const QVector<Message> seen = hidden_->as_seen(path);
                     hidden_->count(chat, seen);
                     emit messagesLoaded(chat, seen);
                 });
}

void Chats::create(const QString& title) {
    hidden_->ask([title, now = QDateTime::currentDateTime()](
                     Database& database) { return chats_table::add(database, title, now); },
                 [this](const ChatInfo& chat) { emit chatAdded(chat); });
}

void Chats::rename(ChatId chat, const QString& title) {
    hidden_->ask(
        [chat, title](Database& database) -> Result<std::optional<ChatInfo>> {
            if (Outcome set = chats_table::set_title(database, chat, title); !set) return set.error();
            return chats_table::find(database, chat);
        },
        [this](const std::optional<ChatInfo>& info) {
            if (info) emit chatChanged(*info);
        });
}

void Chats::remove(ChatId chat) {
    stop(chat);
    hidden_->ask([chat, now = QDateTime::currentDateTime()](
                     Database& database) { return chats_table::hide(database, chat, now); },
                 [this, chat](Done) {
                     hidden_->removed.insert(chat);
                     emit chatRemoved(chat);
                 });
}

void Chats::restore(ChatId chat) {
    hidden_->ask(
        [chat](Database& database) -> Result<std::optional<ChatInfo>> {
            if (Outcome shown = chats_table::show(database, chat); !shown) return shown.error();
            return chats_table::find(database, chat);
        },
        [this, chat](const std::optional<ChatInfo>& info) {
            hidden_->removed.remove(chat);
            if (info) emit chatAdded(*info);
        });
}

void Chats::send(ChatId chat, const QString& text) {
    if (answering(chat)) {
        emit notSent(chat, text);
        emit failed({Problem::Kind::BadInput, tr("message"),
                     tr("An answer is still being written. Wait for its end, or stop it, then send your message.")});
        return;
    }
    const QString model = hidden_->model_name();
    if (!model.isEmpty()) hidden_->start(chat);
    hidden_->store.ask(
        hidden_->hop.sender(),
        [chat, text, model, now = QDateTime::currentDateTime()](Database& database) {
            return write_question(database, chat, text, model, now);
        },
        [this, chat, text](const Result<Exchange>& exchange) {
            if (exchange) return hidden_->written(chat, *exchange);
            emit notSent(chat, text);
            hidden_->not_written(chat, exchange.error());
        });
}

void Chats::regenerate(ChatId chat) {
    if (answering(chat)) return;
    const QString model = hidden_->model_name();
    if (model.isEmpty()) return hidden_->tell_no_model();
    hidden_->start(chat);
    hidden_->store.ask(
        hidden_->hop.sender(),
        [chat, model, now = QDateTime::currentDateTime()](Database& database) {
            return write_new_answer(database, chat, model, now);
        },
        [this, chat](const Result<Exchange>& exchange) {
            if (exchange) return hidden_->written(chat, *exchange);
            hidden_->not_written(chat, exchange.error());
        });
}

void Chats::stop(ChatId chat) {
    const auto answer = hidden_->running.find(chat);
    if (answer != hidden_->running.end()) answer->second->feed()->stop();
}

bool Chats::answering(ChatId chat) const {
    return hidden_->running.count(chat) > 0;
}

void Chats::setAnswering(const Answering& answering) {
    hidden_->answering = answering;
}

Chats::Context Chats::context(ChatId chat) const {
    const qint64 size = hidden_->models.contextTokens();
    return size ? Context{hidden_->used.value(chat), size} : Context{};
}

}  // namespace floe
