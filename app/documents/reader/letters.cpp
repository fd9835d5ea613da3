#include "app/documents/reader/letters.h"

#include <algorithm>

#include "app/documents/reader/grey.h"
#include "app/documents/reader/spots.h"

namespace floe::reader {

namespace {

constexpr qsizetype kMostLetters = 20'000;

/// Of a letter's proportions, whichever way it is turned: no rule of a table, no hairline, no block of solid ink.
bool letterLike(const QRect& box, qint64 area, int largest) {
    const int longer = std::max(box.width(), box.height()), shorter = std::min(box.width(), box.height());
    return longer >= 4 && longer <= largest && longer <= 8 * shorter && area * 12 >= qint64{longer} * shorter;
}

/// Of all letters laid end to end by height, the middle one: dots and commas count for little.
double usualHeight(const QVector<QRect>& boxes) {
    QVector<int> heights;
    qint64 all = 0, below = 0;
    for (const QRect& box : boxes) {
        heights.append(std::max(box.height(), box.width() * 2 / 3));
        all += heights.last();
    }
    std::sort(heights.begin(), heights.end());
    for (const int height : heights) {
        below += height;
        if (2 * below >= all) return height;
    }
    return 0;
}

}  // namespace

Letters lettersOf(const QImage& grey) {
    Letters letters;
    const int largest = std::max(24, std::max(grey.width(), grey.height()) / 12);
    Spots(grey, threshold(grey)).forEach([&](const Spot& spot) {
        const QRect box = spot.box();
        if (spot.area <= 3)
            ++letters.specks;
        else if (letters.boxes.size() < kMostLetters && letterLike(box, spot.area, largest))
            letters.boxes.append(box);
    });
    letters.height = usualHeight(letters.boxes);
    return letters;
}

}  // namespace floe::reader
