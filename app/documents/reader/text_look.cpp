#include "app/documents/reader/text_look.h"

#include <QHash>
#include <algorithm>
#include <cmath>

#include "app/documents/reader/grey.h"
#include "app/documents/reader/letters.h"
#include "app/documents/reader/similar.h"
#include "app/documents/reader/word_ink.h"

namespace floe::reader {

namespace {

constexpr double kSmallScale = 2;     // pixels a point, of the picture for the first look
constexpr double kMostPixels = 6e6;   // of it, on large pages
constexpr double kReadScale = 3.5;    // of the one that words are recognised on
constexpr double kLeastHeight = 2.2;  // points of a line: text of less than 2 points is not meant for eyes
constexpr int kSample = 16;           // words that are recognised to judge a page
constexpr double kAlike = 0.6;
constexpr int kFewUnfit = 3;      // words of fewer harm nobody
constexpr int kMostChecked = 24;  // words that are checked each for itself
constexpr double kUnlike = 0.34;

double scaleFor(const QSizeF& page, double wanted) {
    return std::min(wanted, std::sqrt(kMostPixels / std::max(1.0, page.width() * page.height())));
}

bool isLatin(QChar c) {
    return c.script() == QChar::Script_Latin || c.isDigit();
}

int latinLetters(const QString& text) {
    return static_cast<int>(std::count_if(text.begin(), text.end(), isLatin));
}

/// The same text within a point: print made bold by printing it twice, or a layer written twice.
QVector<Word> withoutDoubles(const QVector<Word>& words) {
    QVector<Word> kept;
    QHash<QString, QVector<QPointF>> seen;
    for (const Word& word : words) {
        QVector<QPointF>& places = seen[word.text];
        const QPointF at = word.box.center();
        const double near = std::min(1.0, 0.2 * std::max(word.box.width(), word.box.height()));
        const bool doubled = std::any_of(places.begin(), places.end(), [&](const QPointF& other) {
            return std::abs(other.x() - at.x()) <= near && std::abs(other.y() - at.y()) <= near;
        });
        if (doubled) continue;
        places.append(at);
        kept.append(word);
    }
    return kept;
}

bool odd(QChar c) {
    switch (c.category()) {
        case QChar::Other_Control:
        case QChar::Other_PrivateUse:
        case QChar::Other_NotAssigned:
        case QChar::Letter_Modifier:
        case QChar::Symbol_Modifier:
            return true;
        default:
            return c == QChar(0xFFFD);
    }
}

bool seemsStrange(const QVector<Word>& words) {
    qsizetype characters = 0, odds = 0, latin = 0, letters = 0;
    for (const Word& word : words)
        for (const QChar c : word.text) {
            ++characters;
            odds += odd(c);
            letters += c.isLetter();
            latin += c.isLetter() && isLatin(c);
        }
    if (odds * 20 > characters) return true;
    return letters >= 60 && latin * 10 >= letters * 9 && ordinaryWords(words) < 2;
}

class Look {
 public:
    Look(const QSizeF& page, const Draw& draw, Recogniser& recogniser)
        : page_(page), draw_(draw), recogniser_(recogniser) {}

    TextLook at(const QVector<Word>& words) {
        TextLook look;
        const double scale = look.scale = scaleFor(page_, kSmallScale);
        const QImage picture = look.picture = draw_(scale);
        look.words = withoutDoubles(words);
        if (picture.isNull()) return look;
        QVector<int> unfit;
        look.words = shown(picture, scale, look.words, unfit, look.hidden);
        const bool many = unfit.size() >= 5 && unfit.size() * 5 > look.words.size();
        if (many || seemsStrange(look.words)) {
            if (!agree(look.words)) look.verdict = TextLook::Verdict::Garbled;
        } else if (unfit.size() >= kFewUnfit) {
            leaveOutCovered(look, unfit);
        }
        if (look.verdict == TextLook::Verdict::Trusted && mostlyPicture(picture, scale, look.words))
            look.verdict = TextLook::Verdict::Partial;
        return look;
    }

