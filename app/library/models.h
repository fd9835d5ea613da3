// Model files on this machine: what they are, whether they fit, which one is loaded for chats.
#pragma once

#include <QObject>
#include <QString>
#include <QVector>
#include <memory>

#include "app/problem.h"

namespace floe {

class Store;

using ModelId = qint64;

struct ModelEntry {
    ModelId id = 0;
    QString path, name, architecture, type;  // type: weight format, "Q4_0"
    qint64 fileBytes = 0, parameters = 0, contextLength = 0;
    qint64 weightBytes = 0, layers = 0, kvHeads = 0, headDim = 0, computeBytes = 0;  // for the memory estimate
    bool builtIn = false;  // reads bills; cannot be loaded for chats or removed
    enum class State { Missing, Unloaded, Loading, Loaded } state = State::Unloaded;

    /// Tokens x layers x KV heads x head size x 2 (keys, values) x 2 bytes.
    qint64 kvBytes(qint64 contextTokens) const { return contextTokens * layers * kvHeads * headDim * 2 * 2; }
    qint64 memoryNeeded(qint64 contextTokens) const { return weightBytes + kvBytes(contextTokens) + computeBytes; }
};

/// Lives on the UI thread. Files are read on a worker thread; signals are facts.
class Models : public QObject {
    Q_OBJECT
 public:
    Models(Store& store, QObject* parent = nullptr);
    ~Models() override;

    const QVector<ModelEntry>& entries() const;
    ModelId loadedId() const;      // 0: none
    qint64 contextTokens() const;  // of the loaded model
    static qint64 freeMemory();    // bytes that a new model could take now

    void add(const QString& path);                // answered by added() or failed()
    void remove(ModelId id);                      // from the list only, the file stays; undone by add(path)
    void load(ModelId id, qint64 contextTokens);  // unloads the one before; answered by loaded() or failed()
    void cancelLoading();
    void unload();
    void loadLast();  // what was loaded when the program ended before; nothing where nothing was

 signals:
    void entriesChanged();
    void added(floe::ModelId id);
    void loadProgress(floe::ModelId id, double fraction);
    void loaded(floe::ModelId id);
    void unloaded();  // by unload(), remove() or before another load
    void failed(const QString& path, const floe::Problem& problem);

 public:
    struct Hidden;  // the engine lives behind this; app-internal (library/models_engine.h)
    Hidden& hidden() const { return *hidden_; }

 private:
    std::unique_ptr<Hidden> hidden_;
};

}  // namespace floe
