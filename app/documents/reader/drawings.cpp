#include "app/documents/reader/drawings.h"

#include <algorithm>
#include <cmath>

#include "app/documents/reader/grey.h"
#include "app/documents/reader/spots.h"

namespace floe::reader {

namespace {

constexpr qsizetype kMostOfPage = 30;
constexpr qsizetype kMostParts = 1500;              // spots that are put together
constexpr int kStandsOut = 32;                      // of 255, in one colour
constexpr float kReadWell = 0.5f;                   // confidence of a word below which it may be no word
constexpr double kNear = 6;                         // points between parts of one drawing
constexpr double kThin = 3.5;                       // of a rule
constexpr double kLeastSide = 8, kLeastArea = 180;  // points: smaller ones are icons, bullets, boxes to tick
constexpr double kMostOfWidth = 0.6, kMostOfHeight = 0.3;
constexpr double kTextHeight = 12;  // of a line of letters that no word was made of

struct Colour {
    int red = 255, green = 255, blue = 255;
};

/// The commonest colour, told from each fourth pixel both ways, in steps of 16.
Colour paperOf(const QImage& page) {
    QVector<int> counts(16 * 16 * 16);
    for (int y = 0; y < page.height(); y += 4) {
        const auto* row = reinterpret_cast<const QRgb*>(page.constScanLine(y));
        for (int x = 0; x < page.width(); x += 4)
            ++counts[(qRed(row[x]) >> 4) << 8 | (qGreen(row[x]) >> 4) << 4 | qBlue(row[x]) >> 4];
    }
    const int most = static_cast<int>(std::max_element(counts.begin(), counts.end()) - counts.begin());
    const auto middle = [](int step) { return step == 15 ? 255 : step * 16 + 8; };
    return {middle(most >> 8), middle(most >> 4 & 15), middle(most & 15)};
}

/// Grayscale8: 0 where there is ink, else 255.
QImage inkOf(const QImage& page, Paper paper) {
    QImage ink(page.size(), QImage::Format_Grayscale8);
    if (ink.isNull()) return ink;
    const Colour ground = paperOf(page);
    const QImage grey = paper == Paper::Scanned ? despeckled(evenlyLit(page)) : QImage();
    const int dark = grey.isNull() ? 0 : std::min(190, threshold(grey));
    for (int y = 0; y < page.height(); ++y) {
        const auto* row = reinterpret_cast<const QRgb*>(page.constScanLine(y));
        uchar* to = ink.scanLine(y);
        for (int x = 0; x < page.width(); ++x) {
            const int apart = std::max({std::abs(qRed(row[x]) - ground.red), std::abs(qGreen(row[x]) - ground.green),
                                        std::abs(qBlue(row[x]) - ground.blue)});
            to[x] = (grey.isNull() ? apart >= kStandsOut : grey.constScanLine(y)[x] < dark) ? 0 : 255;
        }
    }
    return ink;
}

class Drawings {
 public:
    Drawings(const QImage& page, double scale, const QVector<Word>& words, Paper paper)
        : scale_(scale), ink_(inkOf(page, paper)) {
        for (const Word& word : words) {
            if (paper == Paper::Scanned && word.confidence < kReadWell) continue;
            words_.append(pixels(word.box));
            erase(pixels(word.box.adjusted(-1, -1, 1, 1)));
        }
    }

    QVector<QRect> found() const {
        QVector<QRect> drawings;
        for (const QRect& box : together(parts()))
            if (isOfSize(box) && !isText(box) && !isCode(box) && wordsIn(box) <= 4) drawings.append(box);
        std::sort(drawings.begin(), drawings.end(), [](const QRect& a, const QRect& b) { return area(a) > area(b); });
        return drawings.mid(0, kMostOfPage);
    }

 private:
    static qint64 area(const QRect& box) { return qint64{box.width()} * box.height(); }

    QRect pixels(const QRectF& box) const {
        return QRectF(box.topLeft() * scale_, box.size() * scale_).toAlignedRect() & ink_.rect();
    }

    void erase(const QRect& box) {
        for (int y = box.top(); y <= box.bottom(); ++y)
            std::fill_n(ink_.scanLine(y) + box.left(), box.width(), uchar{255});
    }

    bool isInk(int x, int y) const { return ink_.constScanLine(y)[x] == 0; }

    qsizetype wordsIn(const QRect& box) const {
        return std::count_if(words_.begin(), words_.end(), [&](const QRect& w) { return box.contains(w.center()); });
    }

    /// Spots that may be a part of a drawing, the largest first.
    QVector<QRect> parts() const {
        QVector<QRect> parts;
        const auto least = static_cast<qint64>(std::max(3.0, 0.6 * scale_ * scale_));
        Spots(ink_, 128).forEach([&](const Spot& spot) {
            if (spot.area >= least && !isRule(spot) && !isGround(spot)) parts.append(spot.box());
        });
        std::sort(parts.begin(), parts.end(), [](const QRect& a, const QRect& b) { return area(a) > area(b); });
        return parts.mid(0, kMostParts);
    }

