// Bills that are some pages of a file, or of several: the pages cut out and put together.
#pragma once

#include "app/documents/document.h"
#include "app/extraction/bill.h"

namespace floe {

/// The pages alone, with what else is said of them. The e-invoice inside belongs to the file as a whole: it is left out
/// where pages are.
Document pagesOf(const Document& document, const PageRange& pages);

/// One after the other. The first problem is the problem of all; the first e-invoice inside is taken.
Document joined(const QVector<Document>& documents);

/// "Pages 3-4 of scan.pdf", "Page 2 of scan.pdf and note.jpg"; counted from 1.
QString nameOf(const QVector<BillPart>& parts);

QString rangeWords(const PageRange& pages);  // "3-4", "3"

/// Which part a page of the bill is in, and as which page of its file. A part that goes on to the end of its file takes
/// all that come after. Nothing: the bill has no such page.
struct PagePlace {
    int part = 0, page = 0;
};
std::optional<PagePlace> placeOfPage(const QVector<BillPart>& parts, int page);

/// Pages that follow each other in one file become one part.
QVector<BillPart> merged(const QVector<BillPart>& parts);

/// Cuts a bill of so many pages before those of `starts` (from 0). Nothing where the parts do not have so many, where a
/// start is no page, or where nothing would be cut.
std::optional<QVector<QVector<BillPart>>> cutAt(const QVector<BillPart>& parts, int pages, const QVector<int>& starts);

}  // namespace floe
