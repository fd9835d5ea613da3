#include "app/extraction/payment_code_fields.h"

#include <QtTest>

#include "app/extraction/assemble.h"
#include "app/extraction/checks.h"
#include "app/extraction/derive.h"
#include "app/extraction/xml_page.h"
#include "extraction/printed_page.h"
#include "support/qt_suites.h"

using namespace floe;

namespace {

using Status = Field::Status;

Code giro(const QString& amount = "EUR12.50", const QString& name = "Hecht GmbH",
          const QString& iban = "DE89370400440532013000") {
    return {1, QRectF(20, 30, 40, 40),
            QStringList{"BCD", "002", "1", "SCT", "COBADEFFXXX", name, iban, amount, "", "", "Rechnung 17"}.join('\n')};
}

/// "total=12.50; payment.iban=…" as fields that the model was sure of, or not.
Extraction billOf(const QString& fields, double confidence = 0.99, Status status = Status::Ok) {
    Extraction e;
    for (const QString& one : fields.split("; ", Qt::SkipEmptyParts)) {
        Field field{one.section('=', 0, 0), one.section('=', 1), one.section('=', 1)};
        field.confidence = confidence;
        field.status = status;
        if (status == Status::Doubtful) field.note = kUnsureNote;
        insertField(e.fields, field);
    }
    return e;
}

Extraction read(Extraction e, const QVector<Code>& codes) {
    const auto code = paymentCodeOf(codes);
    if (!code) return e;
    addFromCode(e, *code);
    e.checks = runChecks(e);
    compareWithCode(e, *code);
    return e;
}

const Check* checkOf(const Extraction& e, const QString& rule) {
    for (const Check& check : e.checks)
        if (check.rule == rule) return &check;
    return nullptr;
}

}  // namespace

class PaymentCodeFieldsTest : public QObject {
    Q_OBJECT

