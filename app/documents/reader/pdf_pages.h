// The pages of a PDF, each by what it is: text that can be trusted, or a picture that has to be recognised.
#pragma once

#include <QHash>
#include <QImage>
#include <QPdfDocument>
#include <QTransform>

#include "app/documents/document.h"
#include "app/documents/reader/pdf_words.h"
#include "app/documents/reader/pieces.h"
#include "app/documents/reader/scan.h"

namespace floe::reader {

class PdfPages {
 public:
    /// `pdf` is the opened file at `path`, and outlives this. `toShown` as in pdf_file.h. `cuts`: papers that were
    /// scanned together are pages of their own (picture_pages.h).
    PdfPages(QPdfDocument& pdf, const QString& path, const QVector<QTransform>& toShown, bool cuts);

    int count();  // of pages, papers apart

    /// A page of the file, or the papers on it, with their words; the first is number `index` among all that are read.
    /// One without text, or with text that is not what it shows, is recognised where `recognise` is true. `problem` is
    /// set where that cannot be done.
    QVector<Page> read(int number, int index, bool recognise, std::optional<Problem>& problem);

    /// Page `index` of all as a picture, turned as its words are; null where there is none, or it would be too large.
    QImage picture(int index, double pixelsPerPoint);

    const QVector<Code>& codes() const { return codes_; }           // of the pages so far
    const QVector<Drawing>& drawings() const { return drawings_; }  // likewise
    /// A link of the file's page where that page was put; `page` -1: it was not read as a whole.
    Link onPage(const Link& link) const;
    int recognised() const { return recognised_; }  // pages so far
    QString note() const;                           // what was left out or not trusted; empty: nothing

 private:
    QVector<Piece> pieces(int number);
    QImage scan(int number);
    Page recognised(const Shown& shown, int index, std::optional<Problem>& problem);
    QImage drawn(int number, double pixelsPerPoint, int turn);
    int turnOf(int number);
    Page looked(int number, int index, Page page, int turn, bool recognise, std::optional<Problem>& problem);

    QPdfDocument& pdf_;
    QVector<QTransform> toShown_;
    bool cuts_;
    PdfWords words_;
    Scans scans_;
    int recognised_ = 0, hidden_ = 0;
    QVector<Code> codes_;
    QVector<Drawing> drawings_;
    QHash<int, QTransform> turned_;  // of pages that were
    QHash<int, int> pageOf_;         // the number among all that are read of the file's pages
    QVector<int> garbled_;           // pages, counted from 1
};

}  // namespace floe::reader
