#include "ui/window/model_wiring.h"

#include <QFileDialog>

#include "app/store/settings.h"
#include "ui/chat/chat_page.h"
#include "ui/library/models_page.h"
#include "ui/models/memory_estimate.h"
#include "ui/models/model_list_model.h"
#include "ui/widgets/notice_bar.h"

namespace floe {

namespace {

constexpr qint64 kUsualContext = 4096;
constexpr int kMemoryMilliseconds = 2000;

QString contextKey(const ModelEntry& entry) {
    return QStringLiteral("model.context.") + entry.path;
}

}  // namespace

ModelWiring::ModelWiring(const ModelParts& parts, QObject* parent) : QObject(parent), parts_(parts) {
    connectService();
    connect(&parts_.chat, &ChatPage::loadWanted, this, &ModelWiring::loadUsual);
    connect(&parts_.chat, &ChatPage::addModelWanted, this, &ModelWiring::askForFile);
    connect(&memory_, &QTimer::timeout, this, &ModelWiring::showMemory);
    memory_.start(kMemoryMilliseconds);
    parts_.list.reset(parts_.models.entries());
}

void ModelWiring::connectService() {
    Models* models = &parts_.models;
    connect(models, &Models::entriesChanged, this, [this] { parts_.list.reset(parts_.models.entries()); });
    connect(models, &Models::loadProgress, &parts_.list, &ModelListModel::setProgress);
    connect(models, &Models::failed, this, &ModelWiring::failed);
    connect(models, &Models::added, this, [this](ModelId model) {
        sayProblem({});
        for (const auto& page : pages_)
            if (page) page->select(model);
        emit added(model);
    });
    connect(models, &Models::loaded, this, [this](ModelId model) {
        sayProblem({});
        for (const auto& page : pages_)
            if (page) page->select(model);
        showMemory();
    });
    connect(models, &Models::unloaded, this, &ModelWiring::showMemory);
}

void ModelWiring::attach(ModelsPage* page) {
    pages_.append(page);
    connect(page, &ModelsPage::addWanted, this, &ModelWiring::askForFile);
    connect(page, &ModelsPage::loadWanted, this, &ModelWiring::load);
    connect(page, &ModelsPage::cancelWanted, &parts_.models, &Models::cancelLoading);
    connect(page, &ModelsPage::unloadWanted, &parts_.models, &Models::unload);
    connect(page, &ModelsPage::removeWanted, this, &ModelWiring::remove);
    page->setFreeMemory(Models::freeMemory());
    if (const qint64 loaded = parts_.models.contextTokens(); loaded > 0) page->setContext(loaded);
}

void ModelWiring::askForFile() {
    auto* dialog = new QFileDialog(&parts_.window, tr("Add a model"), {}, tr("Models (*.gguf);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &ModelWiring::add);
    dialog->open();
}

void ModelWiring::add(const QStringList& paths) {
    for (const QString& path : paths) parts_.models.add(path);
}

void ModelWiring::load(ModelId model, qint64 contextTokens) {
    sayProblem({});
    if (const ModelEntry* entry = parts_.list.find(model)) parts_.settings.set(contextKey(*entry), contextTokens);
    parts_.models.load(model, contextTokens);
}

void ModelWiring::loadUsual(ModelId model) {
    const ModelEntry* entry = parts_.list.find(model);
    if (!entry) return;
    const MemoryEstimate estimate(*entry, 0, Models::freeMemory());
    qint64 usual = std::min(kUsualContext, entry->contextLength);
    if (estimate.largestContext > 0) usual = std::min(usual, estimate.largestContext);
    load(model, parts_.settings.value(contextKey(*entry), usual).toLongLong());
}

void ModelWiring::remove(ModelId model) {
    const ModelEntry* entry = parts_.list.find(model);
    if (!entry) return;
    const QString name = entry->name, path = entry->path;
    parts_.models.remove(model);
    parts_.notices.tell(tr("“%1” was removed from the list. The file is still there.").arg(name), tr("Undo"),
                        [this, path] { parts_.models.add(path); });
}

void ModelWiring::failed(const QString&, const Problem& problem) {
    if (problem.kind != Problem::Kind::Cancelled) sayProblem(problem.sentence);
}

void ModelWiring::sayProblem(const QString& sentence) {
    bool seen = parts_.chat.isVisible();
    for (const auto& page : pages_) {
        if (!page) continue;
        page->sayProblem(sentence);
        seen = seen || page->isVisible();
    }
    if (parts_.chat.isVisible() || sentence.isEmpty()) parts_.chat.sayProblem(sentence);
    if (!seen && !sentence.isEmpty()) parts_.notices.tell(sentence);
}

void ModelWiring::showMemory() {
    for (const auto& page : pages_)
        if (page && page->isVisible()) page->setFreeMemory(Models::freeMemory());
}

}  // namespace floe
