#include "app/documents/reader/mail_document.h"

#include <algorithm>

#include "app/documents/reader/file_kind.h"
#include "app/documents/reader/flow_file.h"
#include "app/documents/reader/mail.h"
#include "app/documents/reader/memory_file.h"
#include "app/documents/reader/typeset.h"

namespace floe::reader {

namespace {

constexpr qsizetype kLeastPicture = 8000;  // bytes; smaller ones are logos and icons
constexpr int kMostRead = 20;              // attachments

bool mayBeBill(const Attachment& attachment, const QString& path, bool mailHasText) {
    switch (fileKind(path)) {
        case FileKind::Pdf:
        case FileKind::Xml:
            return true;
        case FileKind::Signed: {  // a FatturaPA bill in its wrapper; smime.p7m and .p7s are the mail's own signature
            const QString name = attachment.name.toLower();
            return name.endsWith(".xml.p7m");
        }
        case FileKind::Picture:
            return !mailHasText || (!attachment.shownInText && attachment.bytes.size() >= kLeastPicture);
        case FileKind::Other:
            break;
    }
    const FlowKind kind = flowKind(attachment.bytes);
    return kind != FlowKind::None && (kind != FlowKind::Text || !mailHasText);
}

/// Calls `take` with each attachment that may be a bill, and the path under which it can be opened, until it says
/// false.
template <class Take>
void eachBill(const Mail& mail, const Take& take) {
    int left = kMostRead;
    for (const Attachment& attachment : mail.attachments) {
        if (attachment.bytes.isEmpty()) continue;
        const MemoryFile file(attachment.bytes);
        if (!mayBeBill(attachment, file.path(), mail.hasText)) continue;
        if (left-- == 0 || !take(attachment, file.path())) return;
    }
}

QString shownName(const Attachment& attachment) {
    return attachment.name.isEmpty() ? QStringLiteral("an attachment without a name") : attachment.name;
}

int wordCount(const Document& document) {
    qsizetype count = 0;
    for (const Page& page : document.pages) count += page.words.size();
    return static_cast<int>(count);
}

/// False where there is no room for all of it.
bool append(Document& whole, const Document& part) {
    if (whole.invoice.isEmpty()) whole.invoice = part.invoice;
    if (part.source == Document::Source::Ocr) whole.source = part.source;
    if (!whole.invoice.isEmpty()) whole.source = Document::Source::Xml;
    if (whole.pages.size() + part.pages.size() > frames::kMostPages ||
        wordCount(whole) + wordCount(part) > frames::kMostWords)
        return false;
    for (Drawing drawing : part.drawings) {
        drawing.page += static_cast<int>(whole.pages.size());
        whole.drawings.append(drawing);
    }
    for (Link link : part.links) {
        link.page += static_cast<int>(whole.pages.size());
        whole.links.append(link);
    }
    int sheets = 0;  // those of each part begin with 0
    for (const Page& page : whole.pages) sheets = std::max(sheets, page.sheet + 1);
    for (Page page : part.pages) {
        if (page.sheet >= 0) page.sheet += sheets;
        whole.pages.append(page);
    }
    return true;
}

}  // namespace

Document mailDocument(const QByteArray& bytes, const FileReaders& readers) {
    const Mail mail = mailOf(bytes);
    Document whole;
    QStringList read, notes;
    std::optional<Problem> failure;
    eachBill(mail, [&](const Attachment& attachment, const QString& path) {
        const Document part = readers.read(path);
        if (part.problem) {
            // XML that is no e-invoice is a signature or a calendar, of which nobody needs to hear.
            if (fileKind(path) == FileKind::Xml) return true;
            const Problem problem{part.problem->kind,
                                  {},
                                  QString("its attachment %1: %2").arg(shownName(attachment), part.problem->sentence)};
            if (!failure || problem.kind == Problem::Kind::PasswordNeeded) failure = problem;
            notes.append(QString("Not read: %1 (%2)").arg(shownName(attachment), part.problem->sentence));
            return true;
        }
        const bool fits = append(whole, part);
        if (fits)
            read.append(shownName(attachment));
        else
            notes.append(QString("Not read: %1 and what follows it, for lack of room.").arg(shownName(attachment)));
        if (!part.note.isEmpty()) notes.append(part.note);
        return fits;
    });
    if (read.isEmpty()) {
        if (failure && (failure->kind == Problem::Kind::PasswordNeeded || !mail.hasText)) {
            whole.problem = failure;
            return whole;
        }
        const Typeset text = typeset(mail.text);
        whole.pages = text.pages;
        if (text.cut) notes.append("The mail is too long to be read whole.");
        if (!mail.hasText)
            whole.problem =
                Problem{Problem::Kind::BadInput, {}, "the mail holds neither text nor a bill that can be read."};
    } else {
        notes.prepend(QString("Read from the mail's attachments: %1.").arg(read.join(", ")));
    }
    whole.note = notes.join(' ');
    return whole;
}

int mailPageCount(const QByteArray& bytes, const FileReaders& readers) {
    const Mail mail = mailOf(bytes);
    int pages = 0;
    eachBill(mail, [&](const Attachment&, const QString& path) {
        pages += readers.pageCount(path);
        return pages < frames::kMostPages;
    });
    return pages ? pages : static_cast<int>(typeset(mail.text).pages.size());
}

frames::Picture mailPicture(const QByteArray& bytes, int page, double pixelsPerPoint, const FileReaders& readers) {
    const Mail mail = mailOf(bytes);
    frames::Picture picture;
    int before = 0;
    eachBill(mail, [&](const Attachment&, const QString& path) {
        const int own = readers.pageCount(path);
        if (page >= before && page < before + own) picture = readers.picture(path, page - before);
        before += own;
        return before <= page;
    });
    if (before == 0) {
        const Typeset text = typeset(mail.text);
        if (page >= 0 && page < text.pages.size()) picture.image = painted(text.pages[page], pixelsPerPoint);
    }
    return picture;
}

}  // namespace floe::reader
