// What a page says of the document that it belongs to, as far as rules can tell: for finding where a bill ends.
#pragma once

#include <QSet>
#include <QStringList>
#include <optional>

#include "app/documents/document.h"

namespace floe {

/// "Page 1 of 3": counted from 1; `of` 0: not printed.
struct PageCounter {
    int page = 0, of = 0;
};

/// Languages of its words: en de fr es it nl pt pl.
struct PageMarks {
    bool empty = true;  // no words
    /// What the page counts itself as; nothing where it prints none, or two that contradict each other (a scanner's
    /// stamp besides the bill's own).
    std::optional<PageCounter> counter;
    QString title;             // the kind of document it is titled as ("bill", "delivery_note"); empty: no title
    QStringList numbers;       // plainly labelled as a bill's number, each once, as keyOfNumber() spells them
    QString text;              // all its words, likewise, in spaces: for asking whether a number is mentioned
    bool total = false;        // it prints a total or an amount due
    bool carriedOver = false;  // sums go on on the next page: "carried forward" in its lower half
    bool carriedIn = false;    // … came from the page before: "brought forward", "continued" in its upper half
    QSet<QString> accounts;    // what has the form of an IBAN: to tell two apart needs no check digits
    QSet<QString> taxNumbers;  // VAT ids
    QSet<QString> addresses;   // domains of its mail and web addresses
};

/// `index`, `pages`: where it stands in its file, so that the scanner's own count of the file is no bill's.
PageMarks marksOf(const Page& page, int index, int pages);

/// Capitals and digits alone, with the signs that text recognition takes for each other as one: "RE-47I1" is "RE4711".
QString keyOfNumber(const QString& number);

}  // namespace floe
