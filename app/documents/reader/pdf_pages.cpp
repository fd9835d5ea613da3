#include "app/documents/reader/pdf_pages.h"

#include <QPainter>
#include <QStringList>
#include <algorithm>
#include <cmath>

#include "app/documents/frames.h"
#include "app/documents/reader/codes.h"
#include "app/documents/reader/drawings.h"
#include "app/documents/reader/limits.h"
#include "app/documents/reader/picture_pages.h"
#include "app/documents/reader/text_look.h"

namespace floe::reader {

namespace {

constexpr double kScanDots = 300;
constexpr double kCodeScale = 4;  // pixels a point, for codes with small spots
constexpr double kMostScanPixels = 24e6;
constexpr qint64 kMostPixels = qint64{100} << 20;
constexpr double kPieceSide = 2000;  // pixels of the longer side on which papers are looked for
constexpr int kSecondsAStep = 20;    // of the processor

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

double scanDots(const QSizeF& size) {
    return std::min(kScanDots, 72 * std::sqrt(kMostScanPixels / (size.width() * size.height())));
}

/// From the page as it lies to the page turned clockwise, which begins at 0, 0 again.
QTransform turning(const QSizeF& size, int turn) {
    const QTransform about = QTransform().rotate(turn);
    const QRectF lands = about.mapRect(QRectF(QPointF(), size));
    return about * QTransform::fromTranslate(-lands.left(), -lands.top());
}

/// Of the page as it is scanned at scanDots().
QTransform toScan(const QSizeF& size, double pixelsPerPoint) {
    const double scale = scanDots(size) / 72 / pixelsPerPoint;
    return QTransform::fromScale(scale, scale);
}

}  // namespace

PdfPages::PdfPages(QPdfDocument& pdf, const QString& path, const QVector<QTransform>& toShown, bool cuts)
    : pdf_(pdf), toShown_(toShown), cuts_(cuts && pdf.pageCount() <= kMostSheets), words_(pdf, path) {}

int PdfPages::count() {
    if (!cuts_) return pdf_.pageCount();
    int count = 0;
    for (int i = 0; i < pdf_.pageCount(); ++i) count += std::max(1, static_cast<int>(pieces(i).size()));
    return count;
}

/// On the picture that scan() gives; found on a smaller one.
QVector<Piece> PdfPages::pieces(int number) {
    const QSizeF size = pdf_.pagePointSize(number);
    if (!cuts_ || !frames::isPageSize(size) || size.isEmpty() || PdfWords::hasText(pdf_, number)) return {};
    moreTime(kSecondsAStep);
    const double scale = std::min(kPieceSide / std::max(size.width(), size.height()), scanDots(size) / 72);
    QVector<Piece> pieces = piecesOn(rendered(pdf_, number, scale), true);
    for (Piece& piece : pieces) piece.outline = toScan(size, scale).map(piece.outline);
    return pieces;
}

QImage PdfPages::scan(int number) {
    return rendered(pdf_, number, scanDots(pdf_.pagePointSize(number)) / 72);
}

QImage PdfPages::drawn(int number, double pixelsPerPoint, int turn) {
    const QImage image = rendered(pdf_, number, pixelsPerPoint);
    return turn == 0 ? image : upright(image, {turn, 0});
}

int PdfPages::turnOf(int number) {
    if (!PdfWords::isSideways(pdf_, number, toShown_.value(number))) return 0;
    const QImage image = rendered(pdf_, number, scanDots(pdf_.pagePointSize(number)) / 144);
    return image.isNull() ? 0 : scans_.turnOf(image);
}

QVector<Page> PdfPages::read(int number, int index, bool recognise, std::optional<Problem>& problem) {
    const QSizeF size = pdf_.pagePointSize(number);
    Page page{size, {}};
    if (PdfWords::hasText(pdf_, number)) {
        const int turn = turnOf(number);
        const QTransform turned = turning(size, turn);
        if (turn != 0) turned_[number] = turned;
        pageOf_[number] = index;
        page.size = turned.mapRect(QRectF(QPointF(), size)).size();
        page.words = words_.of(number, toShown_.value(number) * turned);
        return {looked(number, index, page, turn, recognise, problem)};
    }
    const QVector<Piece> pieces = this->pieces(number);
    if (!pieces.isEmpty()) page.sheet = number;
    if (pieces.isEmpty()) pageOf_[number] = index;
    QVector<Page> pages(std::max<qsizetype>(1, pieces.size()), page);
    if (!recognise) return pages;
    const QImage image = scan(number);
    for (qsizetype i = 0; i < pages.size() && !problem; ++i) {
        ++recognised_;
        if (image.isNull()) continue;
        moreTime(kSecondsAStep);
        const QImage paper = pieces.isEmpty() ? image : cutOut(image, pieces[i]);
        pages[i] = recognised(scans_.shown(paper, scanDots(size)), index + static_cast<int>(i), problem);
        pages[i].sheet = page.sheet;
    }
    return pages;
}

Page PdfPages::recognised(const Shown& shown, int index, std::optional<Problem>& problem) {
    codes_ += codesOn(shown.image, shown.dotsPerInch / 72, index, true);
    const Page read = scans_.read(shown, problem);
    drawings_ += shown.drawings(read.words, index);
    return read;
}

Link PdfPages::onPage(const Link& link) const {
    return {pageOf_.value(link.page, -1), turned_.value(link.page).mapRect(link.box), link.target};
}

Page PdfPages::looked(int number, int index, Page page, int turn, bool recognise, std::optional<Problem>& problem) {
    const Draw draw = [&](double scale) { return drawn(number, scale, turn); };
    const TextLook look = lookAt(page.words, page.size, draw, scans_.samples());
    if (mayHoldCode(look.picture, look.scale)) {
        QVector<Code> codes = codesOn(look.picture, look.scale, index, false);
        if (codes.isEmpty()) codes = codesOn(draw(kCodeScale), kCodeScale, index, true);
        codes_ += codes;
    }
    const qsizetype before = page.words.size();
    page.words = look.words;
    hidden_ += look.hidden;
    if (look.verdict == TextLook::Verdict::Trusted && (!page.words.isEmpty() || before == 0)) {
        drawings_ += drawingsOn(look.picture, look.scale, page.words, index, Paper::Clean);
        return page;
    }
    const bool garbled = look.verdict == TextLook::Verdict::Garbled;
    if (garbled) page.words.clear();
    const double dots = scanDots(page.size);
    const QImage image = recognise ? drawn(number, dots / 72, turn) : QImage();
    if (image.isNull()) return page;
    Page read = scans_.read({image, dots}, problem, false);
    read.size = page.size;
    // What looked like letters are none: a photo, a pattern.
    const bool none = problem || (!garbled && 2 * read.words.size() <= 3 * page.words.size());
    drawings_ += drawingsOn(look.picture, look.scale, none ? page.words : read.words, index, Paper::Clean);
    if (none) return page;
    if (garbled) garbled_.append(number + 1);
    ++recognised_;
    return read;
}

QImage PdfPages::picture(int index, double pixelsPerPoint) {
    const SheetPlace place =
        placeOfPage(index, index < 0 ? 0 : pdf_.pageCount(), [this](int sheet) { return pieces(sheet); });
    const int number = place.sheet;
    if (number < 0) return {};
    if (PdfWords::hasText(pdf_, number)) return drawn(number, pixelsPerPoint, turnOf(number));
    const QImage image = scan(number);
    if (image.isNull()) return {};
    const QImage paper = place.pieces.isEmpty() ? image : cutOut(image, place.pieces[place.piece]);
    return scans_.shown(paper, scanDots(pdf_.pagePointSize(number))).scaled(pixelsPerPoint);
}

QString PdfPages::note() const {
    QStringList sentences;
    if (hidden_ > 0)
        sentences += hidden_ == 1 ? QString("1 word that the page does not show was left out.")
                                  : QString("%1 words that the page does not show were left out.").arg(hidden_);
    if (!garbled_.isEmpty()) {
        QStringList pages;
        for (const int page : garbled_.mid(0, 10)) pages += QString::number(page);
        sentences += QString(
                         "The text stored in the PDF is not what it shows (page %1); what it shows was recognised "
                         "instead.")
                         .arg(pages.join(", "));
    }
    if (!scans_.note().isEmpty()) sentences += scans_.note();
    return sentences.join(' ');
}

}  // namespace floe::reader
