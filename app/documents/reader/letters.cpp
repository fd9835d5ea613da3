#include "app/documents/reader/letters.h"

#include <algorithm>

#include "app/documents/reader/grey.h"

namespace floe::reader {

namespace {

constexpr qsizetype kMostLetters = 20'000;
constexpr qsizetype kMostSpots = 4'000'000;  // a picture of noise: what lies further down is left out

struct Spot {
    int left, top, right, bottom;
    qint64 area;
};

struct Run {
    int begin, end;  // pixels of a row
    int spot;
};

/// Dark pixels that touch, eight neighbours each, gathered row by row: runs that overlap one of the row above join it.
class Spots {
 public:
    Spots(const QImage& grey, int dark) {
        QVector<Run> above, here;
        for (int y = 0; y < grey.height() && spots_.size() < kMostSpots; ++y) {
            const uchar* row = grey.constScanLine(y);
            here.clear();
            qsizetype near = 0;
            for (int x = 0; x < grey.width(); ++x) {
                if (row[x] >= dark) continue;
                Run run{x, x, -1};
                while (run.end < grey.width() && row[run.end] < dark) ++run.end;
                x = run.end;
                while (near < above.size() && above[near].end < run.begin) ++near;
                for (qsizetype i = near; i < above.size() && above[i].begin <= run.end; ++i) join(run, above[i].spot);
                take(run, y);
                here.append(run);
            }
            above.swap(here);
        }
    }

    /// Those that stand for themselves, not for one they were joined to.
    template <class Each>
    void forEach(Each each) const {
        for (int i = 0; i < spots_.size(); ++i)
            if (parent_[i] == i) each(spots_[i]);
    }

 private:
    int root(int spot) {
        while (parent_[spot] != spot) spot = parent_[spot] = parent_[parent_[spot]];
        return spot;
    }

    void join(Run& run, int spot) {
        spot = root(spot);
        if (run.spot < 0) run.spot = spot;
        const int mine = root(run.spot);
        if (mine == spot) return;
        const Spot& other = spots_[spot];
        Spot& all = spots_[mine];
        all = {std::min(all.left, other.left), std::min(all.top, other.top), std::max(all.right, other.right),
               std::max(all.bottom, other.bottom), all.area + other.area};
        parent_[spot] = mine;
    }

    void take(Run& run, int y) {
        if (run.spot < 0) {
            run.spot = static_cast<int>(spots_.size());
            spots_.append({run.begin, y, run.end - 1, y, 0});
            parent_.append(run.spot);
        }
        Spot& spot = spots_[root(run.spot)];
        spot.left = std::min(spot.left, run.begin);
        spot.right = std::max(spot.right, run.end - 1);
        spot.bottom = y;
        spot.area += run.end - run.begin;
    }

    QVector<Spot> spots_;
    QVector<int> parent_;
};

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
        const QRect box(QPoint(spot.left, spot.top), QPoint(spot.right, spot.bottom));
        if (spot.area <= 3)
            ++letters.specks;
        else if (letters.boxes.size() < kMostLetters && letterLike(box, spot.area, largest))
            letters.boxes.append(box);
    });
    letters.height = usualHeight(letters.boxes);
    return letters;
}

}  // namespace floe::reader
