#include "app/documents/reader/prints.h"

#include <QSet>
#include <algorithm>
#include <cmath>

#include "app/documents/reader/grey.h"
#include "app/documents/reader/hull.h"
#include "app/documents/reader/letters.h"
#include "app/documents/reader/text_lines.h"

namespace floe::reader {

namespace {

constexpr int kLongSide = 2000;                     // pixels on which print is looked for: A4 at 170 dots an inch
constexpr double kGutter = 5;                       // letters' heights
constexpr double kInk = 0.05;                       // of a cell, a letter's height wide, that is dark
constexpr int kFewLetters = 8;                      // of fewer, nothing is said
constexpr int kLeastLetters = 60, kLeastLines = 6;  // of a text of its own
constexpr double kSameTurn = 0.25;                  // degrees, of lines that one printer printed
constexpr double kOtherTurn = 0.8;                  // degrees, of papers that hands laid down
constexpr double kInLine = 0.5;                     // letters' heights, of edges

/// Whether the paper is equally light all over, as under a lid: that of each tile is told by its lighter pixels.
bool isEvenlyLight(const QImage& grey) {
    constexpr int kTiles = 16;
    QVector<int> lights;
    for (int row = 0; row < kTiles; ++row)
        for (int column = 0; column < kTiles; ++column) {
            QVector<uchar> greys;
            for (int y = row * grey.height() / kTiles; y < (row + 1) * grey.height() / kTiles; y += 4)
                for (int x = column * grey.width() / kTiles; x < (column + 1) * grey.width() / kTiles; x += 4)
                    greys.append(grey.constScanLine(y)[x]);
            if (greys.isEmpty()) return false;
            const auto light = greys.begin() + greys.size() * 8 / 10;
            std::nth_element(greys.begin(), light, greys.end());
            lights.append(*light);
        }
    std::sort(lights.begin(), lights.end());
    const int least = lights[lights.size() / 20], middle = lights[lights.size() / 2];
    return middle >= 170 && least >= 0.85 * middle;
}

/// The picture as cells that hold print or not.
struct Cells {
    double side = 1;  // pixels
    int columns = 0, rows = 0;
    QVector<uchar> print;
    QVector<int> cluster;  // -1: none

