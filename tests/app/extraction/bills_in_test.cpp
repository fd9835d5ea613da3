// Where bills begin in a document: tables of printed pages; and pages cut out and put together.
#include "app/extraction/bills_in.h"

#include <QtTest>

#include "app/extraction/document_parts.h"
#include "app/extraction/page_marks.h"
#include "extraction/printed_page.h"
#include "support/qt_suites.h"

using namespace floe;

namespace {

/// Pages between "===" lines; lines as printedPage() takes them. "@foot " puts a line at the bottom of its page;
/// "@sheet " and a number: it was cut from that picture.
Document printed(const QString& text) {
    Document document;
    for (const QString& page : text.split("===")) {
        QStringList lines, feet;
        int sheet = -1;
        for (const QString& line : page.split('\n', Qt::SkipEmptyParts)) {
            const QString bare = line.trimmed();
            if (bare.startsWith("@foot "))
                feet += bare.mid(6);
            else if (bare.startsWith("@sheet "))
                sheet = bare.mid(7).toInt();
            else if (!bare.isEmpty())
                lines += bare;
        }
        Page made = test::printedPage(lines);
        made.sheet = sheet;
        for (const QString& foot : feet)
            for (Word word : test::printedPage({foot}).words) {
                word.box.translate(0, 750);
                made.words.append(word);
            }
        document.pages.append(made);
    }
    return document;
}

QString spelt(const QVector<PageRange>& ranges) {
    QStringList words;
    for (const PageRange& range : ranges) words += rangeWords(range);
    return words.join(", ");
}

}  // namespace

