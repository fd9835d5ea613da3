#include "app/documents/reader/pdf_words.h"

#include <QPdfSelection>
#include <algorithm>
#include <cmath>

#include "app/documents/reader/separate_glyphs.h"
#include "app/documents/reader/word_boxes.h"

namespace floe::reader {

namespace {

constexpr int kManyWords = 40;  // of a page; fewer are asked for one by one

/// PDFium's marks for a hyphen that breaks a word at a line's end.
bool isBreakingHyphen(QChar c) {
    return c == QChar(0xFFFE) || c == QChar(0x0002);
}

/// A word's characters within the page's text.
struct Run {
    int begin = 0, end = 0;
    int line = 0;
};

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

/// Without marks that print nothing.
QString printed(const QString& text) {
    QString out;
    for (const QChar c : text) {
        if (isBreakingHyphen(c))
            out += '-';
        else if (c.category() != QChar::Other_Control && c.category() != QChar::Other_Format)
            out += c;
    }
    return out;
}

/// A character that a font without a map to Unicode yields.
bool meaningless(QChar c) {
    return c == QChar(0xFFFD) || c.category() == QChar::Other_PrivateUse || c.category() == QChar::Other_NotAssigned;
}

QRectF boxOf(const QPdfSelection& selection) {
    QRectF box;
    for (const QPolygonF& polygon : selection.bounds()) box |= polygon.boundingRect();
    return box;
}

bool same(const QRectF& a, const QRectF& b) {
    const double off = 0.02;
    return std::abs(a.left() - b.left()) < off && std::abs(a.right() - b.right()) < off &&
           std::abs(a.top() - b.top()) < off && std::abs(a.bottom() - b.bottom()) < off;
}

/// Where every glyph was shown by itself (Qt's and some browsers' files), the boxes of the whole page are those of its
/// characters in order: one look at the page instead of one a word. Empty where that is not so, or where a word that is
/// asked for alone in `original` lies elsewhere.
QVector<QRectF> boxesFromGlyphs(QPdfDocument& original, int page, const QPdfSelection& all, const QVector<Run>& runs) {
    const QList<QPolygonF> glyphs = all.bounds();
    int characters = 0;
    for (const Run& run : runs) characters += run.end - run.begin;
    if (glyphs.size() != characters) return {};
    QVector<QRectF> boxes;
    int at = 0;
    for (const Run& run : runs) {
        QRectF box;
        for (int i = run.begin; i < run.end; ++i) box |= glyphs[at++].boundingRect();
        boxes.append(box);
    }
    const int probes = 8;
    for (int k = 0; k <= probes; ++k) {
        const int i = static_cast<int>(runs.size() - 1) * k / probes;
        const Run& run = runs[i];
        if (!same(boxOf(original.getSelectionAtIndex(page, run.begin, run.end - run.begin)), boxes[i])) return {};
    }
    return boxes;
}

QVector<QRectF> boxesOneByOne(QPdfDocument& pdf, int page, const QVector<Run>& runs) {
    QVector<QRectF> boxes;
    for (const Run& run : runs) boxes.append(boxOf(pdf.getSelectionAtIndex(page, run.begin, run.end - run.begin)));
    return boxes;
}

}  // namespace

QPdfDocument* PdfWords::separated() {
    if (tried_) return separated_ ? &*separated_ : nullptr;
    tried_ = true;
    bytes_.setData(withSeparateGlyphs(path_));
    if (bytes_.data().isEmpty() || !bytes_.open(QIODevice::ReadOnly)) return nullptr;
    separated_.emplace();
    separated_->load(&bytes_);
    if (separated_->status() != QPdfDocument::Status::Ready || separated_->pageCount() != pdf_.pageCount())
        separated_.reset();
    return separated_ ? &*separated_ : nullptr;
}

QVector<Word> PdfWords::of(int page, const QTransform& toShown) {
    const QPdfSelection all = pdf_.getAllText(page);
    const QString text = all.text();
    const QVector<Run> runs = runsOf(text);
    if (runs.isEmpty()) return {};
    const auto unknown = std::count_if(text.begin(), text.end(), meaningless);
    if (unknown * 3 > text.size()) return {};

    QVector<QRectF> boxes = boxesFromGlyphs(pdf_, page, all, runs);
    if (boxes.isEmpty() && runs.size() >= kManyWords) {
        QPdfDocument* copy = separated();
        const std::optional<QPdfSelection> split = copy ? std::optional(copy->getAllText(page)) : std::nullopt;
        if (split && split->text() == text) boxes = boxesFromGlyphs(pdf_, page, *split, runs);
    }
    if (boxes.isEmpty()) boxes = boxesOneByOne(pdf_, page, runs);
    QVector<RawWord> words;
    for (int i = 0; i < runs.size(); ++i) {
        const QString word = printed(text.mid(runs[i].begin, runs[i].end - runs[i].begin));
        const QRectF box = toShown.mapRect(boxes[i]);
        if (!word.isEmpty() && box.width() > 0) words.append({word, box, runs[i].line});
    }
    return levelled(words);
}

}  // namespace floe::reader
