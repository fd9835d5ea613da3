#include "app/documents/reader/spots.h"

#include <algorithm>

namespace floe::reader {

namespace {

constexpr qsizetype kMostSpots = 4'000'000;

}  // namespace

Spots::Spots(const QImage& grey, int dark) {
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

int Spots::root(int spot) {
    while (parent_[spot] != spot) spot = parent_[spot] = parent_[parent_[spot]];
    return spot;
}

void Spots::join(Run& run, int spot) {
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

void Spots::take(Run& run, int y) {
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

}  // namespace floe::reader
