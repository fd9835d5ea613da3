#include <QtTest>

#include "app/extraction/currency.h"
#include "app/extraction/decimal.h"
#include "app/extraction/printed_amount.h"
#include "app/extraction/printed_date.h"
#include "support/qt_suites.h"

using namespace floe;

namespace {

QString daysOf(const QString& text) {
    QStringList days;
    for (const QDate& day : readDate(text)) days += day.toString(Qt::ISODate);
    return days.join(' ');
}

QString amountOf(const QString& text, DecimalSign sign) {
    const auto read = readAmount(text, sign);
    if (!read) return "none";
    return read->value.toString() + (read->other ? " or " + read->other->toString() : "");
}

}  // namespace

class PrintedValuesTest : public QObject {
    Q_OBJECT

 private slots:
    void dates_data() {
        QTest::addColumn<QString>("days");
        const char* rows[][2] = {
            {"2024-04-30", "2024-04-30"},
            {"2024/04/30", "2024-04-30"},
            {"2024.04.30", "2024-04-30"},
            {"20240430", "2024-04-30"},
            {"Apr 30, 2024", "2024-04-30"},
            {"April 30, 2024", "2024-04-30"},
            {"APR 30 2024", "2024-04-30"},
            {"April 30th, 2024", "2024-04-30"},
            {"March 1st, 2024", "2024-03-01"},
            {"30 Apr 2024", "2024-04-30"},
            {"30-Apr-2024", "2024-04-30"},
            {"30-Apr-24", "2024-04-30"},
            {"30 Apr '24", "2024-04-30"},
            {"Tuesday, 30 April 2024", "2024-04-30"},
            {"Sept. 5, 2023", "2023-09-05"},
            {"30.04.2024", "2024-04-30"},
            {"3.4.2024", "2024-04-03"},
            {"03.04.24", "2024-04-03"},
            {"30. April 2024", "2024-04-30"},
            {"1. März 2024", "2024-03-01"},
            {"5. Jänner 2024", "2024-01-05"},
            {"12. Mai 2024", "2024-05-12"},
            {"24. Dez. 2023", "2023-12-24"},
            {"30 avril 2024", "2024-04-30"},
            {"1er août 2024", "2024-08-01"},
            {"mardi 3 février 2026", "2026-02-03"},
            {"14 juin 2024", "2024-06-14"},
            {"14 juil. 2024", "2024-07-14"},
            {"8 déc. 2024", "2024-12-08"},
            {"30 de abril de 2024", "2024-04-30"},
            {"martes, 15 de octubre de 2024", "2024-10-15"},
            {"1 ene 2025", "2025-01-01"},
            {"15 gennaio 2024", "2024-01-15"},
            {"martedì 9 luglio 2024", "2024-07-09"},
            {"3 maggio 2024", "2024-05-03"},
            {"15 ott 2024", "2024-10-15"},
            {"3 mei 2024", "2024-05-03"},
            {"12 mrt 2024", "2024-03-12"},
            {"5 maart 2024", "2024-03-05"},
            {"7 de fevereiro de 2024", "2024-02-07"},
            {"2 de outubro de 2024", "2024-10-02"},
            {"12 marca 2024", "2024-03-12"},
            {"9 października 2024", "2024-10-09"},
            {"3 września 2024", "2024-09-03"},
            {"1 lipca 2024", "2024-07-01"},
            {"d. 3. marts 2024", "2024-03-03"},
            {"den 5 maj 2024", "2024-05-05"},
            {"12 augusti -24", "2024-08-12"},
            {"1º de março de 2024", "2024-03-01"},
            {"15/Mar/2024", "2024-03-15"},
            {"9 paź. 2024", "2024-10-09"},
            {"24. desember 2024", "2024-12-24"},
            {"12 Market Hall 24", ""},
            {"3 Junction 24", ""},
            {"30/04/2024", "2024-04-30"},
            {"04/30/2024", "2024-04-30"},
            {"4/30/24", "2024-04-30"},
            {"03/04/2024", "2024-04-03 2024-03-04"},
            {"3-4-24", "2024-04-03 2024-03-04"},
            {"05/05/2024", "2024-05-05"},
            {"12.25.2024", "2024-12-25"},
            {"30/04/99", "1999-04-30"},
            {"29/02/2024", "2024-02-29"},
            {"29/02/2023", ""},
            {"31/31/2024", ""},
            {"soon", ""},
            {"on receipt", ""},
            {"April 2024", ""},
            {"14 days", ""},
            {"", ""},
        };
        for (const auto& row : rows) QTest::newRow(row[0]) << QString(row[1]);
    }
    void dates() {
        QFETCH(QString, days);
        QCOMPARE(daysOf(QString::fromUtf8(QTest::currentDataTag())), days);
    }