    bool isRule(const Spot& spot) const {
        const int longer = std::max(spot.box().width(), spot.box().height());
        const int shorter = std::min(spot.box().width(), spot.box().height());
        return shorter < kThin * scale_ && longer > 12 * scale_ && longer > 5 * shorter;
    }

    /// What other things stand on: a page's edge, a band, a shaded cell, a frame, the lines of a table.
    bool isGround(const Spot& spot) const {
        const QRect box = spot.box();
        const double filled = double(spot.area) / double(area(box)), large = 90 * scale_;
        if (box.width() > kMostOfWidth * ink_.width() || box.height() > kMostOfHeight * ink_.height()) return true;
        if (filled < 0.1 && (box.width() > large || box.height() > large)) return true;
        if (!hasStraightEdges(box)) return false;
        return wordsIn(box) > 0 || box.width() > large || box.height() > large || filled < 0.35;
    }

    bool hasStraightEdges(const QRect& box) const {
        int inked = 0;
        for (int x = box.left(); x <= box.right(); ++x) inked += isInk(x, box.top()) + isInk(x, box.bottom());
        for (int y = box.top(); y <= box.bottom(); ++y) inked += isInk(box.left(), y) + isInk(box.right(), y);
        return inked >= 0.96 * 2 * (box.width() + box.height());
    }

    /// Parts that lie close to each other, as one box each.
    QVector<QRect> together(QVector<QRect> boxes) const {
        const int near = static_cast<int>(kNear * scale_);
        for (bool joined = true; joined;) {
            joined = false;
            QVector<QRect> all;
            for (const QRect& box : boxes) {
                const auto close = std::find_if(all.begin(), all.end(), [&](const QRect& other) {
                    return other.adjusted(-near, -near, near, near).intersects(box);
                });
                if (close == all.end()) {
                    all.append(box);
                } else {
                    *close |= box;
                    joined = true;
                }
            }
            boxes = all;
        }
        return boxes;
    }

    bool isOfSize(const QRect& box) const {
        const double width = box.width() / scale_, height = box.height() / scale_;
        return std::min(width, height) >= kLeastSide && width * height >= kLeastArea &&
               box.width() <= kMostOfWidth * ink_.width() && box.height() <= kMostOfHeight * ink_.height();
    }

    bool isText(const QRect& box) const {
        return box.height() < kTextHeight * scale_ && box.width() > 2 * box.height();
    }

    /// How often ink begins or ends along a row or column, and how long a stretch is on the average, in points.
    double stretch(const QRect& box, bool rows) const {
        const int across = rows ? box.height() : box.width(), along = rows ? box.width() : box.height();
        qint64 changes = 0;
        for (int i = 0; i < across; ++i)
            for (int k = 1; k < along; ++k) {
                const int x = rows ? box.left() + k : box.left() + i, y = rows ? box.top() + i : box.top() + k;
                changes += isInk(x, y) != (rows ? isInk(x - 1, y) : isInk(x, y - 1));
            }
        return double(along) * across / double(changes + across) / scale_;
    }

    /// QR codes and their like change every few points both ways, bar codes one way and hardly the other.
    bool isCode(const QRect& box) const {
        const double along = stretch(box, true), down = stretch(box, false);
        const bool square = box.width() < 1.4 * box.height() && box.height() < 1.4 * box.width();
        const bool spots = square && std::max(along, down) < 7 && std::max(along, down) < 2 * std::min(along, down) &&
                           std::min(box.width(), box.height()) / scale_ >= 8 * std::max(along, down);
        const bool bars = (along < 4 && down > 8 * along) || (down < 4 && along > 8 * down);
        return (spots && inked(box) > 0.3 && inked(box) < 0.7) || bars;
    }

    double inked(const QRect& box) const {
        qint64 count = 0;
        for (int y = box.top(); y <= box.bottom(); ++y)
            count += std::count(ink_.constScanLine(y) + box.left(), ink_.constScanLine(y) + box.right() + 1, uchar{0});
        return double(count) / double(area(box));
    }

    double scale_;
    QImage ink_;
    QVector<QRect> words_;
};

}  // namespace

QVector<Drawing> drawingsOn(const QImage& page, double scale, const QVector<Word>& words, int number, Paper paper) {
    if (page.isNull()) return {};
    const QImage rgb = page.convertToFormat(QImage::Format_RGB32);
    QVector<Drawing> drawings;
    for (const QRect& box : Drawings(rgb, scale, words, paper).found())
        drawings.append({number, QRectF(QPointF(box.topLeft()) / scale, QSizeF(box.size()) / scale)});
    return drawings;
}

}  // namespace floe::reader
