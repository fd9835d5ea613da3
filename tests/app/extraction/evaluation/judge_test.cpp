#include "app/extraction/evaluation/judge.h"

#include <QtTest>

#include "extraction/evaluation/judged_bills.h"
#include "support/qt_suites.h"

using namespace floe;
using namespace floe::evaluation;
using test::bill, test::doubted, test::field, test::reading, test::write;

class JudgeTest : public QObject {
    Q_OBJECT

 private slots:
    void values_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<bool>("same");
        const auto row = [](const char* name, const char* path, const QString& a, const QString& b, bool same) {
            QTest::newRow(name) << QString(path) << a << b << same;
        };
        row("numbers are equal as numbers", "net", "1234.50", "1234.5", true);
        row("one cent is another number", "net", "1234.50", "1234.51", false);
        row("a sign counts", "total", "-10.00", "10.00", false);
        row("rates too", "taxes.0.rate", "19", "19.00", true);
        row("numbers of bills are texts", "number", "007", "7", false);
        row("runs of white space", "seller.name", "Pike  &\tPerch ", "Pike & Perch", true);
        row("a space that does not break", "seller.name", QString("Pike") + QChar(0xa0) + "Ltd", "Pike Ltd", true);
        row("letters' case counts", "seller.name", "PIKE", "Pike", false);
        row("an accent in two ways", "seller.name", QString::fromUtf8("Mu\xcc\x88ller"),
            QString::fromUtf8("M\xc3\xbcller"), true);
        row("a text may break anywhere", "lines.0.description", "Long\nname", "Long name", true);
        row("an address may not", "buyer.address", "1 High Street\nLeeds", "1 High Street Leeds", false);
        row("within its lines it may", "buyer.address", "1  High Street\n\n Leeds", "1 High Street\nLeeds", true);
        row("signs in an id", "seller.vat_id", "CHE-826.631.382 MWST", "CHE826631382MWST", true);
        row("spaces in an account", "payment.iban", "DE89 3704 0044", "DE8937040044", true);
        row("a digit of an id", "payment.iban", "DE8937040045", "DE8937040044", false);
        row("days", "issue_date", "2024-04-30", "2024-04-03", false);
    }
    void values() {
        QFETCH(QString, path);
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(bool, same);
        QCOMPARE(isSame(path, a, b), same);
        QCOMPARE(isSame(path, b, a), same);
    }

    void verdicts_data() {
        QTest::addColumn<QByteArray>("truth");
        QTest::addColumn<Extraction>("read");
        QTest::addColumn<QString>("faults");
        const auto row = [](const char* name, const char* truth, const Extraction& read, const char* faults) {
            QTest::newRow(name) << QByteArray(truth) << read << QString(faults);
        };
        row("right", R"({"fields": {"net": "10.00"}})", reading({field("net", "10")}), "");
        row("wrong", R"({"fields": {"net": "12.00"}})", reading({field("net", "10.00")}),
            "net wrong 10.00 for 12.00 (sure)");
        row("wrong, but doubted", R"({"fields": {"net": "12.00"}})", reading({doubted("net", "10.00")}),
            "net wrong 10.00 for 12.00");
        row("missing", R"({"fields": {"net": "12.00"}})", reading({}), "net missing for 12.00");
        row("a field without a value is missing", R"({"fields": {"net": "12.00"}})", reading({doubted("net", "")}),
            "net missing for 12.00");
        row("invented", R"({"fields": {"net": null}})", reading({field("net", "10.00")}), "net invented 10.00 (sure)");
        row("rightly empty", R"({"fields": {"net": null}})", reading({}), "");
        row("what the truth does not name is not judged", R"({"fields": {}})", reading({field("net", "10.00")}), "");
        row("in the form's order", R"({"fields": {"total": "2", "number": "7"}})", reading({}),
            "number missing for 7\ntotal missing for 2");
        row("an address in one line", R"({"fields": {"buyer.address": "1 High Street\nLeeds"}})", reading({}),
            "buyer.address missing for 1 High Street / Leeds");
        row("the kind", R"({"kind": "credit_note"})", reading({}), "kind wrong bill for credit_note");
    }
    void verdicts() {
        QFETCH(QByteArray, truth);
        QFETCH(Extraction, read);
        QFETCH(QString, faults);
        const Judgement judgement = judge(bill(truth), {read});
        QCOMPARE(words(judgement), faults);
        QCOMPARE(judgement.isAllRight(), faults.isEmpty());
    }

    void statusTellsWhatIsSure_data() {
        QTest::addColumn<bool>("sure");
        QTest::newRow("ok") << true;
        QTest::newRow("doubtful") << false;
        QTest::newRow("ambiguous") << false;
        QTest::newRow("unparsed") << false;
        QTest::newRow("derived") << true;
        QTest::newRow("xml") << true;
    }
    void statusTellsWhatIsSure() {
        QFETCH(bool, sure);
        static const QStringList names{"ok", "doubtful", "ambiguous", "unparsed", "derived", "xml"};
        const auto status = static_cast<Field::Status>(names.indexOf(QTest::currentDataTag()));
        const Judgement judgement =
            judge(bill(R"({"fields": {"net": "1"}})"), {reading({field("net", "1", 0.7, status)})});
        QCOMPARE(judgement.fields[0].sure, sure);
        QCOMPARE(judgement.fields[0].confidence, 0.7);
    }

    void lines_data() {
        QTest::addColumn<QByteArray>("truth");
        QTest::addColumn<QStringList>("read");
        QTest::addColumn<QString>("figures");  // of the truth, read, right; then those of amounts alone
        const char* const two =
            R"({"lines": [{"description": "Ink", "quantity": "2", "unit_price": "3.00", "amount": "6.00"},)"
            R"( {"description": "Pen", "quantity": null, "unit_price": null, "amount": "4.00"}]})";
        QTest::newRow("right") << QByteArray(two) << QStringList{"Ink|2|3|6", "Pen|||4"} << "2 2 2, 2 2 2";
        QTest::newRow("in another order") << QByteArray(two) << QStringList{"Pen|||4", "Ink|2|3|6"} << "2 2 2, 2 2 2";
        QTest::newRow("a wrong price") << QByteArray(two) << QStringList{"Ink|2|4|6", "Pen|||4"} << "2 2 1, 2 2 2";
        QTest::newRow("an invented quantity")
            << QByteArray(two) << QStringList{"Ink|2|3|6", "Pen|1||4"} << "2 2 1, 2 2 2";
        QTest::newRow("one missing") << QByteArray(two) << QStringList{"Ink|2|3|6"} << "2 1 1, 2 1 1";
        QTest::newRow("none read") << QByteArray(two) << QStringList{} << "2 0 0, 2 0 0";
        QTest::newRow("the same one twice is invented once")
            << QByteArray(two) << QStringList{"Ink|2|3|6", "Pen|||4", "Pen|||4"} << "2 3 2, 2 3 2";
        QTest::newRow("only what the truth has is compared")
            << QByteArray(R"({"lines": [{"amount": "6.00"}]})") << QStringList{"Ink|2|3|6"} << "1 1 1, 1 1 1";
        QTest::newRow("a bill without lines")
            << QByteArray(R"({"lines": []})") << QStringList{"Ink|2|3|6"} << "0 1 0, 0 0 0";
    }
    void lines() {
        QFETCH(QByteArray, truth);
        QFETCH(QStringList, read);
        QFETCH(QString, figures);
        const Judgement judgement = judge(bill(truth), {reading({}, read)});
        const auto words = [](const Matches& m) { return QString("%1 %2 %3").arg(m.truth).arg(m.read).arg(m.right); };
        QCOMPARE(words(judgement.lists["lines"]) + ", " + words(judgement.lists["lines.amount"]), figures);
    }

    void linesWithoutTheirLikeStandSideBySide() {
        const Judgement judgement =
            judge(bill(R"({"lines": [{"description": "Ink", "amount": "6.00"}, {"description": "Pen"}]})"),
                  {reading({}, {"Inc|2|3|6.00"})});
        QCOMPARE(words(judgement),
                 "lines: read Inc | 2 | 3 | 6.00; printed Ink | 6.00\nlines: read nothing; printed Pen");
    }

    void taxesAreRightByRateBaseAndAmount() {
        Extraction read = reading({field("taxes.0.category", "S"), field("taxes.0.rate", "19.00"),
                                   field("taxes.0.base", "100.00"), field("taxes.0.amount", "19.00")});
        read.taxCount = 1;
        const auto right = [&](const char* json) { return judge(bill(json), {read}).lists["taxes"].right; };
        QCOMPARE(right(R"({"taxes": [{"rate": "19", "base": "100", "amount": "19"}]})"), 1);
        QCOMPARE(right(R"({"taxes": [{"rate": "7", "base": "100", "amount": "19"}]})"), 0);
    }

    void aBillThatCannotBeReadLacksAll() {
        Extraction read;
        read.problem = Problem{Problem::Kind::PasswordNeeded, "bill.pdf", "bill.pdf: it is locked."};
        const Judgement judgement =
            judge(bill(R"({"fields": {"net": "1", "tax": null}, "lines": [{"amount": "1"}]})"), {read});
        QCOMPARE(words(judgement), "bill.pdf: it is locked.\nnet missing for 1\nlines: read nothing; printed 1");
        QVERIFY(!judgement.isAllRight());
    }

    void aBillThatWasTornApartIsNotAllRight() {
        const Judgement judgement =
            judge(bill(R"({"fields": {"net": "1"}})"), {reading({field("net", "1")}), reading({field("net", "2")})});
        QCOMPARE(words(judgement), "read as 2 bills");
        QCOMPARE(judgement.pages, 2);
        QVERIFY(judgement.headerIsRight() && !judgement.isAllRight());
    }

    void aBillOfSomePagesIsFoundAmongTheOthers() {
        Case one = bill(R"({"fields": {"net": "2"}})");
        one.pages = "2-3";
        Extraction first = reading({field("net", "1")}), second = reading({field("net", "2")});
        first.pageRange = "1";
        second.pageRange = "2-3";
        QCOMPARE(words(judge(one, {first, second})), "");
        QVERIFY(words(judge(one, {first})).contains("split into other bills"));
    }
};

static floe::test::AddSuite<JudgeTest> added;
#include "judge_test.moc"
