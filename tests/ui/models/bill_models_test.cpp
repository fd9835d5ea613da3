// A bill's form, lines, checks and the list of bills.
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "app/extraction/names.h"
#include "support/model_json.h"
#include "support/test_objects.h"
#include "ui/models/bill_form_model.h"
#include "ui/models/bill_list_model.h"
#include "ui/models/board_model.h"
#include "ui/models/check_list_model.h"
#include "ui/models/lines_model.h"
#include "ui/models/more_lists.h"
#include "ui/models/review_model.h"

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
        QCOMPARE(model.rowCount(), formPaths().size());
        for (const QString& path : formPaths()) QVERIFY2(model.rowOf(path) >= 0, qPrintable(path));
        int usual = 0;
        for (int row = 0; row < model.rowCount(); ++row)
            usual += model.index(row).data(BillFormModel::UsualRole).toBool();
        QCOMPARE(usual, modelPaths().size() + 1);
        model.reset(twoLines());
        const auto rows = modelJson(model, {"path", "value", "printed", "hasPlace", "corrected"});
        QCOMPARE(
            rows[model.rowOf("number")].toObject(),
            json(R"([{"path":"number","value":"120325","printed":"#120325","hasPlace":true,"corrected":false}])")[0]
                .toObject());
        QCOMPARE(rows[model.rowOf("tax")].toObject(),
                 json(R"([{"path":"tax","value":"","printed":"","hasPlace":false,"corrected":false}])")[0].toObject());
    }

    void whatHardlyAnyBillHasIsShownOnlyWhereItIsSaid() {
        BillFormModel model;
        for (const QString& path : formPaths()) {
            const QModelIndex index = model.index(model.rowOf(path));
            QVERIFY2(index.data(BillFormModel::OnlyWhereSaidRole).toBool() == isRare(path), qPrintable(path));
        }
    }

    void everyFieldHasALabelForPeople() {
        const auto labels = [](const FieldList& list, const QString& prefix) {
            for (const QString& member : list.members + list.rare)
                QVERIFY2(!BillWords::labelOf(prefix + member).endsWith(": " + member), qPrintable(prefix + member));
        };
        for (const FieldList& list : fieldLists() + rareLists()) {
            labels(list, list.name + ".0.");
            QVERIFY(BillWords::listLabel(list.name) != list.name);
            for (const FieldList& inner : list.within) labels(inner, list.name + ".0." + inner.name + ".0.");
        }
        QCOMPARE(BillWords::labelOf("lines.1.allowances.0.percent"), "Line 2: Deduction 1: Percent");
        QCOMPARE(BillWords::labelOf("notes.0.text"), "Notes, 1: Text");
    }

    void whatAPersonTypesIsOfTheKindOfItsField() {
        QCOMPARE(BillWords::kindOf("lines.0.period_start"), Kind::Date);
        QCOMPARE(BillWords::kindOf("lines.0.allowances.0.amount"), Kind::Money);
        QCOMPARE(BillWords::kindOf("lines.0.note"), Kind::Text);
        QCOMPARE(BillWords::kindOf("document_charges.0.tax_rate"), Kind::Money);
        QCOMPARE(BillWords::kindOf("further_preceding_invoices.0.date"), Kind::Date);
        QCOMPARE(BillWords::kindOf("tax_currency"), Kind::Currency);
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

    void rareColumnsAreThereWhereALineHasAValue() {
        LinesModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        Extraction bill = twoLines();
        model.reset(bill);
        QCOMPARE(model.columnCount(), 4);
        bill.fields.insert(4, field("lines.0.tax_rate", "19", "19 %"));
        bill.fields.insert(4, field("lines.0.unit", "kg", "kg"));
        model.reset(bill);
        QStringList titles;
        for (int column = 0; column < model.columnCount(); ++column)
            titles += model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        QCOMPARE(titles, (QStringList{"Description", "Quantity", "Unit", "Unit price", "Tax %", "Amount"}));
        QCOMPARE(model.pathAt(model.indexOf("lines.0.unit")), "lines.0.unit");
    }

    void taxesAreATableToo() {
        LinesModel model("taxes");
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        Extraction bill;
        bill.taxCount = 1;
        bill.fields = {field("taxes.0.rate", "19", "19 %"), field("taxes.0.amount", "1.90", "1,90")};
        model.reset(bill);
        QCOMPARE(modelJson(model, {"value"}), json(R"([[{"value":"19"},{"value":""},{"value":"1.90"}]])"));
        QCOMPARE(model.pathAt(model.index(0, 2)), "taxes.0.amount");
        QVERIFY(!model.indexOf("lines.0.amount").isValid());
    }

    void whatALineListsItselfHasColumns() {
        LinesModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        Extraction bill = twoLines();
        bill.fields += {field("lines.1.note", "cut", ""), field("lines.1.allowances.0.amount", "1.00", ""),
                        field("lines.1.allowances.0.reason", "loyal", "")};
        model.reset(bill);
        QStringList titles;
        for (int column = 4; column < model.columnCount(); ++column)
            titles += model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        QCOMPARE(titles, (QStringList{"Note", "Deduction 1: Amount", "Deduction 1: Reason"}));
        QCOMPARE(model.indexOf("lines.1.allowances.0.amount").data().toString(), "1.00");
        QCOMPARE(model.sum(), "19.50");  // of the lines' amounts alone
        QSignalSpy wanted(&model, &LinesModel::correctionWanted);
        QVERIFY(model.setData(model.indexOf("lines.1.allowances.0.amount"), "2,00", Qt::EditRole));
        QCOMPARE(wanted[0][0].toString(), "lines.1.allowances.0.amount");
    }

    void listsThatOnlySomeBillsHaveAreTables() {
        MoreLists lists;
        QCOMPARE(lists.tables().size(), rareLists().size());
        QSignalSpy wanted(&lists, &MoreLists::correctionWanted);
        for (const auto& [name, model] : lists.tables()) {
            QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
            lists.reset(twoLines());
            QCOMPARE(model->rowCount(), 0);
            Extraction bill = twoLines();
            for (const FieldList& list : rareLists())
                if (list.name == name)
                    for (const QString& member : list.members) bill.fields += field(name + ".1." + member, "1", "");
            lists.reset(bill);
            QCOMPARE(model->rowCount(), 2);
            QVERIFY(model->setData(model->index(1, 0), "2", Qt::EditRole));
        }
        QCOMPARE(wanted.count(), rareLists().size());
    }

    void linesAreArrangedByTheirNumbers() {
        LinesModel model;
        Extraction bill = twoLines();
        bill.nextLineId = 2;
        model.reset(bill);
        QCOMPARE(model.sum(), "19.50");
        QSignalSpy wanted(&model, &LinesModel::arrangementWanted);
        model.addLine(0);
        QCOMPARE(wanted[0][0].value<QVector<int>>(), QVector<int>());
        QCOMPARE(wanted[0][1].value<QVector<int>>(), (QVector<int>{0, 2, 1}));
        bill.lineIds = {0, 2, 1};
        bill.lineCount = bill.nextLineId = 3;
        model.reset(bill);
        model.moveLine(2, -1);
        QCOMPARE(wanted[1][1].value<QVector<int>>(), (QVector<int>{0, 1, 2}));
        model.removeLine(0);
        QCOMPARE(wanted[2][1].value<QVector<int>>(), (QVector<int>{2, 1}));
        model.moveLine(0, -1);
        QCOMPARE(wanted.count(), 3);
    }

    void theReviewGoesFromDoubtToDoubt() {
        ReviewModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        Extraction bill = twoLines();
        model.reset(bill);
        QCOMPARE(modelJson(model, {"path", "open"}),
                 json(R"([{"path":"number","open":false},{"path":"due_date","open":true},
                          {"path":"lines.0.description","open":false},{"path":"lines.0.amount","open":false},
                          {"path":"lines.1.amount","open":true}])"));
        QCOMPARE(model.openCount(), 2);
        QCOMPARE(model.nextOpen(-1), 1);
        QCOMPARE(model.nextOpen(1), 4);
        QCOMPARE(model.nextOpen(4), 1);  // round
        QCOMPARE(model.index(1).data(ReviewModel::CandidatesRole).toStringList(), QStringList{"2024-04-03"});
        QCOMPARE(model.index(4).data(ReviewModel::LabelRole).toString(), "Line 2: Amount");
        bill.fields[1].confirmed = true;
        bill.fields[4].corrected = "7.10";
        model.reset(bill);
        QCOMPARE(model.nextOpen(-1), -1);
        QCOMPARE(*model.correctedAt("lines.1.amount"), "7.10");
        bill.checks = {{"lines-net", false, "12.50 + 7.10 = 19.60, not 20.00", {"lines.0.amount"}}};
        model.reset(bill);
        QVERIFY(model.index(3).data(ReviewModel::DoubtRole).toString().contains("not 20.00"));
    }

    void twinsAreFoundByFileAndByNumber() {
        BillListModel model;
        const auto add = [&](BillId id, const QString& hash, const QString& number, const QString& seller) {
            BillInfo bill;
            bill.id = id;
            bill.state = BillInfo::State::Ready;
            bill.added = QDateTime::fromSecsSinceEpoch(id);
            bill.hash = hash;
            bill.numberKey = number;
            bill.sellerKey = seller;
            model.add(bill);
        };
        add(1, "a", "re7", "bolts");
        add(2, "b", "re7", "nuts");
        add(3, "c", "re7", "bolts");
        add(4, "b", "", "");
        add(5, "", "", "");
        add(6, "", "", "");
        QCOMPARE(model.twinOf(3), BillId(1));
        QCOMPARE(model.twinOf(1), BillId(3));
        QCOMPARE(model.twinOf(4), BillId(2));
        QCOMPARE(model.twinOf(5), BillId(0));
        BillInfo pages = *model.find(4);
        pages.parts = {{"/b/scan.pdf", "b", true, {2, 3}}};
        model.change(pages);
        QCOMPARE(model.twinOf(4), BillId(0));  // other pages of the same file
        pages.parts.clear();
        model.change(pages);
        QCOMPARE(model.nextToReview(6), BillId(5));
        QCOMPARE(model.nextToReview(1), BillId(6));  // round
    }

    void theListIsFilteredByStateAndWords() {
        using Choice = BillListModel::Choice;
        BillListModel model;
        BillInfo clean, doubtful, failed;
        clean.id = 1;
        clean.state = doubtful.state = BillInfo::State::Ready;
        clean.seller = "Bolts & Nuts";
        clean.category = "Office";
        clean.reviewedAt = QDateTime::fromSecsSinceEpoch(1);
        doubtful.id = 2;
        doubtful.seller = "Bolts";
        doubtful.number = "RE-7";
        doubtful.doubtful = 3;
        failed.id = 3;
        failed.fileName = "scan.pdf";
        failed.state = BillInfo::State::Failed;
        model.reset({clean, doubtful, failed});
        const auto shown = [&](Choice choice, const QString& text = {}) {
            QVector<BillId> ids;
            for (int row = 0; row < model.rowCount(); ++row)
                if (model.matches(row, choice, text)) ids.append(model.idAt(row));
            return ids;
        };
        QCOMPARE(shown(Choice::All), (QVector<BillId>{3, 2, 1}));
        QCOMPARE(shown(Choice::ToReview), (QVector<BillId>{2}));
        QCOMPARE(shown(Choice::Doubtful), (QVector<BillId>{2}));
        QCOMPARE(shown(Choice::Failed), (QVector<BillId>{3}));
        QCOMPARE(shown(Choice::Reviewed), (QVector<BillId>{1}));
        QCOMPARE(shown(Choice::All, "bolts"), (QVector<BillId>{2, 1}));
        QCOMPARE(shown(Choice::All, "re-7 bolts"), (QVector<BillId>{2}));
        QCOMPARE(shown(Choice::All, "office"), (QVector<BillId>{1}));
        QCOMPARE(shown(Choice::ToReview, "scan"), QVector<BillId>());
    }

    void theBoardSortsMoneyByWhenItIsDue() {
        BoardModel model([] { return QDate(2024, 6, 10); });
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto bill = [](BillId id, const QString& due, const QString& amount, const QString& currency) {
            BillInfo made;
            made.id = id;
            made.state = BillInfo::State::Ready;
            made.number = QString("RE-%1").arg(id);
            made.seller = "Bolts, Nuts & Co";
            made.issueDate = "2024-05-01";
            made.dueDate = due;
            made.total = amount;
            made.currency = currency;
            made.fileName = "a.pdf";
            return made;
        };
        BillInfo paid = bill(3, "2024-05-20", "5.00", "EUR"), sent = bill(4, "2024-05-31", "99.00", "EUR"),
                 waiting = bill(5, "", "", "");
        paid.paidAt = QDateTime(QDate(2024, 5, 19), QTime(12, 0));
        sent.direction = BillInfo::Direction::Sent;
        waiting.state = BillInfo::State::Queued;
        model.reset({bill(1, "2024-06-30", "10.10", "EUR"), bill(2, "2024-06-03", "20.20", "EUR"), paid, sent, waiting,
                     bill(6, "2024-06-01", "7.00", "USD")});
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.idAt(0), BillId(3));
        QCOMPARE(model.daysOverdue(*model.at(1)), 9);
        const auto sums = [&](BoardFilter::State state) {
            QStringList all;
            for (const BoardTotal& total : model.totals(state))
                all += QString("%1 %2 in %3").arg(total.sum, total.currency).arg(total.bills);
            return all;
        };
        QCOMPARE(sums(BoardFilter::State::Open), QStringList{"10.10 EUR in 1"});
        QCOMPARE(sums(BoardFilter::State::Overdue), (QStringList{"20.20 EUR in 1", "7.00 USD in 1"}));
        QCOMPARE(sums(BoardFilter::State::All), (QStringList{"35.30 EUR in 3", "7.00 USD in 1"}));
        BoardFilter filter;
        filter.state = BoardFilter::State::Overdue;
        filter.text = "nuts 20.2";
        model.setFilter(filter);
        QCOMPARE(model.csv(), QByteArray("number,seller,issue_date,due_date,days_overdue,amount,currency,state,paid_on,"
                                         "file\r\nRE-2,\"Bolts, Nuts & Co\",2024-05-01,2024-06-03,7,20.20,EUR,overdue,,"
                                         "a.pdf\r\n"));
        filter = {};
        filter.from = QDate(2024, 5, 2);
        model.setFilter(filter);
        QCOMPARE(model.rowCount(), 0);
        filter = {};
        filter.direction = BillInfo::Direction::Sent;
        model.setFilter(filter);
        QCOMPARE(model.rowCount(), 1);
        const QString nudge = nudgeText(*model.at(0), QDate(2024, 6, 10), false);
        QVERIFY2(nudge.contains("RE-4") && nudge.contains("99.00 EUR") && nudge.contains("10 days ago"),
                 qPrintable(nudge));
        QVERIFY(nudgeText(*model.at(0), QDate(2024, 6, 10), true).contains("vor 10 Tagen"));
        model.remove(4);
        QCOMPARE(model.rowCount(), 0);
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
        bill.state = BillInfo::State::Failed;
        model.change(bill);
        QCOMPARE(modelJson(model, {"subtitle", "locked"}),
                 json(R"([{"subtitle":"Could not be read","locked":false}])"));
        bill.locked = true;
        model.change(bill);
        QCOMPARE(modelJson(model, {"subtitle", "locked"}),
                 json(R"([{"subtitle":"Needs its password","locked":true}])"));
        bill.locked = false;
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
