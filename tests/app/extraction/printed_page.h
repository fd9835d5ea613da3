// A page printed from lines of text, for tests of rules: " | " begins a cell at the next column, "# " at the start of a
// line prints it twice as large, "@700 " prints it at that height of the page.
#pragma once

#include <QStringList>

#include "app/extraction/derive.h"

namespace floe::test {

inline Page printedPage(const QStringList& lines) {
    Page page{{595, 842}, {}};
    double y = 50;
    for (QString line : lines) {
        if (line.startsWith('@')) {
            y = line.section(' ', 0, 0).mid(1).toDouble();
            line = line.section(' ', 1);
        }
        const double size = line.startsWith("# ") ? 20 : 10;
        if (size > 10) line = line.mid(2);
        double x = 50;
        for (const QString& word : line.split(' ', Qt::SkipEmptyParts)) {
            if (word == "|") {
                x = 50 + 180 * (int((x - 50) / 180) + 1);
                continue;
            }
            page.words.append({word, QRectF(x, y, 0.5 * size * word.size(), size)});
            x += 0.5 * size * word.size() + 0.3 * size;
        }
        y += size + 4;
    }
    return page;
}

/// The page as rules get it; what they point at must live as long, so it is kept whole.
inline PageText printedText(const QStringList& lines) {
    const QVector<Page> pages{printedPage(lines)};
    return pageText(pages, lineUp(pages));
}

/// "number=17; seller.name=Pike Ltd": fields with the places where their texts first stand.
inline void addFields(Extraction& e, const PageText& page, const QString& fields) {
    for (const QString& one : fields.split("; ", Qt::SkipEmptyParts)) {
        Field field{one.section('=', 0, 0), one.section('=', 1), one.section('=', 1)};
        field.confidence = 0.9;
        if (const qsizetype at = page.text.indexOf(field.text); at >= 0) page.place(field, at, at + field.text.size());
        insertField(e.fields, field);
    }
}

}  // namespace floe::test
