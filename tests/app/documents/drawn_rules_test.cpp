#include "app/documents/drawn_rules.h"

#include <QtTest>

#include "support/qt_suites.h"

using namespace floe;

class DrawnRulesTest : public QObject {
    Q_OBJECT

 private slots:
    void whatCharactersDrawIsLeftOut_data() {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* name, const char* page, const char* words) {
            QTest::newRow(name) << QString::fromUtf8(page) << QString::fromUtf8(words);
        };
        row("rules", "Item Amount ======== ------------ Paint 2.00 ____________", "Item Amount Paint 2.00");
        row("a frame", "+------+----+ | Item | Qty| |Paint | 2| +------+----+", "Item Qty Paint 2");
        row("a frame of drawing characters", "┌───┬──┐ │Item│2│ └───┴──┘", "Item 2");
        row("a table as mails have it", "| Item | Qty | |------|-----| | Paint | 2 |", "Item Qty Paint 2");
        row("leaders", "Subtotal ............ 3.00 Total......... 4.50 ....5.00", "Subtotal 3.00 Total 4.50 5.00");
        row("bars without a frame", "Mill Lane 2 | Bradford|England", "Mill Lane 2 | Bradford|England");
        row("hyphens, points and signs", "-- - 12.-- 1.50-- ... e.g. a_b __ -5 3.- **** 1234 +49 = 7",
            "-- - 12.-- 1.50-- ... e.g. a_b __ -5 3.- **** 1234 +49 = 7");
        row("nothing", "", "");
    }
    void whatCharactersDrawIsLeftOut() {
        QFETCH(QString, page);
        QFETCH(QString, words);
        Page one{{595, 842}, {}};
        double x = 0;
        for (const QString& word : page.split(' ', Qt::SkipEmptyParts)) {
            one.words.append({word, QRectF(x, 0, 5.0 * double(word.size()), 10)});
            x += 5.0 * double(word.size()) + 5;
        }
        QVector<Page> pages{one};
        withoutDrawnRules(pages);
        QStringList left;
        for (const Word& word : pages[0].words) {
            left += word.text;
            QVERIFY(word.box.width() > 0);
        }
        QCOMPARE(left.join(' '), words);
    }

    void whatIsCutKeepsItsPlace() {
        QVector<Page> pages{{{595, 842}, {{"+----+----+", QRectF(0, 0, 110, 10)}, {"|ab|c", QRectF(100, 20, 50, 10)}}}};
        withoutDrawnRules(pages);
        QCOMPARE(pages[0].words.size(), 2);
        QCOMPARE(pages[0].words[0].box, QRectF(110, 20, 20, 10));
        QCOMPARE(pages[0].words[1].box, QRectF(140, 20, 10, 10));
    }
};

static floe::test::AddSuite<DrawnRulesTest> added;
#include "drawn_rules_test.moc"
