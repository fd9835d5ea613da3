#include "app/documents/reader/read.h"

#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QPainter>
#include <QPdfDocument>

#include "app/documents/reader/e_invoice/e_invoice.h"
#include "app/documents/reader/e_invoice/signed_file.h"
#include "app/documents/reader/file_kind.h"
#include "app/documents/reader/flow_document.h"
#include "app/documents/reader/limits.h"
#include "app/documents/reader/pdf_file.h"
#include "app/documents/reader/pdf_words.h"
#include "app/documents/reader/recognise.h"
#include "app/documents/reader/word_boxes.h"

namespace floe::reader {

namespace {

constexpr int kMostScannedPages = 40;
constexpr int kMostPagesCounted = 10'000;  // of a PDF whose first pages are read
constexpr int kSecondsAStep = 20;          // of the processor, for opening a file and for each page
constexpr double kScanDots = 300;
constexpr qint64 kMostPixels = qint64{100} << 20;

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

/// On white paper; null where it would be too large.
QImage rendered(QPdfDocument& pdf, int page, double pixelsPerPoint) {
    const QSizeF size = pdf.pagePointSize(page) * pixelsPerPoint;
    if (!(size.width() >= 1) || !(size.height() >= 1) || size.width() > frames::kMostPictureSide ||
        size.height() > frames::kMostPictureSide || size.width() * size.height() > kMostPixels)
        return {};
    const QImage ink = pdf.render(page, size.toSize());
    QImage paper(size.toSize(), QImage::Format_RGB32);
    if (ink.isNull() || paper.isNull()) return {};
    paper.fill(Qt::white);
    QPainter(&paper).drawImage(0, 0, ink);
    return paper;
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
    Recogniser recogniser;
    PdfWords words(pdf, path);
    int scanned = 0;
    qsizetype wordsLeft = frames::kMostWords;
    for (int i = 0; i < pdf.pageCount(); ++i) {
        moreTime(kSecondsAStep);
        if (i == frames::kMostPages) {
            document.note = QString("Only the first %1 pages of %2 were read.").arg(i).arg(pdf.pageCount());
            break;
        }
        if (!frames::isPageSize(pdf.pagePointSize(i))) {
            document.note = QString("Page %1 is too large to be read.").arg(i + 1);
            document.pages.append({QSizeF(0, 0), {}});
            continue;
        }
        Page page{pdf.pagePointSize(i), words.of(i, facts.toShown.value(i))};
        if (page.words.isEmpty() && document.invoice.isEmpty() && scanned < kMostScannedPages) {
            ++scanned;
            const QImage image = rendered(pdf, i, kScanDots / 72);
            if (!image.isNull())
                page.words = recogniser.words(image, kScanDots, QTransform::fromScale(72 / kScanDots, 72 / kScanDots),
                                              document.problem);
            if (document.problem) return document;
            if (!page.words.isEmpty()) document.source = Document::Source::Ocr;
            if (scanned == kMostScannedPages)
                document.note = QString("Only the first %1 scanned pages were read.").arg(kMostScannedPages);
        }
        wordsLeft -= page.words.size();
        if (wordsLeft < 0) {
            document.note = QString("Only the first %1 pages were read: there are too many words.").arg(i);
            break;
        }
        document.pages.append(page);
    }
    if (!document.invoice.isEmpty()) document.source = Document::Source::Xml;
    return document;
}

/// Scanners write their resolution; where it is missing or a screen's, the picture is taken for a page 595 points wide.
double dotsPerInch(const QImage& image) {
    const double dots = image.dotsPerMeterX() * 0.0254;
    return dots >= 120 && dots <= 2400 ? dots : image.width() * 72 / 595.0;
}

QImage openPicture(const QString& path, std::optional<Problem>& problem) {
    QImageReader::setAllocationLimit(400);
    QImageReader reader(path);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    const QImage image = reader.read();
    if (image.isNull()) problem = bad(Problem::Kind::DamagedFile, "the picture is damaged or too large.");
    return image;
}

Document readPicture(const QString& path) {
    Document document;
    document.source = Document::Source::Ocr;
    const QImage image = openPicture(path, document.problem);
    if (document.problem) return document;
    const double dots = dotsPerInch(image), scale = 72 / dots;
    Page page{QSizeF(image.size()) * scale, {}};
    page.words = Recogniser().words(image, dots, QTransform::fromScale(scale, scale), document.problem);
    document.pages.append(page);
    return document;
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
            return openPdf(pdf, path, password) ? 0 : std::min(pdf.pageCount(), frames::kMostPages);
        }
        case FileKind::Picture:
            return QImageReader(path).size().isValid() ? 1 : 0;
        case FileKind::Xml:
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
            return readPicture(path);
        case FileKind::Xml:
            return readXml(path, false);
        case FileKind::Signed:
            return readXml(path, true);
        case FileKind::Other:
            break;
    }
    return flowDocument(path, depth, readersWithin(password, depth));
}

frames::Picture pictureAt(const QString& path, int page, double pixelsPerPoint, const QString& password, int depth) {
    frames::Picture result;
    switch (fileKind(path)) {
        case FileKind::Pdf: {
            QPdfDocument pdf;
            result.problem = openPdf(pdf, path, password);
            if (!result.problem && page >= 0 && page < pdf.pageCount())
                result.image = rendered(pdf, page, pixelsPerPoint);
            break;
        }
        case FileKind::Picture: {
            const QImage image = openPicture(path, result.problem);
            const QSizeF size = QSizeF(image.size()) * (72 / dotsPerInch(image) * pixelsPerPoint);
            if (page == 0 && size.width() * size.height() <= kMostPixels)
                result.image = image.scaled(size.toSize(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
            break;
        }
        case FileKind::Xml:
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
    if (const auto problem = notThere(path)) return {{}, {}, {}, {}, problem};
    return readAt(path, password, 0);
}

frames::Picture picture(const QString& path, int page, double pixelsPerPoint, const QString& password) {
    if (const auto problem = notThere(path)) return {{}, problem};
    return pictureAt(path, page, pixelsPerPoint, password, 0);
}

}  // namespace floe::reader
