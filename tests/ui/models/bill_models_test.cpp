// A bill's form, lines, checks and the list of bills.
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "support/model_json.h"
#include "support/test_objects.h"
#include "ui/models/bill_form_model.h"
#include "ui/models/bill_list_model.h"
#include "ui/models/check_list_model.h"
#include "ui/models/lines_model.h"

using namespace floe;
using test::json, test::modelJson;
using Kind = BillWord::Kind;
using Correction = std::optional<QString>;

namespace {

Field field(const QString& path, const QString& value, const QString& text, Field::Status status = Field::Status::Ok) {
    Field made;
    made.path = path;
    made.value = value;
    made.text = text;
    made.page = 0;
    made.boxes = {QRectF(10, 20, 50, 12)};
    made.confidence = 0.9;
    made.status = status;
    return made;
}

Extraction twoLines() {
    Extraction made;
    made.fields = {field("number", "120325", "#120325"),
                   field("due_date", "2024-03-04", "03/04/2024", Field::Status::Ambiguous),
                   field("lines.0.description", "Bolts", "Bolts"), field("lines.0.amount", "12.50", "12,50"),
                   field("lines.1.amount", "7.00", "7,00", Field::Status::Doubtful)};
    made.lineCount = 2;
    return made;
}

Correction correctionAt(const QSignalSpy& spy, int call, int argument) {
    return spy[call][argument].value<Correction>();
}

}  // namespace

class BillModelsTest : public QObject {
    Q_OBJECT
 private slots:
    void everyFieldOfTheSchemaIsARow() {
        BillFormModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 15);
        model.reset(twoLines());
        const auto rows = modelJson(model, {"path", "value", "printed", "hasPlace", "corrected"});
        QCOMPARE(
            rows[model.rowOf("number")].toObject(),
            json(R"([{"path":"number","value":"120325","printed":"#120325","hasPlace":true,"corrected":false}])")[0]
                .toObject());
        QCOMPARE(rows[model.rowOf("tax")].toObject(),
                 json(R"([{"path":"tax","value":"","printed":"","hasPlace":false,"corrected":false}])")[0].toObject());
    }

    void onlyWhatDiffersIsTold() {
        BillFormModel model;
        model.reset(twoLines());
        Extraction corrected = twoLines();
        corrected.fields[0].corrected = "120326";
        QSignalSpy changed(&model, &BillFormModel::dataChanged);
        model.reset(corrected);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(model.data(model.index(model.rowOf("number")), BillFormModel::ValueRole).toString(), "120326");
        QCOMPARE(model.data(model.index(model.rowOf("number")), BillFormModel::ModelValueRole).toString(), "120325");
    }

    void aDoubtIsASentenceUntilItIsCorrected() {
        BillFormModel model;
        Extraction bill = twoLines();
        model.reset(bill);
        const QModelIndex due = model.index(model.rowOf("due_date"));
        QVERIFY(!model.data(due, BillFormModel::DoubtRole).toString().isEmpty());
        bill.fields[1].corrected = "2024-04-03";
        model.reset(bill);
        QCOMPARE(model.data(due, BillFormModel::DoubtRole).toString(), "");
    }

    void anEditIsSentBesideTheModelsValue() {
        BillFormModel model;
        model.reset(twoLines());
        QSignalSpy wanted(&model, &BillFormModel::correctionWanted);
        const QModelIndex number = model.index(model.rowOf("number"));
        QVERIFY(model.setData(number, " 7 ", Qt::EditRole));
        QCOMPARE(correctionAt(wanted, 0, 1), Correction());
        QCOMPARE(correctionAt(wanted, 0, 2), Correction("7"));
        QVERIFY(!model.setData(number, "120325", Qt::EditRole));
        QCOMPARE(wanted.count(), 1);
    }

    void takingBackSendsTheEmptyCorrection() {
        BillFormModel model;
        Extraction bill = twoLines();
        bill.fields[0].corrected = "7";
        model.reset(bill);
        QSignalSpy wanted(&model, &BillFormModel::correctionWanted);
        model.takeBack("number");
        model.takeBack("due_date");  // nothing was corrected there
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(correctionAt(wanted, 0, 1), Correction("7"));
        QCOMPARE(correctionAt(wanted, 0, 2), Correction());
    }

    void whatIsNoDateIsRefusedWithASentence() {
        BillFormModel model;
        model.reset(twoLines());
        QSignalSpy wanted(&model, &BillFormModel::correctionWanted), refused(&model, &BillFormModel::inputRefused);
        QVERIFY(!model.setData(model.index(model.rowOf("due_date")), "soon", Qt::EditRole));
        QCOMPARE(wanted.count(), 0);
        QCOMPARE(refused.count(), 1);
        QVERIFY(refused[0][1].toString().contains("2024-04-30"));
    }

