#include "app/documents/reader/pdf_file.h"

#include <QFile>
#include <QRectF>
#include <QStringList>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

namespace floe::reader {

namespace {

constexpr size_t kLargestInvoice = 16u << 20;

/// Qt gives x from the user space's origin and y as shown height minus user y, both without crop and rotation.
QTransform transformOf(QPDFPageObjectHelper& page) {
    const auto box = page.getCropBox(false).getArrayAsRectangle();
    auto rotate = page.getAttribute("/Rotate", false);
    const int turn = rotate.isInteger() ? ((rotate.getIntValueAsInt() % 360) + 360) % 360 : 0;
    const double left = std::min(box.llx, box.urx), right = std::max(box.llx, box.urx);
    const double bottom = std::min(box.lly, box.ury), top = std::max(box.lly, box.ury);
    const double width = right - left, height = top - bottom;
    const double shownHeight = turn % 180 ? width : height;
    // user y = shownHeight - y; then turned about the crop box.
    switch (turn) {
        case 90:
            return QTransform(0, 1, -1, 0, shownHeight - bottom, -left);
        case 180:
            return QTransform(-1, 0, 0, -1, right, shownHeight - bottom);
        case 270:
            return QTransform(0, -1, 1, 0, top - shownHeight, right);
        default:
            return QTransform(1, 0, 0, 1, -left, bottom);
    }
}

bool isInvoiceName(const std::string& name) {
    static const QStringList known{"factur-x.xml", "zugferd-invoice.xml", "xrechnung.xml", "order-x.xml"};
    return known.contains(QString::fromStdString(name), Qt::CaseInsensitive);
}

QByteArray embeddedInvoice(QPDF& pdf) {
    QPDFEmbeddedFileDocumentHelper files(pdf);
    for (auto& [key, file] : files.getEmbeddedFiles()) {
        if (!isInvoiceName(key) && !isInvoiceName(file->getFilename())) continue;
        const auto data = file->getEmbeddedFileStream().getStreamData(qpdf_dl_all);
        if (data->getSize() > kLargestInvoice) continue;
        return {reinterpret_cast<const char*>(data->getBuffer()), static_cast<qsizetype>(data->getSize())};
    }
    return {};
}

}  // namespace

PdfFacts pdfFacts(const QString& path, const QString& password) {
    PdfFacts facts;
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processFile(QFile::encodeName(path).constData(), password.toUtf8().constData());
        for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(pdf).getAllPages())
            facts.toShown.append(transformOf(page));
        facts.invoice = embeddedInvoice(pdf);
    } catch (const QPDFExc& e) {
        facts.encrypted = e.getErrorCode() == qpdf_e_password;
    } catch (const std::exception&) {
        // Damaged in a way that PDFium may still read.
    }
    return facts;
}

}  // namespace floe::reader
