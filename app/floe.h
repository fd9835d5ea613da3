// The program without its windows: everything that a person's session needs, opened from one data folder.
#pragma once

#include <QObject>
#include <QString>
#include <memory>

namespace floe {

class Store;
class Settings;
class Models;
class Chats;
class Bills;
class OwnForms;

/// Lives on the UI thread (the thread of the QCoreApplication). Destroying it stops answers, flushes the store and
/// joins all threads.
class Floe : public QObject {
    Q_OBJECT
 public:
    /// `folder`: where history and settings lie; empty: FLOE_DATA, else the desktop's data folder. Created where
    /// missing. Never fails for a damaged history: that is set aside and told by `notice()`. A history made by a newer
    /// Floe does fail: then `problem()` is not empty and nothing else may be used.
    explicit Floe(const QString& folder = {}, QObject* parent = nullptr);
    ~Floe() override;

    static QString defaultFolder();
    QString folder() const;
    QString problem() const;  // why the history cannot be used; empty: all is well
    QString notice() const;   // what the person should know once, such as a damaged history set aside; empty: nothing

    Store& store();
    Settings& settings();
    Models& models();
    Chats& chats();
    Bills& bills();
    OwnForms& forms();

 signals:
    void noticed(const QString& sentence);  // likewise, but found later

 private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace floe
