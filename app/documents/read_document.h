// A file to a Document, or one page to a picture: done by `floe-reader`, a child process with limits, so that a hostile
// file can at worst make this one reading fail.
#pragma once

#include <QImage>
#include <QString>
#include <QStringList>
#include <atomic>

#include "app/documents/document.h"

namespace floe {

/// Endings of the kinds of files that the reader knows, in small letters and without their dot; for dialogs and for
/// files that nobody named. What a file is, its content says.
const QStringList& readableEndings();

struct ReaderLimits {
    qint64 memoryBytes = qint64{1} << 30;  // of address space, of which the libraries take a tenth
    int processorSeconds = 240;            // text recognition takes a few seconds a page
    int wallSeconds = 300;
    QString program;  // empty: floe-reader beside this program
};

/// Blocks: call it on a worker thread (any thread; no event loop is needed). Setting `cancel` from elsewhere ends it
/// within a tenth of a second with Problem::Kind::Cancelled. The Problem's subject is the file's name. A locked file
/// ends with Problem::Kind::PasswordNeeded until `password` is its own; it goes to the child through a pipe.
Document readDocument(const QString& path, const ReaderLimits& limits = {}, const std::atomic<bool>* cancel = nullptr,
                      const QString& password = {});

struct PagePicture {
    QImage image;
    std::optional<Problem> problem;
};
PagePicture renderPage(const QString& path, int page, double pixelsPerPoint, const ReaderLimits& limits = {},
                       const std::atomic<bool>* cancel = nullptr, const QString& password = {});

}  // namespace floe
