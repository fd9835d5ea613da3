#include <QFile>
#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <cstring>

#include "app/documents/frames.h"
#include "app/documents/linearizer.h"
#include "app/documents/read_document.h"
#include "bills.h"
#include "support/paths.h"
#include "support/qt_suites.h"

using namespace floe;

namespace {

QRectF boxOfWord(const Document& document, const QString& text, int page = 0) {
    for (const Word& word : document.pages.value(page).words)
        if (word.text == text) return word.box;
    return {};
}

/// Dark pixels of a page picture within a box of points.
int ink(const QImage& image, QRectF box, double scale) {
    int dark = 0;
    const QRect pixels = QRectF(box.topLeft() * scale, box.size() * scale).toAlignedRect() & image.rect();
    for (int y = pixels.top(); y <= pixels.bottom(); ++y)
        for (int x = pixels.left(); x <= pixels.right(); ++x) dark += qGray(image.pixel(x, y)) < 128;
    return dark;
}

/// A PDF by hand whose lines are shown by one operator each, as most typesetters do, with kerning within.
QByteArray pdfOfLines(int lines) {
    QByteArray content = "BT /F1 9 Tf 12 TL 1 0 0 1 50 760 Tm\n";
    for (int i = 0; i < lines; ++i)
        content += "[(Line ) -20 (num) 15 (ber " + QByteArray::number(i) +
                   ") -250 (holds a few w) 40 (ords: total) -3000 (1,234.5" + QByteArray::number(i % 10) +
                   ")] TJ T* (plain \\(show\\) of words) Tj T*\n";
    content += "ET";
    const QByteArray objects[] = {
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        "<</Length " + QByteArray::number(content.size()) + ">>stream\n" + content + "\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"};
    QByteArray pdf = "%PDF-1.4\n", table = "xref\n0 6\n0000000000 65535 f \n";
    for (int i = 0; i < 5; ++i) {
        table += QByteArray::number(pdf.size()).rightJustified(10, '0') + " 00000 n \n";
        pdf += QByteArray::number(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const QByteArray start = QByteArray::number(pdf.size());
    return pdf + table + "trailer<</Size 6/Root 1 0 R>>\nstartxref\n" + start + "\n%%EOF\n";
}

}  // namespace

class ReadingTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;

    QString file(const QString& name) const { return folder_.filePath(name); }

    QString write(const QString& name, const QByteArray& bytes) {
        QFile out(file(name));
        if (!out.open(QIODevice::WriteOnly)) return {};
        out.write(bytes);
        return out.fileName();
    }

    QByteArray bytesOf(const QString& path) {
        QFile in(path);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }

 private slots:
    void initTestCase() {
        samples::drawGoogleCloud(file("us.pdf"));
        samples::drawGerman(file("german.pdf"));
        samples::drawTwoPages(file("two.pdf"));
        samples::drawScan(file("scan.pdf"));
        samples::drawFacturX(file("factur-x.pdf"));
    }

    void everyWordOfTheShippedSampleIsRead() {
        const Document document = readDocument(QString(test::source_dir()) + "/resources/samples/google-cloud.pdf");
        QVERIFY2(!document.problem, document.problem ? qPrintable(document.problem->sentence) : "");
        QCOMPARE(document.source, Document::Source::Text);
        QCOMPARE(document.pages.size(), 1);
        QCOMPARE(document.pages[0].size, QSizeF(612, 792));
        const QByteArray text = lineUp(document.pages).text;
        for (const char* line :
             {" Google Cloud\t Invoice\n", "\n 1600 Amphitheatre Parkway", "\n Mountain View, CA, 94043\t",
              "\t #120325\n", "Issue date\t Apr 30, 2024\n", "Due date\t May 31, 2024\n", "\n Bill to\n Digits\n",
              "\n Description\t Quantity\t Unit cost\t Total\n",
              " Google Cloud — Production\t 1\t $37,577.23\t $37,577.23\n", "\n Total\t $37,577.23\n"})
            QVERIFY2(text.contains(line), text.constData());
    }

    void boxesLieOnTheInkOfTheirWords() {
        const double scale = 4;
        for (const char* name : {"us.pdf", "german.pdf", "two.pdf"}) {
            const Document document = readDocument(file(name));
            QVERIFY(!document.problem);
            for (int page = 0; page < document.pages.size(); ++page) {
                const QImage image = renderPage(file(name), page, scale).image;
                QCOMPARE(image.size(), (document.pages[page].size * scale).toSize());
                int inside = 0;
                for (const Word& word : document.pages[page].words) {
                    inside += ink(image, word.box, scale);
                    QVERIFY2(ink(image, word.box, scale) > 3, qPrintable(word.text));
                    // Nothing of the word sticks out: a frame of half a point around it is empty at the sides.
                    QVERIFY(ink(image, QRectF(word.box.right() + 0.6, word.box.top(), 0.4, word.box.height()), scale) ==
                            0);
                }
                QVERIFY(inside > 1000);
            }
        }
    }

    void wordsOfALineShareTheirHeight() {
        const Document document = readDocument(file("us.pdf"));
        const QRectF dash = boxOfWord(document, "—"), production = boxOfWord(document, "Production");
        QCOMPARE(dash.top(), production.top());
        QCOMPARE(dash.bottom(), production.bottom());
        QVERIFY(dash.height() > 6 && dash.height() < 14);
    }

    void turnedAndCroppedPagesKeepTheirBoxesOnTheInk_data() {
        QTest::addColumn<int>("turn");
        QTest::addColumn<bool>("crop");
        for (const int turn : {0, 90, 180, 270})
            for (const bool crop : {false, true})
                QTest::addRow("%d degrees, %s", turn, crop ? "cropped" : "whole") << turn << crop;
    }

    void turnedAndCroppedPagesKeepTheirBoxesOnTheInk() {
        QFETCH(int, turn);
        QFETCH(bool, crop);
        const QString path = file("turned.pdf");
        samples::drawTurned(path, turn, crop);
        const Document document = readDocument(path);
        QVERIFY(!document.problem);
        const QImage image = renderPage(path, 0, 3).image;
        int found = 0;
        for (const Word& word : document.pages[0].words) {
            if (!QRectF(QPointF(), document.pages[0].size).contains(word.box)) continue;
            QVERIFY2(ink(image, word.box, 3) > 3, qPrintable(word.text));
            ++found;
        }
        QVERIFY(found > 20);
    }

    void linesShownAtOnceAreTakenApartIntoWords() {
        const QString path = write("typeset.pdf", pdfOfLines(30));
        const Document document = readDocument(path);
        QVERIFY2(!document.problem, document.problem ? qPrintable(document.problem->sentence) : "");
        QVERIFY2(lineUp(document.pages)
                     .text.startsWith(
                         " Line number 0 holds a few words: total\t 1,234.50\n plain (show) of words\n Line number 1 "),
                 lineUp(document.pages).text.constData());
        const QImage image = renderPage(path, 0, 4).image;
        for (const Word& word : document.pages[0].words) {
            QVERIFY2(ink(image, word.box, 4) > 3, qPrintable(word.text));
            QVERIFY(ink(image, QRectF(word.box.right() + 0.6, word.box.top() + 2, 0.4, 4), 4) == 0);
        }
    }

    void everyPageIsRead() {
        const Document document = readDocument(file("two.pdf"));
        QCOMPARE(document.pages.size(), 2);
        QVERIFY(boxOfWord(document, "£1,968.00", 1).isValid());
    }

    void aScanIsRecognised() {
        const Document document = readDocument(file("scan.pdf"));
        QVERIFY2(!document.problem, document.problem ? qPrintable(document.problem->sentence) : "");
        QCOMPARE(document.source, Document::Source::Ocr);
        const QRectF number = boxOfWord(document, "4471");
        QVERIFY(number.isValid());
        QVERIFY(qAbs(number.bottom() - 120) < 3);  // the line that it was drawn on
        QVERIFY(document.pages[0].words[0].confidence > 0.5);
    }

    void aPictureIsRecognised() {
        QImage image(1240, 400, QImage::Format_RGB32);
        image.fill(Qt::white);
        image.setDotsPerMeterX(5906);  // 150 dots an inch
        QPainter painter(&image);
        QFont font("DejaVu Sans");
        font.setPixelSize(32);
        painter.setFont(font);
        painter.drawText(100, 100, "Receipt 9017");
        painter.end();
        QVERIFY(image.save(file("receipt.bin"), "PNG"));  // told by content, not by name
        const Document document = readDocument(file("receipt.bin"));
        QVERIFY2(!document.problem, document.problem ? qPrintable(document.problem->sentence) : "");
        QVERIFY(qAbs(boxOfWord(document, "Receipt").left() - 48) < 3);
    }

    void theEInvoiceInsideIsReadExactly() {
        const Document document = readDocument(file("factur-x.pdf"));
        QVERIFY(!document.problem);
        QCOMPARE(document.source, Document::Source::Xml);
        QMap<QString, QString> values;
        for (const auto& [path, value] : document.invoice) values[path] = value;
        QCOMPARE(values["seller.name"], "Brunnhuber Werkzeugbau GmbH");
        QCOMPARE(values["seller.address"], "Lindenweg 14\n83022 Rosenheim\nDE");
        QCOMPARE(values["buyer.name"], "Hafenmeister & Söhne KG");
        QCOMPARE(values["issue_date"], "2024-04-03");
        QCOMPARE(values["total"], "1476.68");
        QCOMPARE(values["paid"], "0.00");
        QCOMPARE(values["lines.1.quantity"], "3.5");
        QCOMPARE(values.value("buyer.email", "none"), "none");
        QVERIFY(boxOfWord(document, "Gesamtbetrag").isValid());
        QCOMPARE(readDocument(write("bare.xml", samples::facturXml())).invoice, document.invoice);
    }

    void hostileFilesEndInOneSentence_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("word");
        const QByteArray pdf = bytesOf(file("us.pdf"));
        QTest::newRow("nothing") << QByteArray() << "empty";
        QTest::newRow("random") << QByteArray("\x01\x9f\x13garbage\0\0\xff", 12) << "no PDF";
        QTest::newRow("zip") << QByteArray("PK\x03\x04 something") << "damaged";
        QTest::newRow("pdf head alone") << QByteArray("%PDF-1.4\n") << "damaged";
        QTest::newRow("pdf without its start") << "%PDF-1.4\n" + pdf.mid(pdf.size() / 2, 400) << "damaged";
        QTest::newRow("png head alone") << QByteArray("\x89PNG\r\n\x1a\n") << "damaged";
        QTest::newRow("jpeg of nothing") << QByteArray("\xff\xd8\xff\xe0") + QByteArray(50, 'x') << "damaged";
        QTest::newRow("some xml") << QByteArray("<?xml version='1.0'?><note>hi</note>") << "no e-invoice";
        QTest::newRow("xml that never closes") << QByteArray("<").repeated(5000) << "no e-invoice";
        QTest::newRow("xml entities") << QByteArray("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>")
                                      << "no e-invoice";
    }

