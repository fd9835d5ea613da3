// The conversations of the sidebar, newest first. Takes facts by its slots, sends wishes by its signals.
#pragma once

#include <QAbstractListModel>

#include "app/chats/chats.h"

namespace floe {

/// Lives on the UI thread.
class ChatListModel : public QAbstractListModel {
    Q_OBJECT
 public:
    enum Roles { IdRole = Qt::UserRole + 1, TitleRole, ChangedRole };

    explicit ChatListModel(QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QHash<int, QByteArray> roleNames() const override;

    int rowOf(ChatId chat) const;  // -1: not here
    ChatId idAt(int row) const;    // 0: no such row

 public slots:
    void reset(const QVector<floe::ChatInfo>& chats);
    void add(const floe::ChatInfo& chat);
    void change(const floe::ChatInfo& chat);
    void remove(floe::ChatId chat);

 signals:
    void renameWanted(floe::ChatId chat, const QString& title);

 private:
    QVector<ChatInfo> chats_;
};

}  // namespace floe
