#include "app/documents/reader/word_ink.h"

#include <QVector>
#include <algorithm>
#include <cstdlib>

namespace floe::reader {

namespace {

constexpr int kStandsOut = 20;       // of 255, in one colour: less is not seen on paper
constexpr double kInkedShare = 0.2;  // of a word's columns; a table's rule crosses one or two

struct Colour {
    int red = 0, green = 0, blue = 0;
};

int difference(QRgb pixel, const Colour& ground) {
    return std::max({std::abs(qRed(pixel) - ground.red), std::abs(qGreen(pixel) - ground.green),
                     std::abs(qBlue(pixel) - ground.blue)});
}

int middleOf(QVector<int>& values) {
    std::nth_element(values.begin(), values.begin() + values.size() / 2, values.end());
    return values[values.size() / 2];
}

/// The usual colour of the box's upper and lower edge.
Colour groundOf(const QImage& page, const QRect& box) {
    QVector<int> red, green, blue;
    for (const int y : {box.top(), box.bottom()})
        for (int x = box.left(); x <= box.right(); ++x) {
            const QRgb pixel = page.pixel(x, y);
            red.append(qRed(pixel));
            green.append(qGreen(pixel));
            blue.append(qBlue(pixel));
        }
    return {middleOf(red), middleOf(green), middleOf(blue)};
}

bool hasLetters(const QString& text) {
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber(); });
}

/// Where letters have most of their ink, so that a neighbouring line's does not count. Signs may stand anywhere.
QRectF bandOf(const Word& word) {
    const QRectF& box = word.box;
    if (!hasLetters(word.text) || box.height() > 1.5 * box.width()) return box;
    return {box.left(), box.top() + 0.33 * box.height(), box.width(), 0.47 * box.height()};
}

/// The pixels of a word and a little to its sides, as columns that hold ink or don't.
class Columns {
 public:
    Columns(const QImage& page, const QRect& area, const Colour& ground) : page_(page), ground_(ground) {
        for (int y = area.top(); y <= area.bottom(); ++y) rows_.append(y);
    }

    /// Without the rows that are ink from one side to the other: a line drawn through the word and on.
    void leaveOutRules(int from, int to) {
        QVector<int> kept;
        for (const int y : rows_) {
            int clear = 0;
            for (int x = std::max(0, from); x <= std::min(to, page_.width() - 1); ++x) clear += !isInk(x, y);
            if (clear > 0) kept.append(y);
        }
        rows_ = kept;
    }

    bool inked(int x) const {
        if (x < 0 || x >= page_.width()) return false;
        return std::any_of(rows_.begin(), rows_.end(), [&](int y) { return isInk(x, y); });
    }

    bool anyInked(int from, int to) const {
        for (int x = from; x <= to; ++x)
            if (inked(x)) return true;
        return false;
    }

    bool anyClear(int from, int to) const {
        for (int x = from; x <= to; ++x)
            if (!inked(x)) return true;
        return false;
    }

 private:
    bool isInk(int x, int y) const { return difference(page_.pixel(x, y), ground_) >= kStandsOut; }

    const QImage& page_;
    Colour ground_;
    QVector<int> rows_;
};

QRect pixelsOf(const QRectF& box, double scale, const QImage& page) {
    return QRectF(box.topLeft() * scale, box.size() * scale).toAlignedRect() & page.rect();
}

}  // namespace

WordInk inkOf(const QImage& page, double scale, const Word& word) {
    const QRect box = pixelsOf(word.box, scale, page), band = pixelsOf(bandOf(word), scale, page);
    if (box.isEmpty() || band.isEmpty()) return {};
    const Colour ground = groundOf(page, box);
    Columns columns(page, band, ground), whole(page, box, ground);
    int inked = 0;
    for (int x = band.left(); x <= band.right(); ++x) inked += columns.inked(x);
    WordInk ink;
    ink.shown = inked > 0 && inked >= kInkedShare * band.width();
    columns.leaveOutRules(box.left() - 3, box.right() + 3);
    whole.leaveOutRules(box.left() - 3, box.right() + 3);
    const bool sideways = word.box.height() > 1.5 * word.box.width();
    // A clear column between the word and what stands before it: a word's space, or the little that a frame leaves.
    const bool begins = whole.anyInked(box.left() - 1, box.left() + 2) && columns.anyClear(box.left() - 3, box.left());
    const bool ends =
        whole.anyInked(box.right() - 2, box.right() + 1) && columns.anyClear(box.right(), box.right() + 3);
    ink.fits = ink.shown && (sideways || (begins && ends));
    return ink;
}

}  // namespace floe::reader
