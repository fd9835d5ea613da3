#include "app/extraction/currency.h"

#include <QtTest>

#include "app/extraction/money_signs.h"
#include "extraction/printed_page.h"
#include "support/qt_suites.h"

using namespace floe;

namespace {

using Status = Field::Status;

/// The currency of a page of these lines ("; " parts them) beside the fields that are there.
Extraction currencyOn(const QString& lines, const QString& fields = {}) {
    const PageText page = test::printedText(lines.split("; "));
    Extraction e;
    test::addFields(e, page, fields);
    chooseCurrency(e, page);
    return e;
}

}  // namespace

class CurrencyTest : public QObject {
    Q_OBJECT

 private slots:
    void surelyFound_data() {
        QTest::addColumn<QString>("fields");
        QTest::addColumn<QString>("code");
        const char* rows[][3] = {
            {"Total | $12.50; Austin, TX 78701", "", "USD"},
            {"Summe 12,50 €", "", "EUR"},
            {"CA$12.50 and CA$1", "", "CAD"},
            {"Amounts in GBP: 12.50", "", "GBP"},
            {"Alle Beträge in CHF; Summe 12.50", "", "CHF"},
            {"Total $12.50 CAD; $3.00", "", "CAD"},
            {"Total $12.50; All prices are Australian: AUD", "", "AUD"},
            {"Total $12.50; ABN 51 824 753 556", "", "AUD"},
            {"Total $ 12.50 M.N.; RFC ABC010203AB1", "", "MXN"},
            {"Total R$ 12,50", "", "BRL"},
            {"Total Rs. 1,200.00; GSTIN 27AAPFU0939F1ZV", "", "INR"},
            {"I alt kr. 12,50; Momsnr. DK13585628", "seller.vat_id=DK13585628", "DKK"},
            {"Totalt 12,50 kr; IBAN SE45 5000 0000 0583 9825 7466", "payment.iban=SE45", "SEK"},
            {"Sum 12,50 kr; Org.nr. 974 760 673 MVA", "", "NOK"},
            {"Summe $ 12.50; USt-IdNr. DE136695976", "seller.vat_id=DE136695976", "USD"},  // what the world trades in
            {"Razem 12,50 zł; 1,00 zł; 2,00 zł; 3,00 zł; do 3 kr", "", "PLN"},
            {"Total 12,50 €; 13,10 €; 1,00 €; 2,00 €; once 3 USD", "", "EUR"},
            {"Währung: | EUR; Mo.-Fr. 08.30 - 12.30 Uhr; KR3M | Kunstrasen", "", "EUR"},
            {"Am Fr. 12.01.2024; Summe 12,50 €", "", "EUR"},
        };
        for (const auto& row : rows) QTest::newRow(row[0]) << QString(row[1]) << QString(row[2]);
    }
    void surelyFound() {
        QFETCH(QString, fields);
        QFETCH(QString, code);
        const Extraction e = currencyOn(QString::fromUtf8(QTest::currentDataTag()), fields);
        QVERIFY(e.find("currency"));
        QCOMPARE(e.find("currency")->value, code);
        QCOMPARE(e.find("currency")->status, Status::Derived);
        QVERIFY(!e.find("currency")->box().isNull());
    }

    void aSignOfSeveralCountriesAloneIsDoubted() {
        for (const char* sign : {"$", "kr"}) {
            const Extraction e = currencyOn(QString("Total %1 12.50").arg(sign));
            QCOMPARE(e.find("currency")->status, Status::Doubtful);
            QVERIFY(e.find("currency")->candidates.size() >= 2);
        }
    }

    void twoCurrenciesInLikeNumbersAreDoubted() {
        const Extraction e = currencyOn("Total 5 USD; that is 4 EUR");
        QCOMPARE(e.find("currency")->status, Status::Doubtful);
        QCOMPARE(e.find("currency")->candidates.size(), 1);
    }

    void whatTheModelReadAndThePageConfirmsStays() {
        const Extraction e = currencyOn("Total 12.50 EUR", "currency=EUR");
        QCOMPARE(e.find("currency")->status, Status::Ok);
        QVERIFY(e.find("currency")->note.isEmpty());
    }

    void aCodeThatThePageContradictsGivesWay() {
        const Extraction e = currencyOn("Total kr. 12,50; CVR-nr. 13585628; Danmark", "currency=SEK");
        QCOMPARE(e.find("currency")->value, "DKK");
        QVERIFY(e.find("currency")->note.contains("DKK"));
    }

    void aPageWithoutMoneyHasNoCurrency() {
        QVERIFY(!currencyOn("Total 12.50").find("currency"));
        QVERIFY(!currencyOn("Papier 4 rs 12.50").find("currency"));
    }
};

static floe::test::AddSuite<CurrencyTest> added;
#include "currency_test.moc"