    void dateOrder_data() {
        QTest::addColumn<QString>("currency");
        QTest::addColumn<int>("order");
        const int unknown = int(DateOrder::Unknown), day = int(DateOrder::DayFirst), month = int(DateOrder::MonthFirst);
        QTest::newRow("Date 03/04/2024 Due 17/04/2024") << "" << day;
        QTest::newRow("Date 03/04/2024 Due 04/17/2024") << "USD" << month;
        QTest::newRow("13/04/2024 and 04/13/2024") << "" << unknown;
        QTest::newRow("Austin, TX 78701 03/04/2024") << "" << month;
        QTest::newRow("London, United Kingdom 03/04/2024") << "GBP" << day;
        QTest::newRow("Rechnung 03/04/2024") << "" << day;
        QTest::newRow("Date 03/04/2024 $5") << "USD" << month;
        QTest::newRow("Date 03/04/2024 5 EUR") << "EUR" << day;
        QTest::newRow("Date 03/04/2024 in dollars of Canada") << "CAD" << unknown;
        QTest::newRow("Date 03/04/2024") << "" << unknown;
    }
    void dateOrder() {
        QFETCH(QString, currency);
        QFETCH(int, order);
        QCOMPARE(int(dateOrderOf(QString::fromUtf8(QTest::currentDataTag()), currency)), order);
    }

    void amounts_data() {
        QTest::addColumn<QString>("unknown");  // without a page
        QTest::addColumn<QString>("point");    // on a page with 1,234.56
        QTest::addColumn<QString>("comma");    // on a page with 1.234,56
        const char* rows[][4] = {
            {"1234.56", "1234.56", "1234.56", "1234.56"},
            {"$37,577.23", "37577.23", "37577.23", "37577.23"},
            {"1.234,56 €", "1234.56", "1234.56", "1234.56"},
            {"12,50", "12.50", "12.50", "12.50"},
            {"12", "12", "12", "12"},
            {"0.125", "0.125", "0.125", "0.125"},
            {"1.234", "1234 or 1.234", "1.234", "1234"},
            {"1,234", "1234 or 1.234", "1234", "1.234"},
            {"1.234.567", "1234567", "1234567", "1234567"},
            {"1,234,567.89", "1234567.89", "1234567.89", "1234567.89"},
            {"12,34,567.00", "1234567.00", "1234567.00", "1234567.00"},
            {"1 234,56", "1234.56", "1234.56", "1234.56"},
            {"1\u00a0234,56\u00a0€", "1234.56", "1234.56", "1234.56"},
            {"1\u202f234,56", "1234.56", "1234.56", "1234.56"},
            {"1'234.50", "1234.50", "1234.50", "1234.50"},
            {"1’234.50", "1234.50", "1234.50", "1234.50"},
            {"CHF 1'234.50", "1234.50", "1234.50", "1234.50"},
            {"-12.50", "-12.50", "-12.50", "-12.50"},
            {"−12,50", "-12.50", "-12.50", "-12.50"},
            {"12.50-", "-12.50", "-12.50", "-12.50"},
            {"($12.50)", "-12.50", "-12.50", "-12.50"},
            {"-$12.50", "-12.50", "-12.50", "-12.50"},
            {".50", "0.50", "0.50", "0.50"},
            {"3,5", "3.5", "3.5", "3.5"},
            {"0,00", "0.00", "0.00", "0.00"},
            {"12.3456", "12.3456", "12.3456", "12.3456"},
            {"19 %", "19", "19", "19"},
            {"1.23.4", "none", "none", "none"},
            {"1,2,3", "none", "none", "none"},
            {"12/50", "none", "none", "none"},
            {"12 pcs 50", "none", "none", "none"},
            {"12 pieces", "12", "12", "12"},
            {"12.50 US Dollar", "12.50", "12.50", "12.50"},
            {"1355 Market Street", "none", "none", "none"},
            {"free", "none", "none", "none"},
            {"", "none", "none", "none"},
            {"9999999999999999999999", "none", "none", "none"},
        };
        for (const auto& row : rows) QTest::newRow(row[0]) << QString(row[1]) << QString(row[2]) << QString(row[3]);
    }
    void amounts() {
        QFETCH(QString, unknown);
        QFETCH(QString, point);
        QFETCH(QString, comma);
        const QString text = QString::fromUtf8(QTest::currentDataTag());
        QCOMPARE(amountOf(text, DecimalSign::Unknown), unknown);
        QCOMPARE(amountOf(text, DecimalSign::Point), point);
        QCOMPARE(amountOf(text, DecimalSign::Comma), comma);
    }

