// The cells of a page as rules search them, and fields made from runs of its text. Positions are characters of
// PageText::text.
#pragma once

#include <QRegularExpression>
#include <optional>

#include "app/extraction/derive.h"

namespace floe::facts {

constexpr double kProven = 0.9;   // confidence of what check digits or arithmetic prove
constexpr double kByLabel = 0.6;  // of what only its label tells

struct Run {
    QString text;
    qsizetype begin = 0;
    qsizetype end() const { return begin + text.size(); }
};

struct Cell : Run {
    int line = 0;
    qint64 firstByte = 0, endByte = 0;  // of LinedText::text
};

class PageCells {
 public:
    explicit PageCells(const PageText& page);

    const PageText& page() const { return page_; }
    const QVector<Cell>& all() const { return cells_; }

    /// What may be the value of a label, best first: for each place where it stands the rest of its cell, or, where it
    /// is a cell of its own, the next cell of the line and the one below. `words` is a pattern, case aside.
    QVector<Run> beside(const char* words) const;

    /// The first such run that begins with `form`, cut to what it matches (its group 1 where it has one).
    std::optional<Run> labelled(const char* words, const QRegularExpression& form) const;

    Field field(const QString& path, const Run& run, const QString& value, double confidence) const;
    Field byLabel(const QString& path, const Run& run, const QString& value) const;  // Derived, with its note

 private:
    const Cell* below(const Cell& cell) const;

    const PageText& page_;
    QVector<Cell> cells_;
};

/// A pattern over letters of all languages, case aside.
QRegularExpression anyCase(const QString& pattern);

/// Adds the field unless the form has one at its path.
void addOnce(Extraction& extraction, const Field& field);

/// Whether a place belongs to the buyer: in its block (name and address), or just below it, and nearer to it than to
/// the seller's.
bool isBuyers(const Extraction& extraction, const Field& field);

}  // namespace floe::facts
