// Files without pages of their own to a Document or to a picture of a made-up page.
#pragma once

#include "app/documents/reader/mail_document.h"

namespace floe::reader {

/// `depth`: how many mails the file hangs on; `readers` are for what hangs on a mail.
Document flowDocument(const QString& path, int depth, const FileReaders& readers);
int flowPageCount(const QString& path, int depth, const FileReaders& readers);
frames::Picture flowPicture(const QString& path, int page, double pixelsPerPoint, int depth,
                            const FileReaders& readers);

}  // namespace floe::reader
