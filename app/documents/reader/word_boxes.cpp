#include "app/documents/reader/word_boxes.h"

#include <algorithm>
#include <cmath>

namespace floe::reader {

namespace {

bool hasLetterOrDigit(const QString& text) {
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber(); });
}

bool besides(const QRectF& a, const QRectF& b) {
    return std::min(a.bottom(), b.bottom()) > std::max(a.top(), b.top());
}

/// Whether b goes on the run that reaches to a: same line, near, on one height, of one size.
bool follows(const RawWord& a, const RawWord& b, const QRectF& run) {
    const double height = std::max(run.height(), b.box.height());
    const double gap = b.box.left() - a.box.right();
    const QRectF both = run.united(b.box);
    return a.line == b.line && besides(run, b.box) && gap < 0.6 * height && gap > -height &&
           both.height() <= 1.5 * height;
}

/// How far the ink of a text rises above its base line and hangs below it, in font sizes, in an ordinary typeface.
struct Reach {
    double up = 0.53, down = 0.01;

    void take(QChar c) {
        if (c.isUpper() || c.isDigit() || QStringLiteral("bdfhijklt$€£%()[]{}/|#&!?\"'@").contains(c) ||
            (c.isLetter() && c.unicode() > 0x7f))
            up = 0.73;
        if (QStringLiteral("gjpqy()[]{}|@").contains(c)) down = 0.21;
        if (QStringLiteral(",;$Q/").contains(c)) down = std::max(down, 0.13);
    }
};

/// The height of a line of this ink, letters or not: the same for "as", "It" and "py" of one size.
QRectF lineHeight(const QRectF& ink, const Reach& reach) {
    const double size = ink.height() / (reach.up + reach.down);
    const double base = ink.bottom() - reach.down * size;
    return {ink.left(), base - 0.9 * size, ink.width(), 1.11 * size};
}

void setHeight(QRectF& box, const QRectF& like) {
    box.setTop(like.top());
    box.setBottom(like.bottom());
}

/// Lone signs take the height of the nearest word on their line that they stand beside.
void levelSigns(const QVector<RawWord>& raw, QVector<Word>& words) {
    for (int i = 0; i < words.size(); ++i) {
        if (hasLetterOrDigit(raw[i].text)) continue;
        int nearest = -1;
        double best = 1e9;
        for (int j = std::max(0, i - 40); j < std::min<int>(words.size(), i + 41); ++j) {
            const double distance = std::abs(words[j].box.center().x() - words[i].box.center().x());
            if (j != i && hasLetterOrDigit(raw[j].text) && besides(words[j].box, words[i].box) && distance < best) {
                nearest = j;
                best = distance;
            }
        }
        if (nearest >= 0 && words[i].box.height() < words[nearest].box.height())
            setHeight(words[i].box, words[nearest].box);
    }
}

}  // namespace

QVector<Word> levelled(const QVector<RawWord>& raw) {
    QVector<Word> words;
    for (int begin = 0; begin < raw.size();) {
        QRectF run = raw[begin].box;
        int end = begin + 1;
        while (end < raw.size() && follows(raw[end - 1], raw[end], run)) run |= raw[end++].box;
        Reach reach;
        bool letters = false;
        qsizetype length = 0;
        for (int i = begin; i < end; ++i) {
            for (const QChar c : raw[i].text) reach.take(c);
            letters |= hasLetterOrDigit(raw[i].text);
            length += raw[i].text.size();
        }
        const bool upright = length < 3 || run.height() < 1.5 * run.width();
        const QRectF height = letters && upright ? lineHeight(run, reach) : run;
        for (; begin < end; ++begin) {
            Word word{raw[begin].text, raw[begin].box};
            setHeight(word.box, height);
            words.append(word);
        }
    }
    levelSigns(raw, words);
    return words;
}

}  // namespace floe::reader