 private slots:
    void fillsWhatThePageLacks_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("value");
        const char* rows[][2] = {{"payment.iban", "DE89370400440532013000"},
                                 {"payment.bic", "COBADEFFXXX"},
                                 {"amount_due", "12.50"},
                                 {"currency", "EUR"},
                                 {"payment.reference", "Rechnung 17"},
                                 {"seller.name", "Hecht GmbH"}};
        for (const auto& row : rows) QTest::newRow(row[0]) << row[0] << row[1];
    }
    void fillsWhatThePageLacks() {
        QFETCH(QString, path);
        const Extraction e = read(billOf("number=17"), {giro()});
        const Field* field = e.find(path);
        QVERIFY(field);
        QTEST(field->value, "value");
        QCOMPARE(field->status, Status::Derived);
        QVERIFY(field->note.startsWith("From the QR code"));
        QCOMPARE(field->page, 1);  // where the code stands
        QCOMPARE(field->box(), QRectF(20, 30, 40, 40));
        QVERIFY(field->text.isEmpty());
        QVERIFY2(!checkOf(e, "qr-agrees"), "the code cannot confirm itself");
    }

    void aTotalIsWhatIsToPayWhereNothingElseIs() {
        const Extraction e = read(billOf("total=12.50"), {giro()});
        QVERIFY(!e.find("amount_due"));
        QVERIFY(checkOf(e, "qr-agrees") && checkOf(e, "qr-agrees")->ok);
    }

    void whatIsLeftIsToPayWhereSomethingWasPaid() {
        const Extraction e = read(billOf("total=20.00; paid=7.50"), {giro()});
        QCOMPARE(e.find("amount_due")->value, QString("12.50"));
        QCOMPARE(e.find("total")->status, Status::Ok);
        for (const Check& check : e.checks) QVERIFY2(check.ok, qPrintable(check.sentence));
    }

    void neverReplaces_data() {
        QTest::addColumn<QString>("fields");
        QTest::addColumn<QString>("path");
        QTest::newRow("account") << "payment.iban=DE02120300000000202051"
                                 << "payment.iban";
        QTest::newRow("due") << "total=20.00; amount_due=21.50"
                             << "amount_due";
        QTest::newRow("total") << "total=125.00"
                               << "total";
        QTest::newRow("currency") << "currency=USD"
                                  << "currency";
    }
    void neverReplaces() {
        QFETCH(QString, fields);
        QFETCH(QString, path);
        const Extraction before = billOf(fields), e = read(before, {giro()});
        const Field* field = e.find(path);
        QCOMPARE(field->value, before.find(path)->value);
        QCOMPARE(field->status, Status::Doubtful);
        const Check* check = checkOf(e, "qr-agrees");
        QVERIFY(check);
        QVERIFY(check->failed());
        QCOMPARE(check->paths, QVector<QString>{path});
        QVERIFY(check->sentence.startsWith("The QR code says otherwise than the page: "));
        QVERIFY(check->sentence.contains(field->value));
        QCOMPARE(field->note, check->sentence);
    }

    void agreementTakesDoubtAway() {
        const Extraction e =
            read(billOf("total=12.5; payment.iban=DE89 3704 0044 0532 0130 00", 0.4, Status::Doubtful), {giro()});
        for (const char* path : {"total", "payment.iban"}) {
            QCOMPARE(e.find(path)->status, Status::Ok);
            QVERIFY(e.find(path)->confidence > 0.95);
            QVERIFY(e.find(path)->note.isEmpty());
        }
        QVERIFY(checkOf(e, "qr-agrees")->ok);
    }

    void doubtForAnotherReasonStays() {
        Extraction e = billOf("total=12.50", 0.4, Status::Doubtful);
        e.fields[0].note = "The lines do not add up.";
        QCOMPARE(read(e, {giro()}).find("total")->status, Status::Doubtful);
    }

    void payees_data() {
        QTest::addColumn<QString>("payee");
        QTest::addColumn<bool>("same");
        QTest::newRow("the seller") << "HECHT GMBH" << true;
        QTest::newRow("shortened") << "Hecht" << true;
        QTest::newRow("another") << "Inkasso Nord AG" << false;
    }
    void payees() {
        QFETCH(QString, payee);
        const Extraction e = read(billOf("seller.name=Hecht GmbH"), {giro("EUR12.50", payee)});
        const Check* check = checkOf(e, "qr-payee");
        QVERIFY(check);
        QTEST(check->ok, "same");
        QVERIFY(!check->failed());  // factoring is usual
        QCOMPARE(e.find("seller.name")->value, QString("Hecht GmbH"));
        QCOMPARE(e.find("seller.name")->status, Status::Ok);
    }

    void otherCodesSayNothing() {
        QVERIFY(!paymentCodeOf({}));
        QVERIFY(!paymentCodeOf({{0, {}, "https://pike.example"}, {0, {}, "BCD\n002"}}));
        QVERIFY2(!paymentCodeOf({giro("EUR12.50"), giro("EUR99.00")}), "two sums: neither is the bill's");
        QVERIFY(paymentCodeOf({{0, {}, "https://pike.example"}, giro(), giro()}));
    }

    void aReadingTakesTheCodeIn() {
        Reading reading;
        reading.document.pages = {test::printedPage({"Hecht Fisch", "Rechnung 17", "Gesamtbetrag | 13,50"})};
        reading.document.codes = {giro("EUR12.50", "Hecht Fisch")};
        reading.lined = lineUp(reading.document.pages);
        const Extraction e = assemble(reading, "{}", {});
        QCOMPARE(e.find("seller.name")->value, QString("Hecht Fisch"));
        QVERIFY(e.find("seller.name")->note.contains("in the QR code"));
        QCOMPARE(e.find("payment.iban")->value, QString("DE89370400440532013000"));
        QVERIFY(checkOf(e, "qr-agrees") && checkOf(e, "qr-agrees")->failed());
        QVERIFY(checkOf(e, "qr-payee") && checkOf(e, "qr-payee")->ok);
    }

    void findingsSurviveChecksThatRunAgain() {
        const Extraction e = read(billOf("total=125.00"), {giro()});
        const QVector<Check> again = runChecksAgain(e);
        QVERIFY(std::any_of(again.begin(), again.end(), [](const Check& c) { return c.rule == "qr-agrees" && !c.ok; }));
    }
};

static floe::test::AddSuite<PaymentCodeFieldsTest> added;
#include "payment_code_fields_test.moc"
