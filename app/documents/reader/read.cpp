#include "app/documents/reader/read.h"

#include <QFile>
#include <QPdfDocument>
#include <algorithm>

#include "app/documents/reader/codes.h"
#include "app/documents/reader/e_invoice.h"
#include "app/documents/reader/file_kind.h"
#include "app/documents/reader/pdf_file.h"
#include "app/documents/reader/pdf_pages.h"
#include "app/documents/reader/picture_file.h"
#include "app/documents/reader/scan.h"

namespace floe::reader {

namespace {

constexpr int kMostScannedPages = 40;

Problem bad(Problem::Kind kind, const char* sentence) {
    return {kind, {}, QString::fromUtf8(sentence)};
}

Problem unread(const QString& path) {
    QFile file(path);
    if (file.open(QIODevice::ReadOnly) && isUnreadPicture(file.read(64)))
        return bad(Problem::Kind::Unsupported,
                   "it is a HEIC or AVIF picture, which Floe does not read. Save it as JPEG or PNG and try again.");
    return bad(Problem::Kind::BadInput,
               "it is no PDF, no picture (PNG, JPEG, TIFF, WebP, BMP or GIF) and no e-invoice (XML).");
}

std::optional<Problem> openPdf(QPdfDocument& pdf, const QString& path) {
    switch (pdf.load(path)) {
        case QPdfDocument::Error::None:
            break;
        case QPdfDocument::Error::IncorrectPassword:
        case QPdfDocument::Error::UnsupportedSecurityScheme:
            return bad(Problem::Kind::Unsupported,
                       "the PDF is locked with a password. Save it without one and try again.");
        default:
            return bad(Problem::Kind::DamagedFile, "the PDF is damaged and cannot be opened.");
    }
    if (pdf.pageCount() < 1) return bad(Problem::Kind::DamagedFile, "the PDF has no pages.");
    if (pdf.pageCount() > frames::kMostPages)
        return bad(Problem::Kind::Unsupported, "the PDF has more than 300 pages. Split it and try again.");
    return {};
}

void addNote(Document& document, const QString& sentence) {
    if (sentence.isEmpty()) return;
    if (!document.note.isEmpty()) document.note += ' ';
    document.note += sentence;
}

QString onlyTheFirst() {
    return QString("Only the first %1 scanned pages were read.").arg(kMostScannedPages);
}

Document readPdf(const QString& path) {
    Document document;
    QPdfDocument pdf;
    document.problem = openPdf(pdf, path);
    if (document.problem) return document;
    const PdfFacts facts = pdfFacts(path);
    document.invoice = invoiceValues(facts.invoice);
    PdfPages pages(pdf, path, facts.toShown);
    const bool recognise = document.invoice.isEmpty();
    for (int i = 0; i < pdf.pageCount(); ++i) {
        const bool more = pages.recognised() < kMostScannedPages;
        document.pages.append(pages.page(i, recognise && more, document.problem));
        if (document.problem) return document;
    }
    document.codes = pages.codes().mid(0, kMostCodes);
    if (pages.recognised() > 0) document.source = Document::Source::Ocr;
    if (pages.recognised() >= kMostScannedPages) addNote(document, onlyTheFirst());
    addNote(document, pages.note());
    if (!document.invoice.isEmpty()) document.source = Document::Source::Xml;
    return document;
}

Document readPicture(const QString& path) {
    Document document;
    document.source = Document::Source::Ocr;
    const PictureFile file(path);
    Scans scans;
    for (int i = 0; i < std::min(file.pages(), kMostScannedPages); ++i) {
        const PicturePage picture = file.page(i);
        if (i == 0) document.problem = picture.problem;
        if (document.problem) return document;
        if (picture.problem) {
            addNote(document, "Not all pages could be read: " + picture.problem->sentence);
            break;
        }
        const Shown shown = scans.shown(picture.image, picture.dotsPerInch);
        if (document.codes.size() < kMostCodes) document.codes += codesOn(shown.image, shown.dotsPerInch / 72, i, true);
        document.pages.append(scans.read(shown, document.problem));
        if (document.problem) return document;
    }
    if (file.pages() > kMostScannedPages) addNote(document, onlyTheFirst());
    addNote(document, scans.note());
    return document;
}

Document readXml(const QString& path) {
    Document document;
    document.source = Document::Source::Xml;
    QFile file(path);
    if (file.open(QIODevice::ReadOnly)) document.invoice = invoiceValues(file.read(qint64{16} << 20));
    if (document.invoice.isEmpty())
        document.problem = bad(Problem::Kind::BadInput, "the XML is no e-invoice that Floe knows (CII or UBL).");
    return document;
}

}  // namespace

Document read(const QString& path) {
    switch (fileKind(path)) {
        case FileKind::Pdf:
            return readPdf(path);
        case FileKind::Picture:
            return readPicture(path);
        case FileKind::Xml:
            return readXml(path);
        case FileKind::Other:
            break;
    }
    Document document;
    document.problem = unread(path);
    return document;
}

frames::Picture picture(const QString& path, int page, double pixelsPerPoint) {
    frames::Picture result;
    switch (fileKind(path)) {
        case FileKind::Pdf: {
            QPdfDocument pdf;
            result.problem = openPdf(pdf, path);
            if (result.problem || page < 0 || page >= pdf.pageCount()) break;
            result.image = PdfPages(pdf, path, pdfFacts(path).toShown).picture(page, pixelsPerPoint);
            break;
        }
        case FileKind::Picture: {
            const PictureFile file(path);
            if (page < 0 || page >= file.pages()) break;
            const PicturePage picture = file.page(page);
            result.problem = picture.problem;
            if (!result.problem)
                result.image = Scans().shown(picture.image, picture.dotsPerInch).scaled(pixelsPerPoint);
            break;
        }
        default:
            result.problem = bad(Problem::Kind::Unsupported, "it has no pages that could be shown.");
    }
    if (result.image.isNull() && !result.problem)
        result.problem = bad(Problem::Kind::BadInput, "this page cannot be shown.");
    return result;
}

}  // namespace floe::reader
