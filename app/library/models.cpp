#include "app/library/models.h"

#include <QFileInfo>
#include <algorithm>

#include "app/library/memory.h"
#include "app/library/models_engine.h"
#include "app/problem_of.h"
#include "app/resources.h"
#include "app/store/models_table.h"
#include "app/store/store.h"
#include "app/worker.h"

namespace floe {
namespace {

using State = ModelEntry::State;
using Flag = std::shared_ptr<std::atomic<bool>>;

constexpr char kBuiltInFile[] = "models/floe-bill.gguf";

ModelEntry entry_of(const ModelInfo& info, const QString& path) {
    ModelEntry entry;
    entry.path = path;
    entry.name = QString::fromStdString(info.name);
    if (entry.name.isEmpty()) entry.name = QFileInfo(path).completeBaseName();
    entry.architecture = QString::fromStdString(info.architecture);
    entry.type = QString::fromStdString(info.type);
    entry.fileBytes = info.file_bytes;
    entry.parameters = info.parameters;
    entry.contextLength = info.context_length;
    entry.weightBytes = info.weight_bytes;
    entry.layers = info.layers;
    entry.kvHeads = info.kv_heads;
    entry.headDim = info.head_dim;
    entry.computeBytes = estimate_memory(info, EngineOptions{}).compute;
    return entry;
}

/// The engine goes on the library's thread, whoever lets go of it last: stopping it and returning its memory takes a
/// while.
std::shared_ptr<Engine> shared(std::unique_ptr<Engine> engine, const Worker::Sender& worker) {
    return {engine.release(), [worker](Engine* last) {
                if (!worker.post([last] { delete last; })) delete last;
            }};
}

}  // namespace

struct Models::Hidden {
    Hidden(Store& history, Models& owner) : store(history), models(owner) {}

    ModelEntry* find(ModelId id);
    void look();
    void replace(ModelEntry facts);
    void set_state(ModelId id, State state);
    void refuse(const QString& path, const QString& subject, const QString& sentence);

    void keep(const ModelEntry& facts);
    void remember(std::optional<models_table::LastLoaded> loaded);

    void start(const ModelEntry& entry, qint64 context_tokens);
    void load_done(ModelId id, const Flag& cancel, std::shared_ptr<Engine> loaded);
    void load_failed(ModelId id, const Flag& cancel, const Error& error);

    Store& store;
    Models& models;
    EngineAccess access = EngineAccess::real();
    QVector<ModelEntry> entries;

    std::shared_ptr<Engine> engine;
    ModelId loaded = 0, loading = 0;
    qint64 asked_context = 0;  // of the model that is loaded or loading, as load() was told
    Flag cancel;               // of the load that is wanted; an older one finds that it is not its own any more

