#include "app/extraction/table/read_lines.h"

#include <QElapsedTimer>
#include <QtTest>

#include "app/extraction/assemble.h"
#include "app/extraction/decimal.h"
#include "app/extraction/names.h"
#include "extraction/table/drawn_page.h"
#include "extraction/table/read_lines_cases.h"
#include "support/qt_suites.h"

using namespace floe;

namespace {

using Status = Field::Status;

Extraction withSums(const QString& sums) {
    Extraction e;
    for (const QString& sum : sums.split(' ', Qt::SkipEmptyParts)) {
        Field field{sum.section('=', 0, 0), sum.section('=', 1), sum.section('=', 1)};
        field.confidence = 0.9;
        insertField(e.fields, field);
    }
    return e;
}

QString shown(const Extraction& e, int line, const char* name) {
    const Field* field = e.find(linePath(line, name));
    return field ? QString(field->value).replace('\n', '/') : "-";
}

/// "description; quantity; unit; price; amount" of each line.
QStringList linesOf(const Extraction& e) {
    QStringList lines;
    for (int i = 0; i < e.lineCount; ++i) {
        QStringList values;
        for (const char* name : {"description", "quantity", "unit", "unit_price", "amount"})
            values += shown(e, i, name);
        lines += values.join("; ");
    }
    return lines;
}

Extraction readFrom(const QStringList& page, const QString& sums) {
    Extraction e = withSums(sums);
    readLines(e, test::drawnText(page));
    return e;
}

}  // namespace

class ReadLinesTest : public QObject {
    Q_OBJECT

 private slots:
    void lines_data() {
        QTest::addColumn<int>("which");
        for (int i = 0; i < test::readLinesCases().size(); ++i) QTest::newRow(test::readLinesCases()[i].name) << i;
    }

    void lines() {
        QFETCH(int, which);
        const test::ReadLinesCase& one = test::readLinesCases()[which];
        const Extraction e = readFrom(one.page, one.sums);
        QCOMPARE(linesOf(e), one.lines);
        for (const Field& field : e.fields) {
            if (!isLinePath(field.path)) continue;
            QVERIFY2(field.status == Status::Ok, qPrintable(field.path + ": " + field.note));
            QVERIFY(field.page >= 0 && !field.boxes.isEmpty());
        }
    }

    void codesRatesAndPlacesAreKept() {
        const Extraction e = readFrom({"Pos  Art.-Nr.   Bezeichnung         Menge   Einzelpreis   MwSt.     Betrag",
                                       "1    FA-17      Farbe                   2         10,00    19 %      20,00",
                                       "2    4711       Buch                    1         15,00     7 %      15,00",
                                       "Summe netto                                                          35,00"},
                                      "net=35.00");
        QCOMPARE(shown(e, 0, "item_code"), "FA-17");
        QCOMPARE(shown(e, 1, "item_code"), "4711");
        QCOMPARE(shown(e, 0, "tax_rate"), "19");
        QCOMPARE(shown(e, 1, "tax_rate"), "7");
        const Field* amount = e.find("lines.1.amount");
        QCOMPARE(amount->text, "15,00");
        QCOMPARE(amount->page, 0);
        QCOMPARE(amount->boxes, QVector<QRectF>{QRectF(30 + 6 * 69, 40 + 2 * 14, 30, 10)});
        QVERIFY(amount->confidence > 0.95);
    }

    void anAmountAfterADiscountSaysSo() {
        const Extraction e = readFrom({"Product                  Qty      Price    Disc.     Amount",
                                       "Paint                      2      10.00      10%      18.00",
                                       "Total                                                 18.00"},
                                      "total=18.00");
        QCOMPARE(e.find("lines.0.amount")->status, Status::Ok);
        QCOMPARE(e.find("lines.0.amount")->note, "After a discount of 10 %.");
    }

    void chargesBelowTheLinesComeIntoTheForm() {
        const Extraction e = readFrom(
            {"Description            Qty      Price      Amount", "Paint                    2      10.00       20.00",
             "Shipping                                     4.50", "Voucher                                     -1.50",
             "Net                                         23.00"},
            "net=23.00");
        QCOMPARE(linesOf(e), QStringList{"Paint; 2; -; 10.00; 20.00"});
        QCOMPARE(e.find("charges")->value, "4.50");
        QCOMPARE(e.find("allowances")->value, "1.50");
        QCOMPARE(e.find("charges")->status, Status::Derived);
    }

    /// Their labels stand beside the sums, under the columns of numbers.
    void chargesAreFoundWhereverTheirLabelsStand() {
        const Extraction e = readFrom({"Description                          Qty      Price      Amount",
                                       "Paint                                  2      10.00       20.00",
                                       "Brushes                               10       1.50       15.00",
                                       "                              Sum of goods              EUR 35.00",
                                       "                              Freight charge            EUR  4.50",
                                       "                              Net                       EUR 39.50"},
                                      "net=39.50");
        QCOMPARE(e.lineCount, 2);
        QVERIFY(e.find("charges") && e.find("lines_total"));
        QCOMPARE(e.find("charges")->value, "4.50");
        QCOMPARE(e.find("lines_total")->value, "35.00");
    }

