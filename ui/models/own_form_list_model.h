// The forms of a person's own and those that Floe brings, as rows of a list.
#pragma once

#include <QAbstractListModel>
#include <QSet>

#include "app/extraction/own_forms.h"

namespace floe {

/// Lives on the UI thread. The person's own stand first, by name.
class OwnFormListModel : public QAbstractListModel {
    Q_OBJECT
 public:
    enum Roles {
        NameRole = Qt::UserRole + 1,
        SubtitleRole,
        ShippedRole,  // bool: comes with Floe
        ProblemRole,  // a sentence where the file is damaged
        UnsavedRole,  // bool: its last changes are not in the file, since there is a mistake in them
    };

    explicit OwnFormListModel(QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    int rowOf(const QString& name) const;  // -1: not here
    const OwnFormFile* find(const QString& name) const;
    const QVector<OwnFormFile>& forms() const { return forms_; }
    QString freeName(const QString& wanted) const;  // with a number where there is one of that name

    void reset(const QVector<OwnFormFile>& forms);
    void put(const OwnFormFile& form);  // a new one, or another content of the one of that name
    void rename(const QString& before, const OwnFormFile& form);
    void remove(const QString& name);
    void setUnsaved(const QString& name, bool unsaved);

 private:
    QString subtitle(const OwnFormFile& form) const;

    QVector<OwnFormFile> forms_;
    QSet<QString> unsaved_;
};

}  // namespace floe
