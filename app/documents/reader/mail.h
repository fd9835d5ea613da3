// Mails (RFC 5322, MIME) taken apart by GMime: what is to be read, and what hangs on it.
#pragma once

#include <QByteArray>

#include "app/documents/reader/flow.h"

namespace floe::reader {

struct Attachment {
    QString name;  // as the mail gives it, without folders; only to be shown
    QByteArray bytes;
    bool shownInText = false;  // a picture within the text, such as a logo
};

struct Mail {
    Flow text;  // From, To, Date and Subject, then the text: HTML where the plain one is missing or poor
    bool hasText = false;
    std::vector<Attachment> attachments;  // in the mail's order, those of mails within it among them
};

/// Mails within mails to a depth of 3; at most 50 attachments.
Mail mailOf(const QByteArray& bytes);

/// Whether a file that begins so is a mail: header lines from its start, some of which only mails have.
bool looksLikeMail(const QByteArray& head);

}  // namespace floe::reader
