// Pages that might pass for several papers, and are one: for tests that none is torn apart. A4, drawn.
#pragma once

#include <QImage>
#include <QVector>

namespace floe::test {

struct OnePage {
    const char* name;
    QImage image;
};

/// As scanned, at 150 dots an inch, with a scanner's noise: letters in columns and blocks, tickets, stamps, folds.
QVector<OnePage> scannedPages();

/// As taken with a camera: on a table, folded, from an angle, beside things that are light too.
QVector<OnePage> photographedPages();

}  // namespace floe::test