    void hostileFilesEndInOneSentence() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, word);
        const Document document = readDocument(write("Hostile file.pdf", bytes));
        QVERIFY(document.problem);
        QCOMPARE(document.problem->subject, "Hostile file.pdf");
        QVERIFY2(document.problem->sentence.contains(word), qPrintable(document.problem->sentence));
        QVERIFY(document.pages.isEmpty());
    }

    void aTruncatedPdfIsReadOrRefusedAtEveryLength() {
        const QByteArray pdf = bytesOf(file("us.pdf"));
        for (int i = 1; i < 12; ++i) {
            const Document document = readDocument(write("cut.pdf", pdf.left(pdf.size() * i / 12)));
            QVERIFY(document.problem || !document.pages.isEmpty());
        }
    }

    void aLockedPdfAsksForItsPassword() {
        samples::drawLocked(file("locked.pdf"), "se cr\"et");
        for (const char* wrong : {"", "se cr\"e", "\n", "pass word"}) {
            const Document document = readDocument(file("locked.pdf"), {}, nullptr, wrong);
            QVERIFY(document.problem);
            QCOMPARE(document.problem->kind, Problem::Kind::PasswordNeeded);
            const char* said = *wrong ? "does not open" : "locked with a password";
            QVERIFY2(document.problem->sentence.contains(said), qPrintable(document.problem->sentence));
            QCOMPARE(renderPage(file("locked.pdf"), 0, 1, {}, nullptr, wrong).problem->kind,
                     Problem::Kind::PasswordNeeded);
        }
        const Document opened = readDocument(file("locked.pdf"), {}, nullptr, "se cr\"et");
        QVERIFY2(!opened.problem, opened.problem ? qPrintable(opened.problem->sentence) : "");
        QCOMPARE(lineUp(opened.pages).text, lineUp(readDocument(file("us.pdf")).pages).text);
        QVERIFY(!renderPage(file("locked.pdf"), 0, 1, {}, nullptr, "se cr\"et").problem);
    }

    void aMissingFileSaysSo() {
        const Document document = readDocument(file("none.pdf"));
        QVERIFY(document.problem && document.problem->kind == Problem::Kind::Io);
        QVERIFY(readDocument(folder_.path()).problem);
    }

    void aReaderThatHangsIsEnded() {
        const QString hanging = write("hang", "#!/bin/sh\nexec sleep 60\n");
        QFile(hanging).setPermissions(QFile::ReadOwner | QFile::ExeOwner);
        ReaderLimits limits;
        limits.program = hanging;
        limits.wallSeconds = 1;
        QElapsedTimer clock;
        clock.start();
        QVERIFY(readDocument(file("us.pdf"), limits).problem->sentence.contains("too long"));
        const std::atomic<bool> cancel{true};
        QCOMPARE(readDocument(file("us.pdf"), {}, &cancel).problem->kind, Problem::Kind::Cancelled);
        QVERIFY(clock.elapsed() < 5000);
    }

    void theReaderRecognisesOnOneThread() {
        const QString told = folder_.filePath("told");
        const QString program =
            write("told.sh", "#!/bin/sh\nprintf %s \"$OMP_THREAD_LIMIT\" >'" + told.toUtf8() + "'\n");
        QFile(program).setPermissions(QFile::ReadOwner | QFile::ExeOwner);
        ReaderLimits limits;
        limits.program = program;
        readDocument(file("us.pdf"), limits);
        QFile answer(told);
        QVERIFY(answer.open(QIODevice::ReadOnly));
        QCOMPARE(answer.readAll(), QByteArray("1"));  // set in the reader itself it would come too late to count
    }

    void aReaderThatLiesOrDiesIsNotBelieved() {
        for (const char* script : {"exit 0", "kill -SEGV $$", "printf 'D\\002\\000\\000\\000{}'", "echo nonsense",
                                   "printf 'D\\377\\377\\377\\377'"}) {
            const QString program = write("liar", QByteArray("#!/bin/sh\n") + script + "\n");
            QFile(program).setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
            ReaderLimits limits;
            limits.program = program;
            QVERIFY2(readDocument(file("us.pdf"), limits).problem, script);
            QVERIFY2(renderPage(file("us.pdf"), 0, 1, limits).problem, script);
        }
    }

    void memoryIsLimited() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("sanitizers need more address space than any limit");
#endif
        ReaderLimits limits;
        limits.memoryBytes = 40 << 20;  // not enough to load the libraries' data and a page
        QVERIFY(renderPage(file("us.pdf"), 0, 20, limits).problem);
    }

    void framesComeBackAsTheyWent() {
        Document document;
        document.source = Document::Source::Ocr;
        document.note = "n";
        document.invoice = {{"number", "17"}};
        document.pages = {{{595, 842}, {{"Wort", {1.5, 2, 3, 4}, 0.5}}}};
        const Document back = frames::unpackDocument(frames::pack(document));
        QVERIFY(!back.problem);
        QCOMPARE(back.source, document.source);
        QCOMPARE(back.invoice, document.invoice);
        QCOMPARE(back.pages[0].words[0].text, "Wort");
        QCOMPARE(back.pages[0].words[0].box, QRectF(1.5, 2, 3, 4));
        QVERIFY(frames::unpackPicture(frames::pack(document)).problem);
    }
};

static floe::test::AddSuite<ReadingTest> added;
#include "reading_test.moc"
