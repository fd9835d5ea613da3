#include "app/documents/reader/hull.h"

#include <QTransform>
#include <algorithm>
#include <cmath>

namespace floe::reader {

namespace {

double cross(const QPointF& from, const QPointF& a, const QPointF& b) {
    return (a.x() - from.x()) * (b.y() - from.y()) - (a.y() - from.y()) * (b.x() - from.x());
}

}  // namespace

QPolygonF hullOf(QVector<QPointF> points) {
    const auto before = [](const QPointF& a, const QPointF& b) {
        return a.x() != b.x() ? a.x() < b.x() : a.y() < b.y();
    };
    std::sort(points.begin(), points.end(), before);
    points.erase(std::unique(points.begin(), points.end()), points.end());
    if (points.size() < 3) return QPolygonF(points);
    QVector<QPointF> hull;
    const auto add = [&](const QPointF& point, qsizetype least) {
        while (hull.size() > least && cross(hull[hull.size() - 2], hull.last(), point) <= 0) hull.removeLast();
        hull.append(point);
    };
    for (const QPointF& point : points) add(point, 1);
    const qsizetype there = hull.size();
    for (qsizetype i = points.size() - 2; i >= 0; --i) add(points[i], there);
    hull.removeLast();
    return QPolygonF(hull);
}

double areaOf(const QPolygonF& polygon) {
    double twice = 0;
    for (qsizetype i = 0; i < polygon.size(); ++i) {
        const QPointF &a = polygon[i], &b = polygon[(i + 1) % polygon.size()];
        twice += a.x() * b.y() - a.y() * b.x();
    }
    return std::abs(twice) / 2;
}

Frame frameOf(const QPolygonF& hull, double degrees) {
    return {degrees, QTransform().rotate(-degrees).map(hull).boundingRect()};
}

Frame frameOf(const QPolygonF& hull) {
    Frame best = frameOf(hull, 0);
    for (qsizetype i = 0; i < hull.size(); ++i) {
        const QPointF side = hull[(i + 1) % hull.size()] - hull[i];
        const Frame frame = frameOf(hull, turnBetween(std::atan2(side.y(), side.x()) * 180 / M_PI, 0));
        if (frame.box.width() * frame.box.height() < best.box.width() * best.box.height() * (1 - 1e-9)) best = frame;
    }
    return best;
}

double turnBetween(double degrees, double others) {
    const double turn = std::fmod(degrees - others, 90);
    return turn > 45 ? turn - 90 : turn <= -45 ? turn + 90 : turn;
}

QPolygonF widened(const QPolygonF& hull, double by) {
    constexpr int kSides = 16;  // of the circle that goes around
    QVector<QPointF> points;
    for (const QPointF& corner : hull)
        for (int i = 0; i < kSides; ++i) {
            const double way = 2 * M_PI * i / kSides;
            points.append(corner + by * QPointF(std::cos(way), std::sin(way)));
        }
    return hullOf(points);
}

}  // namespace floe::reader
