// Where values stand on pages: an index over the words, asked by meaning instead of by spelling.
#pragma once

#include <QDate>
#include <QHash>
#include <QString>
#include <QVector>

#include "app/documents/document.h"

namespace floe {

/// Words in a row, as they stand in Page::words.
struct PrintedRun {
    int page = -1, first = 0, last = 0;  // both ends included

    bool isValid() const { return page >= 0; }
    bool isBefore(const PrintedRun& other) const {
        return page != other.page ? page < other.page : first < other.first;
    }
};

/// Built once a document; answers are in the pages' order. The pages must outlive it.
class PrintedIndex {
 public:
    explicit PrintedIndex(const QVector<Page>& pages);

    QVector<PrintedRun> amounts(const QString& plain) const;  // "1234.50": without regard to sign, end zeros, grouping
    QVector<PrintedRun> dates(const QString& iso) const;
    QVector<PrintedRun> texts(const QString& text) const;  // whole words; spaces, signs, case and accents do not count

    bool isEmpty() const { return letters_.isEmpty(); }
    QString textOf(const PrintedRun& run) const;
    QRectF boxOf(const PrintedRun& run) const;

 private:
    struct Letter {
        int page, word;
        bool begins, ends;  // its word
    };
    void addNumbers(int page);
    void addDates(int page);
    void addLetters(int page);
    bool isNear(const Page& page, int word) const;

    const QVector<Page>& pages_;
    QHash<QString, QVector<PrintedRun>> amounts_, dates_;
    QString letters_;        // of all words, nothing between
    QVector<Letter> words_;  // a letter each
};

}  // namespace floe
