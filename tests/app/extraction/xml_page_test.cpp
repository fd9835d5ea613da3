// The XML of a hybrid bill against its pages.
#include "app/extraction/xml_page.h"

#include <QtTest>

#include "app/extraction/assemble.h"
#include "app/extraction/printed_index.h"
#include "support/e_invoices.h"
#include "support/qt_suites.h"

using namespace floe;
using namespace floe::test;

namespace {

/// A page of lines 12 points apart; words stand where they stand in the text, 5 points a character.
Page pageOf(const QStringList& lines) {
    Page page{{595, 842}, {}};
    for (int row = 0; row < lines.size(); ++row) {
        qsizetype at = 0;
        for (const QString& word : lines[row].split(' ')) {
            if (!word.isEmpty()) page.words.append({word, QRectF(5.0 * at, 12.0 * row, 5.0 * word.size(), 10), 1});
            at += word.size() + 1;
        }
    }
    return page;
}

const QStringList kPrinted{"Möwe & Söhne <Schiffsbedarf> GmbH",
                           "Uferweg 3, Hof 2, 24103 Kiel",
                           "An Bateaux Lafleur SARL",
                           "Rue des Lilas 8, 67000 Strasbourg",
                           "Rechnung Nr. RE-2026/0815          vom 4. März 2026",
                           "Pos  Bezeichnung                 Menge    Preis     Betrag",
                           "1    Tauwerk \"Nordsee\" 12 mm      250      3,64      910,05",
                           "2    Handbuch Knoten             4        25,00     100,00",
                           "Netto                                     1.000,05 €",
                           "MwSt.                                     178,00 €",
                           "Gesamt                                    1 178,05 €",
                           "Zahlbar bis 03.04.2026                    1.078,00 €",
                           "IBAN DE02 1203 0000 0000 2020 51"};

Document hybrid(const QStringList& printed, const BillValues& values = truthOf(fullInvoice())) {
    Document document;
    document.source = Document::Source::Xml;
    document.pages = {pageOf(printed)};
    for (auto it = values.begin(); it != values.end(); ++it) document.invoice.append({it.key(), it.value()});
    return document;
}

const Check* checkOf(const Extraction& e) {
    for (const Check& check : e.checks)
        if (check.rule == "xml-page") return &check;
    return nullptr;
}

}  // namespace

class XmlPageTest : public QObject {
    Q_OBJECT

    Extraction read(const Document& document) {
        const auto extraction = withoutModel("bill.pdf", document);
        return extraction ? *extraction : Extraction();
    }

