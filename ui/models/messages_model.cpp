#include "ui/models/messages_model.h"

#include <algorithm>

namespace floe {

namespace {

constexpr int kFrameMilliseconds = 40;

bool open(const Message& message) {
    return message.state == Message::State::Waiting || message.state == Message::State::Streaming;
}

QString author(Message::Role role) {
    switch (role) {
        case Message::Role::System:
            return QStringLiteral("system");
        case Message::Role::User:
            return QStringLiteral("user");
        case Message::Role::Assistant:
            return QStringLiteral("assistant");
    }
    return {};
}

}  // namespace

MessagesModel::MessagesModel(QObject* parent, Frame frame)
    : QAbstractListModel(parent), frame_(frame ? std::move(frame) : frameEvery(this, kFrameMilliseconds)) {}

int MessagesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(messages_.size());
}

QVariant MessagesModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Message& message = messages_[index.row()];
    switch (role) {
        case Qt::DisplayRole:
        case TextRole:
            return message.text;
        case IdRole:
            return message.id;
        case AuthorRole:
            return author(message.role);
        case StateRole:
            return int(message.state);
        case ProblemRole:
            return message.problem;
        case ModelRole:
            return message.model;
        case TokensRole:
            return message.tokens;
        case SpeedRole:
            return message.tokensPerSecond();
        default:
            return {};
    }
}

QHash<int, QByteArray> MessagesModel::roleNames() const {
    return {{IdRole, "id"},           {AuthorRole, "author"}, {TextRole, "text"},     {StateRole, "state"},
            {ProblemRole, "problem"}, {ModelRole, "model"},   {TokensRole, "tokens"}, {SpeedRole, "speed"}};
}

bool MessagesModel::answering() const {
    return std::any_of(messages_.begin(), messages_.end(), open);
}

void MessagesModel::show(ChatId chat) {
    reset(chat, {});
}

void MessagesModel::reset(ChatId chat, const QVector<Message>& messages) {
    beginResetModel();
    chat_ = chat;
    messages_ = messages;
    pieces_.clear();
    endResetModel();
    tellAnswering();
}

void MessagesModel::add(const Message& message) {
    if (message.chat != chat_) return;
    if (rowOf(message.id) >= 0) return change(message);
    const int row = int(messages_.size());
    beginInsertRows({}, row, row);
    messages_.append(message);
    endInsertRows();
    tellAnswering();
}

void MessagesModel::remove(ChatId chat, MessageId message) {
    const int row = chat == chat_ ? rowOf(message) : -1;
    if (row < 0) return;
    beginRemoveRows({}, row, row);
    messages_.removeAt(row);
    pieces_.remove(message);
    endRemoveRows();
    tellAnswering();
}

void MessagesModel::append(ChatId chat, MessageId message, const QString& text) {
    if (chat != chat_ || rowOf(message) < 0) return;
    pieces_[message] += text;
    if (frameAsked_) return;
    frameAsked_ = true;
    frame_([this] { tellPieces(); });
}

void MessagesModel::change(const Message& message) {
    const int row = message.chat == chat_ ? rowOf(message.id) : -1;
    if (row < 0) return;
    messages_[row] = message;  // holds the whole text, so what was gathered for it is in there
    pieces_.remove(message.id);
    emit dataChanged(index(row), index(row));
    tellAnswering();
}

int MessagesModel::rowOf(MessageId message) const {
    for (int row = int(messages_.size()) - 1; row >= 0; --row)  // the newest is asked for most
        if (messages_[row].id == message) return row;
    return -1;
}

void MessagesModel::tellPieces() {
    frameAsked_ = false;
    const auto pieces = std::exchange(pieces_, {});
    for (auto piece = pieces.begin(); piece != pieces.end(); ++piece) {
        const int row = rowOf(piece.key());
        if (row < 0) continue;
        Message& message = messages_[row];
        message.text += piece.value();
        if (message.state == Message::State::Waiting) message.state = Message::State::Streaming;
        emit dataChanged(index(row), index(row), {Qt::DisplayRole, TextRole, StateRole});
    }
}

void MessagesModel::tellAnswering() {
    const bool now = answering();
    if (now != std::exchange(wasAnswering_, now)) emit answeringChanged(now);
}

}  // namespace floe
