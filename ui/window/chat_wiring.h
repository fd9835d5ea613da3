// Connects the chats of the app with their list, their messages and their page.
#pragma once

#include <QObject>

#include "app/chats/chats.h"

namespace floe {

class ChatListModel;
class ChatPage;
class MessagesModel;
class Models;
class NoticeBar;
class Sidebar;

struct ChatParts {
    Chats& chats;
    Models& models;
    ChatListModel& list;
    MessagesModel& messages;
    ChatPage& page;
    Sidebar& sidebar;
    NoticeBar& notices;
};

/// A new chat is created only when its first message is sent, so that no empty ones pile up.
class ChatWiring : public QObject {
    Q_OBJECT
 public:
    explicit ChatWiring(const ChatParts& parts, QObject* parent = nullptr);

    void open(ChatId chat);  // 0: a new one
    void stop();

 private:
    void connectService();
    void connectViews();
    void send(const QString& text);
    void added(const ChatInfo& chat);
    void removed(ChatId chat);
    void remove(ChatId chat);
    void showContext();
    QString titleOf(ChatId chat) const;

    ChatParts parts_;
    ChatId current_ = 0;
    QString waiting_;  // the first message of a chat that is being created
    ChatId restoring_ = 0;
};

}  // namespace floe
