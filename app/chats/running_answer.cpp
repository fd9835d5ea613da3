#include "app/chats/running_answer.h"

#include <QCoreApplication>

#include "app/problem_of.h"

namespace floe {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("floe::Chats", text);
}

QString note_on(int left_out) {
    if (left_out == 0) return {};
    if (left_out == 1) return tr("The oldest message did not fit into the model's context and was left out.");
    return tr("The oldest %1 messages did not fit into the model's context and were left out.").arg(left_out);
}

}  // namespace

RunningAnswer::RunningAnswer(const Hop::Sender& home, ChatId chat, Owner owner)
    : owner_(std::move(owner)), self_(std::make_shared<RunningAnswer*>(this)) {
    message_.chat = chat;
    feed_ = std::make_shared<AnswerFeed>(home, [self = self_] {
        if (*self) (*self)->hear();
    });
    show_timer_.setSingleShot(true);
    save_timer_.setSingleShot(true);
    QObject::connect(&show_timer_, &QTimer::timeout, [this] {
        if (more_) show();
    });
    QObject::connect(&save_timer_, &QTimer::timeout, [this] {
        owner_.save(message_);
        owner_.changed(message_);
    });
}

RunningAnswer::~RunningAnswer() {
    *self_ = nullptr;
    feed_->stop();
}

void RunningAnswer::begin(const Message& waiting) {
    message_ = waiting;
}

void RunningAnswer::hear() {
    more_ = true;
    if (!show_timer_.isActive()) show();
}

void RunningAnswer::show() {
    more_ = false;
    show_timer_.start(kShowEvery);
    const AnswerFeed::News news = feed_->take();
    const bool first = message_.text.isEmpty() && !news.text.empty();
    if (first) {
        message_.state = Message::State::Streaming;
        owner_.changed(message_);  // without the text, which comes as a piece
    }
    take(news);
    if (first) owner_.save(message_);
    if (!news.text.empty()) {
        if (!first && !save_timer_.isActive()) save_timer_.start(kSaveEvery);
        owner_.appended(message_, QString::fromStdString(news.text));
    }
    if (news.finish != Finish::none) finish(news);
}

void RunningAnswer::take(const AnswerFeed::News& news) {
    message_.text += QString::fromStdString(news.text);
    message_.tokens += news.tokens;
    message_.seconds = news.seconds;
    prompt_tokens_ = news.prompt_tokens;
    message_.note = note_on(news.left_out);
}

void RunningAnswer::finish(const AnswerFeed::News& news) {
    save_timer_.stop();
    show_timer_.stop();
    if (news.usage.answer_tokens > 0) {
        message_.tokens = news.usage.answer_tokens;
        message_.seconds = news.usage.answer_seconds;
    }
    message_.state = Message::State::Complete;
    if (news.finish == Finish::cancelled) message_.state = Message::State::Stopped;
    if (news.finish == Finish::failed) {
        message_.state = Message::State::Failed;
        message_.problem = news.error ? problem_of(*news.error).sentence : tr("The model could not answer.");
    }
    if (news.finish == Finish::length) {
        if (!message_.note.isEmpty()) message_.note += QLatin1Char(' ');
        message_.note += tr("The answer ends here because the longest allowed length was reached.");
    }
    owner_.ended(message_);
}

Message RunningAnswer::interrupted() {
    feed_->stop();
    take(feed_->take());
    message_.state = Message::State::Interrupted;
    return message_;
}

}  // namespace floe
