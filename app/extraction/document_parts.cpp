#include "app/extraction/document_parts.h"

#include <QFileInfo>
#include <QSet>

namespace floe {

namespace {

/// Those that stand on these pages, counted from the first of them.
template <class Placed>
QVector<Placed> onPages(const QVector<Placed>& all, int first, int last) {
    QVector<Placed> some;
    for (Placed one : all) {
        if (one.page < first || one.page > last) continue;
        one.page -= first;
        some.append(one);
    }
    return some;
}

template <class Placed>
void addBehind(QVector<Placed>& all, const QVector<Placed>& more, qsizetype pages) {
    for (Placed one : more) {
        one.page += static_cast<int>(pages);
        all.append(one);
    }
}

QString fileName(const BillPart& part) {
    return QFileInfo(part.path).fileName();
}

QString nameOf(const BillPart& part) {
    if (part.pages.isWhole()) return fileName(part);
    const bool one = part.pages.first == part.pages.last;
    return QStringLiteral("%1 %2 of %3")
        .arg(one ? QStringLiteral("Page") : QStringLiteral("Pages"), rangeWords(part.pages), fileName(part));
}

}  // namespace

Document pagesOf(const Document& document, const PageRange& pages) {
    const int count = static_cast<int>(document.pages.size());
    const int last = pages.last < 0 ? count - 1 : std::min(pages.last, count - 1);
    if (document.problem || (pages.first == 0 && last == count - 1)) return document;
    Document some;
    some.source = document.source == Document::Source::Xml ? Document::Source::Text : document.source;
    some.note = document.note;
    some.pages = document.pages.mid(pages.first, last - pages.first + 1);
    some.codes = onPages(document.codes, pages.first, last);
    some.drawings = onPages(document.drawings, pages.first, last);
    some.links = onPages(document.links, pages.first, last);
    return some;
}

Document joined(const QVector<Document>& documents) {
    Document all = documents.value(0);
    for (qsizetype i = 1; i < documents.size() && !all.problem; ++i) {
        const Document& next = documents[i];
        if (next.problem) return next;
        addBehind(all.codes, next.codes, all.pages.size());
        addBehind(all.drawings, next.drawings, all.pages.size());
        addBehind(all.links, next.links, all.pages.size());
        all.pages += next.pages;
        if (all.invoice.isEmpty()) all.invoice = next.invoice;
        if (next.source == Document::Source::Ocr && all.source == Document::Source::Text) all.source = next.source;
        if (!next.invoice.isEmpty()) all.source = Document::Source::Xml;
        if (!next.note.isEmpty() && next.note != all.note)
            all.note = (all.note + QLatin1Char(' ') + next.note).trimmed();
    }
    return all;
}

QString rangeWords(const PageRange& pages) {
    const QString first = QString::number(pages.first + 1);
    if (pages.last < 0) return first + QLatin1Char('-');
    return pages.first == pages.last ? first : QStringLiteral("%1-%2").arg(first).arg(pages.last + 1);
}

QString nameOf(const QVector<BillPart>& parts) {
    if (parts.isEmpty()) return {};
    const QString name = nameOf(parts.first());
    if (parts.size() == 1) return name;
    if (parts.size() == 2) return QStringLiteral("%1 and %2").arg(name, nameOf(parts.last()));
    return QStringLiteral("%1 and %2 more").arg(name).arg(parts.size() - 1);
}

std::optional<PagePlace> placeOfPage(const QVector<BillPart>& parts, int page) {
    int left = page;
    for (int i = 0; i < parts.size() && left >= 0; ++i) {
        const PageRange& pages = parts[i].pages;
        if (pages.last < 0 || left < pages.count()) return PagePlace{i, pages.first + left};
        left -= pages.count();
    }
    return {};
}

QVector<BillPart> merged(const QVector<BillPart>& parts) {
    QVector<BillPart> all;
    for (const BillPart& part : parts) {
        BillPart* before = all.isEmpty() ? nullptr : &all.last();
        const bool sameFile = before && before->path == part.path && before->hash == part.hash;
        if (sameFile && before->pages.last >= 0 && before->pages.last + 1 == part.pages.first)
            before->pages.last = part.pages.last;
        else
            all.append(part);
    }
    return all;
}

std::optional<QVector<QVector<BillPart>>> cutAt(const QVector<BillPart>& parts, int pages, const QVector<int>& starts) {
    const QSet<int> cuts(starts.begin(), starts.end());
    QVector<QVector<BillPart>> bills;
    for (int page = 0; page < pages; ++page) {
        const auto place = placeOfPage(parts, page);
        if (!place) return {};
        if (page == 0 || cuts.contains(page)) bills.append(QVector<BillPart>());
        BillPart one = parts[place->part];
        one.pages = {place->page, place->page};
        bills.last() = merged(bills.last() << one);
    }
    for (const int cut : cuts)
        if (cut < 0 || cut >= pages) return {};
    if (bills.size() < 2) return {};
    return bills;
}

}  // namespace floe
