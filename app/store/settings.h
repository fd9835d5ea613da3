// Settings, kept in the store. Read from memory, written in the background.
#pragma once

#include <QObject>
#include <QVariant>
#include <memory>

#include "app/problem.h"

namespace floe {

class Store;

/// Lives on the UI thread. Keys are dotted words: "chat.temperature", "window.geometry". Values are what CBOR knows:
/// truth values, numbers, texts, bytes, lists and maps of them.
class Settings : public QObject {
    Q_OBJECT
 public:
    explicit Settings(Store& store, QObject* parent = nullptr);
    ~Settings() override;

    QVariant value(const QString& key, const QVariant& fallback = {}) const;
    void set(const QString& key, const QVariant& value);

 signals:
    void changed(const QString& key);
    void failed(const floe::Problem& problem);  // it holds until the program ends, but could not be written

 private:
    struct Hidden;
    std::unique_ptr<Hidden> hidden_;
};

}  // namespace floe
