#include "app/documents/reader/read.h"

#include <QFile>
#include <QImageReader>
#include <QPainter>
#include <QPdfDocument>

#include "app/documents/reader/e_invoice.h"
#include "app/documents/reader/file_kind.h"
#include "app/documents/reader/pdf_file.h"
#include "app/documents/reader/pdf_words.h"
#include "app/documents/reader/recognise.h"
#include "app/documents/reader/word_boxes.h"

namespace floe::reader {

namespace {

constexpr int kMostScannedPages = 40;
constexpr double kScanDots = 300;
constexpr qint64 kMostPixels = qint64{100} << 20;

Problem bad(Problem::Kind kind, const char* sentence) {
    return {kind, {}, QString::fromUtf8(sentence)};
}

Problem neitherKind() {
    return bad(Problem::Kind::BadInput, "it is no PDF, no picture (PNG or JPEG) and no e-invoice (XML).");
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
    if (pdf.pageCount() > frames::kMostPages)
        return bad(Problem::Kind::Unsupported, "the PDF has more than 300 pages. Split it and try again.");
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

Document readPdf(const QString& path, const QString& password) {
    Document document;
    QPdfDocument pdf;
    document.problem = openPdf(pdf, path, password);
    if (document.problem) return document;
    const PdfFacts facts = pdfFacts(path, password);
    document.invoice = invoiceValues(facts.invoice);
    Recogniser recogniser;
    PdfWords words(pdf, path);
    int scanned = 0;
    for (int i = 0; i < pdf.pageCount(); ++i) {
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

Document read(const QString& path, const QString& password) {
    switch (fileKind(path)) {
        case FileKind::Pdf:
            return readPdf(path, password);
        case FileKind::Picture:
            return readPicture(path);
        case FileKind::Xml:
            return readXml(path);
        case FileKind::Other:
            break;
    }
    Document document;
    document.problem = neitherKind();
    return document;
}

frames::Picture picture(const QString& path, int page, double pixelsPerPoint, const QString& password) {
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
        default:
            result.problem = bad(Problem::Kind::Unsupported, "it has no pages that could be shown.");
    }
    if (result.image.isNull() && !result.problem)
        result.problem = bad(Problem::Kind::BadInput, "this page cannot be shown.");
    return result;
}

}  // namespace floe::reader
