// A data folder with its services, and an engine that says what a script tells it.
#pragma once

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "app/chats/chats.h"
#include "app/library/models_engine.h"
#include "app/store/store.h"
#include "support/fake_engine.h"

namespace floe::test {

/// Access to fake engines: a file "model" has facts, one whose name contains "broken" is damaged, and loading takes
/// `load_steps` steps of a millisecond that can be cancelled.
inline EngineAccess fake_access(std::shared_ptr<FakeScript> script, int load_steps = 1) {
    EngineAccess access;
    access.inspect = [](const std::string& path) -> Result<ModelInfo> {
        if (!QFile::exists(QString::fromStdString(path))) return Error{Fault::io, path, "there is no such file"};
        if (path.find("broken") != std::string::npos)
            return Error{Fault::damaged_file, path, "the file ends inside its header", "Download it again"};
        ModelInfo info;
        info.path = path;
        info.architecture = "llama";
        info.type = "Q4_0";
        info.file_bytes = 4000;
        info.weight_bytes = 3000;
        info.context_length = 2048;
        info.layers = 2;
        info.kv_heads = 4;
        info.head_dim = 8;
        info.heads = 4;
        info.width = 32;
        info.vocabulary = 300;
        return info;
    };
    access.load = [script, load_steps](const EngineOptions& options, std::function<void(double)> progress,
                                       const std::atomic<bool>* cancel) -> Result<std::unique_ptr<Engine>> {
        for (int step = 0; step < load_steps; ++step) {
            if (*cancel) return Error{Fault::cancelled, options.model, "loading was cancelled"};
            progress(double(step) / load_steps);
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        if (!QFile::exists(QString::fromStdString(options.model)))
            return Error{Fault::io, options.model, "there is no such file"};
        return std::unique_ptr<Engine>(std::make_unique<FakeEngine>(script, options));
    };
    return access;
}

struct World {
    std::shared_ptr<QTemporaryDir> folder = std::make_shared<QTemporaryDir>();
    std::shared_ptr<FakeScript> script = std::make_shared<FakeScript>();
    std::unique_ptr<Store> store;
    std::unique_ptr<Models> models;
    std::unique_ptr<Chats> chats;

    explicit World(StoreOptions options = {}) { begin(std::move(options)); }
    /// The same folder at the next start of the program.
    World(const World& before, StoreOptions options) : folder(before.folder) { begin(std::move(options)); }

    ~World() { end(); }
    void end() {
        chats.reset();
        models.reset();
        store.reset();
    }

    QString model_file(const QString& name = QStringLiteral("model.gguf")) const {
        const QString path = folder->filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly)) qFatal("no model file");
        return path;
    }

    ModelId add_model(const QString& name = QStringLiteral("model.gguf")) {
        QSignalSpy added(models.get(), &Models::added);
        models->add(model_file(name));
        return added.wait() ? added.first().first().value<ModelId>() : 0;
    }
    bool load_model(qint64 context = 0) {
        QSignalSpy loaded(models.get(), &Models::loaded);
        models->load(add_model(), context);
        return !loaded.isEmpty() || loaded.wait();
    }
    ChatId new_chat(const QString& title = {}) {
        QSignalSpy added(chats.get(), &Chats::chatAdded);
        chats->create(title);
        return added.wait() ? added.first().first().value<ChatInfo>().id : 0;
    }
    QVector<Message> messages(ChatId chat) {
        QSignalSpy loaded(chats.get(), &Chats::messagesLoaded);
        chats->requestMessages(chat);
        return loaded.wait() ? loaded.first().at(1).value<QVector<Message>>() : QVector<Message>();
    }
    QVector<ChatInfo> list() {
        QSignalSpy loaded(chats.get(), &Chats::chatsLoaded);
        chats->requestChats();
        return loaded.wait() ? loaded.first().first().value<QVector<ChatInfo>>() : QVector<ChatInfo>();
    }
    bool idle(ChatId chat) const {
        return QTest::qWaitFor([&] { return !chats->answering(chat); }, 20000);
    }
    /// Sends, and waits for the end of the answer.
    bool exchange(ChatId chat, const QString& text) {
        chats->send(chat, text);
        return idle(chat);
    }

 private:
    void begin(StoreOptions options) {
        auto opened = Store::open(folder->path(), std::move(options));
        if (!opened) qFatal("no store: %s", opened.error().sentence().c_str());
        store = std::move(opened->store);
        models = std::make_unique<Models>(*store);
        replace_engine_access(*models, fake_access(script));
        chats = std::make_unique<Chats>(*store, *models);
    }
};

/// The longest time that the event loop did not come round, in milliseconds.
class LoopGap : public QObject {
 public:
    LoopGap() {
        clock_.start();
        startTimer(1, Qt::PreciseTimer);
    }
    double longest() const { return longest_; }

 protected:
    void timerEvent(QTimerEvent*) override {
        longest_ = std::max(longest_, clock_.nsecsElapsed() * 1e-6);
        clock_.restart();
    }

 private:
    QElapsedTimer clock_;
    double longest_ = 0;
};

}  // namespace floe::test
