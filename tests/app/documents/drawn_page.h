// A page drawn word by word, so that a test knows every word's true place; and what scanners and cameras do to it.
#pragma once

#include <QColor>
#include <QImage>
#include <QVector>

#include "app/documents/document.h"

namespace floe::test {

struct DrawnPage {
    QImage image;
    QVector<Word> words;  // boxes of the ink, in points from the page's top left corner
};

struct Ink {
    QColor paper = Qt::white, text = Qt::black;
    QString language = "en";  // "en", "de", "fr", "es", "it", "nl", "pt", "pl", "sv", "da": a bill in it
};

/// An A4 page with a bill of some 80 words, 9- and 10-point text.
DrawnPage drawnBill(double dotsPerInch, const Ink& ink = {});

// Each returns a worn copy; all are the same at each call.
QImage turned(const QImage& image, double degrees);  // clockwise; corners of paper come in
QImage noisy(const QImage& image, int strength);     // normal noise, standard deviation in greys
QImage speckled(const QImage& image, double share);  // that share of the pixels becomes black or white
QImage blurred(const QImage& image, int radius);     // a box of 2r + 1 pixels, twice
QImage shadowed(const QImage& image);                // light falls off from one corner to a quarter at the other
QImage photographed(const QImage& page);             // lying on a dark table, seen from below, in falling light
QImage asJpeg(const QImage& image, int quality);

/// How many of the page's words are among those read, at their place: the text the same, the centre of one box within
/// the other, both seen from the middle of their page (a page that was turned back has wider margins).
struct Found {
    int words = 0, of = 0;
    QStringList missed;
    double share() const { return of ? double(words) / of : 0; }
};
Found found(const DrawnPage& drawn, const Page& read);

/// Dark pixels, as a share, within a box of points of a page picture that has `scale` pixels a point.
double inkIn(const QImage& image, const QRectF& box, double scale);

}  // namespace floe::test
