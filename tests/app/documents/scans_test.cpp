// Scans and photos: which words of a page come back, and where.
#include <QBuffer>
#include <QElapsedTimer>
#include <QFile>
#include <QPainter>
#include <QTemporaryDir>
#include <QtTest>

#include "app/documents/read_document.h"
#include "drawn_page.h"
#include "support/qt_suites.h"

using namespace floe;
using namespace floe::test;

namespace {

void put(QByteArray& bytes, qint64 value, int size) {
    for (int i = 0; i < size; ++i) bytes += static_cast<char>(value >> (8 * i));
}

/// Each picture becomes a page of 8-bit greys in one strip; Qt writes one page only.
QByteArray tiffOf(const QVector<QImage>& pictures) {
    QByteArray bytes("II*\0", 4);
    qsizetype link = bytes.size();
    put(bytes, 0, 4);
    for (const QImage& picture : pictures) {
        const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
        const qsizetype pixels = bytes.size(), width = grey.width(), height = grey.height();
        for (int y = 0; y < height; ++y) bytes.append(reinterpret_cast<const char*>(grey.constScanLine(y)), width);
        if (bytes.size() % 2) bytes += '\0';
        const qsizetype resolution = bytes.size();
        put(bytes, qRound(picture.dotsPerMeterX() * 0.0254), 4);
        put(bytes, 1, 4);
        QByteArray at;
        put(at, bytes.size(), 4);
        bytes.replace(link, 4, at);
        const qint64 entries[][3] = {{256, 3, width},      {257, 3, height},     {258, 3, 8},
                                     {259, 3, 1},          {262, 3, 1},          {273, 4, pixels},
                                     {277, 3, 1},          {278, 3, height},     {279, 4, width * height},
                                     {282, 5, resolution}, {283, 5, resolution}, {296, 3, 2}};
        put(bytes, std::size(entries), 2);
        for (const auto& [tag, type, value] : entries) {
            put(bytes, tag, 2);
            put(bytes, type, 2);
            put(bytes, 1, 4);
            put(bytes, value, 4);
        }
        link = bytes.size();
        put(bytes, 0, 4);
    }
    return bytes;
}

}  // namespace

class ScansTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;

    QString save(const QImage& image, const char* format = "PNG", int quality = -1) {
        const QString path = folder_.filePath("page");
        return image.save(path, format, quality) ? path : QString();
    }

    QString write(const QByteArray& bytes) {
        QFile file(folder_.filePath("page"));
        if (!file.open(QIODevice::WriteOnly)) return {};
        file.write(bytes);
        return file.fileName();
    }

    void compare(const DrawnPage& drawn, const QString& path, double least) {
        QElapsedTimer clock;
        clock.start();
        const Document document = readDocument(path);
        QVERIFY2(!document.problem, document.problem ? qPrintable(document.problem->sentence) : "");
        QCOMPARE(document.source, Document::Source::Ocr);
        QCOMPARE(document.pages.size(), 1);
        const Found result = found(drawn, document.pages[0]);
        qInfo("| %s | %.0f %% | %.1f s |", QTest::currentDataTag() ? QTest::currentDataTag() : "", 100 * result.share(),
              double(clock.elapsed()) / 1000);
        QVERIFY2(result.share() >= least, qPrintable("missed: " + result.missed.join(' ')));
    }

 private slots:
    void wordsComeBackFromWornPages_data() {
        QTest::addColumn<QImage>("image");
        QTest::addColumn<double>("least");
        const QImage bill = drawnBill(200).image, coarse = drawnBill(150).image;
        QTest::newRow("clean, 200 dpi") << bill << 0.97;
        QTest::newRow("clean, 300 dpi") << drawnBill(300).image << 0.97;
        QTest::newRow("clean, 600 dpi") << drawnBill(600).image << 0.97;
        QTest::newRow("noise") << noisy(bill, 40) << 0.9;
        QTest::newRow("specks") << speckled(bill, 0.02) << 0.9;
        QTest::newRow("skew 2°") << turned(bill, 2) << 0.95;
        QTest::newRow("skew -7°") << turned(bill, -7) << 0.95;
        QTest::newRow("skew 10°") << turned(bill, 10) << 0.9;
        QTest::newRow("blur") << blurred(bill, 1) << 0.95;
        QTest::newRow("upside down") << turned(bill, 180) << 0.97;
        QTest::newRow("sideways, 90°") << turned(bill, 90) << 0.97;
        QTest::newRow("sideways, 270°, skew 3°") << turned(bill, 273) << 0.95;
        QTest::newRow("light on dark") << drawnBill(200, {QColor(20, 30, 60), Qt::white}).image << 0.95;
        QTest::newRow("pale on tinted paper")
            << drawnBill(200, {QColor(250, 240, 200), QColor(130, 130, 150)}).image << 0.95;
        QTest::newRow("shadow") << shadowed(bill) << 0.95;
        QTest::newRow("shadow, noise, skew 4°") << noisy(shadowed(turned(coarse, 4)), 8) << 0.9;
        QTest::newRow("JPEG, quality 30") << asJpeg(coarse, 30) << 0.9;
    }

    void wordsComeBackFromWornPages() {
        QFETCH(QImage, image);
        QFETCH(double, least);
        compare(drawnBill(200), save(image), least);
    }

    void smallTextIsReadToo() {
        // A screenshot: 9-point text is 9 pixels high. Its 72 dots an inch are no scanner's, and not believed.
        const DrawnPage drawn = drawnBill(72);
        compare(drawn, save(drawn.image), 0.85);
    }

    void aPhotoOnADarkTableIsRead() {
        // Where the words lie depends on the view, so only their texts are compared.
        const DrawnPage drawn = drawnBill(200);
        const Document document = readDocument(save(photographed(drawn.image), "JPEG", 70));
        QVERIFY2(!document.problem, document.problem ? qPrintable(document.problem->sentence) : "");
        QSet<QString> read;
        for (const Word& word : document.pages[0].words) read.insert(word.text);
        QStringList missed;
        for (const Word& word : drawn.words)
            if (!read.contains(word.text)) missed += word.text;
        qInfo("| photo on a dark table | %.0f %% | |", 100 - 100.0 * missed.size() / drawn.words.size());
        QVERIFY2(missed.size() < 0.1 * drawn.words.size(), qPrintable("missed: " + missed.join(' ')));
    }

    void picturesOfNothingHaveNoWords() {
        for (const QSize& size : {QSize(1, 1), QSize(1, 5000), QSize(5000, 1), QSize(17, 17), QSize(600, 600)}) {
            QImage image(size, QImage::Format_RGB32);
            for (const QColor& colour : {QColor(Qt::white), QColor(Qt::black)}) {
                image.fill(colour);
                const Document document = readDocument(save(image));
                QVERIFY2(!document.problem, document.problem ? qPrintable(document.problem->sentence) : "");
                QCOMPARE(document.pages.size(), 1);
                QVERIFY(document.pages[0].words.size() < 3);
            }
        }
    }

    void brokenPicturesAreReadOrRefused() {
        const QImage image = drawnBill(60).image;
        for (const char* format : {"PNG", "JPEG", "TIFF", "WEBP", "BMP"}) {
            QByteArray bytes;
            QBuffer buffer(&bytes);
            QVERIFY(buffer.open(QIODevice::WriteOnly) && image.save(&buffer, format, 50));
            for (const double share : {0.01, 0.3, 0.9}) {
                const Document cut = readDocument(write(bytes.left(qMax(30, int(bytes.size() * share)))));
                QVERIFY2(cut.problem || cut.pages.size() == 1, format);
                QByteArray spoilt = bytes;
                for (int i = 40; i < spoilt.size(); i += 97) spoilt[i] = static_cast<char>(i * 31);
                const Document odd = readDocument(write(spoilt));
                QVERIFY2(odd.problem || odd.pages.size() == 1, format);
                if (odd.problem) QVERIFY2(!odd.problem->sentence.contains("could not be started"), format);
            }
        }
    }

    void transparentPaperIsWhite() {
        const DrawnPage drawn = drawnBill(200, {Qt::transparent, Qt::black});
        QImage clear(drawn.image.size(), QImage::Format_ARGB32);
        clear.fill(Qt::transparent);
        const QImage opaque = drawnBill(200).image;
        for (int y = 0; y < clear.height(); ++y)
            for (int x = 0; x < clear.width(); ++x)
                clear.setPixel(x, y, qRgba(0, 0, 0, 255 - qGray(opaque.pixel(x, y))));
        clear.setDotsPerMeterX(opaque.dotsPerMeterX());
        clear.setDotsPerMeterY(opaque.dotsPerMeterY());
        compare(drawn, save(clear), 0.97);
    }

    void otherFormatsAreRead_data() {
        QTest::addColumn<QByteArray>("format");
        for (const char* format : {"TIFF", "WEBP", "BMP"}) QTest::newRow(format) << QByteArray(format);
    }

    void otherFormatsAreRead() {
        QFETCH(QByteArray, format);
        const DrawnPage drawn = drawnBill(150);
        compare(drawn, save(drawn.image, format), 0.95);
    }

    void everyPageOfATiffIsRead() {
        const QVector<DrawnPage> drawn{drawnBill(150), drawnBill(150, {Qt::white, Qt::black, "de"})};
        const QString path = write(tiffOf({drawn[0].image, turned(drawn[1].image, 90)}));
        const Document document = readDocument(path);
        QVERIFY2(!document.problem, document.problem ? qPrintable(document.problem->sentence) : "");
        QCOMPARE(document.pages.size(), 2);
        for (int i = 0; i < 2; ++i) {
            const Found result = found(drawn[i], document.pages[i]);
            QVERIFY2(result.share() > 0.9, qPrintable("missed: " + result.missed.join(' ')));
        }
        QCOMPARE(renderPage(path, 1, 1).image.size(), QSize(595, 842));
        QVERIFY(renderPage(path, 2, 1).problem);
    }

    void aPictureLargerThanAnyPageIsRefused() {
        QByteArray bmp("BM");
        for (const int value : {0, 0, 54, 40, 12000, 11000}) put(bmp, value, 4);
        put(bmp, 1, 2);
        put(bmp, 24, 2);
        for (int i = 0; i < 6; ++i) put(bmp, 0, 4);
        const Document document = readDocument(write(bmp + QByteArray(1000, 'x')));
        QVERIFY(document.problem);
        QVERIFY2(document.problem->sentence.contains("132 megapixels"), qPrintable(document.problem->sentence));
    }

    void aPictureOfAPhoneThatIsDamagedSaysSo() {
        // Or, where the system lacks libheif, which package to install.
        const Document document =
            readDocument(write(QByteArray("\0\0\0\x18"
                                          "ftypheic\0\0\0\0",
                                          16)));
        QVERIFY(document.problem);
        QVERIFY2(document.problem->sentence.contains("libheif"), qPrintable(document.problem->sentence));
    }

    void aLanguageThatIsMissingIsNamed() {
        QTemporaryDir data;
        const QDir installed("/usr/share/tesseract-ocr/5/tessdata");
        if (!installed.exists("eng.traineddata")) QSKIP("Tesseract's data lies elsewhere");
        QVERIFY(QFile::link(installed.filePath("eng.traineddata"), data.filePath("eng.traineddata")));
        qputenv("TESSDATA_PREFIX", data.path().toUtf8());
        const Document document = readDocument(save(drawnBill(150, {Qt::white, Qt::black, "de"}).image));
        qunsetenv("TESSDATA_PREFIX");
        QVERIFY(!document.problem);
        QVERIFY(found(drawnBill(150, {Qt::white, Qt::black, "de"}), document.pages.value(0)).share() > 0.8);
        QVERIFY2(document.note.contains("German") && document.note.contains("tesseract-ocr-deu"),
                 qPrintable(document.note));
    }

    void theLanguageOfThePageIsUsed_data() {
        QTest::addColumn<QString>("language");
        for (const char* language : {"de", "fr", "es", "it", "nl", "pt", "pl", "sv", "da"})
            QTest::newRow(language) << language;
    }

    void theLanguageOfThePageIsUsed() {
        QFETCH(QString, language);
        const DrawnPage drawn = drawnBill(200, {Qt::white, Qt::black, language});
        compare(drawn, save(drawn.image), 0.95);
    }

    void boxesLieOnTheWordsOfThePictureThatIsShown_data() {
        QTest::addColumn<double>("degrees");
        for (const double degrees : {0.0, 5.0, 90.0, 176.0, 270.0}) QTest::addRow("%.0f°", degrees) << degrees;
    }

    void boxesLieOnTheWordsOfThePictureThatIsShown() {
        QFETCH(double, degrees);
        const QString path = save(turned(drawnBill(150).image, degrees));
        const Document document = readDocument(path);
        QVERIFY(!document.problem);
        const PagePicture shown = renderPage(path, 0, 2);
        QVERIFY(!shown.problem);
        const Page& page = document.pages[0];
        QVERIFY(qAbs(shown.image.width() - 2 * page.size.width()) < 1.01);
        QVERIFY(qAbs(shown.image.height() - 2 * page.size.height()) < 1.01);
        int inked = 0;
        for (const Word& word : page.words) inked += inkIn(shown.image, word.box, 2) > 0.06;
        QVERIFY2(inked >= 0.95 * page.words.size() && page.words.size() > 60,
                 qPrintable(QString("%1 of %2").arg(inked).arg(page.words.size())));
    }
};

static floe::test::AddSuite<ScansTest> added;
#include "scans_test.moc"
