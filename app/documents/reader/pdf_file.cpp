#include "app/documents/reader/pdf_file.h"

#include <QFile>
#include <QRectF>
#include <QStringList>
#include <algorithm>
#include <cmath>
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <stdexcept>

#include "app/documents/frames.h"
#include "app/documents/reader/e_invoice/e_invoice.h"

namespace floe::reader {

namespace {

constexpr int kMostAttachments = 50;  // of XML

constexpr int kMostAnnotations = 500;  // of a page

int turnOf(QPDFPageObjectHelper& page) {
    auto rotate = page.getAttribute("/Rotate", false);
    return rotate.isInteger() ? ((rotate.getIntValueAsInt() % 360) + 360) % 360 : 0;
}

/// Qt gives x from the user space's origin and y as shown height minus user y, both without crop and rotation.
QTransform transformOf(QPDFPageObjectHelper& page) {
    const auto box = page.getCropBox(false).getArrayAsRectangle();
    const int turn = turnOf(page);
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

/// Height of the page as shown, which Qt's heights are counted from.
double shownHeightOf(QPDFPageObjectHelper& page) {
    const auto box = page.getCropBox(false).getArrayAsRectangle();
    return std::abs(turnOf(page) % 180 ? box.urx - box.llx : box.ury - box.lly);
}

void takeLinks(PdfFacts& facts, QPDFPageObjectHelper& page, int number) {
    QPDFObjectHandle annotations = page.getAttribute("/Annots", false);
    if (!annotations.isArray()) return;
    for (int i = 0; i < std::min(annotations.getArrayNItems(), kMostAnnotations); ++i) {
        QPDFObjectHandle link = annotations.getArrayItem(i);
        if (!link.isDictionary() || facts.links.size() >= kMostLinks) continue;
        QPDFObjectHandle action = link.getKey("/A"), place = link.getKey("/Rect");
        if (!action.isDictionary() || !place.isRectangle()) continue;
        QPDFObjectHandle target = action.getKey("/URI");
        const QString uri = target.isString() ? QString::fromStdString(target.getUTF8Value()).trimmed() : QString();
        if (!frames::isLinkTarget(uri)) continue;
        const auto box = place.getArrayAsRectangle();
        const QRectF qts(QPointF(box.llx, shownHeightOf(page) - box.ury),
                         QPointF(box.urx, shownHeightOf(page) - box.lly));
        facts.links.append({number, facts.toShown.value(number).mapRect(qts.normalized()), uri});
    }
}

bool isInvoiceName(const QString& name) {
    static const QStringList known{"factur-x.xml", "zugferd-invoice.xml", "xrechnung.xml", "cii.xml"};
    return known.contains(name, Qt::CaseInsensitive);
}

/// Takes the bytes of a stream and no more than it should: a small stream can decompress to gigabytes.
class Bounded : public Pipeline {
 public:
    explicit Bounded(qsizetype most) : Pipeline("attachment", nullptr), most_(most) {}
    void write(const unsigned char* data, size_t size) override {
        if (overflow_ || size > static_cast<size_t>(most_ - bytes_.size())) {
            overflow_ = true;
            throw std::length_error("the attachment is too large");
        }
        bytes_.append(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    }
    void finish() override {}
    QByteArray bytes() const { return overflow_ ? QByteArray() : bytes_; }

 private:
    qsizetype most_;
    QByteArray bytes_;
    bool overflow_ = false;
};

QByteArray bytesOf(QPDFFileSpecObjectHelper& file) {
    Bounded bounded(kLargestEInvoice);
    QPDFObjectHandle stream = file.getEmbeddedFileStream();
    if (!stream.isStream()) return {};
    try {
        stream.pipeStreamData(&bounded, 0, qpdf_dl_all, true);
    } catch (const std::exception&) {
        return {};
    }
    return bounded.bytes();
}

void takeAttachment(PdfFacts& facts, int& named, const QString& key, QPDFFileSpecObjectHelper file) {
    const QString name = QString::fromStdString(file.getFilename());
    const bool known = isInvoiceName(key) || isInvoiceName(name);
    if (!known && !name.endsWith(".xml", Qt::CaseInsensitive) && !key.endsWith(".xml", Qt::CaseInsensitive)) return;
    if (facts.invoices.size() == kMostAttachments) return;
    const QByteArray xml = bytesOf(file);
    if (xml.isEmpty() || facts.invoices.contains(xml)) return;
    if (name.compare("order-x.xml", Qt::CaseInsensitive) == 0)
        facts.order = xml;
    else
        facts.invoices.insert(known ? named++ : facts.invoices.size(), xml);
}

/// Files of an /AF array, which some writers fill without the list of attachments.
void takeAssociated(PdfFacts& facts, int& named, QPDFObjectHandle holder) {
    if (!holder.isDictionary()) return;
    QPDFObjectHandle files = holder.getKey("/AF");
    if (!files.isArray()) return;
    for (int i = 0; i < std::min(files.getArrayNItems(), kMostAttachments); ++i)
        if (QPDFObjectHandle file = files.getArrayItem(i); file.isDictionary())
            takeAttachment(facts, named, {}, QPDFFileSpecObjectHelper(file));
}

void takeAttachments(PdfFacts& facts, QPDF& pdf) {
    int named = 0;  // those under known names stand first
    QPDFEmbeddedFileDocumentHelper files(pdf);
    for (auto& [key, file] : files.getEmbeddedFiles()) takeAttachment(facts, named, QString::fromStdString(key), *file);
    takeAssociated(facts, named, pdf.getRoot());
    for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(pdf).getAllPages())
        takeAssociated(facts, named, page.getObjectHandle());
}

}  // namespace

PdfFacts pdfFacts(const QString& path, const QString& password) {
    PdfFacts facts;
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processFile(QFile::encodeName(path).constData(), password.toUtf8().constData());
        for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
            facts.toShown.append(transformOf(page));
            takeLinks(facts, page, static_cast<int>(facts.toShown.size()) - 1);
        }
        takeAttachments(facts, pdf);
    } catch (const QPDFExc& e) {
        facts.encrypted = e.getErrorCode() == qpdf_e_password;
    } catch (const std::exception&) {
        // Damaged in a way that PDFium may still read.
    }
    return facts;
}

}  // namespace floe::reader
