#include "app/extraction/bill_files.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include "app/documents/read_document.h"

namespace floe {

namespace {

constexpr qint64 kPiece = 1 << 20, kMostKept = qint64{256} << 20;

Error cannot(const QString& path, const char* what) {
    return Error{Fault::io, path.toStdString(), what, "See that the file is there and may be read"};
}

void walk(const QString& folder, int most, FoundFiles& found) {
    QDirIterator it(folder, QDir::Files | QDir::Readable, QDirIterator::Subdirectories);
    QStringList files;
    while (it.hasNext()) {
        const QString path = it.next();
        const bool hidden = QString(path).remove(0, folder.size()).contains(QStringLiteral("/."));
        if (!hidden && mayBeBill(it.fileName())) files += path;
        if (found.files.size() + files.size() <= most) continue;
        files.removeLast();
        found.more = true;
        break;
    }
    files.sort();
    found.files += files;
}

}  // namespace

bool mayBeBill(const QString& fileName) {
    const QString ending = QFileInfo(fileName).suffix().toLower();
    const bool notes = ending == "txt" || ending == "csv";  // these lie in folders for many reasons
    return !fileName.startsWith('.') && !notes && readableEndings().contains(ending);
}

FoundFiles billFilesAt(const QStringList& paths, int most) {
    FoundFiles found;
    for (const QString& path : paths) {
        const QFileInfo info(path);
        if (info.isDir())
            walk(info.absoluteFilePath(), most, found);
        else if (found.files.size() < most)
            found.files += info.absoluteFilePath();
        else
            found.more = true;
    }
    return found;
}

Result<QString> hashOf(const QString& path, const std::atomic<bool>* cancel) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return cannot(path, "the file cannot be opened");
    QCryptographicHash hash(QCryptographicHash::Sha256);
    while (!file.atEnd()) {
        if (cancel && *cancel) return Error{Fault::cancelled, path.toStdString(), "reading was cancelled"};
        const QByteArray piece = file.read(kPiece);
        if (piece.isEmpty()) return cannot(path, "the file cannot be read to its end");
        hash.addData(piece);
    }
    return QString::fromLatin1(hash.result().toHex());
}

QString originalsBeside(const QString& history) {
    return QFileInfo(history).absolutePath() + QStringLiteral("/originals");
}

QString originalPath(const QString& folder, const QString& hash) {
    return folder + '/' + hash;
}

Result<bool> keepOriginal(const QString& path, const QString& hash, const QString& folder) {
    const QString target = originalPath(folder, hash);
    QFile file(path);
    if (QFileInfo(target).size() == file.size() && QFile::exists(target)) return true;
    if (file.size() > kMostKept) return false;
    if (!QDir().mkpath(folder)) return cannot(folder, "the folder for copies of bills cannot be made");
    if (!file.open(QIODevice::ReadOnly)) return cannot(path, "the file cannot be opened");
    QSaveFile copy(target);
    if (!copy.open(QIODevice::WriteOnly)) return cannot(target, "the copy of a bill cannot be written");
    while (!file.atEnd()) {
        const QByteArray piece = file.read(kPiece);
        if (piece.isEmpty() || copy.write(piece) != piece.size())
            return cannot(target, "the copy of a bill cannot be written");
    }
    if (!copy.commit()) return cannot(target, "the copy of a bill cannot be written");
    QFile::setPermissions(target, QFile::ReadOwner);
    return true;
}

void removeOriginal(const QString& folder, const QString& hash) {
    if (!hash.isEmpty()) QFile::remove(originalPath(folder, hash));
}

}  // namespace floe
