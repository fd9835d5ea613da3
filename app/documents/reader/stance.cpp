#include "app/documents/reader/stance.h"

#include <QTransform>
#include <algorithm>
#include <cmath>

#include "app/documents/reader/grey.h"
#include "app/documents/reader/letters.h"
#include "app/documents/reader/skew.h"

namespace floe::reader {

namespace {

constexpr int kLongSide = 2000;       // pixels on which a page is judged: A4 at 170 dots an inch
constexpr double kSampleHeight = 24;  // pixels of a letter that is to be recognised
constexpr int kSampleLetters = 26;    // side of the part that is recognised, in letters' heights
constexpr double kLeastSkew = 0.2;

QImage small(const QImage& picture) {
    const int longer = std::max(picture.width(), picture.height());
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    return longer <= kLongSide
               ? grey
               : grey.scaled(grey.size() * kLongSide / longer, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

/// The square with the most letters of the usual size.
QRect densest(const Letters& letters, const QRect& all) {
    const int side = static_cast<int>(kSampleLetters * letters.height);
    const int step = std::max(1, side / 2);
    const int columns = all.width() / step + 2, rows = all.height() / step + 2;
    QVector<int> counts(columns * rows);
    for (const QRect& box : letters.boxes) {
        const int longer = std::max(box.width(), box.height());
        if (longer > letters.height / 2 && longer < 2 * letters.height)
            ++counts[box.center().y() / step * columns + box.center().x() / step];
    }
    QPoint best;
    int most = -1;
    for (int y = 0; y + 1 < rows; ++y)
        for (int x = 0; x + 1 < columns; ++x) {
            const int* at = &counts[y * columns + x];
            const int count = at[0] + at[1] + at[columns] + at[columns + 1];
            if (count <= most) continue;
            most = count;
            best = {x * step, y * step};
        }
    return QRect(best, QSize(side, side)) & all;
}

int turnOf(const QImage& level, const QVector<int>& turns, Recogniser& recogniser) {
    const Letters letters = lettersOf(level);
    if (letters.height <= 0) return 0;
    const double scale = std::clamp(kSampleHeight / letters.height, 0.25, 4.0);
    const QImage part = level.copy(densest(letters, level.rect()));
    const QImage sample =
        part.scaled((QSizeF(part.size()) * scale).toSize(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    int turn = 0;
    double best = 0;
    for (const int way : turns) {
        const Recogniser::Sample read = recogniser.sample(sample.transformed(QTransform().rotate(way)));
        if (read.letters >= 15 && read.confidence > 0.72) return way;
        const double score = read.letters * std::max(0.0, read.confidence - 0.3) * (way == 0 ? 1.3 : 1);
        if (score > best) turn = way;
        best = std::max(best, score);
    }
    return turn;
}

}  // namespace

Stance stanceOf(const QImage& picture, Recogniser& recogniser) {
    const QImage grey = evenlyLit(small(picture));
    const Letters letters = lettersOf(grey);
    const Lie lie = lieOf(letters, grey.size());
    Stance stance;
    if (std::abs(lie.skew) >= kLeastSkew) stance.skew = lie.skew;
    stance.turn = turnOf(upright(grey, stance).convertToFormat(QImage::Format_Grayscale8), lie.turns, recogniser);
    return stance;
}

QImage upright(const QImage& picture, const Stance& stance) {
    if (stance.turn == 0 && stance.skew == 0) return picture;
    const bool level = stance.skew == 0;
    return onWhite(picture.transformed(QTransform().rotate(stance.turn + stance.skew),
                                       level ? Qt::FastTransformation : Qt::SmoothTransformation));
}

}  // namespace floe::reader
