// Several receipts on one picture: each is a page of its own, and nothing that is one page is torn apart.
#include <QElapsedTimer>
#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QtTest>

#include "app/documents/read_document.h"
#include "laid_papers.h"
#include "one_page.h"
#include "support/qt_suites.h"
#include "written_pdf.h"

using namespace floe;
using namespace floe::test;

namespace {

QSet<QString> textsOf(const Page& page) {
    QSet<QString> texts;
    for (const Word& word : page.words) texts.insert(word.text);
    return texts;
}

/// The page of the receipt of this number: the only one that prints its total. -1: none, or several.
int pageOf(int number, const QVector<Page>& pages) {
    int at = -1;
    for (int i = 0; i < pages.size(); ++i) {
        if (!textsOf(pages[i]).contains(totalOf(number))) continue;
        if (at >= 0) return -1;
        at = i;
    }
    return at;
}

}  // namespace

class PapersTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;

    QString save(const QImage& image, const char* format = "PNG", int quality = -1) {
        const QString path = folder_.filePath("papers");
        return image.save(path, format, quality) ? path : QString();
    }

    QString write(const QByteArray& bytes) {
        QFile file(folder_.filePath("papers"));
        if (!file.open(QIODevice::WriteOnly)) return {};
        file.write(bytes);
        return file.fileName();
    }

    /// Every receipt's words are on a page of its own.
    static void compare(const Document& document, int count, double least) {
        QVERIFY2(!document.problem, document.problem ? qPrintable(document.problem->sentence) : "");
        QCOMPARE(document.source, Document::Source::Ocr);
        QCOMPARE(document.pages.size(), count);
        QSet<int> taken;
        int right = 0, all = 0;
        QStringList missed;
        for (int number = 0; number < count; ++number) {
            const int at = pageOf(number, document.pages);
            QVERIFY2(at >= 0, qPrintable("not told apart: receipt " + QString::number(number)));
            QCOMPARE(document.pages[at].sheet, document.pages[0].sheet);
            taken.insert(at);
            const QSet<QString> read = textsOf(document.pages[at]);
            for (const Word& word : drawnReceipt(number, 72).words) {
                ++all;
                right += read.contains(word.text);
                if (!read.contains(word.text)) missed += word.text;
            }
        }
        QCOMPARE(taken.size(), count);
        QVERIFY(document.pages[0].sheet >= 0);
        qInfo("| %s | %d | %.0f %% |", QTest::currentDataTag() ? QTest::currentDataTag() : "", count,
              100.0 * right / all);
        QVERIFY2(right >= least * all, qPrintable("missed: " + missed.join(' ')));
    }

 private slots:
    void eachReceiptIsAPage_data() {
        QTest::addColumn<QImage>("image");
        QTest::addColumn<int>("count");
        const auto row = [](const char* name, int count, const QImage& image) {
            QTest::newRow(name) << image << count;
        };
        row("table, about straight", 2, receiptsLaidOut(2, Ground::Table, 3, 180));
        row("table, any way round", 4, receiptsLaidOut(4, Ground::Table, 180, 180));
        row("table, in falling light", 6, shadowed(receiptsLaidOut(6, Ground::Table, 8, 180)));
        row("table, straight, nine", 9, receiptsLaidOut(9, Ground::Table, 2, 180));
        row("glass, about straight", 2, receiptsLaidOut(2, Ground::Glass, 3, 200));
        row("glass, any way round", 4, receiptsLaidOut(4, Ground::Glass, 180, 200));
        row("glass, noisy", 6, noisy(receiptsLaidOut(6, Ground::Glass, 6, 200), 12));
    }

    void eachReceiptIsAPage() {
        QFETCH(QImage, image);
        QFETCH(int, count);
        compare(readDocument(save(image, "JPEG", 85)), count, 0.93);
    }

    void aScannedSheetOfReceiptsInAPdfToo() {
        const QImage sheet = receiptsLaidOut(4, Ground::Glass, 180, 150);
        const double width = 72 * sheet.width() / 150.0, height = 72 * sheet.height() / 150.0;
        const QByteArray content =
            "q " + QByteArray::number(width) + " 0 0 " + QByteArray::number(height) + " 0 0 cm /P1 Do Q";
        const QString path = write(bytesOf({content, {}, sheet, {}, qRound(width), qRound(height)}));
        const Document document = readDocument(path);
        compare(document, 4, 0.93);
        drawnAsRead(path, document);
    }

    void eachPageIsDrawnAlone() {
        const QString path = save(receiptsLaidOut(4, Ground::Table, 180, 180), "JPEG", 85);
        drawnAsRead(path, readDocument(path));
    }

    /// Boxes lie on the ink of the picture that is shown, and there are no more pages than that.
    static void drawnAsRead(const QString& path, const Document& document) {
        const auto count = static_cast<int>(document.pages.size());
        QVERIFY(count > 1);
        for (int i = 0; i < count; ++i) {
            const PagePicture shown = renderPage(path, i, 2);
            QVERIFY(!shown.problem);
            const Page& page = document.pages[i];
            QVERIFY(qAbs(shown.image.width() - 2 * page.size.width()) < 1.01);
            QVERIFY(qAbs(shown.image.height() - 2 * page.size.height()) < 1.01);
            int inked = 0;
            for (const Word& word : page.words) inked += inkIn(shown.image, word.box, 2) > 0.06;
            QVERIFY2(inked >= 0.93 * page.words.size() && page.words.size() > 20,
                     qPrintable(QString("%1 of %2").arg(inked).arg(page.words.size())));
        }
        QVERIFY(renderPage(path, count, 1).problem);
    }

    void onePageStaysOne_data() {
        QTest::addColumn<QImage>("image");
        for (const OnePage& page : scannedPages()) {
            QTest::newRow(page.name) << page.image;
            QTest::newRow(qPrintable(page.name + QString(", skew 2°"))) << turned(page.image, 2);
        }
        for (const OnePage& page : photographedPages()) QTest::newRow(page.name) << page.image;
        QTest::newRow("one receipt on a table") << receiptsLaidOut(1, Ground::Table, 6, 150);
        QTest::newRow("one receipt on glass") << receiptsLaidOut(1, Ground::Glass, 6, 150);
        QTest::newRow("photo from an angle") << photographed(drawnBill(150).image);
        QTest::newRow("light on dark") << drawnBill(150, {QColor(20, 30, 60), Qt::white}).image;
    }

    void onePageStaysOne() {
        QFETCH(QImage, image);
        const QString path = save(image, "JPEG", 85);  // looking for pieces needs no text recognition, so drawing tells
        QVERIFY(!renderPage(path, 0, 0.2).problem);
        QVERIFY(renderPage(path, 1, 0.2).problem);
    }
};

static floe::test::AddSuite<PapersTest> added;
#include "papers_test.moc"
