// floe extract on e-invoices: formats, where they go, exit codes.

#include <QDir>
#include <QTest>

#include "app/cli/floe_process.h"
#include "support/e_invoices.h"

using namespace floe::test;

class ExtractCommandTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;

    QString path(const QString& name) { return folder_.filePath(name); }

    Ran extract(const QStringList& arguments) { return run_floe(QStringList{"extract"} + arguments); }

 private slots:
    void initTestCase() {
        write_file(path("one.xml"), ublXml(fullInvoice()));
        QDir(folder_.path()).mkdir("more");
        write_file(path("more/one.xml"), ciiXml(fullInvoice(true), Profile::En16931));
        write_file(path("order.xml"), "<Order><ID>1</ID></Order>");
    }

    void eachFormatIsPrinted_data() {
        QTest::addColumn<QString>("words");
        for (const auto& [format, words] : {std::pair{"json", "{\"file\":"},
                                            {"csv", "seller.name"},
                                            {"xlsx", "PK\x03\x04"},
                                            {"ubl", "<Invoice"},
                                            {"cii", "<rsm:CrossIndustryInvoice"},
                                            {"datev", "Umsatz"},
                                            {"beancount", "Expenses:Uncategorized"},
                                            {"ledger", "Liabilities:Payable"}})
            QTest::newRow(format) << QString(words);
    }
    void eachFormatIsPrinted() {
        QFETCH(QString, words);
        const Ran ran = extract({path("one.xml"), "--out", QTest::currentDataTag()});
        QVERIFY2(ran.exit_code == 0, ran.err.constData());
        QVERIFY2(ran.out.contains(words.toLatin1()), ran.out.left(500).constData());
    }

    void eInvoicesOfSeveralBillsGoToAFolder() {
        const Ran ran =
            extract({path("one.xml"), path("more/one.xml"), "--out", "cii", "--output", path("new/folder")});
        QVERIFY2(ran.exit_code == 0, ran.err.constData());
        QVERIFY(ran.out.isEmpty());
        QVERIFY(read_file(path("new/folder/one.xml")).contains("<ram:TypeCode>380</ram:TypeCode>"));
        QVERIFY(read_file(path("new/folder/one-2.xml")).contains("<ram:TypeCode>381</ram:TypeCode>"));
    }

    void aFileIsWrittenWhole() {
        const Ran ran = extract({path("one.xml"), "--out", "csv", "--lines", "-o", path("lines.csv")});
        QVERIFY2(ran.exit_code == 0, ran.err.constData());
        QCOMPARE(read_file(path("lines.csv")).count('\n'), 3);
        const Ran broken = extract({path("one.xml"), "--out", "csv", "-o", path("no/such/place.csv")});
        QCOMPARE(broken.exit_code, 1);
        QVERIFY2(broken.err.contains("place.csv: it cannot be written"), broken.err.constData());
    }

    void aFormMadeInTheWindowIsFoundByItsName() {
        QVERIFY(QDir(folder_.path()).mkpath("data/forms"));
        write_file(path("data/forms/Who sells.json"),
                   "{\"type\": \"object\", \"properties\": {\"who\": {\"type\": \"string\", "
                   "\"x-field\": \"seller.name\"}}}");
        const Ran ran = extract({path("one.xml"), "--data", path("data"), "--schema", "Who sells", "--json"});
        QVERIFY2(ran.exit_code == 0, ran.err.constData());
        QCOMPARE(ran.object()["schema"].toString(), "Who sells");
        QVERIFY(!ran.object()["fields"].toObject()["who"].toObject()["value"].toString().isEmpty());
        const Ran none = extract({path("one.xml"), "--data", path("data"), "--schema", "Who buys"});
        QCOMPARE(none.exit_code, 1);
        QVERIFY2(none.err.contains("there is no such schema"), none.err.constData());
    }

    void oneBadFileDoesNotStopTheOthers() {
        const Ran ran =
            extract({path("order.xml"), path("one.xml"), "--out", "beancount", "--account", "Expenses:Boat"});
        QCOMPARE(ran.exit_code, 1);
        QVERIFY2(ran.err.contains("order.xml: it is an order (UBL), not a bill."), ran.err.constData());
        QVERIFY(ran.out.contains("Expenses:Boat "));
    }

    void strictTellsDoubtByItsCode() {
        write_file(path("wrong.xml"), ublXml(fullInvoice()).replace(">1178.05<", ">1178.06<"));
        QCOMPARE(extract({path("wrong.xml")}).exit_code, 0);
        QCOMPARE(extract({path("wrong.xml"), "--strict"}).exit_code, 3);
        QCOMPARE(extract({path("order.xml"), "--strict"}).exit_code, 1);
    }

    void whatDoesNotGoTogetherIsRefused_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("an unknown format") << QStringList{"--out", "pdf"};
        QTest::newRow("lines without csv") << QStringList{"--lines"};
        QTest::newRow("output without a format") << QStringList{"--output", "x"};
        QTest::newRow("several e-invoices on stdout") << QStringList{"more.xml", "--out", "ubl"};
    }
    void whatDoesNotGoTogetherIsRefused() {
        QFETCH(QStringList, arguments);
        const Ran ran = extract(QStringList{path("one.xml")} + arguments);
        QVERIFY2(ran.exit_code == 2, QByteArray::number(ran.exit_code).constData());
        QVERIFY(!ran.err.isEmpty() && ran.out.isEmpty());
    }
};

QTEST_GUILESS_MAIN(ExtractCommandTest)
#include "extract_test.moc"