    Hop hop;
    Worker worker;
};

// --- the list

ModelEntry* Models::Hidden::find(ModelId id) {
    const auto found = std::find_if(entries.begin(), entries.end(), [id](const auto& entry) { return entry.id == id; });
    return found == entries.end() ? nullptr : &*found;
}

/// Which files are there, and what the built-in model is: read on the worker.
void Models::Hidden::look() {
    for (const ModelEntry& known : std::as_const(entries)) {
        worker.post([this, known, home = hop.sender(), inspect = access.inspect] {
            if (!QFileInfo::exists(known.path))
                return home.post([this, id = known.id] { set_state(id, State::Missing); });
            if (!known.builtIn) return;
            const Result<ModelInfo> info = inspect(known.path.toStdString());
            if (!info) return home.post([this, id = known.id] { set_state(id, State::Missing); });
            ModelEntry facts = entry_of(*info, known.path);
            facts.id = known.id;
            facts.builtIn = true;
            home.post([this, facts] { replace(facts); });
        });
    }
}

void Models::Hidden::replace(ModelEntry facts) {
    if (ModelEntry* entry = find(facts.id)) {
        facts.state = entry->state == State::Missing ? State::Unloaded : entry->state;
        *entry = facts;
    } else {
        entries << facts;
    }
    emit models.entriesChanged();
}

void Models::Hidden::set_state(ModelId id, State state) {
    ModelEntry* entry = find(id);
    if (!entry || entry->state == state) return;
    entry->state = state;
    emit models.entriesChanged();
}

void Models::Hidden::refuse(const QString& path, const QString& subject, const QString& sentence) {
    emit models.failed(path, {Problem::Kind::BadInput, subject, sentence});
}

void Models::Hidden::keep(const ModelEntry& facts) {
    store.ask(
        hop.sender(), [facts](Database& database) { return models_table::put(database, facts); },
        [this, facts](const Result<ModelId>& id) {
            if (!id) return emit models.failed(facts.path, problem_of(id.error()));
            ModelEntry entry = facts;
            entry.id = *id;
            replace(entry);
            emit models.added(*id);
        });
}

/// For the next start; nobody waits for it.
void Models::Hidden::remember(std::optional<models_table::LastLoaded> last) {
    store.tell([last](Database& database) { return models_table::set_last_loaded(database, last); });
}

// --- loading

void Models::Hidden::start(const ModelEntry& entry, qint64 context_tokens) {
    loading = entry.id;
    asked_context = context_tokens;
    cancel = std::make_shared<std::atomic<bool>>(false);
    EngineOptions options;
    options.model = entry.path.toStdString();
    options.context = std::max<qint64>(context_tokens, 0);
    worker.post([this, id = entry.id, mine = cancel, options, home = hop.sender(), queue = worker.sender(),
                 load = access.load] {
        int shown = -1;
        const auto progress = [&](double fraction) {
            const int percent = static_cast<int>(fraction * 100);
            if (std::exchange(shown, percent) == percent) return;
            home.post([this, id, mine, fraction] {
                if (cancel == mine) emit models.loadProgress(id, fraction);
            });
        };
        Result<std::unique_ptr<Engine>> result = load(options, progress, mine.get());
        if (!result) return home.post([this, id, mine, error = result.error()] { load_failed(id, mine, error); });
        home.post([this, id, mine, fresh = shared(std::move(*result), queue)] { load_done(id, mine, fresh); });
    });
    set_state(loading, State::Loading);
}

void Models::Hidden::load_done(ModelId id, const Flag& mine, std::shared_ptr<Engine> fresh) {
    if (cancel != mine) return;  // another model is wanted by now
    if (*mine) return load_failed(id, mine, Error{Fault::cancelled, fresh->model().path, "loading was cancelled"});
    cancel.reset();
    loading = 0;
    loaded = id;
    engine = std::move(fresh);
    remember(models_table::LastLoaded{id, asked_context});
    set_state(id, State::Loaded);
    emit models.loaded(id);
}

void Models::Hidden::load_failed(ModelId id, const Flag& mine, const Error& error) {
    if (cancel != mine) return;
    cancel.reset();
    loading = 0;
    const ModelEntry* entry = find(id);
    const QString path = entry ? entry->path : QString();
    set_state(id, QFileInfo::exists(path) ? State::Unloaded : State::Missing);
    emit models.failed(path, problem_of(error));
}

// --- what windows and command line call

std::shared_ptr<Engine> loaded_engine(const Models& models) {
    return models.hidden().engine;
}

void replace_engine_access(Models& models, EngineAccess access) {
    models.hidden().access = std::move(access);
}

Models::Models(Store& store, QObject* parent) : QObject(parent), hidden_(new Hidden(store, *this)) {
    // A list that cannot be read is an empty one: no reason not to start.
    if (auto entries = store.wait([](Database& database) { return models_table::all(database); }); entries)
        hidden_->entries = std::move(*entries);
    const QString built_in = resource(QString::fromLatin1(kBuiltInFile));
    if (ModelEntry* entry = hidden_->find(models_table::kBuiltIn)) entry->path = built_in;
    if (built_in.isEmpty()) hidden_->entries.removeIf([](const ModelEntry& entry) { return entry.builtIn; });
    hidden_->look();
}

Models::~Models() {
    if (hidden_->cancel) *hidden_->cancel = true;
}

const QVector<ModelEntry>& Models::entries() const {
    return hidden_->entries;
}
ModelId Models::loadedId() const {
    return hidden_->loaded;
}
qint64 Models::contextTokens() const {
    return hidden_->engine ? hidden_->engine->options().context : 0;
}
qint64 Models::freeMemory() {
    return available_memory();
}

void Models::add(const QString& path) {
    const QFileInfo file(path);
    const QString full = file.exists() ? file.canonicalFilePath() : file.absoluteFilePath();
    Hidden* h = hidden_.get();
    h->worker.post([h, full, home = h->hop.sender(), inspect = h->access.inspect] {
        const Result<ModelInfo> info = inspect(full.toStdString());
        if (info) return home.post([h, facts = entry_of(*info, full)] { h->keep(facts); });
        home.post([h, full, error = info.error()] { emit h->models.failed(full, problem_of(error)); });
    });
}

void Models::remove(ModelId id) {
    const ModelEntry* entry = hidden_->find(id);
    if (!entry) return;
    const QString path = entry->path;
    if (entry->builtIn)
        return hidden_->refuse(path, entry->name, tr("The built-in model reads bills and cannot be removed."));
    if (hidden_->loading == id) cancelLoading();
    if (hidden_->loaded == id) unload();
    hidden_->store.ask(
        hidden_->hop.sender(), [id](Database& database) { return models_table::remove(database, id); },
        [this, id, path](const Outcome& removed) {
            if (!removed) return emit failed(path, problem_of(removed.error()));
            hidden_->entries.removeIf([id](const ModelEntry& e) { return e.id == id; });
            emit entriesChanged();
        });
}

void Models::load(ModelId id, qint64 contextTokens) {
    const ModelEntry* found = hidden_->find(id);
    if (!found) return hidden_->refuse({}, {}, tr("This model is not in the list any more. Add its file again."));
    const ModelEntry entry = *found;  // the list may change while others hear of it
    if (entry.builtIn)
        return hidden_->refuse(entry.path, entry.name,
                               tr("The built-in model reads bills and cannot chat. Add a chat model (a GGUF file)."));
    const bool same_context = hidden_->asked_context == contextTokens;
    if (hidden_->loading == id && same_context) return;
    if (hidden_->loaded == id && same_context) return emit loaded(id);
    if (const ModelId superseded = std::exchange(hidden_->loading, 0)) {
        *std::exchange(hidden_->cancel, nullptr) = true;
        hidden_->set_state(superseded, State::Unloaded);
    }
    unload();
    hidden_->start(entry, contextTokens);
}

void Models::cancelLoading() {
    if (hidden_->cancel) *hidden_->cancel = true;  // answered by load_failed
}

void Models::unload() {
    const ModelId id = std::exchange(hidden_->loaded, 0);
    if (!id) return;
    hidden_->engine.reset();
    hidden_->remember(std::nullopt);
    hidden_->set_state(id, State::Unloaded);
    emit unloaded();
}

void Models::loadLast() {
    hidden_->store.ask(
        hidden_->hop.sender(), [](Database& database) { return models_table::last_loaded(database); },
        [this](const Result<std::optional<models_table::LastLoaded>>& last) {
            if (!last || !*last || hidden_->loading || hidden_->loaded) return;
            if (hidden_->find((*last)->id)) load((*last)->id, (*last)->context_tokens);
        });
}

}  // namespace floe