    void typedTextBecomesAValue_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("value");  // "?": refused
        const auto row = [](Kind kind, const char* typed, const char* value) {
            QTest::newRow(typed) << int(kind) << typed << value;
        };
        row(Kind::Money, "1234.5", "1234.5");
        row(Kind::Money, "1,234.56", "1234.56");
        row(Kind::Money, "1.234,56", "1234.56");
        row(Kind::Money, "1'234.56", "1234.56");
        row(Kind::Money, "12,5", "12.5");
        row(Kind::Money, "1.234.567", "1234567");
        row(Kind::Money, "-3", "-3");
        row(Kind::Money, "12.", "?");
        row(Kind::Money, "12 EUR", "?");
        row(Kind::Money, "", "");
        row(Kind::Date, "2024-04-30", "2024-04-30");
        row(Kind::Date, "30.4.2024", "2024-04-30");
        row(Kind::Date, "2024-02-30", "?");
        row(Kind::Currency, "eur", "EUR");
        row(Kind::Currency, "€", "?");
        row(Kind::Text, "  a b ", "a b");
    }

    void typedTextBecomesAValue() {
        QFETCH(int, kind);
        QFETCH(QString, typed);
        QFETCH(QString, value);
        QString problem;
        const auto understood = BillWords::understood(Kind(kind), typed, &problem);
        QCOMPARE(understood.value_or("?"), value);
        QCOMPARE(problem.isEmpty(), understood.has_value());
    }

    void linesAreATable() {
        LinesModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.reset(twoLines());
        QCOMPARE(modelJson(model, {"value"}), json(R"([[{"value":"Bolts"},{"value":""},{"value":""},{"value":"12.50"}],
                          [{"value":""},{"value":""},{"value":""},{"value":"7.00"}]])"));
        QCOMPARE(model.pathAt(model.indexOf("lines.1.amount")), "lines.1.amount");
        QVERIFY(!model.indexOf("lines.2.amount").isValid());
        QVERIFY(!model.indexOf("number").isValid());
        QVERIFY(!model.data(model.indexOf("lines.1.amount"), LinesModel::DoubtRole).toString().isEmpty());
    }

    void linesKeepTheirRowsWhenCorrected() {
        LinesModel model;
        model.reset(twoLines());
        QSignalSpy wanted(&model, &LinesModel::correctionWanted), again(&model, &LinesModel::modelReset);
        QVERIFY(model.setData(model.indexOf("lines.0.amount"), "13,00", Qt::EditRole));
        QCOMPARE(wanted[0][0].toString(), "lines.0.amount");
        QCOMPARE(correctionAt(wanted, 0, 2), Correction("13.00"));
        QVERIFY(!model.setData(model.indexOf("lines.0.quantity"), "many", Qt::EditRole));
        model.reset(twoLines());
        QCOMPARE(again.count(), 0);
    }

    void checksSayWhatWasHeldAgainstWhat() {
        CheckListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.reset({{"lines-net", true, "12.50 + 7.00 = 19.50", {"net"}}, {"due-after-issue", false, "", {}}});
        QCOMPARE(modelJson(model, {"rule", "ok", "detail"}),
                 json(R"([{"rule":"lines-net","ok":true,"detail":"12.50 + 7.00 = 19.50"},
                          {"rule":"due-after-issue","ok":false,"detail":""}])"));
        QCOMPARE(model.failedCount(), 1);
    }

    void billsSayWhatIsHappening() {
        BillListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        BillInfo bill;
        bill.id = 4;
        bill.fileName = "a.pdf";
        model.add(bill);
        QCOMPARE(modelJson(model, {"title", "subtitle"}),
                 json(R"([{"title":"a.pdf","subtitle":"Waiting to be read"}])"));
        bill.state = BillInfo::State::Ready;
        bill.seller = "Bolts & Co";
        bill.total = "19.50";
        bill.currency = "EUR";
        bill.issueDate = "2024-04-30";
        bill.doubtful = bill.failedChecks = 1;
        model.change(bill);
        QCOMPARE(modelJson(model, {"title", "subtitle", "doubts"}),
                 json(R"([{"title":"Bolts & Co","subtitle":"19.50 EUR · 2024-04-30","doubts":2}])"));
        QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(),
                 "Bolts & Co, 19.50 EUR · 2024-04-30, to be looked at: 2");
        model.remove(4);
        QCOMPARE(model.rowCount(), 0);
    }
};

static floe::test::AddTest<BillModelsTest> add;

#include "bill_models_test.moc"
