// Outlines of what lies on a picture: the tightest fence around points, and the narrowest rectangle around that.
#pragma once

#include <QPointF>
#include <QPolygonF>
#include <QVector>

namespace floe::reader {

/// The convex hull, counter-clockwise as seen on paper, its corners alone (Andrew 1979).
QPolygonF hullOf(QVector<QPointF> points);

double areaOf(const QPolygonF& polygon);

/// The rectangle of least area around a hull, which has a side on one of the hull's (Freeman and Shapira 1975).
struct Frame {
    double degrees = 0;  // by which it is turned clockwise on the picture, above -45 and up to 45
    QRectF box;          // of the hull turned back about the origin by that
};
Frame frameOf(const QPolygonF& hull);
Frame frameOf(const QPolygonF& hull, double degrees);  // at this angle

/// Angles of things that may lie on any side: the difference within -45 and 45.
double turnBetween(double degrees, double others);

/// The outline moved outwards by so much, corners included.
QPolygonF widened(const QPolygonF& hull, double by);

}  // namespace floe::reader