 private:
    QVector<Word> shown(const QImage& picture, double scale, const QVector<Word>& words, QVector<int>& unfit,
                        int& hidden) {
        QVector<Word> kept;
        for (const Word& word : words) {
            const bool onPage = QRectF(QPointF(), page_).contains(word.box.center());
            const bool tiny = word.box.height() < kLeastHeight && latinLetters(word.text) > 1;
            const WordInk ink = onPage && !tiny ? inkOf(picture, scale, word) : WordInk();
            if (!ink.shown) {
                ++hidden;
                continue;
            }
            if (!ink.fits && latinLetters(word.text) >= 3) unfit.append(static_cast<int>(kept.size()));
            kept.append(word);
        }
        return kept;
    }

    /// How like a word is what the page shows at its place.
    double likeness(const Word& word) {
        if (large_.isNull()) {
            largeScale_ = scaleFor(page_, kReadScale);
            large_ = draw_(largeScale_);
            if (large_.isNull()) return 1;
        }
        const double margin = 0.25 * word.box.height();
        const QRectF box = word.box.adjusted(-margin, -margin / 2, margin, margin / 2);
        const QRect pixels =
            QRectF(box.topLeft() * largeScale_, box.size() * largeScale_).toAlignedRect() & large_.rect();
        if (pixels.isEmpty()) return 0;
        return similar(word.text, recogniser_.line(evenlyLit(large_.copy(pixels))));
    }

    /// Whether half of some words spread over the page are what is seen there.
    bool agree(const QVector<Word>& words) {
        QVector<int> fit;
        for (int i = 0; i < words.size(); ++i)
            if (latinLetters(words[i].text) >= 3 && words[i].box.width() > words[i].box.height()) fit.append(i);
        const int count = static_cast<int>(std::min<qsizetype>(kSample, fit.size()));
        if (count < 3) return true;
        int alike = 0;
        for (int k = 0; k < count && 2 * alike < count; ++k)
            alike += likeness(words[fit[fit.size() * k / count]]) >= kAlike;
        return 2 * alike >= count;
    }

    /// Words behind a picture have ink at their place, but not their own.
    void leaveOutCovered(TextLook& look, const QVector<int>& unfit) {
        QVector<int> covered;
        for (const int i : unfit.mid(0, kMostChecked))
            if (likeness(look.words[i]) < kUnlike) covered.append(i);
        if (unfit.size() > kMostChecked && covered.size() * 5 >= kMostChecked * 4) covered += unfit.mid(kMostChecked);
        look.hidden += static_cast<int>(covered.size());
        for (int k = static_cast<int>(covered.size()) - 1; k >= 0; --k) look.words.removeAt(covered[k]);
    }

    /// Whether most of what looks like letters stands where no word does.
    bool mostlyPicture(const QImage& picture, double scale, const QVector<Word>& words) {
        QImage covered(picture.size(), QImage::Format_Grayscale8);
        covered.fill(0);
        for (const Word& word : words) {
            const QRect box =
                QRectF(word.box.topLeft() * scale, word.box.size() * scale).toAlignedRect() & covered.rect();
            for (int y = box.top(); y <= box.bottom(); ++y)
                std::fill_n(covered.scanLine(y) + box.left(), box.width(), uchar{1});
        }
        const Letters letters = lettersOf(evenlyLit(picture));
        int inside = 0, outside = 0;
        for (const QRect& box : letters.boxes)
            ++(covered.constScanLine(box.center().y())[box.center().x()] ? inside : outside);
        return outside > 150 && outside > 2 * inside;
    }

    QSizeF page_;
    const Draw& draw_;
    Recogniser& recogniser_;
    QImage large_;
    double largeScale_ = 1;
};

}  // namespace

TextLook lookAt(const QVector<Word>& words, const QSizeF& page, const Draw& draw, Recogniser& recogniser) {
    return Look(page, draw, recogniser).at(words);
}

}  // namespace floe::reader
