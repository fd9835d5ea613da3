// Text recognition on pictures of pages, by Tesseract.
#pragma once

#include <QImage>
#include <QStringList>
#include <QTransform>
#include <memory>
#include <optional>

#include "app/documents/document.h"
#include "app/documents/reader/languages.h"

namespace tesseract {
class TessBaseAPI;
}

namespace floe::reader {

/// Opened on the first page that needs it; then kept for the next. Pictures are Grayscale8, as prepare.h makes them.
class Recogniser {
 public:
    Recogniser();
    ~Recogniser();

    /// The words of a page; `toPoints` brings its pixels to points. The words tell the language (languages.h): where it
    /// is another than that of the page before (at first English), the page is read again. One language at a time:
    /// beside English, which knows no accents, the others lose theirs. Without language data `problem` is set and no
    /// words come. `narrow`: it is one column for sure (prepare.h).
    QVector<Word> words(const QImage& grey, bool narrow, double dotsPerInch, const QTransform& toPoints,
                        std::optional<Problem>& problem);

    /// A part of a page, only to see how well it can be read.
    struct Sample {
        int letters = 0;        // letters and digits in words that were read with some confidence
        double confidence = 0;  // 0…1, the mean of all words by their length
    };
    Sample sample(const QImage& grey);

    /// One short text, such as a word or a line. Empty where nothing can be read.
    QString line(const QImage& grey);

    /// A sentence on a language whose data is missing; empty: none is.
    QString note() const { return note_; }

 private:
    bool open();
    bool use(const std::string& language);
    QVector<Word> read(const QImage& grey, bool narrow, double dotsPerInch, const QTransform& toPoints);
    QVector<Word> readAs(const QImage& grey, double dotsPerInch, const QTransform& toPoints);
    bool turnTo(const Language* language);

    std::unique_ptr<tesseract::TessBaseAPI> engine_;
    std::string inUse_;    // "eng", "deu"; empty: none could be opened
    std::string missing_;  // the language that a note was made of
    QString note_;
};

}  // namespace floe::reader
