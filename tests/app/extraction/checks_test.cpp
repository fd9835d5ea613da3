#include "app/extraction/checks.h"

#include <QtTest>

#include "app/extraction/derive.h"
#include "app/extraction/names.h"
#include "support/qt_suites.h"

using namespace floe;

namespace {

/// "net=10.00 tax=1.90 …"; "amounts=1,2,3" makes lines.
Extraction bill(const QString& values) {
    Extraction e;
    for (const QString& part : values.split(' ', Qt::SkipEmptyParts)) {
        const QString path = part.section('=', 0, 0), value = part.section('=', 1);
        if (path != "amounts") {
            insertField(e.fields, Field{path, value, value, 0, {}, 0.8});
            continue;
        }
        for (const QString& amount : value.split(','))
            insertField(e.fields, Field{linePath(e.lineCount++, "amount"), amount, amount, 0, {}, 0.8});
    }
    return e;
}

}  // namespace

class ChecksTest : public QObject {
    Q_OBJECT

 private slots:
    void eachRuleHoldsOrFails_data() {
        QTest::addColumn<QString>("checks");
        const char* rows[][2] = {
            {"", ""},
            {"total=5", ""},
            {"net=10.00 tax=1.90 total=11.90", "net-tax-total+"},
            {"net=10.00 tax=1.90 total=11.91", "net-tax-total-"},
            {"net=10.00 tax=1.90", ""},
            {"net=0.10 tax=0.20 total=0.30", "net-tax-total+"},
            {"net=ten tax=1.90 total=11.90", ""},
            {"amounts=1.00,2.50 net=3.50", "lines-net+"},
            {"amounts=1.00,2.50 net=3.51", "lines-net-"},
            {"amounts=1.00,-2.50 net=-1.50", "lines-net+"},
            {"amounts=1.00,free net=1.00", ""},
            {"amounts=1.00,2.50 total=3.50", "lines-net+"},
            {"amounts=1.00,2.50 total=4.00", "lines-net-"},
            {"amounts=1.00,2.50 tax=0.50 total=4.00", "lines-net+"},
            {"amounts=2.00,2.00 tax=0.50 total=4.00", "lines-net+"},  // the lines hold the tax
            {"amounts=2.00,2.00 net=3.50 tax=0.50 total=4.00", "lines-net+ net-tax-total+"},
            {"amounts=2.00,1.00 net=3.50 tax=0.50 total=4.00", "lines-net- net-tax-total+"},
            {"total=100 paid=40 amount_due=60", "total-paid-due+"},
            {"total=100.00 paid=40.00 amount_due=60.01", "total-paid-due-"},
            {"total=100 amount_due=60", ""},
            {"issue_date=2024-04-30 due_date=2024-05-31", "due-after-issue+"},
            {"issue_date=2024-04-30 due_date=2024-04-30", "due-after-issue+"},
            {"issue_date=2024-04-30 due_date=2024-04-29", "due-after-issue-"},
            {"issue_date=2024-04-30", ""},
            {"issue_date=soon due_date=2024-04-29", ""},
        };
        for (const auto& row : rows) QTest::newRow(row[0]) << QString(row[1]);
    }
    void eachRuleHoldsOrFails() {
        QFETCH(QString, checks);
        QStringList found;
        for (const Check& check : runChecks(bill(QTest::currentDataTag())))
            found += check.rule + (check.ok ? '+' : '-');
        QCOMPARE(found.join(' '), checks);
    }

    void detailsShowTheSum() {
        const Check check = runChecks(bill("net=37577.23 tax=0.00 total=37577.23")).first();
        QCOMPARE(check.detail, "37577.23 + 0.00 = 37577.23");
        QCOMPARE(check.paths, (QVector<QString>{"net", "tax", "total"}));
        QCOMPARE(runChecks(bill("total=5.00 paid=1.00 amount_due=5.00")).first().detail, "5.00 − 1.00 ≠ 5.00");
    }

    void correctionsCount() {
        Extraction e = bill("net=10.00 tax=1.90 total=11.91");
        for (Field& field : e.fields)
            if (field.path == "total") field.corrected = "11.90";
        QVERIFY(runChecks(e).first().ok);
    }

    void aFailedCheckLowersConfidence() {
        Extraction e = bill("number=1 net=10.00 tax=1.90 total=11.91");
        judge(e);
        QCOMPARE(e.find("total")->confidence, 0.4);
        QCOMPARE(e.find("number")->confidence, 0.8);
    }

    void aLineThatDoesNotMultiplyIsDoubtful() {
        Extraction e = bill(
            "lines.0.quantity=12 lines.0.unit_price=84.50 lines.0.amount=1014.00 lines.1.quantity=3.5 "
            "lines.1.unit_price=62.00 lines.1.amount=216.00");
        e.lineCount = 2;
        judge(e);
        QCOMPARE(e.find("lines.0.amount")->status, Field::Status::Ok);
        QCOMPARE(e.find("lines.1.amount")->status, Field::Status::Doubtful);
        QCOMPARE(e.find("lines.1.amount")->note, "3.5 × 62.00 = 217.00, not 216.00.");
    }
};

static floe::test::AddSuite<ChecksTest> added;
#include "checks_test.moc"
