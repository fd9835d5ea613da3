// HEIC pictures, which are read where the system has libheif. The test's files are made by heif-enc.
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include "app/documents/read_document.h"
#include "drawn_page.h"
#include "support/qt_suites.h"

using namespace floe;
using namespace floe::test;

class HeifTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;

    /// Empty: there is no heif-enc, or it has no encoder.
    QString encoded(const QImage& image) {
        const QString program = QStandardPaths::findExecutable("heif-enc");
        const QString from = folder_.filePath("page.png"), to = folder_.filePath("page.heic");
        if (program.isEmpty() || !image.save(from)) return {};
        return QProcess::execute(program, {"-q", "80", from, "-o", to}) == 0 ? to : QString();
    }

    QByteArray bytesOf(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QString write(const QByteArray& bytes) {
        QFile file(folder_.filePath("spoilt.heic"));
        if (!file.open(QIODevice::WriteOnly)) return {};
        file.write(bytes);
        return file.fileName();
    }

 private slots:
    void aPictureOfAPhoneIsRead() {
        const DrawnPage drawn = drawnBill(150);
        const QString path = encoded(drawn.image);
        if (path.isEmpty()) QSKIP("heif-enc (package libheif-examples) is not there to make a HEIC file");
        const Document document = readDocument(path);
        QVERIFY2(!document.problem, document.problem ? qPrintable(document.problem->sentence) : "");
        QCOMPARE(document.pages.size(), 1);
        const Found result = found(drawn, document.pages[0]);
        qInfo("| HEIC (150 dots an inch) | %.0f %% |", 100 * result.share());
        QVERIFY2(result.share() > 0.93, qPrintable("missed: " + result.missed.join(' ')));
        QVERIFY(!renderPage(path, 0, 1).problem);
    }

    void spoiltOnesAreReadOrRefused() {
        const QString path = encoded(drawnBill(60).image);
        if (path.isEmpty()) QSKIP("heif-enc (package libheif-examples) is not there to make a HEIC file");
        const QByteArray bytes = bytesOf(path);
        const auto endsWell = [&](const QByteArray& spoilt) {
            // Drawing decodes as reading does, and needs no text recognition.
            const PagePicture picture = renderPage(write(spoilt), 0, 0.2);
            return picture.problem ? !picture.problem->sentence.contains("could not be started")
                                   : !picture.image.isNull();
        };
        for (const double share : {0.001, 0.01, 0.1, 0.3, 0.6, 0.9, 0.99})
            QVERIFY2(endsWell(bytes.left(qMax(16, int(share * double(bytes.size()))))),
                     qPrintable(QString::number(share)));
        for (int round = 0; round < 40; ++round) {  // the first rounds spoil the boxes at its head, the later ones all
            QByteArray spoilt = bytes;
            const int from = 16 + 7 * round, step = round < 25 ? 61 : 997;
            const int end = round < 25 ? qMin(900, int(spoilt.size())) : int(spoilt.size());
            for (int i = from; i < end; i += step) spoilt[i] = static_cast<char>(spoilt[i] ^ (1 << (round % 8)));
            QVERIFY2(endsWell(spoilt), qPrintable(QString::number(round)));
        }
    }

    void oneThatSaysItIsHugeIsRefused() {
        const QString path = encoded(drawnBill(60).image);
        if (path.isEmpty()) QSKIP("heif-enc (package libheif-examples) is not there to make a HEIC file");
        QByteArray bytes = bytesOf(path);
        const auto at = bytes.indexOf("ispe");  // then four bytes of version, width and height, the high byte first
        QVERIFY(at > 0);
        for (const qsizetype byte : {at + 8, at + 12}) bytes.replace(byte, 4, QByteArray("\0\0\x7f\0", 4));
        for (auto next = bytes.indexOf("ispe", at + 4); next > 0; next = bytes.indexOf("ispe", next + 4))
            for (const qsizetype byte : {next + 8, next + 12}) bytes.replace(byte, 4, QByteArray("\0\0\x7f\0", 4));
        QVERIFY(renderPage(write(bytes), 0, 0.2).problem);
    }
};

static floe::test::AddSuite<HeifTest> added;
#include "heif_test.moc"
