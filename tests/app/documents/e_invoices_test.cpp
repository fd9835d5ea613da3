// Every syntax and profile of e-invoices, each value exactly; hostile and foreign XML refused in one sentence.

#include "support/e_invoices.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include "app/documents/read_document.h"
#include "support/qt_suites.h"

using namespace floe;
using namespace floe::test;

namespace {

BillValues valuesOf(const Document& document) {
    BillValues values;
    for (const auto& [path, value] : document.invoice) values[path] = value;
    return values;
}

/// What differs, so that a failure names it.
QString difference(const BillValues& got, const BillValues& wanted) {
    QStringList all;
    for (auto it = wanted.begin(); it != wanted.end(); ++it)
        if (got.value(it.key()) != it.value())
            all += it.key() + ": “" + got.value(it.key()) + "” instead of “" + it.value() + "”";
    for (auto it = got.begin(); it != got.end(); ++it)
        if (!wanted.contains(it.key())) all += it.key() + ": “" + it.value() + "” instead of nothing";
    return all.join("; ");
}

QByteArray der(int tag, const QByteArray& content) {
    QByteArray out(1, static_cast<char>(tag));
    if (content.size() < 128) return out + static_cast<char>(content.size()) + content;
    const quint32 size = static_cast<quint32>(content.size());
    out += static_cast<char>(0x84);
    for (const int shift : {24, 16, 8, 0}) out += static_cast<char>(size >> shift & 0xff);
    return out + content;
}

/// CMS signed data around `content`, without signers.
QByteArray signedFile(const QByteArray& content) {
    const QByteArray signedData("\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02", 11);
    const QByteArray plainData("\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x01", 11);
    const QByteArray info = der(0x30, plainData + der(0xA0, content));
    return der(0x30, signedData + der(0xA0, der(0x30, der(0x02, "\x01") + der(0x31, {}) + info + der(0x31, {}))));
}

QByteArray changed(QByteArray xml, const char* from, const char* to) {
    if (!xml.contains(from)) qFatal("the XML has no %s", from);
    return xml.replace(from, to);
}

}  // namespace

class EInvoicesTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;

    Document read(const QByteArray& xml) {
        const QString path = folder_.filePath("bill.xml");
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly)) return {};
        file.write(xml);
        file.close();
        return readDocument(path);
    }

    /// One value of a full UBL invoice that was changed.
    QString valueIn(const QByteArray& xml, const QString& path) { return valuesOf(read(xml)).value(path, "none"); }

 private slots:
    void everySyntaxIsReadExactly_data() {
        QTest::addColumn<QByteArray>("xml");
        QTest::addColumn<BillValues>("truth");
        const InvoiceFacts bill = fullInvoice(), credit = fullInvoice(true);
        const std::pair<const char*, Profile> profiles[] = {
            {"MINIMUM", Profile::Minimum},  {"BASIC WL", Profile::BasicWl},  {"BASIC", Profile::Basic},
            {"EN 16931", Profile::En16931}, {"EXTENDED", Profile::Extended}, {"XRechnung", Profile::XRechnung}};
        for (const auto& [name, profile] : profiles)
            QTest::addRow("CII %s", name) << ciiXml(bill, profile) << truthOfCii(bill, profile);
        QTest::newRow("CII credit note") << ciiXml(credit, Profile::En16931) << truthOf(credit);
        QTest::newRow("ZUGFeRD 1") << zugferd1Xml(bill) << truthOfZugferd1(bill);
        QTest::newRow("ZUGFeRD 1 credit note") << zugferd1Xml(credit) << truthOfZugferd1(credit);
        QTest::newRow("UBL invoice") << ublXml(bill) << truthOf(bill);
        QTest::newRow("UBL credit note") << ublXml(credit) << truthOf(credit);
        QTest::newRow("FatturaPA") << fatturaXml(bill) << truthOfFattura(bill);
        QTest::newRow("FatturaPA credit note") << fatturaXml(credit) << truthOfFattura(credit);
    }
    void everySyntaxIsReadExactly() {
        QFETCH(QByteArray, xml);
        QFETCH(BillValues, truth);
        const Document document = read(xml);
        QVERIFY2(!document.problem, document.problem ? qPrintable(document.problem->sentence) : "");
        QCOMPARE(document.source, Document::Source::Xml);
        QCOMPARE(difference(valuesOf(document), truth), QString());
    }

    void everyEncodingIsRead_data() {
        QTest::addColumn<QByteArray>("xml");
        const QString text = QString::fromUtf8(ublXml(fullInvoice()));
        const QString head = "<?xml version=\"1.0\"?>", latin = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>";
        QTest::newRow("UTF-8 with a mark") << "\xef\xbb\xbf" + text.toUtf8();
        QTest::newRow("ISO-8859-1") << QString(text).replace(head, latin).toLatin1();
        QStringEncoder little(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
        QTest::newRow("UTF-16, low byte first") << QByteArray(little(text));
        QStringEncoder big(QStringConverter::Utf16BE, QStringConverter::Flag::WriteBom);
        QTest::newRow("UTF-16, high byte first") << QByteArray(big(text));
    }
    void everyEncodingIsRead() {
        QFETCH(QByteArray, xml);
        const Document document = read(xml);
        QVERIFY2(!document.problem, document.problem ? qPrintable(document.problem->sentence) : "");
        QCOMPARE(difference(valuesOf(document), truthOf(fullInvoice())), QString());
    }

    void linesThatOnlyGroupAreLeftOutAndThatIsSaid() {
        QCOMPARE(read(ciiXml(fullInvoice(), Profile::Extended)).note,
                 "One line that only groups others or informs was left out.");
        QCOMPARE(read(ciiXml(fullInvoice(), Profile::En16931)).note, QString());
    }

    void ofSeveralItalianBillsTheFirstIsRead() {
        const Document document = read(fatturaXml(fullInvoice(), 3));
        QCOMPARE(document.note, "The file holds 3 bills. Only the first was read.");
        QCOMPARE(difference(valuesOf(document), truthOfFattura(fullInvoice())), QString());
    }

    void whatASignatureWrapsIsRead_data() {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<bool>("whole");
        const QByteArray xml = fatturaXml(fullInvoice());
        const QByteArray whole = der(0x04, xml);
        QByteArray pieces("\x24\x80", 2);  // as long as its pieces go
        for (qsizetype at = 0; at < xml.size(); at += 1000) pieces += der(0x04, xml.mid(at, 1000));
        pieces += QByteArray(2, 0);
        QTest::newRow("in one") << signedFile(whole) << true;
        QTest::newRow("in pieces") << signedFile(pieces) << true;
        QTest::newRow("of no XML") << signedFile(der(0x04, "Dear Sir")) << false;
        QTest::newRow("cut off") << signedFile(whole).left(900) << false;
        QTest::newRow("nested without end") << signedFile(QByteArray("\x24\x80").repeated(400'000)) << false;
        QTest::newRow("longer than it is") << signedFile(QByteArray("\x04\x84\xff\xff\xff\xff", 6)) << false;
    }
    void whatASignatureWrapsIsRead() {
        QFETCH(QByteArray, file);
        QFETCH(bool, whole);
        const Document document = read(file);
        QCOMPARE(!document.problem, whole);
        if (whole)
            QCOMPARE(difference(valuesOf(document), truthOfFattura(fullInvoice())), QString());
        else
            QCOMPARE(document.problem->sentence, "bill.xml: the signed file holds no e-invoice that Floe knows.");
    }

    void valuesAreSpeltInOneWay() {
        const QByteArray xml = ublXml(fullInvoice());
        QCOMPARE(valueIn(changed(xml, ">1178.05<", "> +01178.050 <"), "total"), "1178.050");
        QCOMPARE(valueIn(changed(xml, ">-0.05<", ">-.05<"), "rounding"), "-0.05");
        QCOMPARE(valueIn(changed(xml, ">1178.05<", ">1.178,05<"), "total"), "1.178,05");  // no decimal of XML
        QCOMPARE(valueIn(changed(xml, ">RE-2026/0815<", "><![CDATA[A&B]]>-<!-- x -->1<"), "number"), "A&B-1");
        QCOMPARE(valueIn(changed(xml, ">2026-03-04<", ">2026-03-04Z<"), "issue_date"), "2026-03-04");
        QCOMPARE(valueIn(changed(xml, ">2026-03-04<", ">soon<"), "issue_date"), "soon");
    }

    void pricesAreForOneUnit_data() {
        QTest::addColumn<QString>("price");
        for (const auto& [base, price] : {std::pair{"1", "364.00"},
                                          {"100", "3.64"},
                                          {"1000", "0.364"},
                                          {"8", "45.50"},
                                          {"3", "121.333333333"},
                                          {"0", "364.00"},
                                          {"some", "364.00"},
                                          {"0.5", "728.00"}})
            QTest::newRow(base) << QString(price);
    }
    void pricesAreForOneUnit() {
        QFETCH(QString, price);
        InvoiceFacts invoice = fullInvoice();
        invoice.lines[0]["price_quantity"] = QTest::currentDataTag();
        QCOMPARE(valueIn(ublXml(invoice), "lines.0.unit_price"), price);
        QCOMPARE(valueIn(ciiXml(invoice, Profile::En16931), "lines.0.unit_price"), price);
    }

    void otherDocumentsAreNamed_data() {
        QTest::addColumn<QString>("what");
        for (const auto& [root, what] : {std::pair{"rsm:SCRDMCCBDACIOMessageStructure", "an order (Order-X)"},
                                         {"Order", "an order (UBL)"},
                                         {"DespatchAdvice", "a despatch advice (UBL)"},
                                         {"ApplicationResponse", "a response (UBL)"},
                                         {"Reminder", "a reminder (UBL)"},
                                         {"p:FatturaElettronicaSemplificata", "a simplified invoice (FatturaPA)"}})
            QTest::newRow(root) << QString(what);
    }
    void otherDocumentsAreNamed() {
        QFETCH(QString, what);
        const QByteArray root = QTest::currentDataTag();
        const Document document = read('<' + root + " xmlns:p='p' xmlns:rsm='r'><ID>7</ID></" + root + '>');
        QVERIFY(document.problem);
        QCOMPARE(document.problem->kind, Problem::Kind::Unsupported);
        QCOMPARE(document.problem->sentence, "bill.xml: it is " + what + ", not a bill.");
    }

    void anEnvelopeIsOpened() {
        QByteArray xml = ublXml(fullInvoice());
        xml = xml.mid(xml.indexOf("<Invoice"));
        const Document document = read(
            "<StandardBusinessDocument xmlns='e'><StandardBusinessDocumentHeader><ID>1</ID>"
            "</StandardBusinessDocumentHeader>" +
            xml + "</StandardBusinessDocument>");
        QCOMPARE(difference(valuesOf(document), truthOf(fullInvoice())), QString());
    }

    void hostileXmlEndsInOneSentence_data() {
        QTest::addColumn<QByteArray>("xml");
        QTest::addColumn<QString>("words");
        const QByteArray open = "<Invoice>", close = "</Invoice>";
        const int deep = 200'000;
        QTest::newRow("an empty invoice") << open + close << "no e-invoice";
        QTest::newRow("deep") << open + QByteArray("<a>").repeated(deep) + QByteArray("</a>").repeated(deep) + close
                              << "no e-invoice";
        QTest::newRow("deep, never closed") << open + QByteArray("<ID>").repeated(deep) << "no e-invoice";
        QTest::newRow("huge") << open + "<ID>" + QByteArray(17 << 20, 'x') + "</ID>" + close << "larger than 16 MB";
        QTest::newRow("cut off") << ublXml(fullInvoice()).left(2000) << "no e-invoice";
    }
    void hostileXmlEndsInOneSentence() {
        QFETCH(QByteArray, xml);
        QFETCH(QString, words);
        const Document document = read(xml);
        QVERIFY(document.problem);
        QVERIFY2(document.problem->sentence.contains(words), qPrintable(document.problem->sentence));
    }

    void entitiesAreNeitherLoadedNorBlownUp() {
        QByteArray xml =
            changed(ublXml(fullInvoice()), "<?xml version=\"1.0\"?>",
                    "<?xml version=\"1.0\"?><!DOCTYPE Invoice [<!ENTITY file SYSTEM \"file:///etc/passwd\">"
                    "<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>");
        QCOMPARE(valueIn(changed(xml, ">RE-2026/0815<", ">&file;&b;<"), "number"), "&file;&b;");
    }

    void linesHaveALimitAndItIsSaid() {
        InvoiceFacts invoice = fullInvoice();
        invoice.lines = QVector<BillValues>(2001, invoice.lines[1]);
        const Document document = read(ublXml(invoice));
        QCOMPARE(document.note, "Only the first 2000 lines were read.");
        QCOMPARE(valuesOf(document).value("lines.1999.amount"), "100.00");
    }
};

static floe::test::AddSuite<EInvoicesTest> added;
#include "e_invoices_test.moc"
