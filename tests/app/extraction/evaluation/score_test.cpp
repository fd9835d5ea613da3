#include "app/extraction/evaluation/score.h"

#include <QtTest>
#include <nlohmann/json.hpp>

#include "app/extraction/evaluation/report.h"
#include "extraction/evaluation/judged_bills.h"
#include "support/qt_suites.h"

using namespace floe;
using namespace floe::evaluation;
using test::bill, test::doubted, test::field, test::reading, test::write;

namespace {

/// Two German bills, one of them right, and an English one that could not be read.
QVector<Judgement> three() {
    Extraction unread;
    unread.problem = Problem{Problem::Kind::DamagedFile, "bill.pdf", "bill.pdf: it is damaged."};
    const QVector<Field> right{field("number", "7", 0.95), field("net", "10.00", 0.95)};
    const QVector<Field> off{field("number", "8", 0.65), doubted("tax", "2.00")};
    const char* const german =
        R"({"kind": "bill", "language": "de", "fields": {"number": "7", "net": "10.00", "tax": null},)"
        R"( "lines": [{"description": "Ink", "amount": "6.00"}, {"description": "Pen", "amount": "4.00"}]})";
    return {judge(bill(german), {reading(right, {"Ink|||6.00", "Pen|||4.00"})}),
            judge(bill(german), {reading(off, {"Ink|||6.00", "Pan|||4.00", "Extra|||1.00"})}),
            judge(bill(R"({"kind": "bill", "language": "en", "fields": {"number": "7"}})"), {unread})};
}

QString words(const Count& c) {
    return QString("%1 right, %2 wrong, %3 missing, %4 invented, %5 silent")
        .arg(c.right)
        .arg(c.wrong)
        .arg(c.missing)
        .arg(c.invented)
        .arg(c.silent);
}

QVector<Guess> guesses(const QVector<std::pair<double, int>>& rightAndNot) {
    QVector<Guess> all;  // a confidence, and how many: negative are wrong
    for (const auto& [confidence, count] : rightAndNot)
        for (int i = 0; i < std::abs(count); ++i) all.append({confidence, count > 0, true});
    return all;
}

}  // namespace

class ScoreTest : public QObject {
    Q_OBJECT

 private slots:
    void judgementsAddUp() {
        const Score score = scoreOf(three());
        QCOMPARE(words(score.fields["number"]), "1 right, 1 wrong, 1 missing, 0 invented, 1 silent");
        QCOMPARE(words(score.fields["net"]), "1 right, 0 wrong, 1 missing, 0 invented, 0 silent");
        QCOMPARE(words(score.fields["tax"]), "0 right, 0 wrong, 0 missing, 1 invented, 0 silent");
        QCOMPARE(words(score.all), "2 right, 1 wrong, 2 missing, 1 invented, 1 silent");
        QCOMPARE(*score.all.share(), 2.0 / 6);
        QCOMPARE(score.bills, 3);
        QCOMPARE(score.unread, 1);
        QCOMPARE(*score.headerShare(), 1.0 / 3);
        QCOMPARE(*score.kindShare(), 2.0 / 3);
        QCOMPARE(*score.sureShare(), 3.0 / 4);
        QCOMPARE(*score.sureRight(), 2.0 / 3);
        const Matches lines = score.lists["lines"], amounts = score.lists["lines.amount"];
        QCOMPARE(*lines.precision(), 3.0 / 5);
        QCOMPARE(*lines.recall(), 3.0 / 4);
        QCOMPARE(*lines.f1(), 6.0 / 9);
        QCOMPARE(*amounts.f1(), 8.0 / 9);
    }

    void groupsAreScoredByThemselves() {
        const auto scores = scoresBy(Group::Language, three());
        QCOMPARE(scores.keys(), QStringList({"de", "en"}));
        QCOMPARE(*scores["de"].headerShare(), 0.5);
        QCOMPARE(scores["en"].unread, 1);
        QVERIFY(scoresBy(Group::Family, three()).isEmpty());
    }

    void confidenceIsHeldAgainstWhatIsRight_data() {
        QTest::addColumn<QVector<Guess>>("all");
        QTest::addColumn<double>("error");
        QTest::addColumn<double>("coverage");
        const auto row = [](const char* name, const QVector<Guess>& all, double error, double coverage) {
            QTest::newRow(name) << all << error << coverage;
        };
        row("nothing", {}, 0, 0);
        row("believable", guesses({{0.75, 3}, {0.75, -1}}), 0, 0);
        row("too sure", guesses({{0.9, 1}, {0.9, -1}}), 0.4, 0);
        row("certain and right", guesses({{1.0, 5}}), 0, 1);
        row("certain and wrong", guesses({{1.0, -5}}), 1, 0);
        row("weighed by bins", guesses({{0.95, 3}, {0.15, -1}}), 0.75 * 0.05 + 0.25 * 0.15, 0.75);
        row("one in a hundred may be wrong", guesses({{0.9, 99}, {0.9, -1}}), 0.09, 1);
        row("a wrong one in front can be made up for", guesses({{0.9, -1}, {0.8, 99}}), 0.01 * 0.9 + 0.99 * 0.2, 1);
        row("two in a hundred may not", guesses({{0.9, 98}, {0.9, -2}}), 0.08, 0);
    }
    void confidenceIsHeldAgainstWhatIsRight() {
        QFETCH(QVector<Guess>, all);
        QFETCH(double, error);
        QFETCH(double, coverage);
        const Calibration found = calibrationOf(all);
        QVERIFY2(std::abs(found.error - error) < 1e-9, qPrintable(QString::number(found.error)));
        QCOMPARE(found.coverage, coverage);
        QCOMPARE(found.bins.size(), 10);
        QCOMPARE(found.threshold.has_value(), coverage > 0);
    }

