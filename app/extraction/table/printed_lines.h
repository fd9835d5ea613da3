// The pages as a table reader looks at them: printed lines from the top, each with its words from the left. All pages,
// also those that a model's context had no room for.
#pragma once

#include <QRectF>
#include <QString>
#include <QVector>

#include "app/documents/document.h"

namespace floe::table {

/// What a word looks like, whatever it means.
enum class Look {
    Text,
    Whole,    // "3", "01", "1.": also with a short unit glued to it, "2x", "5kg"
    Decimal,  // "12,50", "$1,234.5", "(3.00)", "12,50-"; a whole number beside a sign of money
    Percent,  // "19%", "19" before "%"
    Date,     // "05.03.2024", "2024-03-05", "14:30"
    Sign,     // "€", "EUR"
    Mark,     // no letter and no digit: "-", "×", "%", ":"
};

struct PrintedWord {
    QString text;
    QRectF box;            // points
    float confidence = 1;  // of the text recognition
    Look look = Look::Text;
    bool opensCell = false;  // a gap stands before it (docs/linearizer.md)
    bool goesOn = false;     // the number that the word before it began: "200,00" of "1 200,00"
};

struct PrintedLine {
    int page = 0;
    double top = 0, bottom = 0, height = 0;  // height: of its usual word
    QVector<PrintedWord> words;              // never none

    double middle() const { return (top + bottom) / 2; }
};

Look lookOf(const QString& word);

/// The lines of docs/linearizer.md, page by page.
QVector<PrintedLine> printedLines(const QVector<Page>& pages);

}  // namespace floe::table
