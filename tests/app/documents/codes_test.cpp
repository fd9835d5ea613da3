// QR codes on pages and pictures.
#define ZX_USE_UTF8 1
#include <ZXing/BitMatrix.h>
#include <ZXing/CharacterSet.h>
#include <ZXing/MultiFormatWriter.h>

#include <QFile>
#include <QPainter>
#include <QTemporaryDir>
#include <QtTest>

#include "app/documents/frames.h"
#include "app/documents/read_document.h"
#include "drawn_page.h"
#include "support/qt_suites.h"
#include "written_pdf.h"

using namespace floe;
using namespace floe::test;

namespace {

const QString kGiro =
    "BCD\n002\n1\nSCT\n\nBrunnhuber Werkzeugbau GmbH\nDE02120300000000202051\nEUR1817.40\n\n\nRE-2024-0117";

/// A pixel for each module, without a margin.
QImage codeOf(const QString& text) {
    const ZXing::BitMatrix bits = ZXing::MultiFormatWriter(ZXing::BarcodeFormat::QRCode)
                                      .setMargin(0)
                                      .setEncoding(ZXing::CharacterSet::UTF8)
                                      .encode(text.toStdString(), 1, 1);
    QImage image(bits.width(), bits.height(), QImage::Format_Grayscale8);
    for (int y = 0; y < bits.height(); ++y)
        for (int x = 0; x < bits.width(); ++x) image.scanLine(y)[x] = bits.get(x, y) ? 0 : 255;
    return image;
}

/// A bill with a code of the given size; all in points.
DrawnPage billWithCode(const QString& text, const QRectF& place, double dotsPerInch) {
    DrawnPage page = drawnBill(dotsPerInch);
    const double scale = dotsPerInch / 72;
    QPainter(&page.image).drawImage(QRectF(place.topLeft() * scale, place.size() * scale), codeOf(text));
    return page;
}

/// As long as a Swiss bill's: 400 characters and more.
QString longText() {
    return "SPC\n0200\n1\n" + QString("CH4431999123000889012\nRobert Muster AG\n").repeated(10);
}

}  // namespace

class CodesTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;

    void compare(const QString& path, const QString& text, const QRectF& place) {
        const Document document = readDocument(path);
        QVERIFY2(!document.problem, document.problem ? qPrintable(document.problem->sentence) : "");
        QCOMPARE(document.codes.size(), 1);
        QCOMPARE(document.codes[0].text, text);
        QCOMPARE(document.codes[0].page, 0);
        const QRectF box = document.codes[0].box;
        QVERIFY2(qAbs(box.center().x() - place.center().x()) < 6 && qAbs(box.width() - place.width()) < 10,
                 qPrintable(QString("%1 %2 %3").arg(box.left()).arg(box.top()).arg(box.width())));
    }

 private slots:
    void aCodeOnAPictureIsRead() {
        const QRectF place(400, 600, 100, 100);
        const QString path = folder_.filePath("page.png");
        QVERIFY(billWithCode(kGiro, place, 150).image.save(path, "PNG"));
        compare(path, kGiro, place);
        QVERIFY(turned(billWithCode(kGiro, place, 150).image, 90).save(path, "PNG"));
        compare(path, kGiro, place);
    }

    void aCodeOnAPdfPageIsRead_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("side");
        QTest::newRow("giro, 30 mm") << kGiro << 85.0;
        QTest::newRow("giro, 20 mm") << kGiro << 57.0;
        QTest::newRow("Swiss, 46 mm") << longText() << 130.0;
        QTest::newRow("umlauts") << QString("Köln, 12 €; Übergröße für Jürgen Müller") << 60.0;
    }

    void aCodeOnAPdfPageIsRead() {
        QFETCH(QString, text);
        QFETCH(double, side);
        const QByteArray draw = QString("q %1 0 0 %1 400 100 cm /P1 Do Q\n").arg(side).toLatin1();
        QFile file(folder_.filePath("page.pdf"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytesOf({ordinaryLines() + draw, {}, codeOf(text), {}}));
        file.close();
        compare(file.fileName(), text, QRectF(400, 842 - 100 - side, side, side));
    }

    void codesComeBackAsTheyWent() {
        Document document;
        document.pages = {{{595, 842}, {}}};
        document.codes = {{0, {1, 2, 3, 4}, "BCD\n002"}};
        const Document back = frames::unpackDocument(frames::pack(document));
        QVERIFY(!back.problem);
        QCOMPARE(back.codes.size(), 1);
        QCOMPARE(back.codes[0].text, "BCD\n002");
        QCOMPARE(back.codes[0].box, QRectF(1, 2, 3, 4));
    }

    void codesThatCannotBeAreNotTakenOver() {
        Document document;
        document.pages = {{{595, 842}, {}}};
        const double far = 1e7;
        document.codes = {
            {1, {1, 2, 3, 4}, "of no page"}, {-1, {1, 2, 3, 4}, "of none"}, {0, {far, 2, 3, 4}, "far off"}};
        for (int i = 0; i < 3 * kMostCodes; ++i)
            document.codes.append({0, {1, 2, 3, 4}, QString(3 * kLongestCode, 'x')});
        const Document back = frames::unpackDocument(frames::pack(document));
        QVERIFY(!back.problem);
        QCOMPARE(back.codes.size(), kMostCodes);
        for (const Code& code : back.codes) QCOMPARE(code.text, QString(kLongestCode, 'x'));
    }
};

static floe::test::AddSuite<CodesTest> added;
#include "codes_test.moc"