    QPoint at(int cell) const { return {cell % columns, cell / columns}; }
    int of(const QPointF& pixel) const {
        return std::clamp(int(pixel.y() / side), 0, rows - 1) * columns +
               std::clamp(int(pixel.x() / side), 0, columns - 1);
    }
};

Cells cellsOf(const QImage& grey, double side) {
    Cells cells;
    cells.side = side;
    cells.columns = int(grey.width() / side) + 1;
    cells.rows = int(grey.height() / side) + 1;
    QVector<int> dark(cells.columns * cells.rows);
    const int below = threshold(grey);
    for (int y = 0; y < grey.height(); ++y) {
        const uchar* row = grey.constScanLine(y);
        for (int x = 0; x < grey.width(); ++x)
            if (row[x] < below) ++dark[cells.of({double(x), double(y)})];
    }
    for (const int count : dark) cells.print.append(count >= kInk * side * side);
    cells.cluster.fill(-1, dark.size());
    return cells;
}

/// Numbers the cells with print that are no gutter apart.
int cluster(Cells& cells) {
    constexpr int kReach = static_cast<int>(kGutter);
    int clusters = 0;
    for (int first = 0; first < cells.print.size(); ++first) {
        if (!cells.print[first] || cells.cluster[first] >= 0) continue;
        QVector<int> open{first};
        cells.cluster[first] = clusters;
        while (!open.isEmpty()) {
            const QPoint at = cells.at(open.takeLast());
            for (int y = std::max(0, at.y() - kReach); y <= std::min(cells.rows - 1, at.y() + kReach); ++y)
                for (int x = std::max(0, at.x() - kReach); x <= std::min(cells.columns - 1, at.x() + kReach); ++x) {
                    const int other = y * cells.columns + x;
                    if (!cells.print[other] || cells.cluster[other] >= 0 ||
                        std::hypot(x - at.x(), y - at.y()) > kGutter)
                        continue;
                    cells.cluster[other] = clusters;
                    open.append(other);
                }
        }
        ++clusters;
    }
    return clusters;
}

struct Print {
    QPolygonF hull;
    int letters = 0;
    TextLines text;  // of a text of its own
};

QVector<Print> printsOf(const Cells& cells, int clusters, const Letters& letters) {
    QVector<QVector<QPointF>> corners(clusters);
    QVector<Print> prints(clusters);
    for (int cell = 0; cell < cells.print.size(); ++cell) {
        if (cells.cluster[cell] < 0) continue;
        const QPointF at = QPointF(cells.at(cell)) * cells.side;
        for (const double x : {0.0, cells.side})
            for (const double y : {0.0, cells.side}) corners[cells.cluster[cell]].append(at + QPointF(x, y));
    }
    for (const QRect& box : letters.boxes) {
        const int longer = std::max(box.width(), box.height());
        const int cluster = cells.cluster[cells.of(box.center())];
        if (cluster >= 0 && longer > letters.height / 2 && longer < 2 * letters.height) ++prints[cluster].letters;
    }
    for (int i = 0; i < clusters; ++i) prints[i].hull = hullOf(corners[i]);
    return prints;
}

double distance(const QPolygonF& a, const QPolygonF& b) {
    if (a.intersects(b)) return 0;
    double least = 1e9;
    const auto toSides = [&](const QPolygonF& points, const QPolygonF& sides) {
        for (const QPointF& p : points)
            for (qsizetype i = 0; i < sides.size(); ++i) {
                const QPointF from = sides[i], way = sides[(i + 1) % sides.size()] - from, to = p - from;
                const double length = QPointF::dotProduct(way, way);
                const double share = length > 0 ? std::clamp(QPointF::dotProduct(to, way) / length, 0.0, 1.0) : 0;
                const QPointF off = to - share * way;
                least = std::min(least, std::hypot(off.x(), off.y()));
            }
    };
    toSides(a, b);
    toSides(b, a);
    return least;
}

void joinTo(Print& print, const Print& other) {
    print.hull = hullOf(print.hull + other.hull);
    print.letters += other.letters;
}

/// A logo, a stamp or a line that stands off goes with the text beside it. False where some text has none beside it:
/// then this is a page laid out in blocks.
bool gatherStrays(QVector<Print>& prints, double height) {
    std::stable_sort(prints.begin(), prints.end(),
                     [](const Print& a, const Print& b) { return a.letters > b.letters; });
    while (!prints.isEmpty() && prints.last().letters < kLeastLetters) {
        const Print stray = prints.takeLast();
        Print* nearest = nullptr;
        double least = 1e9;
        for (Print& print : prints) {
            const double far = distance(print.hull, stray.hull);
            if (far >= least) continue;
            least = far;
            nearest = &print;
        }
        if (nearest && least < 2 * kGutter * height)
            joinTo(*nearest, stray);
        else if (stray.letters >= kFewLetters)
            return false;
    }
    return true;
}

/// Lines at one angle whose blocks have a margin in common, or begin or end at one height, or go on below each other.
bool areOnePaper(const Print& a, const Print& b, double height) {
    const double turn = turnBetween(b.text.degrees, a.text.degrees);
    if (std::abs(turn) > kSameTurn) return false;
    const QRectF one = frameOf(a.hull, a.text.degrees + turn / 2).box;
    const QRectF other = frameOf(b.hull, a.text.degrees + turn / 2).box;
    const auto same = [&](double x, double y) { return std::abs(x - y) < kInLine * height; };
    const double gap = std::max(one.top(), other.top()) - std::min(one.bottom(), other.bottom());
    const bool goesOn = same(one.right(), other.right()) || same(one.center().x(), other.center().x());
    return same(one.left(), other.left()) || same(one.top(), other.top()) || same(one.bottom(), other.bottom()) ||
           (goesOn && gap < 2 * kGutter * height);
}

/// A ragged text has a frame that lies otherwise than its lines: most papers are about straight.
TextLines textOf(const Print& print, const QImage& grey) {
    const double framed = frameOf(print.hull).degrees;
    const TextLines straight = textLines(grey, {print.hull, 0});
    if (std::abs(framed) < 5) return straight;
    const TextLines turned = textLines(grey, {print.hull, framed});
    return turned.plain > straight.plain ? turned : straight;
}

/// Joins what is one paper; then tells whether each lies at another angle than some other.
bool areSeveral(QVector<Print>& prints, const QImage& grey, double height) {
    for (Print& print : prints) print.text = textOf(print, grey);
    for (qsizetype i = 0; i < prints.size(); ++i)
        for (qsizetype j = i + 1; j < prints.size(); ++j)
            if (prints[i].hull.intersects(prints[j].hull) || areOnePaper(prints[i], prints[j], height)) {
                joinTo(prints[i], prints[j]);
                prints[i].text = textOf(prints[i], grey);
                prints.removeAt(j);
                j = i;
            }
    if (prints.size() < 2 || prints.size() > kMostPieces) return false;
    return std::all_of(prints.begin(), prints.end(), [&](const Print& one) {
        return one.text.letters >= kLeastLetters && one.text.lines >= kLeastLines &&
               std::any_of(prints.begin(), prints.end(), [&](const Print& other) {
                   return std::abs(turnBetween(one.text.degrees, other.text.degrees)) >= kOtherTurn;
               });
    });
}

}  // namespace

QVector<Piece> printsOn(const QImage& picture) {
    const double scale = std::min(1.0, double(kLongSide) / std::max(picture.width(), picture.height()));
    const QImage small = scale < 1 ? picture.scaled((QSizeF(picture.size()) * scale).toSize().expandedTo({1, 1}),
                                                    Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                                   : picture;
    if (!isEvenlyLight(small)) return {};
    const QImage grey = evenlyLit(small);
    const Letters letters = lettersOf(grey);
    if (letters.height < 4 || letters.boxes.size() < 2 * kLeastLetters) return {};
    Cells cells = cellsOf(grey, letters.height);
    const int clusters = cluster(cells);
    QVector<Print> prints = printsOf(cells, clusters, letters);
    if (clusters < 2 || clusters > 500 || !gatherStrays(prints, letters.height) ||
        !areSeveral(prints, grey, letters.height))
        return {};
    const QTransform toPicture = QTransform::fromScale(1 / scale, 1 / scale);
    QVector<Piece> pieces;
    for (const Print& print : prints)
        pieces.append({toPicture.map(widened(print.hull, kGutter * letters.height / 2.5)), print.text.degrees});
    return pieces;
}

}  // namespace floe::reader
