// Bills of one seller after the other in a history: who is whom, what is recalled, which checks look around.

#include "app/extraction/seller_records.h"

#include <QTemporaryDir>
#include <QtTest>

#include "app/extraction/bill_changes.h"
#include "app/extraction/recall.h"
#include "app/store/migrations.h"
#include "app/store/settings_table.h"
#include "support/qt_suites.h"

using namespace floe;

namespace {

const QDateTime kNow = QDateTime::fromMSecsSinceEpoch(1714435200000);

using Values = QVector<QPair<QString, QString>>;

Extraction billOf(const Values& values) {
    Extraction e;
    e.file = "bill.pdf";
    e.kind = "bill";
    e.source = "text";
    for (const auto& [path, value] : values) {
        Field field;
        field.path = path;
        field.value = field.text = value;
        field.confidence = 0.9;
        e.fields.append(field);
    }
    return e;
}

class History {
 public:
    explicit History(const QString& folder) : database_(std::move(*Database::open(folder + "/history.db"))) {
        if (!migrate(*database_)) qFatal("no history");
    }

    BillId read(const Values& values, const QString& hash = {}) {
        const auto added = bill_changes::add(*database_, {"bill.pdf"}, {}, kNow);
        const BillId bill = added->first().id;
        BillPart part;
        part.path = "bill.pdf";
        part.hash = hash;
        if (!bill_changes::finish(*database_, bill, billOf(values), {part}, kNow)) qFatal("not finished");
        return bill;
    }

    bill_changes::Record of(BillId bill) { return **bill_changes::record(*database_, bill); }
    qint64 seller(BillId bill) { return *sellers_table::of_bill(*database_, bill); }
    QString value(BillId bill, const QString& path) {
        const Extraction e = of(bill).extraction;
        return e.find(path) ? e.find(path)->shown() : QString();
    }
    QStringList failed(BillId bill) {
        QStringList rules;
        for (const Check& check : of(bill).extraction.checks)
            if (!check.ok) rules += check.rule;
        return rules;
    }
    void correct(BillId bill, const QString& path, const QString& value) {
        QVERIFY(bill_changes::correct(*database_, bill, path, value, kNow));
    }
    Database& database() { return *database_; }

 private:
    std::unique_ptr<Database> database_;
};

const QString kVat = "DE136695976", kOtherVat = "DE811569869", kIban = "DE89370400440532013000",
              kOtherIban = "DE02120300000000202051";

}  // namespace

