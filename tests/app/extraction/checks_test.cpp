#include "app/extraction/checks.h"

#include <QtTest>

#include "app/extraction/derive.h"
#include "app/extraction/names.h"
#include "support/qt_suites.h"

using namespace floe;

namespace {

using Status = Field::Status;

const Circumstances kAround{QDate(2024, 6, 1), "Owner & Sons Ltd", "DE283422629"};

void add(Extraction& e, const QString& path, const QString& value) {
    insertField(e.fields, Field{path, value, value, 0, {}, 0.8});
}

/// "net=10.00 tax=1.90 …", an underscore for a space in a value. "amounts=1,2,3" makes lines, "line=2*3.50=7.00" one
/// with quantity and price, "line=7.00@19" one with its tax rate; "rate=19:100.00:19.00" a row of taxes with rate, base
/// and amount, "rate=AE:0.00" one with a category.
Extraction bill(const QString& values) {
    Extraction e;
    for (const QString& part : values.split(' ', Qt::SkipEmptyParts)) {
        const QString path = part.section('=', 0, 0), value = part.section('=', 1).replace('_', ' ');
        if (path == "amounts") {
            for (const QString& amount : value.split(',')) add(e, linePath(e.lineCount++, "amount"), amount);
        } else if (path == "line" && value.contains('@')) {
            add(e, linePath(e.lineCount, "amount"), value.section('@', 0, 0));
            add(e, linePath(e.lineCount++, "tax_rate"), value.section('@', 1));
        } else if (path == "line") {
            add(e, linePath(e.lineCount, "quantity"), value.section('*', 0, 0));
            add(e, linePath(e.lineCount, "unit_price"), value.section('*', 1).section('=', 0, 0));
            add(e, linePath(e.lineCount++, "amount"), value.section('=', 1));
        } else if (path == "rate") {
            const QStringList parts = value.split(':');
            const QStringList members =
                parts.size() == 2 ? QStringList{"category", "amount"} : QStringList{"rate", "base", "amount"};
            for (int i = 0; i < parts.size(); ++i) add(e, listPath("taxes", e.taxCount, members[i]), parts[i]);
            ++e.taxCount;
        } else {
            add(e, path, value);
        }
    }
    return e;
}

/// "net-tax-total+ iban-": + holds, - failed, ? a note.
QString findings(const Extraction& e) {
    QStringList found;
    for (const Check& check : runChecks(e, kAround))
        found += check.rule + (check.ok ? '+' : check.failed() ? '-' : '?');
    return found.join(' ');
}

}  // namespace

class ChecksTest : public QObject {
    Q_OBJECT

