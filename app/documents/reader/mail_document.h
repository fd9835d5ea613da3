// A mail to a Document: the bills that hang on it, or else its own text.
#pragma once

#include <functional>

#include "app/documents/document.h"
#include "app/documents/frames.h"

namespace floe::reader {

/// How a file of another kind is read; given by read.cpp, since a mail may hold any kind, mails too.
struct FileReaders {
    std::function<Document(const QString& path)> read;
    std::function<int(const QString& path)> pageCount;  // 0: it cannot be read
    std::function<frames::Picture(const QString& path, int page)> picture;
};

/// Attachments that may be bills are read in place of the text, their pages in the mail's order; the values of an
/// e-invoice among them win. Where none can be read, the text is. The note says which parts were read and which not.
Document mailDocument(const QByteArray& mail, const FileReaders& readers);
int mailPageCount(const QByteArray& mail, const FileReaders& readers);
frames::Picture mailPicture(const QByteArray& mail, int page, double pixelsPerPoint, const FileReaders& readers);

}  // namespace floe::reader
