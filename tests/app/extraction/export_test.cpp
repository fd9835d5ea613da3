// Bills written for other programs.
#include "app/extraction/export/export.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include "app/documents/read_document.h"
#include "app/extraction/assemble.h"
#include "app/extraction/export/bill_facts.h"
#include "app/extraction/export/csv.h"
#include "app/extraction/export/en16931.h"
#include "app/extraction/names.h"
#include "support/e_invoices.h"
#include "support/qt_suites.h"

using namespace floe;
using namespace floe::exports;
using namespace floe::test;

namespace {

Extraction extractionOf(const BillValues& values) {
    Document document;
    document.source = Document::Source::Xml;
    for (auto it = values.begin(); it != values.end(); ++it) document.invoice.append({it.key(), it.value()});
    return *withoutModel("bills/bill.xml", document);
}

Extraction fullExtraction(bool credit = false) {
    return extractionOf(truthOf(fullInvoice(credit)));
}

/// "number=1 net=5.00", with + for spaces.
Extraction small(const QString& values) {
    BillValues facts;
    for (const QString& part : values.split(' ', Qt::SkipEmptyParts))
        facts[part.section('=', 0, 0)] = part.section('=', 1).replace('+', ' ');
    return extractionOf(facts);
}

BillValues valuesOf(const Extraction& e) {
    BillValues values{{"kind", e.kind}};
    for (const Field& field : e.fields) values[field.path] = field.value;
    return values;
}

void set(Extraction& e, const QString& path, const QString& value) {
    for (Field& field : e.fields)
        if (field.path == path) field.corrected = value;
}

}  // namespace

class ExportTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;

    Extraction readAgain(const QByteArray& xml) {
        const QString path = folder_.filePath("again.xml");
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly)) return {};
        file.write(xml);
        file.close();
        const Document document = readDocument(path);
        return document.problem ? failedExtraction(path, *document.problem) : *withoutModel(path, document);
    }

    /// But for the rules that the file says it keeps, since an export keeps its own, and for what was embedded.
    QStringList differences(BillValues before, BillValues after) {
        for (BillValues* values : {&before, &after})
            for (const char* path : {"process", "specification", "documents.1.file_name"}) values->remove(path);
        QStringList all;
        for (auto it = before.begin(); it != before.end(); ++it)
            if (after.value(it.key()) != it.value())
                all += it.key() + ": " + it.value() + " → " + after.value(it.key());
        for (auto it = after.begin(); it != after.end(); ++it)
            if (!before.contains(it.key())) all += it.key() + ": nothing → " + it.value();
        return all;
    }

 private slots:
    void eInvoicesComeBackAsTheyWent_data() {
        QTest::addColumn<Format>("format");
        QTest::addColumn<bool>("credit");
        for (const bool credit : {false, true}) {
            QTest::addRow("UBL %d", credit) << Format::Ubl << credit;
            QTest::addRow("CII %d", credit) << Format::Cii << credit;
        }
    }
    void eInvoicesComeBackAsTheyWent() {
        QFETCH(Format, format);
        QFETCH(bool, credit);
        const Extraction bill = fullExtraction(credit);
        const Exported made = exported(format, {bill});
        const Extraction again = readAgain(made.bytes);
        QVERIFY2(!again.problem, again.problem ? qPrintable(again.problem->sentence) : "");
        BillValues before = valuesOf(bill);
        const QString note =
            format == Format::Cii ? "; all preceding invoices but the first, since CII has place for one" : "";
        if (format == Format::Cii)
            before.removeIf([](std::pair<const QString&, QString&> one) {
                return one.first.startsWith("further_preceding_invoices.");
            });
        const QStringList all = differences(before, valuesOf(again));
        QVERIFY2(all.isEmpty(), qPrintable(all.join("; ")));
        QCOMPARE(made.notes,
                 QStringList{"bills/bill.xml: written without the files that are embedded in the bill" + note + '.'});
    }

    void aValidBillMissesNothing() {
        QCOMPARE(toCii(fullExtraction()).missing, QStringList());
        QCOMPARE(toUbl(fullExtraction()).missing, QStringList());
    }

    void allowancesThatAreOnlyASumAreSplitWhereThereIsOneRate() {
        InvoiceFacts invoice = fullInvoice();
        invoice.lists.clear();
        QCOMPARE(toCii(extractionOf(truthOf(invoice))).missing,
                 (QStringList{"how allowances are split among the tax rates (BG-20)",
                              "how charges are split among the tax rates (BG-21)"}));
        invoice.taxes.removeLast();
        QCOMPARE(toCii(extractionOf(truthOf(invoice))).missing, QStringList());
        QVERIFY(toUbl(extractionOf(truthOf(invoice))).xml.contains("<cbc:ChargeIndicator>false</cbc:ChargeIndicator>"));
    }

    void whatTheStandardHasOnceIsWrittenOnce() {
        const QByteArray ubl = toUbl(fullExtraction()).xml, cii = toCii(fullExtraction()).xml;
        QCOMPARE(ubl.count("<cac:PaymentMeans>"), 2);
        QCOMPARE(ubl.count("name=\"SEPA-Lastschrift\""), 1);
        QCOMPARE(cii.count("<ram:ApplicableTradeTax>"), 2 + 2);  // of the rates and of the lines
        QCOMPARE(cii.count("<ram:DueDateTypeCode>29<"), 1);
        QCOMPARE(cii.count("<ram:InvoiceReferencedDocument>"), 1);
    }

    void anOrderThatOnlyTheSellerNumbersHasNoNumberOfTheBuyers() {
        const Extraction bill = small("number=7 sales_order_number=SO-1");
        QVERIFY(toUbl(bill).xml.contains("<cbc:ID>NA</cbc:ID>"));  // the schema wants one
        const Extraction again = readAgain(toUbl(bill).xml);
        QVERIFY(!again.find("order_number"));
        QCOMPARE(again.find("sales_order_number")->value, "SO-1");
    }

    void whatAnAllowanceLacksIsSaid() {
        const QStringList missing = toUbl(small("document_allowances.0.amount=5.00")).missing;
        QVERIFY(missing.contains("the reason of the allowance of 5.00 (BT-97)"));
        QVERIFY(missing.contains("the tax category of the allowance of 5.00 (BT-95)"));
    }

    void aPriceForManyIsThatOfTheBillAgain_data() {
        QTest::addColumn<QString>("price");
        QTest::addColumn<QString>("quantity");
        QTest::addColumn<QString>("written");
        QTest::newRow("a hundred") << "3.64"
                                   << "100"
                                   << "364.00";
        QTest::newRow("a third that was rounded") << "0.333333333"
                                                  << "3"
                                                  << "1.00";
        QTest::newRow("a part of one") << "20.00"
                                       << "0.5"
                                       << "10.00";
        QTest::newRow("none") << "3.64"
                              << "0"
                              << "3.64";
        QTest::newRow("no number") << "3.64"
                                   << "x"
                                   << "3.64";
    }
    void aPriceForManyIsThatOfTheBillAgain() {
        QFETCH(QString, price);
        QFETCH(QString, quantity);
        QFETCH(QString, written);
        const Extraction bill = small("currency=EUR lines.0.quantity=1 lines.0.unit_price=" + price +
                                      " lines.0.price_quantity=" + quantity);
        const QByteArray xml = toUbl(bill).xml;
        QVERIFY2(xml.contains('>' + written.toUtf8() + "</cbc:PriceAmount>"), xml.constData());
        QCOMPARE(xml.contains("BaseQuantity"), price != written);
    }

    void whatIsMissingIsSaid() {
        const Exported made = exported(Format::Ubl, {small("number=7 total=11.90 tax=1.90 seller.name=A")});
        QCOMPARE(made.notes.size(), 1);
        for (const char* words : {"bills/bill.xml: the e-invoice is not valid yet", "issue date (BT-2)",
                                  "buyer name (BT-44)", "lines (BG-25)", "for Peppol: buyer reference"})
            QVERIFY2(made.notes[0].contains(words), qPrintable(made.notes[0]));
        QVERIFY(!made.notes[0].contains("net sum"));  // follows from total and tax
        QVERIFY(made.bytes.contains(">10.00</cbc:TaxExclusiveAmount>"));
    }

    void untaxedBillsSayWhy() {
        const auto bill = [](const char* category) {
            return small(QString("number=7 net=10.00 tax=0.00 total=10.00 taxes.0.category=%1 taxes.0.rate=0 "
                                 "taxes.0.base=10.00 taxes.0.amount=0.00 lines.0.description=x lines.0.quantity=1 "
                                 "lines.0.unit_price=10.00 lines.0.amount=10.00")
                             .arg(category));
        };
        QVERIFY(toUbl(bill("AE")).xml.contains("<cbc:TaxExemptionReasonCode>VATEX-EU-AE<"));
        QVERIFY(toCii(bill("K")).xml.contains("<ram:ExemptionReasonCode>VATEX-EU-IC<"));
        QVERIFY(!toUbl(bill("Z")).xml.contains("Exemption"));
        QVERIFY(toUbl(bill("E")).missing.contains("why the tax is exempt (BT-120)"));
        QCOMPARE(toCii(bill("O")).xml.count("RateApplicablePercent>0<"), 1);  // that of the rates, none of the line
    }

    void correctedValuesWin() {
        Extraction bill = fullExtraction();
        set(bill, "number", "NEW-1");
        set(bill, "lines.1.description", "Knots, \"2nd\" edition");
        QVERIFY(exported(Format::Ubl, {bill}).bytes.contains("<cbc:ID>NEW-1</cbc:ID>"));
        QVERIFY(exported(Format::Csv, {bill}).bytes.contains(",NEW-1,"));
        QVERIFY(exported(Format::CsvLines, {bill}).bytes.contains(",2,\"Knots, \"\"2nd\"\" edition\","));
        QVERIFY(exported(Format::Beancount, {bill}, {}).bytes.contains("\"Bill NEW-1\""));
    }

    void csvHasARowABillOrALine() {
        const QByteArray bills = toCsv({fullExtraction(), small("number=2 total=1")}, false);
        QVERIFY(
            bills.startsWith("\xef\xbb\xbf"
                             "file,kind,seller.name,"));
        const QByteArrayList rows = bills.split('\n');
        QCOMPARE(rows.size(), 4);
        for (int i = 0; i < 3; ++i) QVERIFY(rows[i].endsWith('\r'));
        QCOMPARE(rows[2].count(','), rows[0].count(','));
        QVERIFY(rows[1].contains("\"Uferweg 3, Hof 2, 24103 Kiel, DE\""));
        const QByteArray lines = toCsv({fullExtraction()}, true);
        QCOMPARE(lines.count("\r\n"), 3);
        QVERIFY(lines.contains("bills/bill.xml,RE-2026/0815,2,Handbuch Knoten,B-1,4.0,H87,25.00,7.00,S,100.00\r\n"));
    }

    void formulasAreDisarmed_data() {
        QTest::addColumn<QString>("written");
        for (const auto& [text, written] : {std::pair{"=1+2", "'=1+2"},
                                            {"+49 431", "'+49 431"},
                                            {"@SUM(A1)", "'@SUM(A1)"},
                                            {"-cmd", "'-cmd"},
                                            {"\tx", "'\tx"},
                                            {"-5.00", "-5.00"},
                                            {"+5", "+5"},
                                            {"a=b", "a=b"},
                                            {"", ""}})
            QTest::newRow(text) << QString(written);
    }
    void formulasAreDisarmed() {
        QFETCH(QString, written);
        QCOMPARE(harmless(QTest::currentDataTag()), written);
    }

    void theWorkbookHasBothSheets() {
        const QByteArray book = exported(Format::Xlsx, {fullExtraction()}).bytes;
        QVERIFY(book.startsWith("PK\x03\x04"));
        const QString path = folder_.filePath("bills.xlsx");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(book);
        file.close();
        QProcess python;  // its zip reader looks inside
        python.start("python3", {"-c",
                                 "import sys,zipfile\nz=zipfile.ZipFile(sys.argv[1])\n"
                                 "print(z.read('xl/workbook.xml').decode())\n"
                                 "print(z.read('xl/worksheets/sheet1.xml').decode())\n"
                                 "print(z.read('xl/worksheets/sheet2.xml').decode())",
                                 path});
        if (!python.waitForStarted()) QSKIP("python3 is not installed");
        QVERIFY(python.waitForFinished());
        const QByteArray inside = python.readAllStandardOutput();
        for (const char* part : {"name=\"Bills\"", "name=\"Lines\"", "<v>1178.05</v>", "<v>46085</v>", "<v>910.05</v>",
                                 "state=\"frozen\""})  // 46085: 4 March 2026 as a spreadsheet counts days
            QVERIFY2(inside.contains(part), part);
    }

    void datevRowsHaveARateEach() {
        const QByteArray rows = exported(Format::Datev, {fullExtraction()}).bytes;
        QVERIFY2(
            rows.contains("\r\n1071,05;S;EUR;;;;;;;0403;RE-2026/0815;030426;;Möwe & Söhne <Schiffsbedarf> GmbH\r\n"),
            rows.constData());
        QVERIFY(rows.contains("\r\n107,00;S;EUR;"));
        QVERIFY(exported(Format::Datev, {fullExtraction(true)}).bytes.contains("\r\n107,00;H;EUR;"));
    }

    void plainTextEntriesBalance() {
        const Accounts accounts{"Expenses:Boat", "Assets:Tax", "Liabilities:Owed"};
        QCOMPARE(QString::fromUtf8(exported(Format::Beancount,
                                            {small("number=7 seller.name=A+\"B\" issue_date=2026-01-02 "
                                                   "net=10.00 tax=1.90 total=11.90 currency=EUR")},
                                            accounts)
                                       .bytes),
                 "2026-01-02 * \"A \\\"B\\\"\" \"Bill 7\"\n  file: \"bills/bill.xml\"\n"
                 "  Expenses:Boat                                      10.00 EUR\n"
                 "  Assets:Tax                                          1.90 EUR\n"
                 "  Liabilities:Owed                                  -11.90 EUR\n\n");
        const QString ledger = QString::fromUtf8(exported(Format::Ledger, {fullExtraction(true)}, accounts).bytes);
        QVERIFY2(ledger.startsWith("2026/03/04 "), qPrintable(ledger));
        QVERIFY(ledger.contains("(RE-2026/0815) Möwe & Söhne <Schiffsbedarf> GmbH\n    ; due: 2026-04-03\n"));
        QVERIFY(ledger.contains("-178.00 EUR\n") && ledger.contains(" 1178.05 EUR\n"));
    }

    void whatCannotBeBookedIsSaid() {
        for (const Format format : {Format::Datev, Format::Beancount, Format::Ledger}) {
            QCOMPARE(exported(format, {small("number=7 total=1.00")}).notes,
                     QStringList{"bills/bill.xml: not booked, since no date was read."});
            QCOMPARE(exported(format, {small("number=7 issue_date=2026-01-02")}).notes,
                     QStringList{"bills/bill.xml: not booked, since no total was read."});
        }
    }

    void addressesAreTakenApart_data() {
        QTest::addColumn<QString>("parts");
        for (const auto& [address, parts] :
             {std::pair{"Uferweg 3\nHof 2\n24103 Kiel\nDE", "Uferweg 3|Hof 2|24103|Kiel||DE"},
              {"Rue 8\n67000 Strasbourg\nGrand Est\nFR", "Rue 8||67000|Strasbourg|Grand Est|FR"},
              {"Damrak 1\n1012 AB Amsterdam\nNL", "Damrak 1||1012 AB|Amsterdam||NL"},
              {"1 High Street\nLondon", "1 High Street|||London||"},
              {"Main 1\nHouse 2\nDoor 3\nSW1A 1AA London\nKent\nGB", "Main 1|House 2||SW1A 1AA London|Kent|GB"},
              {"DE",
               "||||"
               "|DE"},
              {"",
               "||||"
               "|"}})
            QTest::newRow(address) << QString(parts);
    }
    void addressesAreTakenApart() {
        QFETCH(QString, parts);
        const AddressParts p = addressParts(QTest::currentDataTag());
        QCOMPARE(
            QStringList({p.streets.value(0), p.streets.value(1), p.postcode, p.city, p.region, p.country}).join('|'),
            parts);
    }

    void theRateOfABillThatListsNoneFollowsFromItsSums() {
        const auto rate = [](const char* values) { return factsOf(small(values), true).taxes.value(0).value("rate"); };
        QCOMPARE(rate("net=100.00 tax=19.00 total=119.00"), "19.0");
        QCOMPARE(rate("net=33.33 tax=6.33 total=39.66"), "19.0");
        QCOMPARE(rate("net=100.00 tax=0.00"), "0");
        QCOMPARE(rate("net=100.00 tax=12.34"), QString());  // two rates, mixed
        QCOMPARE(rate("net=100.00"), QString());
    }

    void brokenBillsAreLeftOut() {
        const Extraction broken = failedExtraction("x.pdf", {Problem::Kind::BadInput, "x.pdf", "x.pdf: no."});
        QCOMPARE(exported(Format::Csv, {broken}).bytes.count("\r\n"), 1);
        QVERIFY(exported(Format::Ubl, {broken}).bytes.isEmpty());
        QVERIFY(exported(Format::Json, {broken}).bytes.contains("\"error\""));
    }
};

static floe::test::AddSuite<ExportTest> added;
#include "export_test.moc"
