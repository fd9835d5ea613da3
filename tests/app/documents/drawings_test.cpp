// What is drawn on pages besides words, and where links lead.
#include <QFile>
#include <QPainter>
#include <QTemporaryDir>
#include <QtTest>

#include "app/documents/cut_picture.h"
#include "app/documents/frames.h"
#include "app/documents/read_document.h"
#include "drawn_page.h"
#include "support/qt_suites.h"
#include "written_pdf.h"

using namespace floe;
using namespace floe::test;

namespace {

/// A red square with a white one in it, 40 points on a side.
const QByteArray kMark = "0.8 0.2 0.1 rg 480 770 40 40 re f 1 g 490 780 20 20 re f 0 g\n";
const QRectF kMarkPlace(480, 842 - 810, 40, 40);

bool isAt(const QRectF& box, const QRectF& place, double within) {
    return qAbs(box.left() - place.left()) <= within && qAbs(box.top() - place.top()) <= within &&
           qAbs(box.right() - place.right()) <= within && qAbs(box.bottom() - place.bottom()) <= within;
}

QImage disc(int side) {
    QImage image(side, side, QImage::Format_Grayscale8);
    image.fill(255);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(QColor(90, 90, 90));
    painter.drawEllipse(QRectF(1, 1, side - 2, side - 2));
    return image;
}

}  // namespace

class DrawingsTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;

    QString written(const QByteArray& bytes, const QString& name = "a.pdf") {
        QFile file(folder_.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }
    Document read(const WrittenPdf& pdf) { return readDocument(written(bytesOf(pdf))); }

 private slots:
    void aDrawingOfLinesIsFoundWithItsPlace() {
        const Document document = read({kMark + ordinaryLines(), {}, {}, {}});
        QCOMPARE(document.drawings.size(), 1);
        QCOMPARE(document.drawings[0].page, 0);
        QVERIFY(isAt(document.drawings[0].box, kMarkPlace, 1.5));
    }

    void aPictureIsFoundWithItsPlace() {
        const Document document = read({"q 60 0 0 60 460 760 cm /P1 Do Q\n" + ordinaryLines(), {}, disc(120), {}});
        QCOMPARE(document.drawings.size(), 1);
        QVERIFY(isAt(document.drawings[0].box, QRectF(460, 842 - 820, 60, 60), 2));
    }

    void onAPageThatIsTurnedThePlaceIsTheShownOne() {
        const Document document = read({kMark + ordinaryLines(), {}, {}, "/Rotate 180"});
        QCOMPARE(document.drawings.size(), 1);
        QVERIFY(document.drawings[0].box.center().x() > 0);
        const QSizeF page = document.pages[0].size;
        QVERIFY(QRectF(QPointF(), page).contains(document.drawings[0].box));
    }

    void rulesFramesGroundsAndCodesAreNone_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("words alone") << QByteArray();
        QTest::newRow("rules") << QByteArray("50 730 500 1 re f 50 100 500 2 re f 300 90 1 300 re f\n");
        QTest::newRow("a table's lines") << QByteArray(
            "1 w 50 300 400 200 re S 50 350 m 450 350 l S 50 400 m 450 400 l S 150 300 m 150 500 l S\n");
        QTest::newRow("a band") << QByteArray("0.1 0.2 0.5 rg 0 802 595 40 re f 0 g\n");
        QTest::newRow("a shaded cell") << QByteArray("0.8 g 40 815 300 20 re f 0 g\n");
        QTest::newRow("a box to tick") << QByteArray("1 w 500 700 8 8 re S\n");
        QByteArray bars, spots;
        for (int i = 0; i < 40; ++i)
            bars += QByteArray::number(400 + 3 * i) + " 760 " + (i % 3 ? "1" : "2") + " 40 re f\n";
        quint32 chance = 4711;
        for (int i = 0; i < 21 * 21; ++i) {
            chance = chance * 1664525 + 1013904223;
            if (chance >> 31) continue;
            spots += QByteArray::number(450 + i % 21 * 3) + " " + QByteArray::number(740 + i / 21 * 3) + " 3 3 re f\n";
        }
        QTest::newRow("a bar code") << bars;
        QTest::newRow("a code of spots") << spots;
    }
    void rulesFramesGroundsAndCodesAreNone() {
        QFETCH(QByteArray, content);
        const Document document = read({content + ordinaryLines(), {}, {}, {}});
        QCOMPARE(document.pages.size(), 1);
        QVERIFY2(document.drawings.isEmpty(),
                 document.drawings.isEmpty() ? "" : qPrintable(QDebug::toString(document.drawings[0].box)));
    }

    void onAScanADrawingIsFoundAmongNoise() {
        DrawnPage page = drawnBill(200);
        const double scale = 200.0 / 72;
        const QRectF place(470, 30, 60, 60);
        QPainter(&page.image).drawImage(QRectF(place.topLeft() * scale, place.size() * scale), disc(200));
        const QString path = folder_.filePath("scan.png");
        QVERIFY(noisy(page.image, 6).save(path));
        const Document document = readDocument(path);
        QVERIFY2(!document.problem, document.problem ? qPrintable(document.problem->sentence) : "");
        QVERIFY(!document.drawings.isEmpty());
        const QSizeF size = document.pages[0].size;  // a picture that names no resolution is 595 points wide
        const double shrink = size.width() / 595;
        QVERIFY(isAt(document.drawings[0].box, QRectF(place.topLeft() * shrink, place.size() * shrink), 4));
    }

    void aDrawingIsCutOutOfItsPage() {
        const QString path = written(bytesOf({kMark + ordinaryLines(), {}, {}, {}}));
        const QImage cut = cutPicture(path, 0, kMarkPlace);
        QVERIFY(cut.width() > 150 && cut.width() < 180);
        QVERIFY(qRed(cut.pixel(5, 5)) > 180 && qGreen(cut.pixel(5, 5)) < 80);
        QCOMPARE(cut.pixelColor(cut.rect().center()), QColor(Qt::white));
        QVERIFY(pngOf(cut).startsWith("\x89PNG"));
        QVERIFY(cutPicture(path, 0, QRectF(5000, 10, 20, 20)).isNull());
        QVERIFY(cutPicture(path, 7, kMarkPlace).isNull());
        QImage large(2000, 2000, QImage::Format_RGB32);
        for (int y = 0; y < large.height(); ++y)
            for (int x = 0; x < large.width(); ++x) large.setPixel(x, y, qRgb(x * y, x * 31 + y * 17, x ^ y));
        QVERIFY(pngOf(large).size() <= 256 << 10);
        QVERIFY(pngOf({}).isEmpty());
    }

    void linksComeWithTheirPlaces() {
        const auto link = [](const QByteArray& target) {
            return "<< /Type /Annot /Subtype /Link /Rect [50 700 150 712] /A << /S /URI /URI (" + target + ") >> >>";
        };
        const Document document =
            read({ordinaryLines(),
                  {},
                  {},
                  "/Annots [" + link("https://www.facebook.com/pike") + link("javascript:alert") +
                      link("https://a.example/" + QByteArray(600, 'x')) + link("mailto:a") + " null 7]"});
        QVERIFY(!document.problem);
        QCOMPARE(document.links.size(), 1);
        QCOMPARE(document.links[0].target, "https://www.facebook.com/pike");
        QVERIFY(isAt(document.links[0].box, QRectF(50, 130, 100, 12), 0.5));
    }

    void whatAChildSaysOfThemIsLookedAt() {
        Document document;
        document.pages = {{{595, 842}, {}}};
        document.drawings = {{0, {10, 10, 20, 20}}, {1, {10, 10, 20, 20}}, {-1, {10, 10, 20, 20}}, {0, {1e9, 0, 5, 5}}};
        document.links = {{0, {0, 0, 9, 9}, "https://a.example/b"}, {0, {0, 0, 9, 9}, "file:///etc/passwd"}};
        for (int i = 0; i < 500; ++i) document.drawings.append({0, {0, 0, 30, 30}});
        const Document unpacked = frames::unpackDocument(frames::pack(document));
        QVERIFY(!unpacked.problem);
        QCOMPARE(unpacked.drawings.size(), kMostDrawings);
        QCOMPARE(unpacked.drawings[1].box.width(), 30.0);
        QCOMPARE(unpacked.links.size(), 1);
    }
};

static floe::test::AddSuite<DrawingsTest> added;
#include "drawings_test.moc"
