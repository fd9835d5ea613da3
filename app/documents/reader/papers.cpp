#include "app/documents/reader/papers.h"

#include <QTransform>
#include <algorithm>
#include <array>
#include <cmath>

#include "app/documents/reader/grey.h"
#include "app/documents/reader/hull.h"
#include "app/documents/reader/regions.h"
#include "app/documents/reader/text_lines.h"

namespace floe::reader {

namespace {

constexpr int kLongSide = 1000;       // pixels on which papers are looked for
constexpr int kPrint = 4;             // pixels: half of the widest stroke of print, and of a gap that is none
constexpr double kContrast = 1.3;     // paper to ground
constexpr double kLeastArea = 0.006;  // of the picture
constexpr double kLeastSide = 35;     // pixels
constexpr double kSolid = 0.85;       // of the hull that is paper
constexpr double kFourSided = 0.72;   // of the frame that is hull; a corner may be folded, a side seen from an angle
constexpr double kMostAtEdge = 0.3;   // of a paper's outline that lies on the picture's edge
constexpr int kLeastLetters = 40, kLeastLines = 3;
constexpr double kSameTurn = 0.4;  // degrees
constexpr double kInLine = 3;      // pixels

/// The lightest (or darkest) within `radius` pixels along rows and then columns.
QImage spread(const QImage& grey, int radius, bool light) {
    QImage across = grey.copy(), out = grey.copy();
    const auto better = [light](uchar a, uchar b) { return light ? std::max(a, b) : std::min(a, b); };
    for (int y = 0; y < grey.height(); ++y) {
        const uchar* from = grey.constScanLine(y);
        uchar* to = across.scanLine(y);
        for (int x = 0; x < grey.width(); ++x)
            for (int d = std::max(0, x - radius); d <= std::min(grey.width() - 1, x + radius); ++d)
                to[x] = better(to[x], from[d]);
    }
    for (int y = 0; y < grey.height(); ++y) {
        uchar* to = out.scanLine(y);
        for (int d = std::max(0, y - radius); d <= std::min(grey.height() - 1, y + radius); ++d) {
            const uchar* from = across.constScanLine(d);
            for (int x = 0; x < grey.width(); ++x)
                to[x] = d == std::max(0, y - radius) ? from[x] : better(to[x], from[x]);
        }
    }
    return out;
}

/// How the light falls off over the picture: the logarithm of the paper's grey, a plane, by least squares.
struct Light {
    double middle = 0, along = 0, down = 0;

