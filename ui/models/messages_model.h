// The messages of the chat that is shown, oldest first. Streamed pieces are gathered and told once a frame and row.
#pragma once

#include <QAbstractListModel>
#include <QHash>

#include "app/chats/chats.h"
#include "ui/models/frame.h"

namespace floe {

/// Lives on the UI thread. Facts about other chats than the shown one are ignored.
class MessagesModel : public QAbstractListModel {
    Q_OBJECT
 public:
    enum Roles {
        IdRole = Qt::UserRole + 1,
        AuthorRole,  // "user", "assistant", "system"
        TextRole,
        StateRole,  // int of Message::State
        ProblemRole,
        ModelRole,
        TokensRole,
        SpeedRole,  // tokens a second, 0: unknown
    };

    /// `frame`: when gathered pieces are told; by default 25 times a second.
    explicit MessagesModel(QObject* parent = nullptr, Frame frame = {});

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    ChatId chat() const { return chat_; }
    const Message& message(int row) const { return messages_[row]; }
    bool answering() const;  // an answer is awaited or streaming

 public slots:
    void show(floe::ChatId chat);  // empties the model; messages come by reset()
    void reset(floe::ChatId chat, const QVector<floe::Message>& messages);
    void add(const floe::Message& message);
    void remove(floe::ChatId chat, floe::MessageId message);
    void append(floe::ChatId chat, floe::MessageId message, const QString& text);
    void change(const floe::Message& message);

 signals:
    void answeringChanged(bool answering);

 private:
    int rowOf(MessageId message) const;
    void tellPieces();
    void tellAnswering();

    ChatId chat_ = 0;
    QVector<Message> messages_;
    QHash<MessageId, QString> pieces_;  // arrived, and not yet told
    Frame frame_;
    bool frameAsked_ = false, wasAnswering_ = false;
};

}  // namespace floe
