#include "app/extraction/credit_signs.h"

#include <QtTest>

#include "app/extraction/bill_record.h"
#include "support/qt_suites.h"

using namespace floe;

using Status = Field::Status;

class CreditSignsTest : public QObject {
    Q_OBJECT

 private slots:
    void aCreditNoteWhoseSumsAreAllNegativeHasNoMinus() {
        Extraction e;
        for (const char* one : {"net=-10.00", "tax=-2.00", "total=-12.00", "taxes.0.base=-10.00", "taxes.0.rate=20",
                                "lines.0.quantity=-2", "lines.0.unit_price=5.00", "lines.0.amount=-10.00"}) {
            const QString text(one);
            e.fields.append({text.section('=', 0, 0), text.section('=', 1), text.section('=', 1)});
        }
        QVERIFY(turnPositive(e));
        for (const Field& field : e.fields) QVERIFY2(!field.value.startsWith('-'), qPrintable(field.path));
        QCOMPARE(e.find("total")->value, "12.00");
        QCOMPARE(e.find("total")->text, "-12.00");
        QCOMPARE(e.find("total")->status, Status::Derived);
        QVERIFY(!e.find("total")->note.isEmpty());
        QCOMPARE(e.find("lines.0.unit_price")->status, Status::Ok);
        QCOMPARE(e.find("taxes.0.rate")->value, "20");
        QVERIFY(!turnPositive(e));
    }

    void mixedSignsStay() {
        Extraction e;
        e.fields.append({"total", "-12.00", "-12.00"});
        e.fields.append({"lines.0.amount", "8.00", "8.00"});
        e.fields.append({"lines.1.amount", "-20.00", "-20.00"});
        QVERIFY(!turnPositive(e));
        QCOMPARE(e.find("total")->value, "-12.00");
    }

    void theSumsOfAnEInvoiceStay() {
        Extraction e;
        Field field{"total", "-12.00", ""};
        field.status = Status::Xml;
        e.fields.append(field);
        QVERIFY(!turnPositive(e));
    }

    void aCreditNoteLessensWhatIsToBePaid() {
        Extraction e;
        e.kind = "credit_note";
        e.fields.append({"total", "12.00", "12.00"});
        BillInfo info;
        summarise(e, info);
        QCOMPARE(info.toPay(), "-12.00");
        QCOMPARE(info.total, "12.00");
        e.kind = "bill";
        summarise(e, info);
        QCOMPARE(info.toPay(), "12.00");
    }
};

static floe::test::AddSuite<CreditSignsTest> added;
#include "credit_signs_test.moc"
