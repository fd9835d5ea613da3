// What a file holds, as far as Floe reads it: words with their places, page by page, or the e-invoice inside it.
#pragma once

#include <QPair>
#include <QRectF>
#include <QSizeF>
#include <QString>
#include <QVector>
#include <optional>

#include "app/problem.h"

namespace floe {

struct Word {
    QString text;          // no white space in it
    QRectF box;            // points, origin top left of the page as shown
    float confidence = 1;  // of the text recognition, 0…1; 1 where the file says it itself
};

struct Page {
    QSizeF size;  // points, as shown (a rotation of the page is applied)
    QVector<Word> words;
    /// Where several pieces of paper lay on one picture or scanned page, each is a page of its own: all that were cut
    /// from the same one have the same number. -1: the page is a whole one.
    int sheet = -1;
};

/// A QR code, as its bytes say: text that nobody has checked.
struct Code {
    int page = 0;
    QRectF box;  // points, as a word's
    QString text;
};

/// Something drawn on a page that is no word, rule, frame, ground or code: it may be a logo, a stamp, a signature.
struct Drawing {
    int page = 0;
    QRectF box;  // points, as a word's
};

/// Where a link of the file leads, and the place on the page that a person presses.
struct Link {
    int page = 0;
    QRectF box;      // points, as a word's
    QString target;  // http or https, as the file says: nobody has checked it
};

inline constexpr int kMostDrawings = 100;  // of a document
inline constexpr int kMostLinks = 200;
inline constexpr int kLongestLink = 500;   // characters
inline constexpr int kMostCodes = 40;      // of a document
inline constexpr int kLongestCode = 7100;  // characters; a QR code holds 7089 digits at most

struct Document {
    enum class Source { Text, Ocr, Xml } source = Source::Text;
    QVector<Page> pages;  // none for a bare XML invoice
    /// What the e-invoice says: "kind" ("bill", "credit_note"), then the names of app/extraction/names.h and values as
    /// the XML has them, dates as 2024-04-30. Empty: no e-invoice inside.
    QVector<QPair<QString, QString>> invoice;
    QVector<Code> codes;
    QString note;                    // a sentence on what was left out; empty: nothing
    std::optional<Problem> problem;  // then the rest is empty
    QVector<Drawing> drawings;       // of the first pages, those of a page together, the largest first
    QVector<Link> links;
};

QString name(Document::Source source);  // "text", "ocr", "xml"

}  // namespace floe