 private slots:
    void valuesGetThePlaceWhereTheyArePrinted_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("row");
        const std::tuple<const char*, const char*, int> rows[] = {
            {"seller.name", "Möwe & Söhne <Schiffsbedarf> GmbH", 0},
            {"buyer.name", "Bateaux Lafleur SARL", 2},
            {"number", "RE-2026/0815", 4},
            {"issue_date", "4. März 2026", 4},
            {"due_date", "03.04.2026", 11},
            {"net", "1.000,05", 8},
            {"total", "1 178,05", 10},
            {"amount_due", "1.078,00", 11},
            {"payment.iban", "DE02 1203 0000 0000 2020 51", 12},
            {"lines.0.description", "Tauwerk \"Nordsee\" 12 mm", 6},
            {"lines.0.amount", "910,05", 6},
            {"lines.0.unit_price", "3,64", 6},
            {"lines.1.quantity", "4", 7},
            {"lines.1.amount", "100,00", 7},
        };
        for (const auto& [path, text, row] : rows) QTest::newRow(path) << QString(text) << row;
    }
    void valuesGetThePlaceWhereTheyArePrinted() {
        QFETCH(QString, text);
        QFETCH(int, row);
        const Extraction e = read(hybrid(kPrinted));
        const Field* field = e.find(QTest::currentDataTag());
        QVERIFY(field);
        QCOMPARE(field->text, text);
        QCOMPARE(field->page, 0);
        QCOMPARE(field->box().top(), 12.0 * row);
        QCOMPARE(field->status, Field::Status::Xml);
        QCOMPARE(field->note, QString());
        QCOMPARE(field->value, truthOf(fullInvoice()).value(field->path));  // the XML's, untouched
    }

    void codesAndShortWordsAreNotTakenForWhatIsPrintedByChance() {
        const Extraction e = read(hybrid(kPrinted + QStringList{"Lager 380 35 59 10 DK S", "Antje Möwe"}));
        for (const char* path : {"type_code", "tax_date_code", "payment.means_code", "document_allowances.0.percent",
                                 "lines.0.origin_country", "lines.0.line_id"}) {
            QVERIFY2(e.find(path), path);
            QVERIFY2(e.find(path)->page < 0, path);
        }
        QCOMPARE(e.find("seller.contact_name")->page, 0);
        QVERIFY(e.find("seller.legal_form")->note.isEmpty());  // not printed, which is usual
    }

    void addressesAreFoundLineByLine() {
        const Extraction e = read(hybrid(kPrinted));
        const Field* field = e.find("seller.address");
        QCOMPARE(field->text, "Uferweg 3,\nHof 2,\n24103 Kiel");
        QCOMPARE(field->boxes.size(), 3);
        QCOMPARE(field->note, QString());  // "DE" is not printed, and need not be
    }

    void aTaxThatIsPrintedRateByRateIsEnough() {
        QStringList printed = kPrinted;
        printed[9] = "MwSt. 19 % 171,00 €   MwSt. 7 % 7,00 €";
        const Extraction e = read(hybrid(printed));
        QCOMPARE(e.find("tax")->note, "Not found on the page.");
        QCOMPARE(e.find("taxes.1.amount")->text, "7,00");
        QVERIFY2(checkOf(e)->ok, qPrintable(checkOf(e)->detail));
    }

    void aBillThatSaysTheSameTwicePasses() {
        const Extraction e = read(hybrid(kPrinted));
        QVERIFY(checkOf(e));
        QVERIFY2(checkOf(e)->ok, qPrintable(checkOf(e)->detail));
        QCOMPARE(checkOf(e)->detail, "7 of 7 values of the e-invoice stand on the page");
    }

    void twoDifferentBillsInOneFileAreSeen_data() {
        QTest::addColumn<QString>("value");
        for (const auto& [path, value] : {std::pair{"total", "1178.06"},
                                          {"number", "RE-2026/081"},
                                          {"net", "1000.50"},
                                          {"issue_date", "2026-04-03x"},
                                          {"payment.iban", "DE02120300000000202052"}})
            QTest::newRow(path) << QString(value);
    }
    void twoDifferentBillsInOneFileAreSeen() {
        QFETCH(QString, value);
        const QString path = QTest::currentDataTag();
        BillValues facts = truthOf(fullInvoice());
        facts[path] = value;
        const Extraction e = read(hybrid(kPrinted, facts));
        QVERIFY(checkOf(e) && !checkOf(e)->ok);
        QCOMPARE(checkOf(e)->detail, "not on the page: " + path + ' ' + value);
        QCOMPARE(checkOf(e)->paths, QVector<QString>{path});
        QCOMPARE(e.find(path)->note, "Not found on the page.");
        QCOMPARE(e.find(path)->status, Field::Status::Xml);
        QCOMPARE(e.find(path)->page, -1);
    }

    void whatIsRarelyPrintedIsNotedButFailsNothing() {
        const Extraction e = read(hybrid(kPrinted));
        QCOMPARE(e.find("delivery_date")->note, "Not found on the page.");
        QCOMPARE(e.find("rounding")->note, "Not found on the page.");
        QVERIFY(checkOf(e)->ok);
    }

    void noWordsNoCheck() {
        QVERIFY(!checkOf(read(hybrid({}))));
        Document bare = hybrid({});
        bare.pages.clear();
        QVERIFY(!checkOf(read(bare)));
    }

    void theCheckOutlivesCorrections() {
        Extraction e = read(hybrid(kPrinted));
        for (Field& field : e.fields)
            if (field.path == "due_date") field.corrected = "2026-05-01";
        e.checks = runChecksAgain(e);
        QVERIFY(checkOf(e));
        QCOMPARE(std::count_if(e.checks.begin(), e.checks.end(), [](const Check& c) { return c.rule == "xml-page"; }),
                 1);
    }

    void aProfileWithoutLinesTakesThemFromThePage() {
        const Document document = hybrid(kPrinted, truthOfCii(fullInvoice(), Profile::Minimum));
        QVERIFY(!withoutModel("bill.pdf", document));  // the model must read it
        const LinedText lined = lineUp(document.pages);
        const qint64 begin = lined.text.indexOf(" Handbuch Knoten"), end = begin + 16;
        const std::string answer = R"({"number":" 67000","lines":[{"description":" Handbuch Knoten"}]})";
        const Extraction e =
            assemble({"bill.pdf", document, lined, {}}, answer, {{"/lines/0/description", {{begin, end}}, 0.9}});
        QCOMPARE(e.find("number")->value, "RE-2026/0815");  // the XML wins
        QCOMPARE(e.find("number")->status, Field::Status::Xml);
        QCOMPARE(e.lineCount, 2);  // of the table, since what the model read adds up to nothing
        QCOMPARE(e.find("lines.1.description")->value, "Handbuch Knoten");
        QCOMPARE(e.find("lines.1.amount")->value, "100.00");
        QCOMPARE(e.find("lines.1.amount")->status,
                 Field::Status::Doubtful);  // an allowance stands between them and net
        QCOMPARE(e.note, "The e-invoice has no lines. Those that are shown were read from the page.");
        QVERIFY(checkOf(e) && checkOf(e)->ok);
        QVERIFY(std::is_sorted(e.fields.begin(), e.fields.end(), [](const Field& a, const Field& b) {
            return a.path.startsWith("lines.") < b.path.startsWith("lines.");
        }));
    }

    void withoutLinesOnThePageTheXmlStillCounts() {
        const Document document = hybrid(kPrinted.mid(0, 5), truthOfCii(fullInvoice(), Profile::Minimum));
        const Extraction e = assemble({"bill.pdf", document, lineUp(document.pages), {}}, "{}", {});
        QVERIFY(!e.problem);
        QCOMPARE(e.find("total")->value, "1178.05");
        QCOMPARE(e.note, "The e-invoice has no lines, and none were found on the page.");
    }

    void creditNotesAreTold() {
        QCOMPARE(read(hybrid(kPrinted)).kind, "bill");
        QCOMPARE(read(hybrid(kPrinted, truthOf(fullInvoice(true)))).kind, "credit_note");
    }

    void aLyingReaderAddsNoFields() {
        Document document = hybrid(kPrinted);
        document.invoice.append(qMakePair(QString("lines.99999999.amount"), QString("1")));
        document.invoice.append(qMakePair(QString("lines.-1.amount"), QString("1")));
        document.invoice.append(qMakePair(QString("nonsense"), QString("1")));
        QCOMPARE(read(document).lineCount, 2);
        QVERIFY(!read(document).find("nonsense"));
    }

    void sumsAreFoundInAnyGrouping_data() {
        QTest::addColumn<QString>("printed");
        for (const char* printed : {"1,234,567.80", "1.234.567,80", "1 234 567,80", "1'234'567.80", "€1,234,567.80",
                                    "1234567.8", "-1,234,567.80", "(1,234,567.80)", "12,34,567.80"})
            QTest::newRow(printed) << QString(printed);
    }
    void sumsAreFoundInAnyGrouping() {
        QFETCH(QString, printed);
        const QVector<Page> pages{pageOf({"7", QString("Sum %1 EUR").arg(printed), "8"})};
        const PrintedIndex index(pages);
        QCOMPARE(index.amounts("1234567.80").size(), 1);
        QCOMPARE(index.amounts("1234567.81").size(), 0);
    }

    void textsAreFoundAsWholeWordsOnly() {
        const QVector<Page> pages{pageOf({"Bill 47110 of ACME Ltd., Zürich"})};
        const PrintedIndex index(pages);
        QCOMPARE(index.texts("4711").size(), 0);
        QCOMPARE(index.texts("47110").size(), 1);
        QCOMPARE(index.textOf(index.texts("acme ltd")[0]), "ACME Ltd.,");
        QCOMPARE(index.texts("ZURICH").size(), 1);
        QCOMPARE(index.texts("§§").size(), 0);
    }
};

static floe::test::AddSuite<XmlPageTest> added;
#include "xml_page_test.moc"
