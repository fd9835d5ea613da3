#include "app/documents/reader/read.h"

#include <QFile>
#include <QFileInfo>
#include <QPdfDocument>
#include <algorithm>

#include "app/documents/reader/e_invoice/e_invoice.h"
#include "app/documents/reader/e_invoice/signed_file.h"
#include "app/documents/reader/file_kind.h"
#include "app/documents/reader/flow_document.h"
#include "app/documents/reader/limits.h"
#include "app/documents/reader/pdf_file.h"
#include "app/documents/reader/pdf_pages.h"
#include "app/documents/reader/picture_pages.h"

namespace floe::reader {

namespace {

constexpr int kMostPagesCounted = 10'000;  // of a PDF whose first pages are read
constexpr int kSecondsAStep = 20;          // of the processor, for opening a file and for each page

Problem bad(Problem::Kind kind, const char* sentence) {
    return {kind, {}, QString::fromUtf8(sentence)};
}

/// What lay there when the parent looked may be gone, or be a pipe that never ends.
std::optional<Problem> notThere(const QString& path) {
    if (QFileInfo(path).isFile()) return {};
    return bad(Problem::Kind::Io, "it is not there any more. Was it moved or deleted?");
}

std::optional<Problem> openPdf(QPdfDocument& pdf, const QString& path, const QString& password) {
    pdf.setPassword(password);
    switch (pdf.load(path)) {
        case QPdfDocument::Error::None:
            break;
        case QPdfDocument::Error::IncorrectPassword:
            return bad(Problem::Kind::PasswordNeeded,
                       password.isEmpty() ? "the PDF is locked with a password. It can be read when you give that."
                                          : "this password does not open the PDF. Check it and try again.");
        case QPdfDocument::Error::UnsupportedSecurityScheme:
            return bad(Problem::Kind::Unsupported,
                       "the PDF is locked in a way that Floe does not know. Save it unlocked and try again.");
        default:
            return bad(Problem::Kind::DamagedFile, "the PDF is damaged and cannot be opened.");
    }
    if (pdf.pageCount() < 1) return bad(Problem::Kind::DamagedFile, "the PDF has no pages.");
    if (pdf.pageCount() > kMostPagesCounted)
        return bad(Problem::Kind::Unsupported, "the PDF has more than 10,000 pages, which is no bill.");
    return {};
}

void addNote(Document& document, const QString& sentence) {
    if (sentence.isEmpty()) return;
    if (!document.note.isEmpty()) document.note += ' ';
    document.note += sentence;
}

/// The first attachment that is a bill; a PDF that says it carries an order is none.
void takeInvoice(Document& document, const PdfFacts& facts) {
    for (const QByteArray& xml : facts.invoices) {
        const EInvoice invoice = readEInvoice(xml);
        document.invoice = invoice.values;
        document.note = invoice.note;
        if (!document.invoice.isEmpty()) return;
    }
    if (const QString refusal = readEInvoice(facts.order).refusal; !refusal.isEmpty())
        document.problem = Problem{Problem::Kind::Unsupported, {}, refusal};
}

Document readPdf(const QString& path, const QString& password) {
    Document document;
    QPdfDocument pdf;
    document.problem = openPdf(pdf, path, password);
    if (document.problem) return document;
    const PdfFacts facts = pdfFacts(path, password);
    takeInvoice(document, facts);
    if (document.problem) return document;
    const bool recognise = document.invoice.isEmpty();
    PdfPages pages(pdf, path, facts.toShown, recognise);
    qsizetype wordsLeft = frames::kMostWords;
    for (int i = 0; i < pdf.pageCount(); ++i) {
        moreTime(kSecondsAStep);
        if (i == frames::kMostPages) {
            addNote(document, QString("Only the first %1 pages of %2 were read.").arg(i).arg(pdf.pageCount()));
            break;
        }
        if (!frames::isPageSize(pdf.pagePointSize(i))) {
            addNote(document, QString("Page %1 is too large to be read.").arg(i + 1));
            document.pages.append({QSizeF(0, 0), {}});
            continue;
        }
        const bool more = pages.recognised() < kMostScannedPages;
        const auto index = static_cast<int>(document.pages.size());
        const QVector<Page> read = pages.read(i, index, recognise && more, document.problem);
        if (document.problem) return document;
        for (const Page& page : read) wordsLeft -= page.words.size();
        if (wordsLeft < 0) {
            addNote(document, QString("Only the first %1 pages were read: there are too many words.").arg(i));
            break;
        }
        document.pages += read;
    }
    document.codes = pages.codes().mid(0, kMostCodes);
    document.drawings = pages.drawings().mid(0, kMostDrawings);
    for (const Link& link : facts.links)
        if (const Link placed = pages.onPage(link); placed.page >= 0 && placed.page < document.pages.size())
            document.links.append(placed);
    if (pages.recognised() > 0) document.source = Document::Source::Ocr;
    if (pages.recognised() >= kMostScannedPages) addNote(document, onlyTheFirstWereRead());
    addNote(document, pages.note());
    if (!document.invoice.isEmpty()) document.source = Document::Source::Xml;
    return document;
}

/// The pages as readPdf() numbers them: those of an e-invoice are not looked at.
PdfPages pagesOf(QPdfDocument& pdf, const QString& path, const QString& password) {
    const PdfFacts facts = pdfFacts(path, password);
    Document document;
    if (pdf.pageCount() <= kMostSheets) takeInvoice(document, facts);
    return {pdf, path, facts.toShown, document.invoice.isEmpty()};
}

Document readXml(const QString& path, bool isSigned) {
    Document document;
    document.source = Document::Source::Xml;
    QFile file(path);
    QByteArray bytes;
    if (file.open(QIODevice::ReadOnly)) bytes = file.read(kLargestEInvoice + 1);
    const EInvoice invoice = readEInvoice(isSigned ? signedContent(bytes) : bytes);
    document.invoice = invoice.values;
    document.note = invoice.note;
    if (!invoice.refusal.isEmpty())
        document.problem = Problem{Problem::Kind::Unsupported, {}, invoice.refusal};
    else if (document.invoice.isEmpty())
        document.problem = bad(Problem::Kind::BadInput,
                               isSigned ? "the signed file holds no e-invoice that Floe knows."
                                        : "the XML is no e-invoice that Floe knows (CII, ZUGFeRD, UBL or FatturaPA).");
    return document;
}

Document readAt(const QString& path, const QString& password, int depth);
int pageCount(const QString& path, const QString& password, int depth);
frames::Picture pictureAt(const QString& path, int page, double pixelsPerPoint, const QString& password, int depth);

/// For what hangs on a mail.
FileReaders readersWithin(const QString& password, int depth, double pixelsPerPoint = 1) {
    return {[=](const QString& path) { return readAt(path, password, depth + 1); },
            [=](const QString& path) { return pageCount(path, password, depth + 1); },
            [=](const QString& path, int page) { return pictureAt(path, page, pixelsPerPoint, password, depth + 1); }};
}

int pageCount(const QString& path, const QString& password, int depth) {
    switch (fileKind(path)) {
        case FileKind::Pdf: {
            QPdfDocument pdf;
            if (openPdf(pdf, path, password)) return 0;
            return std::min(pagesOf(pdf, path, password).count(), frames::kMostPages);
        }
        case FileKind::Picture:
            return picturePageCount(path);
        case FileKind::Xml:
        case FileKind::Signed:
            return 0;
        case FileKind::Other:
            break;
    }
    return flowPageCount(path, depth, readersWithin(password, depth));
}

Document readAt(const QString& path, const QString& password, int depth) {
    switch (fileKind(path)) {
        case FileKind::Pdf:
            return readPdf(path, password);
        case FileKind::Picture:
            return readPictures(path);
        case FileKind::Xml:
            return readXml(path, false);
        case FileKind::Signed:
            return readXml(path, true);
        case FileKind::Other:
            break;
    }
    return flowDocument(path, depth, readersWithin(password, depth));
}

/// A code that was read is no drawing.
void leaveOutCodes(Document& document) {
    const auto isCode = [&](const Drawing& drawing) {
        return std::any_of(document.codes.begin(), document.codes.end(), [&](const Code& code) {
            return code.page == drawing.page && code.box.intersects(drawing.box);
        });
    };
    document.drawings.erase(std::remove_if(document.drawings.begin(), document.drawings.end(), isCode),
                            document.drawings.end());
}

frames::Picture pictureAt(const QString& path, int page, double pixelsPerPoint, const QString& password, int depth) {
    frames::Picture result;
    switch (fileKind(path)) {
        case FileKind::Pdf: {
            QPdfDocument pdf;
            result.problem = openPdf(pdf, path, password);
            if (!result.problem) result.image = pagesOf(pdf, path, password).picture(page, pixelsPerPoint);
            break;
        }
        case FileKind::Picture:
            result = pictureOfPage(path, page, pixelsPerPoint);
            break;
        case FileKind::Xml:
        case FileKind::Signed:
            result.problem = bad(Problem::Kind::Unsupported, "it has no pages that could be shown.");
            break;
        case FileKind::Other:
            result = flowPicture(path, page, pixelsPerPoint, depth, readersWithin(password, depth, pixelsPerPoint));
    }
    if (result.image.isNull() && !result.problem)
        result.problem = bad(Problem::Kind::BadInput, "this page cannot be shown.");
    return result;
}

}  // namespace

Document read(const QString& path, const QString& password) {
    Document document;
    document.problem = notThere(path);
    if (document.problem) return document;
    document = readAt(path, password, 0);
    leaveOutCodes(document);
    return document;
}

frames::Picture picture(const QString& path, int page, double pixelsPerPoint, const QString& password) {
    if (const auto problem = notThere(path)) return {{}, problem};
    return pictureAt(path, page, pixelsPerPoint, password, 0);
}

}  // namespace floe::reader
