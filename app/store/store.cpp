#include "app/store/store.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include "app/store/migrations.h"

namespace floe {
namespace {

constexpr char kFileName[] = "floe.sqlite";

/// Renames the file, with its write-ahead log, to a dated name that is free.
Result<QString> set_aside(const QString& path) {
    const QFileInfo file(path);
    const QString stamp = QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd-HHmmss"));
    QString target;
    for (int n = 1;; ++n) {
        const QString mark = n == 1 ? stamp : QStringLiteral("%1-%2").arg(stamp).arg(n);
        target = file.dir().filePath(QStringLiteral("floe-damaged-%1.sqlite").arg(mark));
        if (!QFile::exists(target)) break;
    }
    if (!QFile::rename(path, target))
        return Error{Fault::io, path.toStdString(), "the history is damaged and cannot be renamed",
                     "See that you may write in its folder"};
    QFile::rename(path + QStringLiteral("-wal"), target + QStringLiteral("-wal"));
    QFile::remove(path + QStringLiteral("-shm"));  // rebuilt from the log
    QFile::remove(path + QStringLiteral("-damaged"));
    return target;
}

}  // namespace

Result<Store::Opened> Store::open(const QString& folder, StoreOptions options) {
    if (!QDir().mkpath(folder))
        return Error{Fault::io, folder.toStdString(), "the data folder cannot be made",
                     "Choose another one with --data or FLOE_DATA"};
    const QString path = QDir(folder).filePath(QString::fromLatin1(kFileName));
    std::unique_ptr<Store> store(new Store(path));
    Outcome begun = store->begin(options);
    if (begun) return Opened{std::move(store), {}};
    if (begun.error().kind != Fault::damaged_file) return begun.error();

    store.reset();
    const Result<QString> aside = set_aside(path);
    if (!aside) return aside.error();
    store.reset(new Store(path));
    if (Outcome again = store->begin(options); !again) return again.error();
    const QString notice = QStringLiteral("The history was damaged and has been set aside as %1. A new one was begun.")
                               .arg(QDir::toNativeSeparators(*aside));
    return Opened{std::move(store), notice};
}

Store::~Store() {
    worker_.post([this] { database_.reset(); });
}

Outcome Store::begin(const StoreOptions& options) {
    auto promise = std::make_shared<std::promise<Outcome>>();
    std::future<Outcome> future = promise->get_future();
    const bool large = QFileInfo(path_).size() >= options.check_later_from && !QFile::exists(mark());
    worker_.post([this, promise, options, large] {
        Result<std::unique_ptr<Database>> opened = Database::open(
            path_, options.fail, options.busy_ms, large ? Database::Check::Later : Database::Check::Whole);
        if (!opened) return promise->set_value(opened.error());
        database_ = std::move(*opened);
        promise->set_value(migrate(*database_));
    });
    Outcome begun = future.get();
    if (begun) QFile::remove(mark());  // it was looked at, and is sound
    if (begun && large) check_later(options.damaged);
    return begun;
}

QString Store::mark() const {
    return path_ + QStringLiteral("-damaged");
}

void Store::check_later(const std::function<void(const QString& sentence)>& damaged) {
    checker_.post([this, damaged] {
        const auto own = Database::open(path_, {}, 10000, Database::Check::Later);
        const Outcome sound = own ? (*own)->check() : Outcome(own.error());
        if (sound || sound.error().kind != Fault::damaged_file) return;
        QFile file(mark());
        if (!file.open(QIODevice::WriteOnly) || !damaged) return;
        damaged(
            QStringLiteral("The history is damaged. Close Floe and start it again: it sets the damaged file aside and "
                           "begins a new one."));
    });
}

}  // namespace floe
