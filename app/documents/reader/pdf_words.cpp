#include "app/documents/reader/pdf_words.h"

#include <QPdfSelection>
#include <algorithm>
#include <cmath>
#include <functional>

#include "app/documents/reader/glyph_boxes.h"
#include "app/documents/reader/separate_glyphs.h"
#include "app/documents/reader/word_boxes.h"

namespace floe::reader {

namespace {

constexpr int kManyWords = 40;  // of a page; fewer are asked for one by one

/// PDFium's marks for a hyphen that breaks a word at a line's end.
bool isBreakingHyphen(QChar c) {
    return c == QChar(0xFFFE) || c == QChar(0x0002);
}

QVector<Run> runsOf(const QString& text) {
    QVector<Run> runs;
    int line = 0;
    for (int i = 0; i < text.size();) {
        if (text[i].isSpace()) {
            line += text[i] == '\n';
            ++i;
            continue;
        }
        const int begin = i;
        while (i < text.size() && !text[i].isSpace() && !isBreakingHyphen(text[i])) ++i;
        const bool hyphen = i < text.size() && isBreakingHyphen(text[i]);
        if (hyphen) ++i;
        runs.append({begin, i, line});
        line += hyphen;  // what follows stands on the next line though no line end was written
    }
    return runs;
}

/// Without marks that print nothing (soft hyphens are among them); ligatures as letters.
QString printed(const QString& text) {
    QString out;
    for (const QChar c : text) {
        if (isBreakingHyphen(c))
            out += '-';
        else if (c.unicode() >= 0xFB00 && c.unicode() <= 0xFB06)
            out += QString(c).normalized(QString::NormalizationForm_KC);
        else if (c.category() != QChar::Other_Control && c.category() != QChar::Other_Format)
            out += c;
    }
    return out;
}

/// A character that a font without a map to Unicode yields.
bool meaningless(QChar c) {
    return c == QChar(0xFFFD) || c.category() == QChar::Other_PrivateUse || c.category() == QChar::Other_NotAssigned;
}

bool standsForNothing(const QString& text) {
    const auto unknown = std::count_if(text.begin(), text.end(), meaningless);
    return unknown * 3 > text.size();
}

QRectF boxOf(const QPdfSelection& selection) {
    QRectF box;
    for (const QPolygonF& polygon : selection.bounds()) box |= polygon.boundingRect();
    return box;
}

/// One look at the page instead of one a word: the boxes of all that was shown. In files that show every glyph by
/// itself (Qt's, some browsers') these are glyphs. Empty where they are not.
QVector<QRectF> boxesAtOnce(const QPdfSelection& all, const QVector<Run>& runs,
                            const std::function<QRectF(int)>& exact) {
    QVector<QRectF> glyphs;
    for (const QPolygonF& glyph : all.bounds()) glyphs.append(glyph.boundingRect());
    return glyphs.size() < runs.size() * 2 ? QVector<QRectF>() : wordBoxes(glyphs, runs, exact);
}

}  // namespace

QPdfDocument* PdfWords::separated() {
    if (tried_) return separated_ ? &*separated_ : nullptr;
    tried_ = true;
    bytes_.setData(withSeparateGlyphs(path_, password_));
    if (bytes_.data().isEmpty() || !bytes_.open(QIODevice::ReadOnly)) return nullptr;
    separated_.emplace();
    separated_->load(&bytes_);
    if (separated_->status() != QPdfDocument::Status::Ready || separated_->pageCount() != pdf_.pageCount())
        separated_.reset();
    return separated_ ? &*separated_ : nullptr;
}

bool PdfWords::hasText(QPdfDocument& pdf, int page) {
    const QString text = pdf.getAllText(page).text();
    return !runsOf(text).isEmpty() && !standsForNothing(text);
}

bool PdfWords::isSideways(QPdfDocument& pdf, int page, const QTransform& toShown) {
    // A box is either that of a run of text, which is long one way, or that of a glyph, which the next one follows.
    double across = 0, along = 0;
    QRectF before;
    for (const QPolygonF& polygon : pdf.getAllText(page).bounds()) {
        const QRectF box = toShown.mapRect(polygon.boundingRect());
        const double width = box.width(), height = box.height();
        if (width > 2 * height) across += width / std::max(1.0, height);
        if (height > 2 * width && height > 12) along += height / std::max(1.0, width);
        const QPointF step = box.center() - before.center();
        const double size = std::max({width, height, 1.0});
        if (std::abs(step.x()) < 1.5 * size && std::abs(step.y()) < 0.4 * size) across += 0.5;
        if (std::abs(step.y()) < 1.5 * size && std::abs(step.x()) < 0.4 * size) along += 0.5;
        before = box;
    }
    return along > 2 * across;
}

QVector<Word> PdfWords::of(int page, const QTransform& toShown) {
    const QPdfSelection all = pdf_.getAllText(page);
    const QString text = all.text();
    const QVector<Run> runs = runsOf(text);
    if (runs.isEmpty() || standsForNothing(text)) return {};

    const auto exact = [&](int i) {
        return boxOf(pdf_.getSelectionAtIndex(page, runs[i].begin, runs[i].end - runs[i].begin));
    };
    QVector<QRectF> boxes = boxesAtOnce(all, runs, exact);
    if (boxes.isEmpty() && runs.size() >= kManyWords) {
        QPdfDocument* copy = separated();
        const std::optional<QPdfSelection> split = copy ? std::optional(copy->getAllText(page)) : std::nullopt;
        if (split && split->text() == text) boxes = boxesAtOnce(*split, runs, exact);
    }
    if (boxes.isEmpty())
        for (int i = 0; i < runs.size(); ++i) boxes.append(exact(i));
    QVector<RawWord> words;
    for (int i = 0; i < runs.size(); ++i) {
        const QString word = printed(text.mid(runs[i].begin, runs[i].end - runs[i].begin));
        const QRectF box = toShown.mapRect(boxes[i]);
        if (!word.isEmpty() && box.width() > 0) words.append({word, box, runs[i].line});
    }
    return levelled(words);
}

}  // namespace floe::reader
