// floe eval on a folder with one bill: what is right, floors, reports, mistakes in truths.

#include <QDir>
#include <QTest>

#include "app/cli/floe_process.h"
#include "support/paths.h"

using namespace floe::test;

class EvalCommandTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;

    QString path(const QString& name) { return folder_.filePath(name); }

    Ran eval(const QStringList& arguments) { return run_floe(QStringList{"eval"} + arguments); }

    /// A folder with the shipped bill and a truth about it.
    QString set(const QString& name, const QByteArray& truth) {
        QDir(folder_.path()).mkdir(name);
        QFile::copy(QString(source_dir()) + "/resources/samples/google-cloud.pdf", path(name + "/bill.pdf"));
        write_file(path(name + "/bill.truth.json"), truth);
        return path(name);
    }

    QString floors(const QByteArray& json) {
        write_file(path("floors.json"), json);
        return path("floors.json");
    }

 private slots:
    void initTestCase() {
        set("right", R"({"kind": "bill", "language": "en", "fields": {"number": "120325", "total": "37577.23"}})");
        set("wrong", R"({"fields": {"number": "120326", "payment.iban": "DE89370400440532013000"}})");
    }

    void theShippedBillIsRight() {
        const Ran ran = eval({"--truth", path("right"), "--floors",
                              floors(R"({"number": 1, "total": 1, "kind": 1, "header": 1, "silent": 0})"), "--json"});
        QVERIFY2(ran.exit_code == 0, ran.err.constData());
        const QJsonObject model = ran.object()["models"].toArray()[0].toObject();
        QCOMPARE(model["name"].toString(), "built-in");
        QCOMPARE(model["all"].toObject()["right"].toInt(), 2);
        QCOMPARE(model["wrong"].toArray().size(), 0);
        QVERIFY(model["seconds_a_page"].toDouble() > 0);
        QCOMPARE(model["groups"].toObject()["language"].toObject()["en"].toObject()["bills"].toInt(), 1);
    }

    void aFloorThatIsNotHeldEndsWithItsCode() {
        const Ran ran = eval({"--truth", path("wrong"), "--floors", floors(R"({"number": 0.5, "silent": 0})")});
        QCOMPARE(ran.exit_code, 4);
        QCOMPARE(ran.err.count('\n'), 2);
        QVERIFY2(ran.err.contains("number: 0.0 % right, and at least 50.0 % should be."), ran.err.constData());
        QVERIFY2(ran.err.contains("silent: 100.0 % of the sure values are wrong"), ran.err.constData());
        QVERIFY2(ran.out.contains("1 bill, 1 page") && ran.out.contains("payment.iban"), ran.out.constData());
    }

    void modelsStandSideBySideInTableAndReport() {
        const Ran ran =
            eval({"--truth", path("right"), "--truth", path("wrong"), "--model", "built-in", "--model",
                  QString(source_dir()) + "/resources/models/floe-bill.gguf", "--report", path("report.html")});
        QVERIFY2(ran.exit_code == 0, ran.err.constData());
        QVERIFY2(ran.out.contains("built-in") && ran.out.contains("floe-bill"), ran.out.constData());
        const QByteArray page = read_file(path("report.html"));
        QVERIFY(page.contains("href=\"./wrong/bill.pdf\"") && page.contains("120326"));
        QVERIFY(!page.contains("href=\"./right/bill.pdf\""));
    }

    void mistakesInTruthsAreSaidAtOnce() {
        const QString broken = set("broken", R"({"fields": {"numbr": "1"}})");
        const Ran ran = eval({"--truth", path("right"), "--truth", broken});
        QCOMPARE(ran.exit_code, 1);
        QVERIFY2(ran.err.contains("bill.truth.json: a bill has no field \"numbr\""), ran.err.constData());
        QVERIFY(ran.out.isEmpty());
        QCOMPARE(ran.err.count('\n'), 1);
    }

    void whatCannotBeIsSaid_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("words");
        const auto row = [](const char* name, const QStringList& arguments, int code, const char* words) {
            QTest::newRow(name) << arguments << code << QByteArray(words);
        };
        row("nothing to judge", {}, 2, "--history");
        row("two things to judge", {"--truth", path("right"), "--history"}, 2, "--history");
        row("another form", {"--truth", path("right"), "--schema", "receipt"}, 2, "--schema");
        row("no folder", {"--truth", path("absent")}, 1, "absent: there is no NAME.truth.json in it");
        row("no model", {"--truth", path("right"), "-m", path("absent.gguf")}, 1, "absent.gguf");
        row("no floors", {"--truth", path("right"), "--floors", path("absent.json")}, 1, "absent.json");
        row("no place for the report", {"--truth", path("right"), "--report", path("no/place.html")}, 1, "place.html");
        row("a new history", {"--history", "--data", path("data")}, 1, "No bill of the history was corrected");
    }
    void whatCannotBeIsSaid() {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QFETCH(QByteArray, words);
        const Ran ran = eval(arguments);
        QVERIFY2(ran.exit_code == code, ran.err.constData());
        QVERIFY2(ran.err.contains(words), ran.err.constData());
    }
};

QTEST_GUILESS_MAIN(EvalCommandTest)
#include "eval_test.moc"
