// The cells of a page's lined-up text, and which words may name a value in one of them.
#pragma once

#include "app/extraction/derive.h"

namespace floe {

struct PageCell {
    QString text;         // without the space before its first word
    qsizetype begin = 0;  // of `text`, a character of PageText::text
    int line = 0;
    int above = -1;  // the cell that is linked to this one from above; -1: none
};

/// Words that may be the label of a value.
struct Naming {
    QString text;  // folded (folded.h), with outer blanks and colons shed
    /// Before the value in its own cell, a cell further left in its line, all of the line up to the value (sentences
    /// that gaps divide), the cell above it, or the cell above a value whose line has other words, which may be those
    /// of another column or of a table's row.
    enum class Where { Before, Left, Line, Above, AboveOthers } where = Where::Before;
    int figures = 0;  // cells without a word that stand between the label and the value
};

class PageCells {
 public:
    explicit PageCells(const PageText& page);

    const QVector<PageCell>& all() const { return cells_; }

    /// Labels of what stands `at` so many characters into a cell, the nearest first. The cell above counts less
    /// where the value's line has words of its own: in a row of a table the head is no label of that row.
    QVector<Naming> namings(int cell, qsizetype at) const;

 private:
    bool hasWords(int cell) const;

    QVector<PageCell> cells_;
};

}  // namespace floe
