// The files of bills: which of a folder are taken, their hash, and the copies that Floe keeps beside its history.
#pragma once

#include <QStringList>
#include <atomic>

#include "engine/error.h"

namespace floe {

/// Blocking; for worker threads.

/// Whether a file's name says that it may be a bill. Files that a person names are taken whatever
/// they are called; those that are found in folders only by this.
bool mayBeBill(const QString& fileName);

/// Files as they are, folders with all below them that may be bills, by name; hidden ones and links to folders are
/// passed over. At most `most` files.
struct FoundFiles {
    QStringList files;
    bool more = false;  // there were more than `most`
};
FoundFiles billFilesAt(const QStringList& paths, int most = 5000);

/// SHA-256 of the contents in hex. Fault::io: it cannot be read; Fault::cancelled.
Result<QString> hashOf(const QString& path, const std::atomic<bool>* cancel = nullptr);

/// The folder of copies that belongs to a history, the file of the store.
QString originalsBeside(const QString& history);

/// Where the copy of a file with this hash lies.
QString originalPath(const QString& folder, const QString& hash);

/// Copies the file into `folder` under its hash, through a temporary file, unless it is there already; the copy can
/// only be read. Files above 256 MiB are not kept: false.
Result<bool> keepOriginal(const QString& path, const QString& hash, const QString& folder);

void removeOriginal(const QString& folder, const QString& hash);

}  // namespace floe
