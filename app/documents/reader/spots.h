// Dark spots of a picture: pixels that touch.
#pragma once

#include <QImage>
#include <QRect>
#include <QVector>

namespace floe::reader {

struct Spot {
    int left, top, right, bottom;  // pixels, all in it
    qint64 area;                   // dark pixels

    QRect box() const { return {QPoint(left, top), QPoint(right, bottom)}; }
};

/// Dark pixels that touch, eight neighbours each, gathered row by row: runs that overlap one of the row above join it.
class Spots {
 public:
    /// `grey` is Grayscale8; pixels below `dark` are dark. Of a picture of noise, what lies further down is left out.
    Spots(const QImage& grey, int dark);

    /// Those that stand for themselves, not for one they were joined to.
    template <class Each>
    void forEach(Each each) const {
        for (int i = 0; i < spots_.size(); ++i)
            if (parent_[i] == i) each(spots_[i]);
    }

 private:
    struct Run {
        int begin, end;  // pixels of a row
        int spot;
    };
    int root(int spot);
    void join(Run& run, int spot);
    void take(Run& run, int y);

    QVector<Spot> spots_;
    QVector<int> parent_;
};

}  // namespace floe::reader
