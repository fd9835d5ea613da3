// Where letters seem to stand on a picture, told without reading them.
#pragma once

#include <QImage>
#include <QRect>
#include <QVector>

namespace floe::reader {

struct Letters {
    QVector<QRect> boxes;  // pixels; dark spots of a letter's size and shape, at most 20 000
    double height = 0;     // of a usual one (about that of an x or a digit), pixels; 0: there are none
    qint64 specks = 0;     // dark spots of one to three pixels
};

/// `grey` is Grayscale8, dark letters on a light ground (evenlyLit).
Letters lettersOf(const QImage& grey);

}  // namespace floe::reader
