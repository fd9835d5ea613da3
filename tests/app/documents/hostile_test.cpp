// Files that mean harm: each ends as a document or as one sentence, soon, in little memory, and the parent lives on.

#include <sys/resource.h>
#include <sys/stat.h>

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QPainter>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QtTest>

#include "app/documents/linearizer.h"
#include "app/documents/read_document.h"
#include "bills.h"
#include "bombs.h"
#include "made_files.h"
#include "support/qt_suites.h"

using namespace floe;
using test::deflated, test::pageOf, test::pageTree, test::manyPages, test::hugePng, test::hugeTiff, test::hugeJpeg,
    test::laughs, test::wordOf;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif

// Of the processor. On a quiet machine all stay below 10 (docs/accuracy.md); sharing its caches with busy programs
// takes up to four times as long, so only what does not end by itself fails.
constexpr double kMostSeconds = 120;
constexpr long kMostKilobytes = 1 << 20;

/// The most that any child which has ended took so far.
long peakOfChildren() {
    rusage usage{};
    getrusage(RUSAGE_CHILDREN, &usage);
    return usage.ru_maxrss;
}

double secondsOfChildren() {
    rusage usage{};
    getrusage(RUSAGE_CHILDREN, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

/// Made when its turn comes: a child's memory is counted from what its parent held when it was started.
using Make = QByteArray (*)();

}  // namespace

Q_DECLARE_METATYPE(Make)

class HostileTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;

    QString write(const QByteArray& bytes, const QString& name = "file.pdf") {
        QFile out(folder_.filePath(name));
        if (!out.open(QIODevice::WriteOnly)) return {};
        out.write(bytes);
        return out.fileName();
    }

    /// Reads it and draws its first page; says how long that took and how much memory, for docs/accuracy.md.
    void survive(Make make, Document& document) {
        const QString path = write(make());
        const double start = secondsOfChildren();
        document = readDocument(path);
        const double read = secondsOfChildren();
        const PagePicture shown = renderPage(path, 0, 1);
        const double drawn = secondsOfChildren();
        qInfo("%.1f s, drawn in %.1f s, peak so far %ld MB: %s", read - start, drawn - read, peakOfChildren() / 1000,
              document.problem ? qPrintable(document.problem->sentence)
                               : qPrintable(QString("%1 pages. %2").arg(document.pages.size()).arg(document.note)));
        QVERIFY(document.problem || !document.pages.isEmpty() || !document.invoice.isEmpty());
        QVERIFY(!shown.image.isNull() || shown.problem);
        if (document.problem) QVERIFY(document.problem->sentence.startsWith("file.pdf: "));
        if (document.problem) QVERIFY(document.problem->kind != Problem::Kind::Internal);
        if (kSanitized) return;
        QVERIFY2(read - start < kMostSeconds && drawn - read < kMostSeconds, "too long");
        QVERIFY2(peakOfChildren() < kMostKilobytes, qPrintable(QString::number(peakOfChildren())));
    }

 private slots:
    void bombsEndInASentence_data() {
        QTest::addColumn<Make>("make");
        QTest::addColumn<QString>("word");  // of the problem's sentence or the note; empty: either way
        const auto row = [](const char* name, Make make, const char* word = "") {
            QTest::newRow(name) << make << QString::fromUtf8(word);
        };
        row(
            "a million pages of seven objects", [] { return QByteArray(pageTree(10, 6)); }, "10,000 pages");
        row("ten thousand pages of four objects", [] { return QByteArray(pageTree(10, 4)); });
        row("a page tree that is its own child", [] {
            return QByteArray(
                test::pdfOf({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 4>>"}));
        });
        row("a count without pages", [] {
            return QByteArray(
                test::pdfOf({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 2000000000>>"}));
        });
        row("a length that is its own stream", [] { return QByteArray(pageOf("BT ET", "/Length 4 0 R")); });
        row("a form that draws itself", [] {
            return QByteArray(pageOf("/X Do /X Do",
                                     "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject"
                                     "<</X 4 0 R>>>>"));
        });
        row("arrays within arrays", [] { return QByteArray(pageOf(QByteArray("[").repeated(300'000))); });
        row("objects within objects", [] {
            return QByteArray(test::pdfOf({QByteArray("[").repeated(300'000), "<<>>"}));
        });
        row("half a gigabyte of content",
            [] { return QByteArray(pageOf(deflated(QByteArray(512 << 20, ' ')), "/Filter/FlateDecode")); });
        row("content deflated twice", [] {
            return QByteArray(
                pageOf(deflated(deflated(QByteArray(256 << 20, '0'))), "/Filter[/FlateDecode/FlateDecode]"));
        });
        row("a million words", [] {
            return QByteArray(pageOf("BT /F 1 Tf " +
                                     QByteArray("1 0 0 1 9 9 Tm (a b c d e f g h i j) Tj ").repeated(100'000) + "ET"));
        });
        row("a page as large as a town", [] {
            return QByteArray(test::pdfOf({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                                           "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9000000 9000000]>>"}));
        });
        row("an image of 40,000 times 40,000 in a PDF", [] {
            return QByteArray(test::pdfOf(
                {"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                 "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>",
                 test::stream("612 0 0 792 0 0 cm /I Do"),
                 test::stream(deflated(QByteArray(1 << 20, 0)),
                              "/Type/XObject/Subtype/Image/Width 40000/Height 40000/BitsPerComponent 8/ColorSpace"
                              "/DeviceRGB/Filter/FlateDecode")}));
        });
        row(
            "PNG of 50,000 times 50,000", [] { return QByteArray(hugePng(50'000)); }, "megapixels");
        row("PNG of 9,000 times 9,000", [] { return QByteArray(hugePng(9'000)); });
        row("TIFF of 60,000 times 60,000", [] { return QByteArray(hugeTiff()); });
        row("JPEG of 65,500 times 65,500", [] { return QByteArray(hugeJpeg()); });
        row(
            "XML of a billion laughs", [] { return QByteArray(laughs() + "<l>&a19;</l>"); }, "no e-invoice");
        row("XML invoice with an entity of its own", [] {
            return QByteArray(samples::facturXml().replace("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", laughs()));
        });
        row(
            "a million elements within each other", [] { return QByteArray(QByteArray("<a>").repeated(1'000'000)); },
            "no e-invoice");
        row("HTML of a million tables within each other",
            [] { return QByteArray("<html>" + QByteArray("<table><tr><td>x").repeated(300'000)); });
        row("HTML of a million divisions within each other",
            [] { return QByteArray("<html>" + QByteArray("<div>").repeated(1'000'000) + "x"); });
        row("HTML with huge spans", [] {
            return QByteArray("<html><table>" +
                              QByteArray("<tr><td colspan=99999999 rowspan=99999999>x</td></tr>").repeated(2000));
        });
        row(
            "HTML of four million words", [] { return QByteArray("<html>" + QByteArray("a ").repeated(4'000'000)); },
            "too long");
        row("a word of ten million letters", [] { return QByteArray(QByteArray(10'000'000, 'a')); });
        row("ten million empty lines", [] { return QByteArray("a" + QByteArray(10'000'000, '\n') + "b"); });
        row("a table of a million columns", [] {
            return QByteArray(QByteArray("a;").repeated(1'000'000) + "\n" + QByteArray("b;").repeated(1'000'000));
        });
        row("quotes that never close", [] { return QByteArray("a;b\n" + QByteArray("\"x;").repeated(1'000'000)); });
        row(
            "a zip bomb",
            [] { return QByteArray(wordOf("<w><body><p><t>" + QByteArray(200 << 20, ' ') + "</t></p></body></w>")); },
            "64 MB");
        row(
            "a zip of 25,000 parts",
            [] {
                QVector<QPair<QByteArray, QByteArray>> parts;
                for (int i = 0; i < 25'000; ++i) parts.append({"p" + QByteArray::number(i), "x"});
                return test::zipOf(parts);
            },
            "parts");
        row("Word with laughs", [] {
            return QByteArray(wordOf(laughs() + "<document><body><p><r><t>&a19;</t></r></p></body></document>"));
        });
        row("Word of tables within tables", [] {
            return QByteArray(
                wordOf("<document><body>" + QByteArray("<tbl><tr><tc><p><r><t>x</t></r></p>").repeated(100'000)));
        });
        row("Word of deep elements",
            [] { return QByteArray(wordOf("<document><body><p>" + QByteArray("<r>").repeated(1'000'000))); });
        row("Word of a million elements", [] {
            return QByteArray(
                wordOf("<document><body>" + QByteArray("<p/>").repeated(8'000'000) + "</body></document>"));
        });
        row("Excel that repeats a long text", [] {
            return QByteArray(test::zipOf(
                {{"xl/workbook.xml", "<w><sheets><sheet id=\"a\"/></sheets></w>"},
                 {"xl/_rels/workbook.xml.rels", "<r><x Id=\"a\" Target=\"s.xml\"/></r>"},
                 {"xl/sharedStrings.xml", "<sst><si><t>" + QByteArray("word ").repeated(1'000'000) + "</t></si></sst>"},
                 {"xl/s.xml", "<w><sheetData><row>" + QByteArray("<c t=\"s\"><v>0</v></c>").repeated(100'000) +
                                  "</row></sheetData></w>"}}));
        });
        row("OpenDocument that repeats its rows", [] {
            return QByteArray(
                test::zipOf({{"content.xml",
                              "<c><body><spreadsheet><table>" +
                                  QByteArray("<table-row number-rows-repeated=\"999999999\"><table-cell "
                                             "number-columns-repeated=\"999999999\"><p>x</p></table-cell></table-row>")
                                      .repeated(20'000) +
                                  "</table></spreadsheet></body></c>"}}));
        });
        row(
            "parts named as paths",
            [] {
                return QByteArray(test::zipOf({{"../../../../tmp/x", "x"}, {"/etc/passwd", "x"}}));
            },
            "zip archive");
        row("mails within mails", [] {
            QByteArray mails = test::mailWith(test::wordBill(), "application/octet-stream", "b.docx");
            for (int i = 0; i < 8; ++i) mails = test::mailWith(mails, "message/rfc822", "m.eml");
            return mails;
        });
        row("a mail of parts within parts", [] {
            return QByteArray("From: a@b\nTo: c@d\nSubject: x\nContent-Type: multipart/mixed; boundary=a\n\n" +
                              QByteArray("--a\nContent-Type: multipart/mixed; boundary=a\n\n").repeated(50'000));
        });
        row("a mail of many attachments", [] {
            QByteArray mail = "From: a@b\nTo: c@d\nContent-Type: multipart/mixed; boundary=a\n\n";
            for (int i = 0; i < 20'000; ++i)
                mail += "--a\nContent-Type: text/html\nContent-Disposition: attachment\n\n<html>x\n";
            return mail;
        });
        row("a mail with endless headers",
            [] { return QByteArray(QByteArray("Subject: a\nFrom: b\n").repeated(500'000) + "\nx"); });
    }

    void bombsEndInASentence() {
        QFETCH(Make, make);
        QFETCH(QString, word);
        Document document;
        survive(make, document);
        const QString said = document.problem ? document.problem->sentence : document.note;
        QVERIFY2(said.contains(word), qPrintable(said));
    }

    void namesOfAttachmentsLeadNowhere() {
        const QString path =
            write(test::mailWith(test::wordBill(), "application/octet-stream", "../../../../tmp/floe-x.docx"));
        QCOMPARE(readDocument(path).note, "Read from the mail's attachments: floe-x.docx.");
        QVERIFY(!QFile::exists("/tmp/floe-x.docx"));
    }

    void longDocumentsAreReadAsFarAsItGoes() {
        const QString path = write(manyPages(300));
        QCOMPARE(readDocument(path).pages.size(), 300);
        QCOMPARE(readDocument(path).note, "");
        const Document cut = readDocument(write(manyPages(320)));
        QCOMPARE(cut.pages.size(), 300);
        QCOMPARE(cut.note, "Only the first 300 pages of 320 were read.");
        QVERIFY(lineUp(cut.pages).text.endsWith(" Page 300 of them\n"));
    }

    void namesAreNotBelieved() {
        QImage image(600, 200, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        QFont font("DejaVu Sans");
        font.setPixelSize(40);
        painter.setFont(font);
        painter.drawText(40, 100, "Receipt 9017");
        painter.end();
        QVERIFY(image.save(folder_.filePath("picture.pdf"), "PNG"));
        const Document document = readDocument(folder_.filePath("picture.pdf"));
        QVERIFY(!document.problem);
        QCOMPARE(document.source, Document::Source::Ocr);
        QCOMPARE(lineUp(readDocument(write("a;b\n1;2\n", "table.docx")).pages).text, " a\t b\n 1\t 2\n");
    }

    void whatIsNoFileIsNotOpened() {
        const QString pipe = folder_.filePath("pipe");
        QCOMPARE(mkfifo(pipe.toLocal8Bit().constData(), 0600), 0);
        for (const QString& path :
             {pipe, QString("/dev/zero"), QString("/dev/full"), folder_.path(), QString("/proc/kmsg")}) {
            QElapsedTimer clock;
            clock.start();
            const Document document = readDocument(path);
            QVERIFY(document.problem);
            QVERIFY2(document.problem->sentence.endsWith('.'), qPrintable(document.problem->sentence));
            QVERIFY(clock.elapsed() < 5000);
        }
    }

    void aFileThatGoesAfterItWasLookedAtSaysSo() {
        const QString path = write("a bill", "gone.txt");
        const QString reader = QCoreApplication::applicationDirPath() + "/floe-reader";
        for (const char* instead : {"", "mkfifo ", "ln -s /dev/zero ", "mkdir "}) {
            write("a bill", "gone.txt");
            const QByteArray file = path.toLocal8Bit();
            const QString program =
                write("#!/bin/sh\nrm '" + file + "'\n" + (*instead ? instead + ("'" + file + "'\n") : QByteArray()) +
                          "exec '" + reader.toLocal8Bit() + "' \"$@\"\n",
                      "switch");
            QFile(program).setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
            ReaderLimits limits;
            limits.program = program;
            QElapsedTimer clock;
            clock.start();
            const Document document = readDocument(path, limits);
            QVERIFY(document.problem);
            QCOMPARE(document.problem->kind, Problem::Kind::Io);
            QVERIFY(clock.elapsed() < 5000);
            if (QByteArray(instead) == "mkdir ")
                QVERIFY(QDir().rmdir(path));
            else
                QFile::remove(path);
        }
    }

    void damagedFilesAreReadOrRefused_data() {
        using namespace test;
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("word") << wordBill();
        QTest::newRow("excel") << excelBill();
        QTest::newRow("open text") << openTextBill();
        QTest::newRow("open sheet") << openSheetBill();
        QTest::newRow("html") << htmlBill();
        QTest::newRow("mail") << mailBill();
        QTest::newRow("mail with excel") << mailWith(excelBill(), "application/octet-stream", "b.xlsx");
        QTest::newRow("table") << QByteArray("Item;Qty;Price\n\"Bolt; M6\";2;1,50\nNut;3;0\n");
        QTest::newRow("e-invoice") << samples::facturXml();
    }

    /// Cut off at ten lengths, then with some bytes changed, left out, doubled. The seed is fixed.
    void damagedFilesAreReadOrRefused() {
        QFETCH(QByteArray, bytes);
        QRandomGenerator random(20240430);
        const auto check = [&](const QByteArray& damaged, const char* how, int i) {
            const Document document = readDocument(write(damaged));
            const bool fine = document.problem ? document.problem->sentence.startsWith("file.pdf: ") &&
                                                     document.problem->kind != Problem::Kind::Internal
                                               : !document.pages.isEmpty() || !document.invoice.isEmpty();
            if (!fine || (document.problem && document.problem->sentence.contains("needs more memory"))) {
                QFile kept(QString("/tmp/floe-damaged-%1-%2").arg(how).arg(i));
                if (kept.open(QIODevice::WriteOnly)) kept.write(damaged);
                qWarning("%s %d: kept as %s", how, i, qPrintable(kept.fileName()));
                return false;
            }
            return true;
        };
        for (int i = 1; i <= 10; ++i) QVERIFY(check(bytes.left(bytes.size() * i / 11), "cut", i));
        for (int i = 0; i < (kSanitized ? 10 : 30); ++i) {
            QByteArray damaged = bytes;
            for (int times = 1 + random.bounded(6); times > 0 && !damaged.isEmpty(); --times) {
                const int at = random.bounded(static_cast<int>(damaged.size()));
                const int length = random.bounded(1, 40);
                switch (random.bounded(4)) {
                    case 0:
                        damaged[at] = static_cast<char>(random.bounded(256));
                        break;
                    case 1:
                        damaged.remove(at, length);
                        break;
                    case 2:
                        damaged.insert(at, damaged.mid(at, length));
                        break;
                    default:
                        damaged[at] = static_cast<char>(damaged[at] ^ (1 << random.bounded(8)));
                }
            }
            if (damaged.isEmpty()) continue;
            QVERIFY(check(damaged, "changed", i));
        }
    }
};

static floe::test::AddSuite<HostileTest> added;
#include "hostile_test.moc"
