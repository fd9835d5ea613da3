// The pages of a PDF, each by what it is: text that can be trusted, or a picture that has to be recognised.
#pragma once

#include <QHash>
#include <QImage>
#include <QPdfDocument>
#include <QTransform>

#include "app/documents/document.h"
#include "app/documents/reader/pdf_words.h"
#include "app/documents/reader/scan.h"

namespace floe::reader {

class PdfPages {
 public:
    /// `pdf` is the opened file at `path`, and outlives this. `toShown` as in pdf_file.h.
    PdfPages(QPdfDocument& pdf, const QString& path, const QVector<QTransform>& toShown);

    /// The words of a page. One without text, or with text that is not what it shows, is recognised where `recognise`
    /// is true. `problem` is set where that cannot be done.
    Page page(int number, bool recognise, std::optional<Problem>& problem);

    /// The same page as a picture, turned as its words are; null where it would be too large.
    QImage picture(int number, double pixelsPerPoint);

    const QVector<Code>& codes() const { return codes_; }           // of the pages so far
    const QVector<Drawing>& drawings() const { return drawings_; }  // likewise
    Link turned(const Link& link) const;                            // its box on the page as it is given
    int recognised() const { return recognised_; }                  // pages so far
    QString note() const;                                           // what was left out or not trusted; empty: nothing

 private:
    Shown scanned(int number);
    QImage drawn(int number, double pixelsPerPoint, int turn);
    int turnOf(int number);
    Page looked(int number, Page page, int turn, bool recognise, std::optional<Problem>& problem);

    QPdfDocument& pdf_;
    QVector<QTransform> toShown_;
    PdfWords words_;
    Scans scans_;
    int recognised_ = 0, hidden_ = 0;
    QVector<Code> codes_;
    QVector<Drawing> drawings_;
    QHash<int, QTransform> turned_;  // of pages that were
    QVector<int> garbled_;           // pages, counted from 1
};

}  // namespace floe::reader