    void decimalSign_data() {
        QTest::addColumn<int>("sign");
        const int unknown = int(DecimalSign::Unknown), point = int(DecimalSign::Point), comma = int(DecimalSign::Comma);
        QTest::newRow("Total 1.234,56 and 1.000") << comma;
        QTest::newRow("Total 1,234.56 and 1,000") << point;
        QTest::newRow("12,50 13,60") << comma;
        QTest::newRow("$12.50") << point;
        QTest::newRow("03.04.2024 Netto 12,50 Brutto 14,88") << comma;  // dates do not vote
        QTest::newRow("30.04.24 nothing else") << unknown;
        QTest::newRow("12.50 12,50") << unknown;
        QTest::newRow("1.234") << unknown;
        QTest::newRow("1'234.50") << point;
        QTest::newRow("") << unknown;
    }
    void decimalSign() {
        QFETCH(int, sign);
        QCOMPARE(int(decimalSignOf(QString::fromUtf8(QTest::currentDataTag()))), sign);
    }

    void currencies_data() {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("code");
        const char* rows[][3] = {
            {"$", "$5", "USD"},
            {"$", "$5 (CAD)", "CAD"},
            {"$", "All sums in AUD", "AUD"},
            {"$", "USD, not CAD", "USD"},
            {"CA$", "", "CAD"},
            {"A$", "", "AUD"},
            {"US$", "CAD", "USD"},
            {"€", "", "EUR"},
            {"EUR", "", "EUR"},
            {"eur", "", "EUR"},
            {"Euro", "", "EUR"},
            {"£", "", "GBP"},
            {"₹", "", "INR"},
            {"Rs.", "", "INR"},
            {"zł", "", "PLN"},
            {"CHF", "", "CHF"},
            {"Fr.", "", "CHF"},
            {"kr", "Stockholm, Sverige", "SEK"},
            {"kr", "Oslo, Norge", "NOK"},
            {"kr", "", ""},
            {"¥", "", "JPY"},
            {"¥", "Shanghai, China", "CNY"},
            {"1,200.00 USD", "", "USD"},
            {"Rs. 1,16,471.40", "", "INR"},
            {"R$952,25", "", "BRL"},
            {"Rs.", "Karachi, Pakistan", "PKR"},
            {"kr.", "CVR-nr. 13585628", "DKK"},
            {"kr", "Beløp 12,00", "NOK"},
            {"$", "ABN 51 824 753 556", "AUD"},
            {"$", "RFC ABC010203AB1", "MXN"},
            {"Kč", "", "CZK"},
            {"lei", "", "RON"},
            {"₺", "", "TRY"},
            {"﷼", "", "SAR"},
            {"MX$", "", "MXN"},
            {"MXN", "", "MXN"},
            {"bananas", "", ""},
            {"", "", ""},
        };
        int n = 0;
        for (const auto& row : rows) QTest::addRow("%d %s", n++, row[0]) << QString(row[1]) << QString(row[2]);
    }
    void currencies() {
        QFETCH(QString, page);
        QFETCH(QString, code);
        QCOMPARE(currencyOf(QString::fromUtf8(QTest::currentDataTag()).section(' ', 1), page), code);
    }

    void decimalsAreExact() {
        QCOMPARE(Decimal::add(*Decimal::parse("0.1"), *Decimal::parse("0.2"))->toString(), "0.3");
        QCOMPARE(Decimal::add(*Decimal::parse("1.50"), *Decimal::parse("-2"))->toString(), "-0.50");
        QVERIFY(*Decimal::parse("1.5") == *Decimal::parse("1.500"));
        QVERIFY(*Decimal::parse("-1.5") < *Decimal::parse("1.49"));
        QCOMPARE(Decimal::multiply(*Decimal::parse("3.5"), *Decimal::parse("62.00"), 2)->toString(), "217.00");
        QCOMPARE(Decimal::multiply(*Decimal::parse("0.333"), *Decimal::parse("1.50"), 2)->toString(), "0.50");
        QCOMPARE(Decimal::multiply(*Decimal::parse("-0.333"), *Decimal::parse("1.50"), 2)->toString(), "-0.50");
        const Decimal most = *Decimal::parse("999999999999999999");
        QVERIFY(!Decimal::add(most, most));
        QVERIFY(!Decimal::multiply(most, most, 2));
        for (const char* bad : {"", "-", "1,5", "1.", ".5", "1e5", "1 000", "1234567890123456789"})
            QVERIFY2(!Decimal::parse(bad), bad);
    }
};

static floe::test::AddSuite<PrintedValuesTest> added;
#include "printed_values_test.moc"
