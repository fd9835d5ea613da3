#include "ui/models/chat_list_model.h"

#include <algorithm>

namespace floe {

namespace {

bool newer(const ChatInfo& a, const ChatInfo& b) {
    return a.changed != b.changed ? a.changed > b.changed : a.id > b.id;
}

}  // namespace

ChatListModel::ChatListModel(QObject* parent) : QAbstractListModel(parent) {}

int ChatListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(chats_.size());
}

QVariant ChatListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const ChatInfo& chat = chats_[index.row()];
    switch (role) {
        case Qt::DisplayRole:
        case Qt::ToolTipRole:
            return chat.title.isEmpty() ? tr("New chat") : chat.title;
        case Qt::EditRole:
        case TitleRole:
            return chat.title;
        case IdRole:
            return chat.id;
        case ChangedRole:
            return chat.changed;
        default:
            return {};
    }
}

bool ChatListModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid)) return false;
    const QString title = value.toString().simplified();
    if (title.isEmpty() || title == chats_[index.row()].title) return false;
    emit renameWanted(idAt(index.row()), title);
    return true;
}

Qt::ItemFlags ChatListModel::flags(const QModelIndex& index) const {
    return QAbstractListModel::flags(index) | (index.isValid() ? Qt::ItemIsEditable : Qt::NoItemFlags);
}

QHash<int, QByteArray> ChatListModel::roleNames() const {
    return {{IdRole, "id"}, {TitleRole, "title"}, {ChangedRole, "changed"}};
}

int ChatListModel::rowOf(ChatId chat) const {
    for (int row = 0; row < chats_.size(); ++row)
        if (chats_[row].id == chat) return row;
    return -1;
}

ChatId ChatListModel::idAt(int row) const {
    return row >= 0 && row < chats_.size() ? chats_[row].id : 0;
}

void ChatListModel::reset(const QVector<ChatInfo>& chats) {
    beginResetModel();
    chats_ = chats;
    std::sort(chats_.begin(), chats_.end(), newer);
    endResetModel();
}

void ChatListModel::add(const ChatInfo& chat) {
    if (rowOf(chat.id) >= 0) return change(chat);
    const int row = int(std::lower_bound(chats_.begin(), chats_.end(), chat, newer) - chats_.begin());
    beginInsertRows({}, row, row);
    chats_.insert(row, chat);
    endInsertRows();
}

void ChatListModel::change(const ChatInfo& chat) {
    const int from = rowOf(chat.id);
    if (from < 0) return;
    chats_[from] = chat;
    emit dataChanged(index(from), index(from));

    // The row moves to where its date belongs among the others.
    int to = 0;
    for (int row = 0; row < chats_.size(); ++row)
        if (row != from && newer(chats_[row], chat)) ++to;
    if (to == from) return;
    beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
    chats_.move(from, to);
    endMoveRows();
}

void ChatListModel::remove(ChatId chat) {
    const int row = rowOf(chat);
    if (row < 0) return;
    beginRemoveRows({}, row, row);
    chats_.removeAt(row);
    endRemoveRows();
}

}  // namespace floe
