#include "ui/window/chat_wiring.h"

#include "app/library/models.h"
#include "ui/chat/chat_page.h"
#include "ui/models/chat_list_model.h"
#include "ui/models/messages_model.h"
#include "ui/widgets/notice_bar.h"
#include "ui/window/sidebar.h"

namespace floe {

ChatWiring::ChatWiring(const ChatParts& parts, QObject* parent) : QObject(parent), parts_(parts) {
    connectService();
    connectViews();
    open(0);
    parts_.chats.requestChats();
}

void ChatWiring::connectService() {
    Chats* chats = &parts_.chats;
    ChatListModel* list = &parts_.list;
    MessagesModel* messages = &parts_.messages;
    connect(chats, &Chats::chatsLoaded, this, [this](const QVector<ChatInfo>& all) {
        parts_.list.reset(all);
        if (current_ == 0 && waiting_.isEmpty() && !all.isEmpty()) open(parts_.list.idAt(0));
    });
    connect(chats, &Chats::chatAdded, this, &ChatWiring::added);
    connect(chats, &Chats::chatChanged, list, &ChatListModel::change);
    connect(chats, &Chats::chatChanged, this, [this](const ChatInfo& chat) {
        if (chat.id == current_) parts_.page.setTitle(titleOf(current_));
    });
    connect(chats, &Chats::chatRemoved, this, &ChatWiring::removed);
    connect(chats, &Chats::messagesLoaded, this, [this](ChatId chat, const QVector<Message>& all) {
        if (chat == current_) parts_.messages.reset(chat, all);
    });
    connect(chats, &Chats::messageAdded, messages, &MessagesModel::add);
    connect(chats, &Chats::messageRemoved, messages, &MessagesModel::remove);
    connect(chats, &Chats::textAppended, messages, &MessagesModel::append);
    connect(chats, &Chats::messageChanged, messages, &MessagesModel::change);
    connect(chats, &Chats::contextChanged, this, &ChatWiring::showContext);
    connect(chats, &Chats::notSent, this, [this](ChatId chat, const QString& text) {
        if (chat == current_) parts_.page.giveBack(text);
    });
    connect(chats, &Chats::failed, this, [this](const Problem& problem) { parts_.page.sayProblem(problem.sentence); });
    connect(&parts_.models, &Models::loaded, this, [this] {
        parts_.page.sayProblem({});
        showContext();
    });
    connect(&parts_.models, &Models::unloaded, this, &ChatWiring::showContext);
}

void ChatWiring::connectViews() {
    Sidebar* sidebar = &parts_.sidebar;
    ChatPage* page = &parts_.page;
    connect(sidebar, &Sidebar::chatChosen, this, &ChatWiring::open);
    connect(sidebar, &Sidebar::newChatWanted, this, [this] {
        open(0);
        parts_.page.focusComposer();
    });
    connect(sidebar, &Sidebar::chatRemoveWanted, this, &ChatWiring::remove);
    connect(&parts_.list, &ChatListModel::renameWanted, &parts_.chats, &Chats::rename);
    connect(page, &ChatPage::sendWanted, this, &ChatWiring::send);
    connect(page, &ChatPage::stopWanted, this, &ChatWiring::stop);
    connect(page, &ChatPage::regenerateWanted, this, [this] { parts_.chats.regenerate(current_); });
}

void ChatWiring::open(ChatId chat) {
    current_ = chat;
    parts_.page.setTitle(titleOf(chat));
    parts_.page.sayProblem({});
    parts_.sidebar.selectChat(chat);
    parts_.messages.show(chat);
    if (chat) parts_.chats.requestMessages(chat);
    showContext();
}

void ChatWiring::stop() {
    parts_.chats.stop(current_);
}

void ChatWiring::send(const QString& text) {
    if (!waiting_.isEmpty()) return;  // its chat is on its way
    if (parts_.models.loadedId() == 0)
        return parts_.page.sayProblem(tr("No model is loaded. Choose one at the top, then send your message again."));
    parts_.page.accepted();
    if (current_) return parts_.chats.send(current_, text);
    waiting_ = text;
    parts_.chats.create();
}

void ChatWiring::added(const ChatInfo& chat) {
    parts_.list.add(chat);
    if (chat.id == std::exchange(restoring_, 0)) return open(chat.id);
    if (waiting_.isEmpty()) return;
    open(chat.id);
    parts_.chats.send(chat.id, std::exchange(waiting_, {}));
}

void ChatWiring::remove(ChatId chat) {
    const QString title = titleOf(chat);
    parts_.chats.remove(chat);
    parts_.notices.tell(tr("“%1” was deleted.").arg(title), tr("Undo"), [this, chat] {
        restoring_ = chat;
        parts_.chats.restore(chat);
    });
}

void ChatWiring::removed(ChatId chat) {
    const int row = parts_.list.rowOf(chat);
    parts_.list.remove(chat);
    if (chat == current_) open(parts_.list.idAt(std::min(row, parts_.list.rowCount() - 1)));
}

void ChatWiring::showContext() {
    const Chats::Context context = parts_.chats.context(current_);
    parts_.page.setContext(context.used, context.size);
}

QString ChatWiring::titleOf(ChatId chat) const {
    const int row = parts_.list.rowOf(chat);
    return row < 0 ? tr("New chat") : parts_.list.index(row).data().toString();
}

}  // namespace floe
