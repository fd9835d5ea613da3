// The pages of a file of pictures: each picture is one, or several where several papers lie on it.
#pragma once

#include <QVector>

#include "app/documents/document.h"
#include "app/documents/frames.h"
#include "app/documents/reader/pieces.h"

namespace floe::reader {

inline constexpr int kMostScannedPages = 40;  // that are recognised
/// Papers are looked for in files of at most so many pictures, or pages of a PDF: to draw one page, those before it
/// have to be searched. Longer files come from a feeder, which takes papers one by one.
inline constexpr int kMostSheets = 8;

QString onlyTheFirstWereRead();  // a sentence, where there are more than kMostScannedPages

Document readPictures(const QString& path);
int picturePageCount(const QString& path);
frames::Picture pictureOfPage(const QString& path, int page, double pixelsPerPoint);

/// Which sheet of a file, and which piece of paper on it, is the page of this number. `sheet` -1: there is no such
/// page.
struct SheetPlace {
    int sheet = -1, piece = 0;
    QVector<Piece> pieces;  // of the sheet; none: it is a page as a whole
};
template <class PiecesOf>
SheetPlace placeOfPage(int page, int sheets, const PiecesOf& piecesOf) {
    int before = 0;
    for (int sheet = 0; sheet < sheets && before <= page; ++sheet) {
        const QVector<Piece> pieces = piecesOf(sheet);
        const int own = pieces.isEmpty() ? 1 : static_cast<int>(pieces.size());
        if (page < before + own) return {sheet, page - before, pieces};
        before += own;
    }
    return {};
}

}  // namespace floe::reader
