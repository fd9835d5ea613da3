#include "app/extraction/recall.h"

#include <QtTest>

#include "support/qt_suites.h"

using namespace floe;
using Status = Field::Status;

namespace {

Field field(const QString& path, const QString& value, Status status = Status::Ok) {
    Field made;
    made.path = path;
    made.value = made.text = value;
    made.confidence = 0.6;
    made.status = status;
    made.page = 0;
    return made;
}

Extraction bill(const QVector<Field>& fields, const QString& kind = "bill") {
    Extraction e;
    e.kind = kind;
    e.fields = fields;
    return e;
}

/// A bill of the same VAT id on which the person put `corrected` in place of what was read.
EarlierBill taught(const QString& path, const QString& read, const QString& corrected) {
    Field said = field(path, read);
    said.corrected = corrected;
    return {bill({field("seller.vat_id", "DE136695976"), said}), false};
}

Extraction readNow(const QVector<Field>& more) {
    return bill(QVector<Field>{field("seller.vat_id", "DE136695976")} + more);
}

}  // namespace

class RecallTest : public QObject {
    Q_OBJECT
 private slots:
    void theSameMisreadingIsPutRight() {
        Extraction e = readNow({field("seller.name", "Invoice", Status::Doubtful)});
        recall(e, {taught("seller.name", "Invoice", "Tannenhof KG")});
        const Field* name = e.find("seller.name");
        QCOMPARE(name->value, "Tannenhof KG");
        QCOMPARE(name->status, Status::Derived);
        QCOMPARE(name->text, "Invoice");
        QVERIFY2(name->note.contains("“Invoice”"), qPrintable(name->note));
        QCOMPARE(name->candidates.size(), 1);
        QCOMPARE(name->candidates[0].value, "Invoice");
        QCOMPARE(name->candidates[0].page, 0);
    }

    void whereOnlyTheNameTellsItStaysDoubtful() {
        EarlierBill earlier = taught("seller.name", "Invoice", "Tannenhof KG");
        earlier.extraction.fields.removeFirst();
        Extraction e = bill({field("seller.name", "Invoice")});
        recall(e, {earlier});
        QCOMPARE(e.find("seller.name")->value, "Tannenhof KG");
        QCOMPARE(e.find("seller.name")->status, Status::Doubtful);
    }

    void anotherValueStaysAndTheCorrectedOneIsOffered() {
        Extraction e = readNow({field("seller.name", "Tannenhof Nord")});
        recall(e, {taught("seller.name", "Invoice", "Tannenhof KG")});
        QCOMPARE(e.find("seller.name")->value, "Tannenhof Nord");
        QCOMPARE(e.find("seller.name")->status, Status::Ok);
        QCOMPARE(e.find("seller.name")->candidates.value(0).value, "Tannenhof KG");
    }

    void whatAPersonFilledInIsFilledIn() {
        EarlierBill earlier = taught("seller.email", "", "office@tannenhof.example");
        Extraction e = readNow({});
        recall(e, {earlier});
        QVERIFY(e.find("seller.email"));
        QCOMPARE(e.find("seller.email")->value, "office@tannenhof.example");
        QCOMPARE(e.find("seller.email")->status, Status::Derived);
        QCOMPARE(e.find("seller.email")->page, -1);
    }

    void theNewestBillThatSaysSomethingCounts() {
        Extraction e = readNow({field("seller.name", "Invoice")});
        recall(e, {taught("buyer.name", "x", "y"), taught("seller.name", "Invoice", "Tannenhof KG"),
                   taught("seller.name", "Invoice", "Tannenhof")});
        QCOMPARE(e.find("seller.name")->value, "Tannenhof KG");
    }

    void whatWasLookedAtIsDoubtedNoMore_data() {
        QTest::addColumn<bool>("confirmed");
        QTest::addColumn<bool>("reviewed");
        QTest::addColumn<QString>("then");
        QTest::addColumn<Status>("status");
        QTest::newRow("confirmed") << true << false << "Tannenhof" << Status::Ok;
        QTest::newRow("the bill was looked at") << false << true << "Tannenhof" << Status::Ok;
        QTest::newRow("nobody looked") << false << false << "Tannenhof" << Status::Doubtful;
        QTest::newRow("another value") << true << true << "Lindenhof" << Status::Doubtful;
    }
    void whatWasLookedAtIsDoubtedNoMore() {
        QFETCH(bool, confirmed);
        QFETCH(bool, reviewed);
        QFETCH(QString, then);
        Field said = field("seller.name", then);
        said.confirmed = confirmed;
        Extraction e = readNow({field("seller.name", "Tannenhof", Status::Doubtful)});
        recall(e, {{readNow({said}), reviewed}});
        QTEST(e.find("seller.name")->status, "status");
    }

    void numbersSumsAndAccountsAreNeverTaken() {
        Extraction e = readNow({field("number", "17"), field("total", "10.00"), field("payment.iban", "DE1")});
        EarlierBill earlier = taught("number", "17", "18");
        earlier.extraction.fields += taught("total", "10.00", "11.00").extraction.fields.last();
        earlier.extraction.fields += taught("payment.iban", "DE1", "DE2").extraction.fields.last();
        recall(e, {earlier});
        QCOMPARE(e.find("number")->value, "17");
        QCOMPARE(e.find("total")->value, "10.00");
        QCOMPARE(e.find("payment.iban")->value, "DE1");
    }

    void anEInvoiceKeepsItsValues() {
        Extraction e = readNow({field("seller.name", "Invoice", Status::Xml)});
        recall(e, {taught("seller.name", "Invoice", "Tannenhof KG")});
        QCOMPARE(e.find("seller.name")->value, "Invoice");
        QCOMPARE(e.find("seller.name")->status, Status::Xml);
    }

    void theCategoryIsThatOfTheNewestBill() {
        Extraction first = readNow({});
        recall(first, {});
        QCOMPARE(first.find("category")->value, uncategorized());
        QCOMPARE(first.find("category")->status, Status::Derived);
        Extraction second = readNow({});
        const EarlierBill uncategorised{first, false};
        recall(second,
               {uncategorised, taught("category", uncategorized(), "Office"), taught("category", "", "Travel")});
        QCOMPARE(second.find("category")->value, "Office");
        Extraction third = readNow({});
        recall(third, {{second, false}});
        QCOMPARE(third.find("category")->value, "Office");
    }

    void whatIsNoBillHasNoCategory() {
        for (const QString kind : {"order", "delivery_note", "other", "unknown", "statement"}) {
            Extraction e = bill({}, kind);
            recall(e, {});
            QVERIFY2(!e.find("category"), qPrintable(kind));
        }
    }
};

static floe::test::AddSuite<RecallTest> added;
#include "recall_test.moc"
