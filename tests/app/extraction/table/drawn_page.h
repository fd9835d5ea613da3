// Pages drawn in letters of one width, so that a test shows the table that it reads: a space is 6 points, two or more
// part cells; a line of the drawing is 12 points high, "~" at its start pushes it half a line up (text that is set
// lower or higher than its neighbours), an empty one leaves a gap; "\f" alone begins a page.
#pragma once

#include <QStringList>

#include "app/extraction/derive.h"

namespace floe::test {

inline QVector<Page> drawnPages(const QStringList& lines) {
    constexpr double kWidth = 6, kLine = 14, kHeight = 10;
    QVector<Page> pages{{{595, 842}, {}}};
    double y = 40;
    for (QString line : lines) {
        if (line == "\f") {
            pages.append({{595, 842}, {}});
            y = 40;
            continue;
        }
        if (line.startsWith('~')) {
            line[0] = ' ';
            y -= 0.5 * kLine;
        }
        for (qsizetype at = 0; at < line.size();) {
            if (line[at] == ' ') {
                ++at;
                continue;
            }
            qsizetype end = at;
            while (end < line.size() && line[end] != ' ') ++end;
            pages.last().words.append(
                {line.mid(at, end - at), QRectF(30 + kWidth * at, y, kWidth * (end - at), kHeight)});
            at = end;
        }
        y += line.trimmed().isEmpty() ? 1.2 * kLine : kLine;
    }
    return pages;
}

inline PageText drawnText(const QStringList& lines) {
    const QVector<Page> pages = drawnPages(lines);
    return pageText(pages, lineUp(pages));
}

}  // namespace floe::test
