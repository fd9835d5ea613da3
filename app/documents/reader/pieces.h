// Several pieces of paper on one picture: receipts on a table or on a scanner's glass.
//
// A page that is torn apart is worse than two that stay together, so a picture is cut only where all signs agree, and
// is one page otherwise.
#pragma once

#include <QImage>
#include <QPolygonF>
#include <QVector>

namespace floe::reader {

struct Piece {
    QPolygonF outline;   // pixels of the picture; convex
    double degrees = 0;  // by which its lines are turned clockwise, or a multiple of 90 more or less
};

inline constexpr int kMostPieces = 12;

/// `scanned`: by a scanner, which looks at all papers straight from above. In the order in which they are read: row by
/// row, from the left. The same for the same picture each time, since words and pictures of a page are made by two
/// processes. Empty: the picture is one page.
QVector<Piece> piecesOn(const QImage& picture, bool scanned);

/// The piece alone, its lines level (which way is up is not looked at), around it the colour of its paper.
QImage cutOut(const QImage& picture, const Piece& piece);

}  // namespace floe::reader