    void floorsAreHeldOrNot_data() {
        QTest::addColumn<QByteArray>("floors");
        QTest::addColumn<QString>("broken");
        const auto row = [](const char* floors, const char* broken) {
            QTest::newRow(floors) << QByteArray(floors) << QString(broken);
        };
        row(R"({})", "");
        row(R"({"number": 0.33, "net": 0.5, "lines": 0.66, "lines.amount": 0.8, "header": 0.3, "kind": 0.6})", "");
        row(R"({"number": 0.5})", "number: 33.3 % right, and at least 50.0 % should be.");
        row(R"({"lines": 0.9})", "lines: 66.7 % right, and at least 90.0 % should be.");
        row(R"({"silent": 0.34})", "");
        row(R"({"silent": 0.1})", "silent: 33.3 % of the sure values are wrong, and at most 10.0 % may be.");
        row(R"({"paid": 0.1})", "paid: no bill of the set says anything of it, so its floor holds nothing.");
    }
    void floorsAreHeldOrNot() {
        QFETCH(QByteArray, floors);
        QFETCH(QString, broken);
        QTemporaryDir folder;
        write(folder.filePath("floors.json"), floors);
        const auto read = readFloors(folder.filePath("floors.json"));
        QVERIFY2(read, read ? "" : read.error().sentence().c_str());
        QCOMPARE(brokenFloors(*read, scoreOf(three())).join('\n'), broken);
    }

    void whatIsNoFloorIsSaid_data() {
        QTest::addColumn<QByteArray>("floors");
        QTest::newRow("there is no figure \"sum\"") << QByteArray(R"({"sum": 0.5})");
        QTest::newRow("there is no figure \"lines.price\"") << QByteArray(R"({"lines.price": 0.5})");
        QTest::newRow("\"net\" is no number from 0 to 1") << QByteArray(R"({"net": 90})");
        QTest::newRow("this is no JSON object") << QByteArray("net: 0.9");
    }
    void whatIsNoFloorIsSaid() {
        QFETCH(QByteArray, floors);
        QTemporaryDir folder;
        write(folder.filePath("floors.json"), floors);
        const auto read = readFloors(folder.filePath("floors.json"));
        QVERIFY(!read);
        const std::string said = read.error().sentence();
        QVERIFY2(said.find(QTest::currentDataTag()) != std::string::npos, said.c_str());
    }

    void modelsStandSideBySide() {
        const QVector<Run> runs{{"one", three(), 6}, {"two", three().mid(0, 1), 1}};
        const QString text = toText(runs);
        QVERIFY2(text.contains("one") && text.contains("two"), qPrintable(text));
        const QString alone = toText({runs[0]});
        for (const char* words : {"3 bills, 2 pages", "invented", "whole headers right", "33.3", "seconds a page"})
            QVERIFY2(alone.contains(words), qPrintable(alone));
        const auto json = toJson(runs);
        QCOMPARE(json["models"].size(), 2u);
        const auto& first = json["models"][0];
        QCOMPARE(first["seconds_a_page"].get<double>(), 3.0);
        QCOMPARE(first["fields"]["number"]["silent"].get<int>(), 1);
        QCOMPARE(first["groups"]["language"]["en"]["unread"].get<int>(), 1);
        QCOMPARE(first["wrong"].size(), 2u);
        QCOMPARE(first["wrong"][0]["fields"][0]["read"].get<std::string>(), std::string("8"));
        QCOMPARE(first["calibration"]["bins"].size(), 10u);
    }

    void theReportLeadsToWhatIsWrong() {
        QVector<Judgement> judgements = three();
        for (Judgement& judgement : judgements) judgement.shown = "/bills/2024/" + judgement.name;
        judgements[1].name = "<Bill> & \"co\".pdf";
        judgements[1].shown = "/bills/2024/a b#c.pdf";
        judgements[1].fields[0].read = "<script>alert(1)</script>";
        const QByteArray page = toHtml({{"<b>model</b>", judgements, 6}}, "/bills");
        QVERIFY2(!page.contains("<script") && !page.contains("<Bill>") && !page.contains("<b>model"), page);
        QVERIFY(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
        QVERIFY(page.contains("href=\"#b0-1\"") && page.contains("id=\"b0-1\""));
        QVERIFY(page.contains("href=\"./2024/a%20b%23c.pdf\""));
        QVERIFY(!page.contains("id=\"b0-0\""));  // all right
        QVERIFY(toHtml({{"model", judgements, 6}}, "/elsewhere").contains("href=\"file:///bills/2024/a%20b%23c.pdf\""));
        for (const char* loaded : {"http", "src=", "@import", "url("}) QVERIFY2(!page.contains(loaded), loaded);
        QVERIFY(page.contains("color-scheme:light dark"));
    }
};

static floe::test::AddSuite<ScoreTest> added;
#include "score_test.moc"
