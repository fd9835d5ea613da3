#include "app/documents/linearizer.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include "support/paths.h"
#include "support/qt_suites.h"

using namespace floe;

namespace {

QVector<Page> pagesOf(const QJsonArray& json) {
    QVector<Page> pages;
    for (const QJsonValue& page : json) {
        Page p{QSizeF(page["width"].toDouble(), page["height"].toDouble()), {}};
        for (const QJsonValue& word : page["words"].toArray()) {
            const QJsonArray b = word["box"].toArray();
            p.words.append({word["text"].toString(), QRectF(QPointF(b[0].toDouble(), b[1].toDouble()),
                                                            QPointF(b[2].toDouble(), b[3].toDouble()))});
        }
        pages.append(p);
    }
    return pages;
}

Word word(const char* text, double left, double top, double right, double bottom) {
    return {text, QRectF(QPointF(left, top), QPointF(right, bottom))};
}

}  // namespace

class LinearizerTest : public QObject {
    Q_OBJECT

 private slots:
    void writesWhatItsTwinWrites_data() {
        QTest::addColumn<QJsonObject>("json");
        QFile file(QString(test::source_dir()) + "/tests/app/documents/linearizer_cases.json");
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonArray cases = QJsonDocument::fromJson(file.readAll()).array();
        QVERIFY(cases.size() > 20);
        for (const QJsonValue& c : cases) QTest::newRow(qPrintable(c["name"].toString())) << c.toObject();
    }

    void writesWhatItsTwinWrites() {
        QFETCH(QJsonObject, json);
        const LinedText lined = lineUp(pagesOf(json["pages"].toArray()));
        QCOMPARE(QString::fromUtf8(lined.text), json["text"].toString());
        QJsonArray words, links;
        for (const WordPlace& p : lined.places) words.append(QJsonArray{p.page, p.begin, p.end});
        for (const CellLink& l : lined.links) links.append(QJsonArray{l.from, l.to});
        QCOMPARE(words, json["words"].toArray());
        QCOMPARE(links, json["links"].toArray());
    }

    void placesOfARunAreTheWordsItTouches() {
        const QVector<Page> pages{
            {{595, 842}, {word("Müller", 10, 10, 40, 20), word("#17", 43, 10, 60, 20), word("x", 200, 10, 210, 20)}},
            {{595, 842}, {word("two", 10, 10, 40, 20)}}};
        const LinedText lined = lineUp(pages);
        QCOMPARE(lined.text, QByteArray(" Müller #17\t x\n\f\n two\n"));
        const auto found = [&](const char* run) {
            const qint64 at = lined.text.indexOf(run);
            return placeOf(lined, at, at + qint64(strlen(run)));
        };
        QCOMPARE(found(" Müller").words, QVector<int>{0});
        QCOMPARE(found("17").words, QVector<int>{1});
        QCOMPARE(found(" Müller #17").words, (QVector<int>{0, 1}));
        QCOMPARE(found("two").page, 1);
        QCOMPARE(placeOf(lined, 0, 0).page, -1);
    }
};

static floe::test::AddSuite<LinearizerTest> added;
#include "linearizer_test.moc"
