// The cells of a page as names and addresses are looked for in: with boxes, lines, and the cell above each.
#pragma once

#include "app/extraction/derive.h"

namespace floe::parties {

/// A run of PageText::text that does not cross a line; tabs within it (neighbouring cells) read as spaces.
struct Piece {
    QString text;
    qsizetype begin = 0, end = 0;
    bool isEmpty() const { return end <= begin; }
};

struct PartyCell {
    Piece piece;
    int line = 0;  // counted over all pages
    int page = 0;
    QRectF box;
    int above = -1;  // the nearest cell above that stands in its column; -1: none close enough

    double height() const { return box.height(); }
    double middle() const { return box.center().y(); }
};

class PartyPage {
 public:
    explicit PartyPage(const PageText& text);

    const QVector<PartyCell>& cells() const { return cells_; }
    int lines() const { return static_cast<int>(firstOfLine_.size()) - 1; }
    /// Cells of a line, from the left: [first, past the last).
    std::pair<int, int> cellsOf(int line) const { return {firstOfLine_[line], firstOfLine_[line + 1]}; }

    const PageText& text() const { return text_; }
    QSizeF sizeOf(int page) const { return text_.pages[page].size; }
    int pages() const { return static_cast<int>(text_.pages.size()); }

    Piece piece(qsizetype begin, qsizetype end) const;  // blanks at both ends are shed
    Piece part(const Piece& whole, qsizetype from, qsizetype length = -1) const;
    QRectF boxOf(const Piece& piece) const;
    int pageOf(const Piece& piece) const;  // -1: nowhere

    /// 0 at the top edge of its page, 1 at the bottom.
    double heightOnPage(int page, const QRectF& box) const;

 private:
    void link();

    const PageText& text_;
    QVector<PartyCell> cells_;
    QVector<int> firstOfLine_;
};

}  // namespace floe::parties