class SellerRecordsTest : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<History> history_;

 private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        history_ = std::make_unique<History>(folder_->path());
    }

    void oneSellerIsOneRecord_data() {
        QTest::addColumn<Values>("first");
        QTest::addColumn<Values>("second");
        QTest::addColumn<bool>("same");
        QTest::newRow("VAT id") << Values{{"seller.name", "Tannenhof"}, {"seller.vat_id", kVat}}
                                << Values{{"seller.name", "Invoice"}, {"seller.vat_id", "DE 136 695 976"}} << true;
        QTest::newRow("account") << Values{{"payment.iban", kIban}}
                                 << Values{{"payment.iban", "DE89 3704 0044 0532 0130 00"}} << true;
        QTest::newRow("domain") << Values{{"seller.email", "office@tannenhof.example"}}
                                << Values{{"seller.website", "www.tannenhof.example"}} << true;
        QTest::newRow("name") << Values{{"seller.name", "Tannenhof KG"}} << Values{{"seller.name", "TANNENHOF"}}
                              << true;
        QTest::newRow("nothing in common")
            << Values{{"seller.name", "Tannenhof"}} << Values{{"seller.name", "Lindenhof"}} << false;
        QTest::newRow("one name, two VAT ids")
            << Values{{"seller.name", "Tannenhof"}, {"seller.vat_id", kVat}}
            << Values{{"seller.name", "Tannenhof"}, {"seller.vat_id", kOtherVat}} << false;
    }
    void oneSellerIsOneRecord() {
        QFETCH(Values, first);
        QFETCH(Values, second);
        const BillId a = history_->read(first), b = history_->read(second);
        QVERIFY(history_->seller(a) != 0);
        QTEST(history_->seller(a) == history_->seller(b), "same");
    }

    void aNameThatTwoSellersShareTellsNeither() {
        history_->read({{"seller.name", "Tannenhof"}, {"seller.vat_id", kVat}});
        history_->read({{"seller.name", "Tannenhof"}, {"seller.vat_id", kOtherVat}});
        QCOMPARE(*seller_records::find(history_->database(), Seller{"Tannenhof"}, {}), 0);
    }

    void aBillThatSaysNothingOfItsSellerHasNone() { QCOMPARE(history_->seller(history_->read({{"number", "17"}})), 0); }

    void whatWasCorrectedOnceIsKnownAtTheNextBill() {
        const Values misread{{"seller.name", "Invoice"}, {"seller.vat_id", kVat}};
        const BillId first = history_->read(misread);
        history_->correct(first, "seller.name", "Tannenhof KG");
        history_->correct(first, "category", "Office");
        const BillId second = history_->read(misread);
        QCOMPARE(history_->value(second, "seller.name"), "Tannenhof KG");
        QCOMPARE(history_->value(second, "category"), "Office");
        QCOMPARE(history_->of(second).info.seller, "Tannenhof KG");
        QCOMPARE(history_->of(second).info.category, "Office");
        const BillId other = history_->read({{"seller.name", "Invoice"}, {"seller.vat_id", kOtherVat}});
        QCOMPARE(history_->value(other, "seller.name"), "Invoice");
        QCOMPARE(history_->value(other, "category"), uncategorized());
    }

    void aCorrectionThatWasTakenBackIsForgotten() {
        const Values misread{{"seller.name", "Invoice"}, {"seller.vat_id", kVat}};
        const BillId first = history_->read(misread);
        history_->correct(first, "seller.name", "Tannenhof KG");
        QVERIFY(bill_changes::correct(history_->database(), first, "seller.name", {}, kNow));
        QCOMPARE(history_->value(history_->read(misread), "seller.name"), "Invoice");
    }

    void theSameNumberTwiceFails() {
        const Values values{{"seller.vat_id", kVat}, {"number", "RE-0017"}};
        const BillId first = history_->read(values), second = history_->read(values);
        QVERIFY(!history_->failed(first).contains("duplicate"));
        QVERIFY(history_->failed(second).contains("duplicate"));
        QCOMPARE(history_->of(second).info.failedChecks, 1);
        QVERIFY(bills_table::hide(history_->database(), first));
        const auto changed = bill_changes::check_later_ones(history_->database(), first);
        QVERIFY(changed);
        QCOMPARE(changed->size(), 1);
        QCOMPARE(changed->first().id, second);
        QCOMPARE(changed->first().failedChecks, 0);
        QVERIFY(!history_->failed(second).contains("duplicate"));
    }

    void aSellerKnownByItsDomainAloneHasTwinsToo() {
        const Values values{{"seller.email", "office@tannenhof.example"}, {"number", "RE-0017"}};
        history_->read(values);
        QVERIFY(history_->failed(history_->read(values)).contains("duplicate"));
    }

    void theSameFileTwiceFailsWhoeverTheSellerIs() {
        const BillId first = history_->read({{"number", "1"}}, "abc");
        const BillId second = history_->read({{"number", "1"}}, "abc");
        const BillId third = history_->read({{"number", "1"}}, "abd");
        QVERIFY(!history_->failed(first).contains("duplicate"));
        QVERIFY(history_->failed(second).contains("duplicate"));
        QVERIFY(!history_->failed(third).contains("duplicate"));
    }

    void anotherAccountFails() {
        history_->read({{"seller.vat_id", kVat}, {"number", "1"}, {"payment.iban", kIban}});
        const BillId same = history_->read({{"seller.vat_id", kVat}, {"number", "2"}, {"payment.iban", kIban}});
        QVERIFY(!history_->failed(same).contains("account-changed"));
        const BillId other = history_->read({{"seller.vat_id", kVat}, {"number", "3"}, {"payment.iban", kOtherIban}});
        QVERIFY(history_->failed(other).contains("account-changed"));
    }

    void theOwnersCompanyIsNoSeller() {
        const BillId bill = history_->read({{"seller.name", "Tannenhof KG"}});
        QVERIFY(!history_->failed(bill).contains("seller-is-owner"));
        QVERIFY(settings_table::put(history_->database(), seller_records::kOwnName, "Tannenhof"));
        QVERIFY(history_->failed(bill).contains("seller-is-owner"));
    }

    void whatTheOwnersCompanyWroteWasSent() {
        QVERIFY(settings_table::put(history_->database(), seller_records::kOwnVatId, "DE 136695976"));
        const BillId sent = history_->read({{"seller.vat_id", kVat}, {"buyer.name", "Lindenhof"}});
        const BillId received = history_->read({{"seller.vat_id", kOtherVat}});
        QCOMPARE(history_->of(sent).info.direction, BillInfo::Direction::Sent);
        QCOMPARE(history_->of(received).info.direction, BillInfo::Direction::Received);
        QCOMPARE(history_->value(sent, "category"), QString());
    }

    void sellersWithoutBillsGo() {
        const BillId bill = history_->read({{"seller.vat_id", kVat}});
        QVERIFY(bills_table::hide(history_->database(), bill));
        QVERIFY(bills_table::purge_hidden(history_->database(), QDateTime::currentDateTime().addDays(1)));
        QVERIFY(sellers_table::purge(history_->database()));
        QVERIFY(sellers_table::with_key(history_->database(), {"vat_id", kVat})->isEmpty());
    }

    void categoriesAreListedByUse() {
        const BillId a = history_->read({{"seller.vat_id", kVat}});
        const BillId b = history_->read({{"seller.vat_id", kOtherVat}});
        history_->correct(a, "category", "Travel");
        history_->correct(b, "category", "Travel");
        history_->read({{"seller.name", "Lindenhof"}});
        QCOMPARE(*sellers_table::categories(history_->database()), (QStringList{"Travel", uncategorized()}));
    }
};

static floe::test::AddSuite<SellerRecordsTest> added;
#include "seller_records_test.moc"
