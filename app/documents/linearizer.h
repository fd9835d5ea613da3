// Lined-up text: from words with boxes to the text that a model reads. docs/linearizer.md is the specification;
// training/linearizer.py is the twin; both are held to tests/app/documents/linearizer_cases.json.
#pragma once

#include <QByteArray>
#include <QVector>

#include "app/documents/document.h"

namespace floe {

/// Stored in models that were trained on this text (`floe.linearizer`): another version is another language to them.
inline constexpr int kLinearizerVersion = 2;

/// Where a word went. Offsets are bytes of LinedText::text; the space before the word is not counted.
struct WordPlace {
    int page = 0, index = 0;  // the word's index among Page::words
    qint64 begin = 0, end = 0;
};

/// A cell may go on in the one below it: from the end of its text to the space before the lower one's first word.
struct CellLink {
    qint64 from = 0, to = 0;
};

struct LinedText {
    QByteArray text;            // UTF-8
    QVector<WordPlace> places;  // by `begin`
    QVector<CellLink> links;
};

/// Words whose text is empty or whose numbers are not finite must not come in (the reader drops them).
LinedText lineUp(const QVector<Page>& pages);

/// The words that a run of bytes touches, all on one page: the first word's page counts. Empty: it touches none.
struct TextPlace {
    int page = -1;
    QVector<int> words;  // indices among Page::words
};
TextPlace placeOf(const LinedText& lined, qint64 begin, qint64 end);

}  // namespace floe
