#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QtTest>

#include "app/documents/linearizer.h"
#include "app/documents/read_document.h"
#include "bills.h"
#include "made_files.h"
#include "support/paths.h"
#include "support/qt_suites.h"

using namespace floe;

/// Files without pages of their own: what the model gets to read of them, and that the page shown has it.
class FormatsTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;

    QString write(const QByteArray& bytes, const QString& name = "bill") {
        QFile out(folder_.filePath(name));
        if (!out.open(QIODevice::WriteOnly)) return {};
        out.write(bytes);
        return out.fileName();
    }

    QByteArray linesOf(const QByteArray& bytes) {
        const Document document = readDocument(write(bytes));
        return document.problem ? document.problem->sentence.toUtf8() : lineUp(document.pages).text;
    }

 private slots:
    void filesAreReadAsLines_data() {
        using namespace test;
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("lines");
        const auto row = [](const char* name, const QByteArray& bytes, const QByteArray& lines) {
            QTest::newRow(name) << bytes << lines;
        };
        const QString umlauts = "Rechnung für Müller\nSumme:  12,50 €\n";
        const QByteArray read = " Rechnung für Müller\n Summe:\t 12,50 €\n";
        row("UTF-8", umlauts.toUtf8(), read);
        row("UTF-8 with its mark", "\xef\xbb\xbf" + umlauts.toUtf8(), read);
        row("Windows-1252", "Rechnung f\xfcr M\xfcller\r\nSumme:  12,50 \x80\r\n", read);
        for (const auto encoding : {QStringConverter::Utf16LE, QStringConverter::Utf16BE})
            for (const bool mark : {true, false})
                row(qPrintable(QString("UTF-16 %1 %2").arg(encoding).arg(mark)),
                    QStringEncoder(encoding, mark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default)
                        .encode(umlauts),
                    read);
        row("columns of a line printer",
            "Qty  Item          Amount\n  2  Widget, blue   20.00\n\nTOTAL           20.00\n",
            " Qty\t Item\t Amount\n 2\t Widget, blue\t 20.00\n\n TOTAL\t 20.00\n");
        row("tabs", "Name\tJo\nA longer name\t17\n", " Name\t Jo\n A longer name\t 17\n");
        row("commas of prose", "Dear Sir, hello, and thanks.\nPlease pay, soon, 12 EUR.\nYours, Jim, Bob\n",
            " Dear Sir, hello, and thanks.\n Please pay, soon, 12 EUR.\n Yours, Jim, Bob\n");
        row("semicolons", "Item;Qty;Price\n\"Bolt; M6\";2;1,50\n\"Say \"\"hi\"\"\";;3 0\n",
            " Item\t Qty\t Price\n Bolt; M6\t 2\t 1,50\n Say \"hi\"\t 3 0\n");
        row("commas", "Item,Qty,Price\n\"Bolt, M6\",2,\"1,50\"\nNut,3,0\n",
            " Item\t Qty\t Price\n Bolt, M6\t 2\t 1,50\n Nut\t 3\t 0\n");
        row("bars", "Item|Price\nBolt|1\nNut|2\n", " Item\t Price\n Bolt\t 1\n Nut\t 2\n");
        row("HTML", htmlBill(),
            " Lyra Coffee\t Receipt A-1043\n 5 January 2024\n Item\t Qty\t Price\n Flat white\t 2\t €7.80\n oat milk & "
            "honey\n"
            " Total\t €7.80\n\n Lyra Coffee Ltd, 4 Dock Road — Bristol\n\n Paid\t €7.80\n Card\t ****1234\n");
        row("HTML in Latin-1", "<html><body><p>M\xfcller</p></body></html>", " Müller\n");
        row("HTML that says its encoding",
            "<html><meta http-equiv=\"Content-Type\" content=\"text/html; "
            "charset=koi8-r\"><body>\xf3\xfe\xe5\xf4</body></html>",
            " СЧЕТ\n");
        row("rows that cells reach down into", "<table><tr><td rowspan=2>A<td>B<tr><td>C<tr><td>D<td>E</table>",
            " A\t B\n C\n D\t E\n");
        row("broken HTML", "<html><table><tr><td>A<td>B<tr><td>C</b></div><td>D", " A\t B\n C\t D\n");
        row("Word", wordBill(),
            " Lyra Coffee Ltd\n\n Invoice A-1043\n Date\t 2024-01-05\n\n Item\t Quantity\t Amount\n Flat white\t 2\t "
            "7.80\n"
            " Total & tax\t 7.80\n Notes\n Thank you\n\n IBAN GB00 1234\n");
        row("Excel", excelBill(), " Lyra Coffee Ltd\t 2024-01-05\n\n Flat white\t 2\t £1,234.50\n Refund\t -£5.00\n");
        row("OpenDocument text", openTextBill(),
            " Lyra Coffee Ltd\n Invoice\t A-1043\n\n Item\t Amount\n Flat white\t 7.80\n\n Total\t 7.80\n");
        row("OpenDocument sheet", openSheetBill(), " Lyra Coffee Ltd\t 05.01.2024\n Flat white\t 7,80 €\n");
        row("mail", mailBill(),
            " From: Lyra Café <billing@lyra.example>\n To: jo@example.com\n Date: 2024-01-05\n Subject: Rechnung für "
            "Müller\n\n"
            " Lyra Coffee\t Receipt A-1043\n 5 January 2024\n Item\t Qty\t Price\n Flat white\t 2\t €7.80\n oat milk & "
            "honey\n"
            " Total\t €7.80\n\n Lyra Coffee Ltd, 4 Dock Road — Bristol\n\n Paid\t €7.80\n Card\t ****1234\n");
        row("mail whose attachment is no bill", mailWith("BEGIN:VCARD\nFN:Jo\nEND:VCARD\n", "text/vcard", "jo.vcf"),
            " From: Lyra <billing@lyra.example>\n To: jo@example.com\n Subject: Your bill\n\n"
            " Your bill für January is attached, total 7,80 €.\n");
        row("mail with an attached table", mailWith(excelBill(), "application/octet-stream", "b.xlsx"),
            " Lyra Coffee Ltd\t 2024-01-05\n\n Flat white\t 2\t £1,234.50\n Refund\t -£5.00\n");
        row("mail with a mail that has a table attached",
            mailWith(mailWith(wordBill(), "application/octet-stream", "b.docx"), "application/octet-stream", "m.eml"),
            linesOf(wordBill()));
    }

    void filesAreReadAsLines() {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, lines);
        QCOMPARE(QString::fromUtf8(linesOf(bytes)), QString::fromUtf8(lines));
    }

    void thePageShownHasTheWordsInTheirBoxes_data() {
        using namespace test;
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("text") << QByteArray("Item         Price\nBolt  M6     12,50\n");
        QTest::newRow("html") << htmlBill();
        QTest::newRow("word") << wordBill();
        QTest::newRow("excel") << excelBill();
        QTest::newRow("mail") << mailBill();
        QTest::newRow("mail with word") << mailWith(wordBill(), "application/octet-stream", "b.docx");
    }

    void thePageShownHasTheWordsInTheirBoxes() {
        QFETCH(QByteArray, bytes);
        const double scale = 3;
        const QString path = write(bytes);
        const Document document = readDocument(path);
        QVERIFY(!document.problem && document.pages.size() == 1);
        const PagePicture shown = renderPage(path, 0, scale);
        QVERIFY2(!shown.problem, shown.problem ? qPrintable(shown.problem->sentence) : "");
        QCOMPARE(shown.image.size(), (document.pages[0].size * scale).toSize());
        QImage rest = shown.image;
        for (const Word& word : document.pages[0].words) {
            int ink = 0;
            const QRect box = QRectF(word.box.topLeft() * scale, word.box.size() * scale).toAlignedRect();
            for (int y = box.top(); y <= box.bottom(); ++y)
                for (int x = box.left(); x <= box.right(); ++x) {
                    ink += qGray(shown.image.pixel(x, y)) < 160;
                    rest.setPixel(x, y, qRgb(255, 255, 255));
                }
            QVERIFY2(ink > 3, qPrintable(word.text));
        }
        int outside = 0;
        for (int y = 0; y < rest.height(); ++y)
            for (int x = 0; x < rest.width(); ++x) outside += qGray(rest.pixel(x, y)) < 128;
        QVERIFY2(outside < 60, qPrintable(QString::number(outside)));  // edges of letters that lean over their box
        QVERIFY(renderPage(path, 1, scale).problem);
    }

    void longTextsGoOnOverPages() {
        QByteArray text;
        for (int i = 0; i < 130; ++i) text += "Line " + QByteArray::number(i) + "      17.00\n";
        const QString path = write(text);
        const Document document = readDocument(path);
        QCOMPARE(document.pages.size(), 3);
        QCOMPARE(lineUp(document.pages).text.count("17.00"), 130);
        for (const Page& page : document.pages)
            for (const Word& word : page.words) QVERIFY(QRectF(QPointF(), page.size).contains(word.box));
        QVERIFY(!renderPage(path, 2, 1).problem);
    }

    void aMailsBillsAreReadInPlaceOfItsText() {
        QFile pdf(QString(test::source_dir()) + "/resources/samples/google-cloud.pdf");
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        const QByteArray bill = pdf.readAll();
        const QString path = write(test::mailWith(bill, "application/pdf", "../../Rechnung Ü.pdf"));
        const Document document = readDocument(path);
        QVERIFY2(!document.problem, document.problem ? qPrintable(document.problem->sentence) : "");
        QCOMPARE(document.pages[0].size, QSizeF(612, 792));
        QCOMPARE(document.note, "Read from the mail's attachments: Rechnung Ü.pdf.");
        QCOMPARE(renderPage(path, 0, 1).image, renderPage(pdf.fileName(), 0, 1).image);
    }

    void anEInvoiceOnAMailGivesItsValues() {
        const Document document = readDocument(write(test::mailWith(samples::facturXml(), "text/xml", "x.xml")));
        QVERIFY(!document.problem);
        QCOMPARE(document.source, Document::Source::Xml);
        QVERIFY(!document.invoice.isEmpty());
    }

    void aLockedBillOnAMailAsksForItsPassword() {
        samples::drawLocked(folder_.filePath("locked.pdf"), "secret");
        QFile pdf(folder_.filePath("locked.pdf"));
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        const QString path = write(test::mailWith(pdf.readAll(), "application/pdf", "l.pdf"));
        QCOMPARE(readDocument(path).problem->kind, Problem::Kind::PasswordNeeded);
        QVERIFY(!readDocument(path, {}, nullptr, "secret").problem);
    }

    void whatIsNotReadIsNamed_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("named");
        const auto old = [](const char* name) {
            QByteArray bytes = QByteArray("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") + QByteArray(504, '\0');
            for (const char* c = name; *c; ++c) bytes += QByteArray(c, 1) + '\0';
            return bytes + QByteArray(200, '\0');
        };
        QTest::newRow("doc") << old("WordDocument") << "Word file of the old kind (.doc)";
        QTest::newRow("xls") << old("Workbook") << "Excel file of the old kind (.xls)";
        QTest::newRow("ppt") << old("PowerPoint Document") << "PowerPoint";
        QTest::newRow("msg") << old("__properties_version1.0") << "Outlook message";
        QTest::newRow("locked docx") << old("EncryptedPackage") << "locked with a password";
        QTest::newRow("pptx") << test::zipOf({{"ppt/presentation.xml", "<p/>"}}) << "PowerPoint";
        QTest::newRow("xlsb") << test::zipOf({{"xl/workbook.bin", "x"}}) << ".xlsb";
        QTest::newRow("zip") << test::zipOf({{"a.txt", "x"}}) << "zip archive";
        QTest::newRow("locked odt") << test::zipOf({{"content.xml", "\x01\x02"},
                                                    {"META-INF/manifest.xml", "<m><encryption-data/></m>"}})
                                    << "locked with a password";
        QTest::newRow("rtf") << QByteArray("{\\rtf1 Hello}") << "RTF";
        QTest::newRow("gzip") << QByteArray("\x1f\x8b\x08\0\0\0\0\0", 8) << "archive";
        QTest::newRow("7z") << QByteArray("7z\xbc\xaf\x27\x1c\0\4", 8) << "archive";
        QTest::newRow("program") << QByteArray(
                                        "\x7f"
                                        "ELF\2\1\1\0",
                                        8)
                                 << "program";
    }

    void whatIsNotReadIsNamed() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, named);
        const Document document = readDocument(write(bytes));
        QVERIFY(document.problem);
        QCOMPARE(document.problem->kind, Problem::Kind::Unsupported);
        QVERIFY2(document.problem->sentence.contains(named), qPrintable(document.problem->sentence));
    }
};

static floe::test::AddSuite<FormatsTest> added;
#include "formats_test.moc"
