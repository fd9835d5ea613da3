// One-page PDFs written by hand, for tests of what a text layer may hold.
#pragma once

#include <QByteArray>
#include <QImage>

namespace floe::test {

struct WrittenPdf {
    QByteArray content;    // operators; fonts /F1 (Helvetica) and /F2 (Helvetica, `toUnicode`); picture /P1
    QByteArray toUnicode;  // of /F2: a CMap stream
    QImage picture;        // greys; none: no /P1
    QByteArray page;       // entries of the page besides, such as "/Rotate 90"
    int width = 595, height = 842;
};

QByteArray bytesOf(const WrittenPdf& pdf);

/// "BT /F1 size Tf 1 0 0 1 x y Tm (text) Tj ET", y upwards from the bottom; `state` goes before, such as "3 Tr".
QByteArray line(double x, double y, const QByteArray& text, double size = 10, const QByteArray& state = {},
                const QByteArray& font = "F1");

/// A page of fifteen lines of an ordinary bill, from the top down.
QByteArray ordinaryLines(const QByteArray& font = "F1");

/// Says that every letter is the one `by` places further in the alphabet, and every digit likewise.
QByteArray shiftedToUnicode(int by);

}  // namespace floe::test
