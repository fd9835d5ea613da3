#include "app/documents/reader/regions.h"

#include <algorithm>

#include "app/documents/reader/hull.h"

namespace floe::reader {

namespace {

constexpr qsizetype kMostRegions = 200;
constexpr qint64 kLeastArea = 64;

/// Takes regions out of the picture, one after the other.
class Flood {
 public:
    Flood(const QImage& grey, int light)
        : size_(grey.size()),
          left_(qsizetype{grey.width()} * grey.height()),
          first_(grey.height()),
          last_(grey.height()) {
        for (int y = 0; y < grey.height(); ++y) {
            const uchar* row = grey.constScanLine(y);
            for (int x = 0; x < grey.width(); ++x) at(x, y) = row[x] >= light;
        }
    }

    bool isLeft(int x, int y) { return at(x, y) != 0; }

    Region from(int x, int y) {
        Region region;
        top_ = bottom_ = y;
        first_[y] = last_[y] = x;
        take(x, y);
        while (!open_.isEmpty()) {
            const QPoint next = open_.takeLast();
            ++region.area;
            region.atEdge +=
                next.x() == 0 || next.y() == 0 || next.x() == size_.width() - 1 || next.y() == size_.height() - 1;
            take(next.x() - 1, next.y());
            take(next.x() + 1, next.y());
            take(next.x(), next.y() - 1);
            take(next.x(), next.y() + 1);
        }
        QVector<QPointF> corners;
        for (int row = top_; row <= bottom_; ++row) {
            region.filled += last_[row] - first_[row] + 1;
            for (const int side : {first_[row], last_[row] + 1})
                corners << QPointF(side, row) << QPointF(side, row + 1);
        }
        if (region.area >= kLeastArea) region.hull = hullOf(corners);
        return region;
    }

 private:
    uchar& at(int x, int y) { return left_[qsizetype{y} * size_.width() + x]; }

    void take(int x, int y) {
        if (x < 0 || y < 0 || x >= size_.width() || y >= size_.height() || !isLeft(x, y)) return;
        at(x, y) = 0;
        open_.append({x, y});
        for (; top_ > y; first_[top_] = x, last_[top_] = x) --top_;
        for (; bottom_ < y; first_[bottom_] = x, last_[bottom_] = x) ++bottom_;
        first_[y] = std::min(first_[y], x);
        last_[y] = std::max(last_[y], x);
    }

    QSize size_;
    QVector<uchar> left_;        // 1: light, and not taken yet
    QVector<int> first_, last_;  // of the rows of the region that is taken
    int top_ = 0, bottom_ = 0;
    QVector<QPoint> open_;
};

}  // namespace

QVector<Region> regionsOf(const QImage& grey, int light) {
    Flood flood(grey, light);
    QVector<Region> regions;
    for (int y = 0; y < grey.height(); ++y)
        for (int x = 0; x < grey.width(); ++x)
            if (flood.isLeft(x, y)) {
                Region region = flood.from(x, y);
                if (region.area >= kLeastArea) regions.append(region);
            }
    std::stable_sort(regions.begin(), regions.end(), [](const Region& a, const Region& b) { return a.area > b.area; });
    return regions.mid(0, kMostRegions);
}

}  // namespace floe::reader