    double at(double x, double y) const { return std::exp(middle + along * x + down * y); }
};

Light lightOn(const QImage& grey, const QImage& level, int dark) {
    double n = 0, sx = 0, sy = 0, sz = 0, xx = 0, xy = 0, yy = 0, xz = 0, yz = 0;
    for (int row = 0; row < grey.height(); row += 4)
        for (int column = 0; column < grey.width(); column += 4) {
            if (level.constScanLine(row)[column] < dark) continue;
            const double x = double(column) / grey.width() - 0.5, y = double(row) / grey.height() - 0.5;
            const double z = std::log(std::max(8.0, double(grey.constScanLine(row)[column])));
            n += 1, sx += x, sy += y, sz += z, xx += x * x, xy += x * y, yy += y * y, xz += x * z, yz += y * z;
        }
    if (n < 10) return {};
    xx -= sx * sx / n, xy -= sx * sy / n, yy -= sy * sy / n, xz -= sx * sz / n, yz -= sy * sz / n;
    const double det = xx * yy - xy * xy;
    Light light;
    if (det > 1e-6 * n * n) {
        constexpr double kSteepest = 2;  // to a seventh from side to side
        light.along = std::clamp((xz * yy - yz * xy) / det, -kSteepest, kSteepest);
        light.down = std::clamp((yz * xx - xz * xy) / det, -kSteepest, kSteepest);
    }
    light.middle = (sz - light.along * sx - light.down * sy) / n;
    return light;
}

QImage lit(const QImage& grey, const Light& light) {
    constexpr double kPaper = 200;
    QImage out = grey.copy();
    for (int y = 0; y < grey.height(); ++y) {
        uchar* row = out.scanLine(y);
        for (int x = 0; x < grey.width(); ++x)
            row[x] = static_cast<uchar>(std::min(
                255.0, row[x] * kPaper / light.at(double(x) / grey.width() - 0.5, double(y) / grey.height() - 0.5)));
    }
    return out;
}

struct Parted {
    QImage grey;   // evenly lit
    int dark = 0;  // below it is the ground
};

Parted parted(const QImage& closed) {
    Parted out{closed, threshold(closed)};
    for (int round = 0; round < 3; ++round) {
        out.grey = lit(closed, lightOn(closed, out.grey, out.dark));
        out.dark = threshold(out.grey);
    }
    return out;
}

/// Whether paper and ground differ as they do before a lens, and the ground is no drawn colour.
bool isTaken(const Parted& parts, const QImage& small) {
    double light = 0, lights = 0, dark = 0, darks = 0;
    std::array<int, 256> greys{};
    for (int y = 0; y < small.height(); ++y)
        for (int x = 0; x < small.width(); ++x) {
            const int grey = parts.grey.constScanLine(y)[x];
            (grey < parts.dark ? dark : light) += grey;
            (grey < parts.dark ? darks : lights) += 1;
            if (grey < parts.dark) ++greys[small.constScanLine(y)[x]];
        }
    if (darks < 0.1 * (darks + lights) || lights < 0.02 * (darks + lights)) return false;
    const bool drawn = *std::max_element(greys.begin(), greys.end()) > 0.9 * darks;
    return !drawn && light / lights > kContrast * std::max(1.0, dark / darks);
}

/// A page with a dark band across it is seen as two papers, one going on where the other ends.
bool areOne(const Piece& a, const Piece& b) {
    if (std::abs(turnBetween(a.degrees, b.degrees)) > kSameTurn) return false;
    const QRectF one = frameOf(a.outline, a.degrees).box, other = frameOf(b.outline, a.degrees).box;
    const auto same = [](double x, double y) { return std::abs(x - y) < kInLine; };
    return (same(one.left(), other.left()) && same(one.right(), other.right())) ||
           (same(one.top(), other.top()) && same(one.bottom(), other.bottom()));
}

void join(QVector<Piece>& pieces) {
    for (qsizetype i = 0; i < pieces.size(); ++i)
        for (qsizetype j = i + 1; j < pieces.size(); ++j)
            if (areOne(pieces[i], pieces[j])) {
                const QPolygonF hull = hullOf(pieces[i].outline + pieces[j].outline);
                pieces[i] = {hull, frameOf(hull).degrees};
                pieces.removeAt(j);
                j = i;
            }
}

/// A paper's edge and the shadow at it would pass for strokes.
QPolygonF withoutEdge(const QPolygonF& outline) {
    constexpr double kEdge = 3;  // pixels
    const QRectF box = outline.boundingRect();
    const double share = 1 - 2 * kEdge / std::min(box.width(), box.height());
    const QPointF middle = box.center();
    return QTransform(share, 0, 0, share, middle.x() * (1 - share), middle.y() * (1 - share)).map(outline);
}

bool isPaper(const Region& region) {
    const Frame frame = frameOf(region.hull);
    const double hull = areaOf(region.hull);
    return std::min(frame.box.width(), frame.box.height()) >= kLeastSide && region.filled > kSolid * hull &&
           hull > kFourSided * frame.box.width() * frame.box.height();
}

bool isWhole(const Region& region) {
    const Frame frame = frameOf(region.hull);
    return region.atEdge < kMostAtEdge * 2 * (frame.box.width() + frame.box.height());
}

}  // namespace

QVector<Piece> papersOn(const QImage& grey) {
    const double scale = std::min(1.0, double(kLongSide) / std::max(grey.width(), grey.height()));
    const QImage small = scale < 1 ? grey.scaled((QSizeF(grey.size()) * scale).toSize().expandedTo({1, 1}),
                                                 Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                                   : grey;
    if (std::min(small.width(), small.height()) < 8 * kPrint) return {};
    const Parted parts = parted(spread(spread(small, kPrint, true), kPrint, false));
    if (!isTaken(parts, small)) return {};
    QVector<Piece> papers;
    int whole = 0;
    const double least = kLeastArea * small.width() * small.height();
    for (const Region& region : regionsOf(parts.grey, parts.dark)) {
        if (region.area < least || !isPaper(region)) continue;
        papers.append({region.hull, frameOf(region.hull).degrees});
        whole += isWhole(region);
    }
    if (whole < 2 || papers.size() > 4 * kMostPieces) return {};
    join(papers);
    const QTransform toGrey = QTransform::fromScale(1 / scale, 1 / scale);
    QVector<Piece> pieces;
    for (const Piece& paper : papers) {
        Piece piece{toGrey.map(withoutEdge(paper.outline)), paper.degrees};
        const TextLines text = textLines(grey, piece);
        if (text.letters < kLeastLetters || text.lines < kLeastLines) continue;
        piece.degrees = text.degrees;
        pieces.append(piece);
    }
    return pieces.size() >= 2 && pieces.size() <= kMostPieces ? pieces : QVector<Piece>();
}

}  // namespace floe::reader
