#include "app/extraction/inbox_folder.h"

#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QFileSystemWatcher>
#include <QHash>
#include <QTimer>

#include "app/extraction/bill_files.h"
#include "app/hop.h"
#include "app/worker.h"

namespace floe {

namespace {

constexpr int kWhileGrowing = 500, kIdle = 30000;  // milliseconds between looks

struct Seen {
    qint64 size = 0;
    QDateTime changed;
    qint64 restsSince = 0;
    bool told = false;
};

struct Listing {
    bool exists = false;
    QVector<QPair<QString, Seen>> files;
};

Listing list(const QString& folder) {
    const QDir dir(folder);
    Listing listing{dir.exists(), {}};
    for (const QFileInfo& file : dir.entryInfoList(QDir::Files | QDir::Readable, QDir::Name))
        if (mayBeBill(file.fileName()))
            listing.files.append({file.absoluteFilePath(), {file.size(), file.lastModified(), 0, false}});
    return listing;
}

}  // namespace

struct InboxFolder::Hidden {
    Clock clock;
    QString folder;
    QHash<QString, Seen> seen;
    bool missing = false;
    QFileSystemWatcher watcher;
    QTimer timer;
    Hop hop;
    Worker worker;

    void look(InboxFolder* owner) {
        worker.post([this, owner, folder = folder, home = hop.sender()] {
            home.post([this, owner, folder, listing = list(folder)] {
                if (folder == this->folder) compare(owner, listing);
            });
        });
    }

    void compare(InboxFolder* owner, const Listing& listing) {
        if (!listing.exists && !std::exchange(missing, true))
            emit owner->failed(
                {Problem::Kind::Io, folder,
                 folder + QStringLiteral(": the folder that Floe watches for bills is not there. Make it, "
                                         "or choose another one in the settings.")});
        if (listing.exists && (std::exchange(missing, false) || watcher.directories().isEmpty()))
            watcher.addPath(folder);
        const qint64 now = clock();
        QHash<QString, Seen> next;
        QStringList rested;
        bool growing = false;
        for (auto [path, file] : listing.files) {
            const auto before = seen.constFind(path);
            const bool same = before != seen.constEnd() && before->size == file.size && before->changed == file.changed;
            file.restsSince = same ? before->restsSince : now;
            file.told = same && before->told;
            if (!file.told && file.size > 0 && now - file.restsSince >= kSettleMilliseconds) {
                rested += path;
                file.told = true;
            }
            growing |= !file.told;
            next.insert(path, file);
        }
        seen = next;
        timer.start(growing ? kWhileGrowing : kIdle);
        if (!rested.isEmpty()) emit owner->settled(rested);
    }
};

InboxFolder::InboxFolder(Clock clock, QObject* parent) : QObject(parent), hidden_(new Hidden) {
    hidden_->clock = clock ? std::move(clock) : [timer = [] {
        QElapsedTimer started;
        started.start();
        return started;
    }()] { return timer.elapsed(); };
    hidden_->timer.setSingleShot(true);
    connect(&hidden_->timer, &QTimer::timeout, this, [this] { hidden_->look(this); });
    connect(&hidden_->watcher, &QFileSystemWatcher::directoryChanged, this, [this] { hidden_->look(this); });
}

InboxFolder::~InboxFolder() = default;

void InboxFolder::watch(const QString& folder) {
    if (folder == hidden_->folder) return;
    if (!hidden_->watcher.directories().isEmpty()) hidden_->watcher.removePaths(hidden_->watcher.directories());
    hidden_->folder = folder;
    hidden_->seen.clear();
    hidden_->missing = false;
    hidden_->timer.stop();
    if (!folder.isEmpty()) hidden_->look(this);
}

}  // namespace floe
