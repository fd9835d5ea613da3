#include "app/extraction/evaluation/truth.h"

#include <QDir>
#include <QtTest>

#include "app/extraction/bill_files.h"
#include "app/extraction/evaluation/history_cases.h"
#include "app/extraction/evaluation/judge.h"
#include "extraction/bills_world.h"
#include "extraction/evaluation/judged_bills.h"
#include "support/qt_suites.h"

using namespace floe;
using namespace floe::evaluation;
using test::doubted, test::field, test::reading, test::write;

class TruthTest : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> folder_;

    QString path(const QString& name) { return folder_->filePath(name); }

    /// "net=1 tax=nothing", of all that is judged.
    static QString words(const std::optional<Truth>& truth) {
        if (!truth) return "none";
        QStringList parts;
        for (auto it = truth->fields.begin(); it != truth->fields.end(); ++it)
            parts += it.key() + '=' + it->value_or("nothing");
        for (auto list = truth->lists.begin(); list != truth->lists.end(); ++list)
            parts += QString("%1 of %2").arg(list->size()).arg(list.key());
        return parts.join(' ');
    }

 private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    void aTruthIsRead() {
        const Truth truth = test::truth(
            R"({"file": "1.pdf", "kind": "bill", "language": "de", "family": "plain", "origin": "scan",)"
            R"( "fields": {"net": "1234.50", "seller.email": null}, "lines": [{"amount": "1", "unit": null}], "taxes": []})");
        QCOMPARE(QStringList({truth.file, truth.kind, truth.language, truth.family, truth.origin}),
                 QStringList({"1.pdf", "bill", "de", "plain", "scan"}));
        QCOMPARE(words(truth), "net=1234.50 seller.email=nothing 1 of lines 0 of taxes");
        QCOMPARE(*truth.lists["lines"][0]["amount"], "1");
        QVERIFY(truth.lists["lines"][0].contains("unit") && !truth.lists["lines"][0]["unit"]);
    }

    void whatIsNoTruthIsSaid_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("sentence");
        const auto row = [](const char* name, const char* json, const char* sentence) {
            QTest::newRow(name) << QByteArray(json) << QByteArray(sentence);
        };
        row("no JSON", "{\"fields\": ", "this is no JSON object");
        row("a list", "[]", "this is no JSON object");
        row("another field", R"({"fields": {"sum": "1"}})", "a bill has no field \"sum\"");
        row("a field of a list", R"({"fields": {"lines.0.amount": "1"}})", "a bill has no field \"lines.0.amount\"");
        row("fields in a list", R"({"fields": ["net"]})", "\"fields\" is no object");
        row("a number", R"({"fields": {"net": 1.5}})", "\"net\" is neither a text nor null");
        row("a comma", R"({"fields": {"net": "1,50"}})", "\"net\" is no plain number like 1234.50");
        row("another date", R"({"fields": {"issue_date": "30.04.2024"}})", "\"issue_date\" is no date like 2024-04-30");
        row("no day", R"({"fields": {"issue_date": "2024-02-30"}})", "\"issue_date\" is no date like 2024-04-30");
        row("a sign", R"({"fields": {"currency": "$"}})", "\"currency\" is no currency code like EUR");
        row("an empty text", R"({"fields": {"number": " "}})", "write null where nothing is printed");
        row("lines in an object", R"({"lines": {}})", "\"lines\" is no list");
        row("a line that is none", R"({"lines": ["Ink"]})", "\"lines.0\" is no object");
        row("another member", R"({"lines": [{}, {"price": "1"}]})", "a bill has no field \"lines.1.price\"");
        row("a rate with its sign", R"({"taxes": [{"rate": "19 %"}]})", "\"taxes.0.rate\" is no plain number");
        row("another folder", R"({"file": "../1.pdf"})", "\"file\" names a place");
        row("a name that is none", R"({"file": 7})", "\"file\" is no text");
    }
    void whatIsNoTruthIsSaid() {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, sentence);
        write(path("1.truth.json"), json);
        const auto read = readTruth(path("1.truth.json"));
        QVERIFY(!read && read.error().kind == Fault::bad_input);
        const std::string said = read.error().sentence();
        QVERIFY2(said.find(sentence.constData()) != std::string::npos, said.c_str());
        QVERIFY2(said.find("1.truth.json: ") != std::string::npos, said.c_str());
        QCOMPARE(casesIn(folder_->path()).problems.size(), 1);
    }

    void aFolderGivesItsBills() {
        QVERIFY(QDir(folder_->path()).mkdir("more"));
        write(path("b.pdf"), "");
        write(path("b.truth.json"), "{}");
        write(path("a.tar.pdf"), "");
        write(path("a.tar.truth.json"), "{}");
        write(path("more/any.name"), "");
        write(path("more/c.truth.json"), R"({"file": "any.name"})");
        const Cases found = casesIn(folder_->path());
        QVERIFY2(found.problems.isEmpty(), qPrintable(found.problems.join('\n')));
        QStringList names;
        for (const Case& one : found.cases) names += one.name;
        QCOMPARE(names, QStringList({"a.tar.pdf", "b.pdf", "more/any.name"}));
        QCOMPARE(found.cases[2].file, QDir(folder_->path()).absoluteFilePath("more/any.name"));
    }

    void aTruthWithoutItsDocumentIsSaid() {
        QVERIFY(casesIn(folder_->path()).problems.value(0).contains("no NAME.truth.json"));
        write(path("a.truth.json"), "{}");
        QVERIFY(casesIn(folder_->path()).problems.value(0).contains("a.truth.json: the document"));
        write(path("a.pdf"), "");
        QCOMPARE(casesIn(folder_->path()).cases.size(), 1);
        write(path("a.png"), "");  // one of the two
        QCOMPARE(casesIn(folder_->path()).cases.size(), 0);
        write(path("a.truth.json"), R"({"file": "a.png"})");
        QCOMPARE(casesIn(folder_->path()).cases.value(0).name, "a.png");
    }

    void whatAPersonDidIsTrue_data() {
        QTest::addColumn<Extraction>("shown");
        QTest::addColumn<bool>("reviewed");
        QTest::addColumn<QString>("judged");
        const auto corrected = [](Field one, const QString& value) {
            one.corrected = value;
            return one;
        };
        const auto confirmed = [](Field one) {
            one.confirmed = true;
            return one;
        };
        Field remembered = field("seller.email", "a@b.example", 0.9, Field::Status::Derived);
        remembered.page = -1;
        const Field net = field("net", "1"), odd = doubted("tax", "2");
        QTest::newRow("nothing was done") << reading({net, odd}) << false << "none";
        QTest::newRow("corrected") << reading({corrected(net, "3"), odd}) << false << "net=3";
        QTest::newRow("taken away") << reading({corrected(net, "")}) << false << "net=nothing";
        QTest::newRow("confirmed") << reading({net, confirmed(odd)}) << false << "net=1 tax=2";
        QTest::newRow("looked at") << reading({net, odd}) << true << "net=1 tax=2";
        QTest::newRow("from an earlier bill") << reading({remembered, net}) << true << "net=1";
        QTest::newRow("a category") << reading({field("category", "Rent"), net}) << true << "net=1";
        Extraction lines = reading({confirmed(net)}, {"Ink|2|3|6", "Pen|||4"});
        QTest::newRow("lines that were left") << lines << false << "net=1 2 of lines";
        lines.fields.last().status = Field::Status::Doubtful;
        QTest::newRow("lines that are doubted") << lines << false << "net=1";
        QTest::newRow("lines that were looked at") << lines << true << "net=1 2 of lines";
    }
    void whatAPersonDidIsTrue() {
        QFETCH(Extraction, shown);
        QFETCH(bool, reviewed);
        QFETCH(QString, judged);
        QCOMPARE(words(truthOf(shown, reviewed)), judged);
    }

    void correctedBillsOfTheHistoryAreCases() {
        test::BillsWorld world(folder_->path());
        world.bills.add({test::kSample, test::kSample});
        QVERIFY(world.are(BillInfo::State::Ready, 2));
        const QString originals = originalsBeside(world.store->path());
        const auto cases = [&] {
            const auto found = casesOfHistory(*world.store);
            return found ? *found : Cases();
        };
        QCOMPARE(cases().cases.size(), 0);
        const BillId bill = world.latest.firstKey();
        QVERIFY(world.corrected(bill, "total", "1.00"));
        const Cases found = cases();
        QCOMPARE(found.cases.size(), 1);
        const Case& one = found.cases[0];
        QCOMPARE(one.name, "google-cloud.pdf");
        QVERIFY2(one.file.startsWith(originals) && QFile::exists(one.file), qPrintable(one.file));
        QCOMPARE(one.shown, test::kSample);
        QCOMPARE(*one.truth.fields["total"], "1.00");
        QCOMPARE(*one.truth.fields["number"], "120325");
        const auto read = world.extraction(bill);
        QVERIFY(read);
        QCOMPARE(evaluation::words(judge(one, {*read})), "total wrong 37577.23 for 1.00 (sure)");
    }
};

static floe::test::AddSuite<TruthTest> added;
#include "truth_test.moc"