class BillsInTest : public QObject {
    Q_OBJECT
 private slots:
    void billsBeginOnStrongEvidenceAlone_data() {
        QTest::addColumn<QString>("pages");
        QTest::addColumn<QString>("wanted");
        const auto row = [](const char* name, const char* pages, const char* wanted) {
            QTest::newRow(name) << QString::fromUtf8(pages) << QString(wanted);
        };
        row("one page", "Invoice No. 4711\nTotal | 12.50", "1");
        row("counts that begin again, other numbers",
            "# Invoice\nInvoice No. A-101\nTotal | 12.50\n@foot Page 1 of 1\n===\n# Invoice\nInvoice No. A-102\nTotal "
            "| "
            "8.00\n@foot Page 1 of 2\n===\nmore lines\nTotal | 9.00\n@foot Page 2 of 2",
            "1, 2-3");
        row("receipts on one photo", "@sheet 0\nOld Mill\nTotal | 12.50\n===\n@sheet 0\nCity Parking\nTotal | 8.00",
            "1, 2");
        row("one of them without a total that could be read",
            "@sheet 0\nOld Mill\nTotal | 12.50\n===\n@sheet 0\nT0ta1\n===\n@sheet 0\nCity Parking\nTotal | 8.00",
            "1, 2, 3");
        row("two sides of one bill on a photo",
            "@sheet 0\n# Invoice\nInvoice No. A-101\nScrews | 4.50\n===\n@sheet 0\nNails | 8.00\nTotal | 12.50", "1-2");
        row("a bill of two sides and a receipt on a photo",
            "@sheet 0\n# Invoice\nInvoice No. A-101\nTotal | 4.50\n===\n@sheet 0\nInvoice No. A-101\nTotal | "
            "4.50\n===\n"
            "@sheet 0\nCity Parking\nTotal | 8.00",
            "1-2, 3");
        row("a scanned sheet of receipts between bills",
            "# Invoice\nInvoice No. A-101\nTotal | 4.50\n===\n@sheet 1\nOld Mill\nTotal | 12.50\n===\n@sheet 1\nCity "
            "Parking\nTotal | 8.00\n===\nLinden Cafe\nTotal | 3.00\n===\nThe same\n@foot Page 2 of 2",
            "1, 2, 3, 4-5");
        row("receipts on two photos of one file",
            "@sheet 0\nTotal | 1.50\n===\n@sheet 0\nTotal | 2.50\n===\n@sheet 1\nTotal | 3.50\n===\n@sheet 1\nTotal | "
            "4.50",
            "1, 2, 3, 4");
        row("de: other numbers with titles, no counts",
            "# Rechnung\nRechnungsnummer: RE-2024-17\nGesamtbetrag | 12,50\n===\n# Rechnung\nRechnungsnummer: "
            "RE-2024-18\n"
            "Gesamtbetrag | 8,00",
            "1, 2");
        row("fr",
            "# Facture\nFacture n° F-2024-17\nTotal TTC | 12,50\n@foot Page 1 sur 1\n===\n# Facture\nFacture n° "
            "F-2024-18\n"
            "Total TTC | 8,00\n@foot Page 1 sur 1",
            "1, 2");
        row("es",
            "# Factura\nNúmero de factura: 2024/17\nTotal a pagar | 12,50\n@foot Página 1 de 1\n===\n# Factura\nNúmero "
            "de "
            "factura: 2024/18\nTotal a pagar | 8,00\n@foot Página 1 de 1",
            "1, 2");
        row("it",
            "# Fattura\nFattura numero: 17/A\nTotale fattura | 12,50\n@foot Pagina 1 di 1\n===\n# Fattura\nFattura "
            "numero: "
            "18/A\nTotale fattura | 8,00\n@foot Pagina 1 di 1",
            "1, 2");
        row("nl",
            "# Factuur\nFactuurnummer: 202417\nTotaalbedrag | 12,50\n@foot Pagina 1 van 1\n===\n# "
            "Factuur\nFactuurnummer: "
            "202418\nTotaalbedrag | 8,00\n@foot Pagina 1 van 1",
            "1, 2");
        row("pt",
            "# Fatura\nFatura n.º: FT 17/2024\nTotal a pagar | 12,50\n@foot Página 1 de 1\n===\n# Fatura\nFatura n.º: "
            "FT "
            "18/2024\nTotal a pagar | 8,00\n@foot Página 1 de 1",
            "1, 2");
        row("pl",
            "# Faktura\nFaktura nr: FV/17/2024\nDo zapłaty | 12,50\n@foot Strona 1 z 1\n===\n# Faktura\nFaktura nr: "
            "FV/18/2024\nDo zapłaty | 8,00\n@foot Strona 1 z 1",
            "1, 2");
        row("other sellers without numbers or counts",
            "Bolts Ltd\n# Invoice\nTotal | 12.50\nIBAN GB29 NWBK 6016 1331 9268 19\nwww.bolts.example\n===\nNuts "
            "GmbH\n# "
            "Invoice\nTotal | 8.00\nIBAN DE89 3704 0044 0532 0130 00\nwww.nuts.example",
            "1, 2");
        row("a bill, its credit note",
            "# Invoice\nInvoice No. 4711\nTotal | 12.50\n===\n# Credit note\nCredit note No. 9001\nTotal | 2.50",
            "1, 2");
        row("the count alone begins again where bills have no number",
            "# Invoice\nTotal | 12.50\n@foot Page 1 of 1\n===\n# Invoice\nTotal | 8.00\n@foot Page 1 of 1", "1, 2");
        row("another number and another seller, without title or count",
            "Bolts Ltd\nInvoice No. A-101\nTotal | 12.50\nIBAN GB29 NWBK 6016 1331 9268 19\n===\nNuts GmbH\nInvoice "
            "No. "
            "7788\nTotal | 8.00\nIBAN DE89 3704 0044 0532 0130 00",
            "1, 2");
        row("another seller by VAT id and address, one buyer",
            "www.bolts.example\n# Invoice\nVAT DE136695976\nYour VAT FR40303265045\nTotal | "
            "12.50\n===\nwww.nuts.example\n# "
            "Invoice\nVAT GB980780684\nYour VAT FR40303265045\nTotal | 8.00",
            "1, 2");
        row("a number on a page 1 of another seller, after one without",
            "Bolts Ltd\nTotal | 12.50\nIBAN GB29 NWBK 6016 1331 9268 19\n===\nNuts GmbH\nInvoice No. 7788\nTotal | "
            "8.00\nIBAN DE89 3704 0044 0532 0130 00\n@foot Page 1 of 1",
            "1, 2");
        row("counts that begin again, titles, several numbers",
            "# Invoice\nInvoice No. A-101\nTotal | 12.50\n@foot Page 1 of 1\n===\n# Invoice\nInvoice No. "
            "A-102\nInvoice "
            "No. A-077\nTotal | 8.00\n@foot Page 1 of 1",
            "1, 2");
        row("an empty back side goes with its bill",
            "# Invoice\nInvoice No. A-101\nTotal | 12.50\n===\n\n===\n# Invoice\nInvoice No. A-102\nTotal | 8.00",
            "1-2, 3");
        row("a cover letter goes with the first bill",
            "Dear Sirs, please find our bills enclosed.\n===\n# Invoice\nInvoice No. A-101\nTotal | 12.50\n===\n# "
            "Invoice\nInvoice No. A-102\nTotal | 8.00",
            "1-2, 3");

        // What must stay together.
        row("two pages of a bill, the head on both",
            "# Invoice\nInvoice No. 4711\nSubtotal | 5.00\n===\n# Invoice\nInvoice No. 4711\nTotal | 12.50", "1-2");
        row("the head on both, misread once",
            "# Invoice\nInvoice No. AB4711\nTotal | 5.00\n===\n# Invoice\nInvoice No. A847II\nTotal | 12.50", "1-2");
        row("terms that count their own pages",
            "# Invoice\nInvoice No. 4711\nTotal | 12.50\n@foot Page 1 of 1\n===\nGeneral terms of sale\n@foot Page 1 "
            "of "
            "2\n===\nmore terms\n@foot Page 2 of 2",
            "1-3");
        row("an annex with a title and a total, and its own count, of the same number",
            "# Rechnung\nRechnungsnummer 4711-22\nGesamtbetrag | 12,50\n@foot Seite 1 von 1\n===\n# Rechnung\nAnlage "
            "zur "
            "Rechnung 4711-22\nSumme | 12,50\n@foot Seite 1 von 3",
            "1-2");
        row("a letter with the sum, then the bill",
            "Dear Sirs, we bill you.\nTotal | 12.50\n@foot Page 1 of 1\n===\n# Invoice\nInvoice No. 4711\nTotal | "
            "12.50\n@foot Page 1 of 1",
            "1-2");
        row("an annex that is titled like its bill and has no number",
            "# Rechnung\nRechnungsnummer 4711-22\nGesamtbetrag | 12,50\n@foot Seite 1 von 1\n===\n# Rechnung\nSumme | "
            "12,50\n@foot Seite 1 von 3",
            "1-2");
        row("a delivery note behind its bill",
            "# Invoice\nInvoice No. 4711\nTotal | 12.50\n===\n# Delivery note\nInvoice No. 4799\nTotal | 12.50", "1-2");
        row("sums carried over",
            "# Invoice\nInvoice No. 4711\nTotal | 5.00\n@foot carried forward | 5.00\n===\n# Invoice\nInvoice No. "
            "4712\nTotal | 12.50",
            "1-2");
        row("a count above one",
            "# Invoice\nInvoice No. 4711\nTotal | 5.00\n@foot Page 1\n===\n# Invoice\nInvoice No. 4712\nTotal | "
            "12.50\n@foot Page 2",
            "1-2");
        row("another number without title or count",
            "# Invoice\nInvoice No. 4711\nTotal | 5.00\n===\nInvoice No. 4712\nTotal | 12.50", "1-2");
        row("a list of other bills",
            "# Invoice\nInvoice No. 4711\nTotal | 5.00\n===\n# Invoice\nInvoice No. 4001\nInvoice No. 4002\nTotal | "
            "12.50",
            "1-2");
        row("a bill that mentions the one before",
            "# Invoice\nInvoice No. 4711\nTotal | 5.00\n===\n# Invoice\nInvoice No. 4712\nsee also 4711\nTotal | 12.50",
            "1-2");
        row("no total on the second",
            "# Invoice\nInvoice No. 4711\nTotal | 5.00\n===\n# Invoice\nInvoice No. 4712\nThank you.", "1-2");
        row("one buyer's VAT id, and nothing of the sellers",
            "# Invoice\nYour VAT FR40303265045\nTotal | 12.50\n===\n# Invoice\nYour VAT FR40303265045\nTotal | 8.00",
            "1-2");
        row("the same seller again, without numbers",
            "# Invoice\nTotal | 12.50\nwww.bolts.example\n===\n# Invoice\nTotal | 8.00\nwww.bolts.example", "1-2");
        row("nothing is known of the pages", "a page of words\n===\nanother page of words", "1-2");
    }
    void billsBeginOnStrongEvidenceAlone() {
        QFETCH(QString, pages);
        QFETCH(QString, wanted);
        QCOMPARE(spelt(billsIn(printed(pages))), wanted);
    }

