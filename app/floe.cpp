#include "app/floe.h"

#include <QDir>
#include <QStandardPaths>

#include "app/chats/chats.h"
#include "app/extraction/bills.h"
#include "app/extraction/inbox_folder.h"
#include "app/extraction/own_forms.h"
#include "app/hop.h"
#include "app/library/models.h"
#include "app/problem_of.h"
#include "app/store/settings.h"
#include "app/store/store.h"

namespace floe {

/// In the order they are made; each uses only those above it, and goes before them.
struct Floe::Parts {
    QString folder, problem, notice;
    Hop hop;
    std::unique_ptr<Store> store;
    std::unique_ptr<Settings> settings;
    std::unique_ptr<Models> models;
    std::unique_ptr<Chats> chats;
    std::unique_ptr<Bills> bills;
    std::unique_ptr<InboxFolder> inbox;
    std::unique_ptr<OwnForms> forms;
};

namespace {

/// The settings of the conversations; what is not set is as Chats has it.
Chats::Answering answering_of(const Settings& settings) {
    Chats::Answering how;
    how.temperature = settings.value(QStringLiteral("chat.temperature"), how.temperature).toDouble();
    how.topP = settings.value(QStringLiteral("chat.top_p"), how.topP).toDouble();
    how.maxTokens = settings.value(QStringLiteral("chat.max_tokens"), how.maxTokens).toLongLong();
    how.systemPrompt = settings.value(QStringLiteral("chat.system_prompt"), how.systemPrompt).toString();
    how.seed = settings.value(QStringLiteral("chat.seed"), how.seed).toULongLong();
    return how;
}

/// The folder that is watched for bills; empty: none.
QString inbox_of(const Settings& settings) {
    const bool on = settings.value(QStringLiteral("bills.inbox"), false).toBool();
    return on ? settings.value(QStringLiteral("bills.inbox_folder")).toString() : QString();
}

}  // namespace

QString Floe::defaultFolder() {
    const QString set = qEnvironmentVariable("FLOE_DATA");
    if (!set.isEmpty()) return QDir(set).absolutePath();
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/floe");
}

Floe::Floe(const QString& folder, QObject* parent) : QObject(parent), parts_(std::make_unique<Parts>()) {
    parts_->folder = folder.isEmpty() ? defaultFolder() : QDir(folder).absolutePath();
    StoreOptions options;
    options.damaged = [this, home = parts_->hop.sender()](const QString& sentence) {
        home.post([this, sentence] { emit noticed(sentence); });
    };
    Result<Store::Opened> opened = Store::open(parts_->folder, options);
    if (!opened) {
        parts_->problem = problem_of(opened.error()).sentence;
        return;
    }
    parts_->notice = opened->notice;
    parts_->store = std::move(opened->store);
    parts_->settings = std::make_unique<Settings>(*parts_->store);
    parts_->models = std::make_unique<Models>(*parts_->store);
    parts_->chats = std::make_unique<Chats>(*parts_->store, *parts_->models);
    parts_->bills = std::make_unique<Bills>(*parts_->store);

    parts_->inbox = std::make_unique<InboxFolder>();
    parts_->forms = std::make_unique<OwnForms>(OwnForms::folderIn(parts_->folder));

    connect(parts_->inbox.get(), &InboxFolder::settled, &bills(), &Bills::addNew);
    connect(parts_->inbox.get(), &InboxFolder::failed, &bills(), &Bills::failed);
    chats().setAnswering(answering_of(settings()));
    parts_->inbox->watch(inbox_of(settings()));
    connect(&settings(), &Settings::changed, this, [this](const QString& key) {
        if (key.startsWith(QLatin1String("bills.inbox"))) parts_->inbox->watch(inbox_of(settings()));
        if (key.startsWith(QLatin1String("chat."))) chats().setAnswering(answering_of(settings()));
    });
}

Floe::~Floe() = default;

QString Floe::folder() const {
    return parts_->folder;
}
QString Floe::problem() const {
    return parts_->problem;
}
QString Floe::notice() const {
    return parts_->notice;
}

Store& Floe::store() {
    return *parts_->store;
}
Settings& Floe::settings() {
    return *parts_->settings;
}
Models& Floe::models() {
    return *parts_->models;
}
Chats& Floe::chats() {
    return *parts_->chats;
}
Bills& Floe::bills() {
    return *parts_->bills;
}
OwnForms& Floe::forms() {
    return *parts_->forms;
}

}  // namespace floe