    void theSumOfLinesIsKeptWhereNetIsAnother() {
        const Extraction e = readFrom(
            {"Description            Qty      Price      Amount", "Paint                    2      10.00       20.00",
             "Brushes                 10       1.50       15.00", "Subtotal                                    35.00",
             "Loyalty              3 points                5.00", "Net total                                   30.00"},
            "net=30.00");
        QCOMPARE(e.lineCount, 2);
        QCOMPARE(e.find("lines_total")->value, "35.00");
    }

    /// A table whose lines make no sum is shown, but every value of it is doubted, with a reason.
    void whatAddsUpToNothingIsDoubted() {
        const Extraction e = readFrom(
            {"Description            Qty      Price      Amount", "Paint                    2      10.00       20.00",
             "Brushes                 10       1.50       15.00", "Total                                       99.00"},
            "total=99.00");
        QCOMPARE(e.lineCount, 2);
        for (const Field& field : e.fields) {
            if (!isLinePath(field.path)) continue;
            QCOMPARE(field.status, Status::Doubtful);
            QCOMPARE(field.note,
                     "The amounts of the lines make 35.00, which is no sum that the bill prints; a line may be missing "
                     "or misread.");
        }
    }

    /// Lines of the model that make the total stay where those of the page do not.
    void theModelsLinesStayWhereTheyAddUp() {
        Extraction e = withSums("total=99.00");
        for (const auto& [path, value] :
             {std::pair{"lines.0.description", "All of it"}, std::pair{"lines.0.amount", "99.00"}})
            insertField(e.fields, Field{path, value, value});
        e.lineCount = 1;
        QVERIFY(readLines(e, test::drawnText({"Description            Qty      Price      Amount",
                                              "Paint                    2      10.00       20.00",
                                              "Total                                       99.00"})));
        QCOMPARE(linesOf(e), QStringList{"All of it; -; -; -; 99.00"});
    }

    void linesOfTheModelGiveWayToThoseThatAddUp() {
        Extraction e = withSums("total=20.00");
        for (int i = 0; i < 3; ++i) insertField(e.fields, Field{linePath(i, "amount"), "20.00", "20.00"});
        Field rate{"taxes.0.rate", "19", "19"};
        insertField(e.fields, rate);
        e.lineCount = 3;
        QVERIFY(readLines(e, test::drawnText({"Description            Qty      Price      Amount",
                                              "Paint                    2      10.00       20.00",
                                              "Total                                       20.00"})));
        QCOMPARE(linesOf(e), QStringList{"Paint; 2; -; 10.00; 20.00"});
        QCOMPARE(e.fields.last().path, "taxes.0.rate");  // in the order of the form
    }

    void nothingIsReadWhereNoTableIs() {
        for (const QStringList& page : {QStringList{}, QStringList{"Dear Sir,", "we have your order."},
                                        QStringList{"Total 12.00"}, QStringList{"Description   Amount"},
                                        QStringList{"Pike Ltd   12 River Road   04103 Leipzig", "Tel. 0341 1234567"}}) {
            const Extraction e = readFrom(page, "total=12.00");
            QCOMPARE(e.lineCount, 0);
        }
    }

    /// 300 lines on 12 pages, each with the sum carried from the page before.
    void aLongBillIsReadToItsEnd() {
        QStringList page;
        Decimal sum;
        for (int line = 0; line < 300; ++line) {
            if (line % 25 == 0) {
                if (line > 0) page << "     Carried forward" + sum.toString().rightJustified(31) << "\f";
                page << "Pike Ltd, 12 River Road, 04103 Leipzig"
                     << ""
                     << "Pos  Description            Qty      Price      Amount";
                if (line > 0) page << "     Brought forward" + sum.toString().rightJustified(31);
            }
            const Decimal price(150 + line, 2), amount = *Decimal::multiply(price, Decimal(3, 0), 2);
            page << QString::number(line + 1).leftJustified(5) + QString("Part %1").arg(line).leftJustified(20) +
                        "     3" + price.toString().rightJustified(11) + amount.toString().rightJustified(12);
            sum = *Decimal::add(sum, amount);
        }
        page << "     Total" + sum.toString().rightJustified(41);
        Extraction e = withSums("total=" + sum.toString());
        const PageText text = test::drawnText(page);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(readLines(e, text));
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString("%1 ms").arg(timer.elapsed())));
        QCOMPARE(e.lineCount, 300);
        QCOMPARE(linesOf(e).last(), "Part 299; 3; -; 4.49; 13.47");
        QCOMPARE(e.find("lines.299.amount")->page, 11);
    }

    /// What the model could not see of a long bill is no doubt where the lines add up; else it is.
    void linesOfALongBillAreDoubtedUnlessTheyAddUp() {
        const auto statusOf = [](const QString& total) {
            Document document;
            document.pages = test::drawnPages({"Description            Qty      Price      Amount",
                                               "Paint                    2      10.00       20.00",
                                               "Brushes                 10       1.50       15.00",
                                               "Total" + total.rightJustified(43)});
            const Extraction e =
                assemble({"long.pdf", document, lineUp(document.pages), "Lines were left out."}, "{}", {});
            return e.find("lines.1.amount")->status;
        };
        QCOMPARE(statusOf("35.00"), Status::Ok);
        QCOMPARE(statusOf("99.00"), Status::Doubtful);
    }
};

static test::AddSuite<ReadLinesTest> added;
#include "read_lines_test.moc"