    void anEInvoiceIsOneBill() {
        Document document =
            printed("# Invoice\nInvoice No. A-101\nTotal | 1.00\n===\n# Invoice\nInvoice No. A-102\nTotal | 2.00");
        QCOMPARE(billsIn(document).size(), 2);
        document.invoice = {{"number", "A-101"}};
        QCOMPARE(spelt(billsIn(document)), "1-2");
        QCOMPARE(billsIn(Document()).size(), 1);
    }

    void countsAreReadInEightLanguages_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("page");
        QTest::addColumn<int>("of");
        const auto row = [](const char* line, int page, int of) {
            QTest::newRow(line) << QString::fromUtf8(line) << page << of;
        };
        row("Page 2 of 3", 2, 3);
        row("page 2/3", 2, 3);
        row("Seite 2 von 3", 2, 3);
        row("Seite: 2 / 3", 2, 3);
        row("Blatt 2", 2, 0);
        row("Page 2 sur 3", 2, 3);
        row("Página 2 de 3", 2, 3);
        row("Pág. 2/3", 2, 3);
        row("Pagina 2 di 3", 2, 3);
        row("Pagina 2 van 3", 2, 3);
        row("Strona 2 z 3", 2, 3);
        row("- 2 / 3 -", 2, 3);
        row("Page 3 of 2", 0, 0);
        row("Hauptstr. 12", 0, 0);
        row("page 12.50", 0, 0);
        row("Homepage 2", 0, 0);
        row("Page 2 of 3 | Page 1 of 3", 0, 0);
        row("Page 7 of 9 | Page 2 of 3", 2, 3);  // the seventh page of a file of nine: the file's own count
    }
    void countsAreReadInEightLanguages() {
        QFETCH(QString, line);
        QFETCH(int, page);
        QFETCH(int, of);
        const PageMarks marks = marksOf(printed("@foot " + line).pages[0], 6, 9);
        QCOMPARE(marks.counter.has_value(), page > 0);
        if (!page) return;
        QCOMPARE(marks.counter->page, page);
        QCOMPARE(marks.counter->of, of);
    }

    void aPageSaysWhoseItIs() {
        const PageMarks marks = marksOf(printed("# Invoice\nInvoice No. RE-4711\nVAT DE 136695976\nIBAN DE89 3704 0044 "
                                                "0532 0130 00\nbills@bolts.example "
                                                "| www.Bolts.example\nTotal | 12.50\n@foot carried forward | 3.00")
                                            .pages[0],
                                        0, 1);
        QCOMPARE(marks.title, "bill");
        QCOMPARE(marks.numbers, QStringList{"RE4711"});
        QVERIFY(marks.total && marks.carriedOver && !marks.carriedIn && !marks.empty && !marks.counter);
        QCOMPARE(marks.accounts, QSet<QString>{"DE89370400440532013000"});
        QCOMPARE(marks.taxNumbers, QSet<QString>{"DE136695976"});
        QCOMPARE(marks.addresses, QSet<QString>{"bolts.example"});
        QVERIFY(marksOf(Page(), 0, 1).empty);
    }

    void pagesAreCutOutAndPutTogether() {
        Document document = printed("one\n===\ntwo\n===\nthree");
        document.codes = {{0, {}, "first"}, {2, {}, "third"}};
        document.invoice = {{"number", "1"}};
        document.source = Document::Source::Xml;
        QCOMPARE(pagesOf(document, {0, 2}).invoice.size(), 1);
        const Document last = pagesOf(document, {1, -1});
        QCOMPARE(last.pages.size(), 2);
        QCOMPARE(last.pages[0].words[0].text, "two");
        QCOMPARE(last.codes.size(), 1);
        QCOMPARE(last.codes[0].page, 1);
        QVERIFY(last.invoice.isEmpty() && last.source == Document::Source::Text);

        Document scan = printed("four");
        scan.source = Document::Source::Ocr;
        scan.codes = {{0, {}, "fourth"}};
        scan.note = "One page was left out.";
        const Document all = joined({last, scan});
        QCOMPARE(all.pages.size(), 3);
        QCOMPARE(all.codes.last().page, 2);
        QCOMPARE(name(all.source), "ocr");
        QCOMPARE(all.note, scan.note);
        Document bad;
        bad.problem = Problem{Problem::Kind::DamagedFile, "a.pdf", "a.pdf: it is damaged."};
        QCOMPARE(joined({last, bad, scan}).problem->subject, "a.pdf");
    }

    void partsAreNamedFoundMergedAndCut() {
        const BillPart scan{"/b/scan.pdf", "s", true, {2, 3}}, note{"/b/note.jpg", "n", true, {0, -1}};
        QCOMPARE(nameOf({scan}), "Pages 3-4 of scan.pdf");
        QCOMPARE(nameOf({note, scan}), "note.jpg and Pages 3-4 of scan.pdf");
        QCOMPARE(nameOf({scan, scan, note}), "Pages 3-4 of scan.pdf and 2 more");
        BillPart next = scan;
        next.pages = {4, 4};
        QCOMPARE(nameOf({next}), "Page 5 of scan.pdf");
        QCOMPARE(merged({scan, next, note}).size(), 2);
        QCOMPARE(merged({scan, next}).first().pages, (PageRange{2, 4}));
        QCOMPARE(merged({next, scan}).size(), 2);  // in an order of their own

        const QVector<BillPart> parts{scan, note};
        QCOMPARE(placeOfPage(parts, 1)->page, 3);
        QCOMPARE(placeOfPage(parts, 2)->part, 1);
        QCOMPARE(placeOfPage(parts, 9)->page, 7);  // to the end, wherever that is
        QVERIFY(!placeOfPage({scan}, 2) && !placeOfPage({scan}, -1));

        const auto bills = cutAt(parts, 3, {1});
        QVERIFY(bills);
        QCOMPARE(bills->size(), 2);
        QCOMPARE(bills->at(0), (QVector<BillPart>{{"/b/scan.pdf", "s", true, {2, 2}}}));
        QCOMPARE(bills->at(1),
                 (QVector<BillPart>{{"/b/scan.pdf", "s", true, {3, 3}}, {"/b/note.jpg", "n", true, {0, 0}}}));
        QVERIFY(!cutAt(parts, 3, {0}) && !cutAt(parts, 3, {}) && !cutAt(parts, 3, {1, 3}) && !cutAt({scan}, 3, {1}));
    }
};

static floe::test::AddSuite<BillsInTest> added;
#include "bills_in_test.moc"
