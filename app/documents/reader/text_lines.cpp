#include "app/documents/reader/text_lines.h"

#include <algorithm>
#include <cmath>

#include "app/documents/reader/grey.h"
#include "app/documents/reader/letters.h"
#include "app/documents/reader/skew.h"

namespace floe::reader {

namespace {

/// Feet of letters across the lines, in order; a line ends where the next foot is further away than half a letter.
int countLines(QVector<double> feet, double height) {
    constexpr int kLeast = 3;
    std::sort(feet.begin(), feet.end());
    int lines = 0, on = 0;
    for (qsizetype i = 0; i < feet.size(); ++i) {
        ++on;
        const bool ends = i + 1 == feet.size() || feet[i + 1] - feet[i] > height / 4;
        if (!ends) continue;
        lines += on >= kLeast;
        on = 0;
    }
    return lines;
}

}  // namespace

TextLines textLines(const QImage& grey, const Piece& piece) {
    const QImage cut = evenlyLit(cutOut(grey, piece));
    const Letters letters = lettersOf(cut);
    const Lie lie = lieOf(letters, cut.size());
    TextLines text;
    text.height = letters.height;
    text.plain = lie.plain;
    text.degrees = piece.degrees - lie.skew;
    const bool sideways = lie.turns[0] % 180 != 0;
    const double slope = std::tan(lie.skew * M_PI / 180);
    QVector<double> feet;
    for (const QRect& box : letters.boxes) {
        const int longer = std::max(box.width(), box.height());
        if (longer <= letters.height / 2 || longer >= 2 * letters.height) continue;
        ++text.letters;
        feet.append(sideways ? (lie.turns[0] == 90 ? box.right() : box.left()) - slope * box.center().y()
                             : (lie.turns[0] == 180 ? box.top() : box.bottom()) + slope * box.center().x());
    }
    text.lines = countLines(feet, letters.height);
    return text;
}

}  // namespace floe::reader