 private slots:
    void whatIsMissingOfAnAllowanceIsSaidInASentence() {
        const auto checks = runChecks(bill("line=1*5.00=4.00 lines.0.allowances.0.amount=1.00 "
                                           "document_charges.0.amount=2.00 document_charges.0.reason=x "
                                           "document_charges.0.percent=3"),
                                      kAround);
        QCOMPARE(checks.last().sentence,
                 "Something is missing of what is taken off or added: charge: a percentage, but not of what; allowance "
                 "of line 1: no reason.");
        QCOMPARE(checks.last().paths, (QVector<QString>{"document_charges.0.amount", "document_charges.0.percent",
                                                        "lines.0.allowances.0.amount"}));
    }

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
            // lines: discounts, surcharges, the printed sum of lines, roundings
            {"amounts=60.00,40.00 allowances=10.00 net=90.00", "lines-net+"},
            {"amounts=60.00,40.00 allowances=-10.00 charges=5.00 net=95.00", "lines-net+"},
            {"amounts=60.00,40.00 allowances=10.00 net=91.00", "lines-net-"},
            {"amounts=60.00,40.00 lines_total=100.00 net=90.00", "lines-total+ net-from-lines-"},
            {"amounts=60.00,40.00 lines_total=100.00 allowances=10.00 net=90.00",
             "lines-net+ lines-total+ net-from-lines+"},
            {"amounts=60.00,40.00 lines_total=101.00", "lines-total-"},
            {"lines_total=100.00 allowances=10.00 charges=2.50 net=92.50", "net-from-lines+"},
            {"lines_total=100.00 allowances=10.00 charges=2.50 net=92.51", "net-from-lines-"},
            {"line=1.5*0.03=0.05 line=1.5*0.03=0.05 net=0.09", "lines-net? line-product+"},
            {"line=1.5*0.03=0.05 line=1.5*0.03=0.05 net=0.08", "lines-net- line-product+"},
            {"line=1*0.05=0.05 line=1*0.05=0.05 net=0.09", "lines-net- line-product+"},
            // net, tax, total
            {"net=1.03 tax=0.21 total=1.23 rate=20:1.03:0.21", "net-tax-total? tax-of-rate+ taxes-tax+ taxes-net+"},
            {"net=1.03 tax=0.21 total=1.23", "net-tax-total-"},
            {"net=1.04 tax=0.20 total=1.23 rate=20:1.04:0.20", "net-tax-total- tax-of-rate+ taxes-tax+ taxes-net+"},
            {"net=10.02 tax=2.00 total=12.00", "net-tax-total?"},  // cash
            {"net=10.03 tax=2.00 total=12.00", "net-tax-total-"},
            {"net=10.02 tax=2.00 rounding=-0.02 total=12.00", "net-tax-total+"},
            {"total=12.02 paid=2.00 amount_due=10.00", "total-paid-due?"},
            {"total=12.03 paid=2.00 amount_due=10.00", "total-paid-due-"},
            {"total=12.03 rounding=0.02 amount_due=12.05", "total-paid-due+"},
            {"total=12.03 paid=2.03 rounding=0.02 amount_due=10.00", "total-paid-due+"},
            // taxes
            {"rate=19:100.00:19.00", "tax-of-rate+"},
            {"rate=19:100.00:19.01", "tax-of-rate+"},
            {"rate=19:100.00:19.02", "tax-of-rate-"},
            {"rate=7.7:1000.00:77.00", "tax-of-rate+"},
            {"tax=26.00 rate=19:100.00:19.00 rate=7:100.00:7.00", "tax-of-rate+ tax-of-rate+ taxes-tax+"},
            {"tax=26.01 rate=19:100.00:19.00 rate=7:100.00:7.00", "tax-of-rate+ tax-of-rate+ taxes-tax?"},
            {"tax=26.02 rate=19:100.00:19.00 rate=7:100.00:7.00", "tax-of-rate+ tax-of-rate+ taxes-tax-"},
            {"tax=19.01 rate=19:100.00:19.00", "tax-of-rate+ taxes-tax-"},
            {"net=100.00 rate=19:100.00:19.00", "tax-of-rate+ taxes-net+"},
            {"net=120.00 rate=19:100.00:19.00", "tax-of-rate+ taxes-net?"},
            {"line=60.00@19 line=40.00@19 rate=19:100.00:19.00", "tax-of-rate+ tax-base-lines+"},
            {"line=60.00@19 line=40.01@19 rate=19:100.00:19.00", "tax-of-rate+ tax-base-lines+"},
            {"line=60.00@19 line=41.00@19 rate=19:100.00:19.00", "tax-of-rate+ tax-base-lines?"},
            {"line=60.00@19 line=40.00@7 rate=19:60.00:11.40", "tax-of-rate+ tax-base-lines+"},
            {"rate=AE:0.00", "tax-none+"},
            {"rate=E:0", "tax-none+"},
            {"rate=K:19.00", "tax-none-"},
            {"rate=Z:0.01", "tax-none-"},
            {"rate=S:19.00", ""},
            {"seller.vat_id=DE136695976 rate=19:100.00:19.00", "tax-of-rate+ seller-vat-id+"},
            {"seller.vat_id=DE136695976 rate=21:100.00:21.00", "tax-of-rate+ tax-rate-known? seller-vat-id+"},
            // lines
            {"line=12*84.50=1014.00", "line-product+"},
            {"line=3*0.3333=1.00", "line-product+"},
            {"line=3*0.3333=1.02", "line-product+"},
            {"line=3*0.3333=1.03", "line-product?"},
            {"line=2*10.00=18.00 line=1*5.00=5.00", "line-product?"},
            {"line=1*-5.00=-5.00", "line-product+ price-negative?"},
            {"line=1*5.00=5.00 lines.0.gross_price=-6.00", "line-product+ price-negative? price-discount?"},
            {"line=2*5.00=10.00 lines.0.gross_price=6.00 lines.0.price_discount=1.00", "line-product+ price-discount+"},
            {"line=2*5.00=10.00 lines.0.gross_price=5.00", "line-product+ price-discount+"},
            {"line=2*5.00=10.00 lines.0.gross_price=6.00 lines.0.price_discount=1.01", "line-product+ price-discount?"},
            {"line=2*5.00=10.00 lines.0.price_discount=1.00", "line-product+"},
            {"line=3*0.333333333=1.00 lines.0.gross_price=0.666666667 lines.0.price_discount=0.333333333",
             "line-product+ price-discount+"},
            // what a line takes off or adds itself
            {"line=2*5.00=9.00 lines.0.allowances.0.amount=1.00 lines.0.allowances.0.reason=x", "line-product+"},
            {"line=2*5.00=9.00 lines.0.allowances.0.amount=1.50 lines.0.allowances.0.reason=x", "line-product?"},
            {"line=2*5.00=11.00 lines.0.charges.0.amount=1.00 lines.0.charges.0.reason_code=FC", "line-product+"},
            // allowances and charges
            {"document_allowances.0.amount=12.00 document_allowances.0.base=120.00 document_allowances.0.percent=10 "
             "document_allowances.0.reason=x",
             "allowance-of-base+"},
            {"document_allowances.0.amount=12.02 document_allowances.0.base=120.00 document_allowances.0.percent=10 "
             "document_allowances.0.reason=x",
             "allowance-of-base+"},
            {"document_allowances.0.amount=12.03 document_allowances.0.base=120.00 document_allowances.0.percent=10 "
             "document_allowances.0.reason=x",
             "allowance-of-base-"},
            {"document_charges.0.amount=1.00 document_charges.0.base=3.00 document_charges.0.percent=33.3333 "
             "document_charges.0.reason=x",
             "allowance-of-base+"},
            {"line=1*5.00=4.00 lines.0.allowances.0.amount=1.00 lines.0.allowances.0.base=5.00 "
             "lines.0.allowances.0.percent=25 lines.0.allowances.0.reason=x",
             "line-product+ allowance-of-base-"},
            {"allowances=3.00 document_allowances.0.amount=1.00 document_allowances.0.reason=x "
             "document_allowances.1.amount=2.00 document_allowances.1.reason=x",
             "allowances-sum+"},
            {"allowances=3.01 document_allowances.0.amount=3.00 document_allowances.0.reason=x", "allowances-sum-"},
            {"charges=3.00 document_charges.0.amount=3.00 document_charges.0.reason=x", "charges-sum+"},
            {"charges=3.00 document_charges.0.amount=4.00 document_charges.0.reason=x", "charges-sum-"},
            {"charges=3.00 document_charges.0.reason=x", "allowance-parts?"},
            {"document_allowances.0.amount=1.00", "allowance-parts?"},
            {"document_allowances.0.amount=1.00 document_allowances.0.reason_code=95", ""},
            {"document_allowances.0.amount=1.00 document_allowances.0.reason=x document_allowances.0.percent=5",
             "allowance-parts?"},
            {"document_allowances.0.amount=1.00 document_allowances.0.reason=x document_allowances.0.base=5",
             "allowance-parts?"},
            // … and what they take off the base of a rate
            {"line=100.00@19 rate=19:90.00:17.10 document_allowances.0.amount=10.00 document_allowances.0.tax_rate=19 "
             "document_allowances.0.reason=x",
             "tax-of-rate+ tax-base-lines+"},
            {"line=100.00@19 rate=19:105.00:19.95 document_charges.0.amount=5.00 document_charges.0.tax_rate=19.00 "
             "document_charges.0.reason=x",
             "tax-of-rate+ tax-base-lines+"},
            {"line=100.00@19 rate=19:90.00:17.10 document_allowances.0.amount=10.00 document_allowances.0.tax_rate=7 "
             "document_allowances.0.reason=x",
             "tax-of-rate+ tax-base-lines?"},
            // dates; today is 1 June 2024
            {"period_start=2024-04-01 period_end=2024-04-30", "period-in-order+"},
            {"period_start=2024-04-30 period_end=2024-04-01", "period-in-order-"},
            {"issue_date=2024-06-01", ""},
            {"issue_date=2024-06-02", "issue-in-future?"},
            {"issue_date=2024-07-02", "issue-in-future?"},
            {"issue_date=2024-07-03", "issue-in-future-"},
            {"issue_date=2014-06-01", ""},
            {"issue_date=2014-05-31", "issue-long-ago?"},
            {"issue_date=2023-01-01 due_date=2024-02-05", "due-after-issue+"},
            {"issue_date=2023-01-01 due_date=2024-02-06", "due-after-issue+ due-far-away?"},
            {"issue_date=2024-04-30 delivery_date=2024-04-02", ""},
            {"issue_date=2024-04-30 delivery_date=2014-04-02", "delivery-plausible?"},
            {"issue_date=2024-04-30 due_date=2024-05-30 payment.terms=30_days_net", "due-after-issue+ due-by-terms+"},
            {"issue_date=2024-04-30 due_date=2024-05-14 payment.terms=30_days_net", "due-after-issue+ due-by-terms?"},
            {"issue_date=2024-04-30 due_date=2024-06-30 payment.terms=30_days_end_of_month", "due-after-issue+"},
            // identifiers: the IBAN registry's own examples
            {"payment.iban=DE89370400440532013000", "iban+"},
            {"payment.iban=DE89_3704_0044_0532_0130_00", "iban+"},
            {"payment.iban=DE89370400440532013001", "iban-"},
            {"payment.bic=COBADEFFXXX", "bic+"},
            {"payment.bic=COBADE", "bic?"},
            {"payment.iban=DE89370400440532013000 payment.bic=BNPAFRPP", "iban+ bic?"},
            {"buyer.vat_id=ATU13585627", "buyer-vat-id+"},
            {"seller.vat_id=ATU13585626", "seller-vat-id?"},
            {"seller.legal_id=SIREN_732_829_320", ""},
            {"seller.legal_id=SIREN_732_829_321", "seller-legal-id?"},
            {"seller.legal_id=HRB_12345", ""},
            // parties
            {"number=RE-2024-17 customer_number=4711", ""},
            {"number=RE-2024-17 customer_number=RE_2024/17", "number-is-other?"},
            {"number=4500123 order_number=4500123", "number-is-other?"},
            {"number=ATU13585627 seller.vat_id=ATU_13585627", "seller-vat-id+ number-is-other-"},
            {"number=030_123456 seller.phone=030/123456", "number-is-other-"},
            {"number=17 order_number=17", ""},
            {"seller.name=Pike_Ltd buyer.name=Marrow_GmbH", ""},
            {"seller.name=Pike_Ltd buyer.name=PIKE_Limited", "seller-is-buyer-"},
            {"seller.name=Owner_and_Sons buyer.name=Pike", "seller-is-owner?"},
            {"seller.name=Other seller.vat_id=DE_283_422_629", "seller-vat-id+ seller-is-owner?"},
        };
        for (const auto& row : rows) QTest::newRow(row[0]) << QString(row[1]);
    }
    void eachRuleHoldsOrFails() {
        QFETCH(QString, checks);
        QCOMPARE(findings(bill(QTest::currentDataTag())), checks);
    }

    void detailsShowTheSum() {
        const Check check = runChecks(bill("net=37577.23 tax=0.00 total=37577.23")).first();
        QCOMPARE(check.detail, "37577.23 + 0.00 = 37577.23");
        QCOMPARE(check.paths, (QVector<QString>{"net", "tax", "total"}));
        QCOMPARE(runChecks(bill("total=5.00 paid=1.00 amount_due=5.00")).first().detail, "5.00 − 1.00 ≠ 5.00");
    }

    void everyCheckHasASentence() {
        const Extraction e = bill(
            "seller.name=Pike buyer.name=Pike seller.vat_id=ATU13585626 number=ATU13585626 issue_date=2004-04-30 "
            "due_date=2004-04-01 payment.iban=DE00370400440532013000 net=10.00 tax=2.00 total=13.00 amounts=1.00,2.00 "
            "rate=19:10.00:2.00");
        QVERIFY(runChecks(e, kAround).size() >= 9);
        for (const Check& check : runChecks(e, kAround)) {
            QVERIFY2(check.sentence.endsWith('.') && check.sentence[0].isUpper(), qPrintable(check.rule));
            QVERIFY2(!check.paths.isEmpty() && !check.detail.isEmpty(), qPrintable(check.rule));
            for (const QString& path : check.paths) QVERIFY2(e.find(path), qPrintable(check.rule + ' ' + path));
        }
    }

    void aRoundingSaysWhereItComesFrom() {
        const Check check = runChecks(bill("line=1.5*0.03=0.05 line=1.5*0.03=0.05 net=0.09"), kAround).first();
        QCOMPARE(check.sentence,
                 "The lines do not add up: 0.05 + 0.05 ≠ 0.09. The lines are printed rounded; their exact products "
                 "make 0.09.");
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

    void whatASumConfirmsIsNotDoubted() {
        Extraction e = bill("net=10.00 tax=2.00 total=12.00 number=1");
        for (Field& field : e.fields) {
            field.status = Status::Doubtful;
            field.note = kUnsureNote;
        }
        judge(e, kAround);
        for (const char* path : {"net", "tax", "total"}) QCOMPARE(e.find(path)->status, Status::Ok);
        QCOMPARE(e.find("tax")->note, "The model was not sure, but the sum confirms it: 10.00 + 2.00 = 12.00.");
        QCOMPARE(e.find("number")->status, Status::Doubtful);
    }

    void aSumOfFewNumbersConfirmsNothing() {
        for (const char* values : {"net=10.00 tax=0.00 total=10.00", "amounts=10.00 net=10.00"}) {
            Extraction e = bill(values);
            for (Field& field : e.fields) {
                field.status = Status::Doubtful;
                field.note = kUnsureNote;
            }
            judge(e, kAround);
            for (const Field& field : e.fields) QCOMPARE(field.status, Status::Doubtful);
        }
        Extraction computed = bill("net=10.00 tax=2.00 total=12.00");
        for (Field& field : computed.fields) {
            if (field.path == "total") field.text.clear();  // computed, so that it proves nothing
            if (field.path != "net") continue;
            field.status = Status::Doubtful;
            field.note = kUnsureNote;
        }
        judge(computed, kAround);
        QCOMPARE(computed.find("net")->status, Status::Doubtful);
    }

    void aValueChosenToFitConfirmsNothing() {
        Extraction e = bill("net=10.00 tax=2.00 total=12.00");
        for (Field& field : e.fields) {
            field.status = Status::Doubtful;
            field.note = field.path == "net" ? "Chosen since net and tax add up to the total." : kUnsureNote;
        }
        judge(e, kAround);
        for (const Field& field : e.fields) QCOMPARE(field.status, Status::Doubtful);
    }

    void whatAFailedCheckHoldsIsDoubtful() {
        Extraction e = bill("net=10.00 tax=1.90 total=11.91 number=1");
        e.source = "text";
        judge(e, kAround);
        for (const char* path : {"net", "tax", "total"}) QCOMPARE(e.find(path)->status, Status::Doubtful);
        QCOMPARE(e.find("net")->note,
                 "Net and tax do not make the total: 10.00 + 1.90 ≠ 11.91. The document's own sums do not agree, or a "
                 "line is missing here.");
        QCOMPARE(e.find("number")->status, Status::Ok);
        Extraction scan = bill("net=10.00 tax=1.90 total=11.91");
        scan.source = "ocr";
        judge(scan, kAround);
        QVERIFY(scan.find("net")->note.endsWith("A value may be misread."));
    }

    void whatAnotherSumConfirmsIsNotToBlame() {
        Extraction e = bill("net=10.00 tax=1.90 total=11.90 amounts=4.00,5.00");
        judge(e, kAround);
        QCOMPARE(e.find("net")->status, Status::Ok);
        QCOMPARE(e.find("lines.0.amount")->status, Status::Doubtful);
        QCOMPARE(e.find("lines.0.amount")->confidence, 0.4);
    }

    void aNoteDoubtsNothing() {
        Extraction e = bill("seller.vat_id=ATU13585626 net=10.02 tax=2.00 total=12.00");
        judge(e, kAround);
        for (const Field& field : e.fields) QCOMPARE(field.status, Status::Ok);
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
