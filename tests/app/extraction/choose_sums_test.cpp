#include "app/extraction/choose_sums.h"

#include <QtTest>

#include "extraction/printed_page.h"
#include "support/qt_suites.h"

using namespace floe;

namespace {

using Status = Field::Status;

/// The sums of a page of these lines ("; " parts them) beside what the model read.
Extraction sumsOn(const QString& lines, const QString& read = {}) {
    const PageText page = test::printedText(lines.split("; "));
    Extraction e;
    test::addFields(e, page, read);
    chooseSums(e, page);
    return e;
}

/// "net=10.00 tax=2.00?": the sums in their order; "?": doubted.
QString shown(const Extraction& e) {
    QStringList all;
    for (const char* path : {"net", "tax", "total", "paid", "amount_due"})
        if (const Field* field = e.find(path))
            all += QString("%1=%2%3").arg(path, field->value, field->status == Status::Doubtful ? "?" : "");
    return all.join(' ');
}

}  // namespace

class ChooseSumsTest : public QObject {
    Q_OBJECT

 private slots:
    void chosen_data() {
        QTest::addColumn<QString>("read");
        QTest::addColumn<QString>("sums");
        const char* rows[][3] = {
            {"Net | 10.00; VAT 20% | 2.00; Total | 12.00", "", "net=10.00 tax=2.00 total=12.00"},
            // the sums of one of several rates are not those of the bill
            {"Rate | Net | VAT | Total; 23% | 925.34 | 212.83 | 1138.17; 6% | 175.00 | 10.50 | 185.50; Net | 1100.34; "
             "Total | 1323.67",
             "total=1323.67", "net=1100.34 tax=223.33 total=1323.67"},
            {"Subtotal | 1600.65; 21% VAT | 116.52; 6% VAT | 62.75; Total | 1779.92", "total=1779.92; tax=116.52",
             "net=1600.65 tax=179.27 total=1779.92"},
            {"Montant HT | 1253.50; TVA 8.1% | 101.53; Arrondi | 0.02; Total TTC | 1355.05", "",
             "net=1253.50 tax=101.53 total=1355.05"},
            {"Basis | USt | Steuer; -4,85 | 19 | -0,92; -2,82 | 7 | -0,20; Ohne USt | -7,67; Gesamtbetrag | -8,79", "",
             "net=-7.67 tax=-1.12 total=-8.79"},
            {"Nettobetrag | 50,00; Versicherungsteuer | 9,50; Gesamtbetrag | 59,50", "",
             "net=50.00 tax=9.50 total=59.50"},
            {"IVA | Imponibile | Importo | Totale; 22 | 391.17 | 86.06 | 477.23", "",
             "net=391.17 tax=86.06 total=477.23"},
            {"Subtotal | 100.00; CGST @ 9% | 9.00; SGST @ 9% | 9.00; Grand total | 118.00", "",
             "net=100.00 tax=18.00 total=118.00"},
            {"A | 50.00 | 9% | 4.50 | 9% | 4.50; B | 100.00 | 2.5% | 2.50 | 2.5% | 2.50; Subtotal | 150.00; "
             "IGST @ 18% | 9.00; IGST @ 5% | 5.00; Grand total | 164.00",
             "", "net=150.00 tax=14.00 total=164.00"},
            // a tax has a name, a rate or the model's word
            {"Soma | 1615.13; Transporte | 4.90; Total | 1620.03", "", "total=1620.03"},
            {"Partita IVA | 6 Casella PEC | 114.00; Totale documento | 10111.05", "", "total=10111.05"},
            {"VAT no. 12.34; Total | 10.00", "", "total=10.00"},
            // what was paid
            {"Total | 100.00; Deposit paid | -30.00; Amount due | 70.00", "",
             "total=100.00 paid=30.00 amount_due=70.00"},
            {"Gesamtbetrag | 100,00; Geleistete Abschläge | −30,00; Zu zahlen | 70,00", "",
             "total=100.00 paid=30.00 amount_due=70.00"},
            {"Total TTC | 100,00; Acompte versé | 30,00; Reste à payer | 70,00", "",
             "total=100.00 paid=30.00 amount_due=70.00"},
            {"Total | 100,00; Entregado a cuenta | 30,00; Pendiente de pago | 70,00", "",
             "total=100.00 paid=30.00 amount_due=70.00"},
            {"Totale | 100,00; Acconto versato | 30,00; Saldo dovuto | 70,00", "",
             "total=100.00 paid=30.00 amount_due=70.00"},
            {"Totaal | 100,00; Aanbetaling | 30,00; Nog te voldoen | 70,00", "",
             "total=100.00 paid=30.00 amount_due=70.00"},
            {"Total | 100,00; Adiantamento | 30,00; Valor em dívida | 70,00", "",
             "total=100.00 paid=30.00 amount_due=70.00"},
            {"Razem brutto | 100,00; Zaliczka | 30,00; Pozostało do zapłaty | 70,00", "",
             "total=100.00 paid=30.00 amount_due=70.00"},
            {"Totalt | 100,00; Förskott | 30,00; Kvar att betala | 70,00", "",
             "total=100.00 paid=30.00 amount_due=70.00"},
            {"Total | 100,00; Modtaget a conto | 30,00; Restbeløb | 70,00", "",
             "total=100.00 paid=30.00 amount_due=70.00"},
            {"Total | 100.00; Amount paid | 100.00; Balance due | 0.00", "",
             "total=100.00 paid=100.00 amount_due=0.00"},
            {"Total | 100.00; Amount paid | 30.00", "", "total=100.00 paid=30.00?"},  // nothing shows what is left
            {"Total | 100.00; Amount paid | 30.00; Amount due | 80.00", "",
             "total=100.00 paid=30.00? amount_due=80.00?"},
            // what was not
            {"Total | 100.00; Paid by card | 100.00", "paid=100.00", "total=100.00"},
            {"Total | 100.00; Amount paid | 100.00", "", "total=100.00"},  // how, not how much before
            {"Total | 100.00; Cash | 120.00; Change | 20.00", "paid=120.00", "total=100.00"},
            {"Totaal | 100,00; Betaald met PIN | 100,00", "", "total=100.00"},
            {"Payable within | 14 days; Total | 100.00", "paid=14", "total=100.00"},
            {"Zahlbar in 14 Tagen; Gesamtbetrag | 100,00", "paid=14", "total=100.00"},
            {"Früherer Abschlag | 20.00; Abzgl. Abschlag | 20.00; Total | 100.00", "", "total=100.00"},
            {"Amount due | 60.00; Balance from last bill | 63.00; Payment received | -63.00; Total | 60.00", "",
             "total=60.00 amount_due=60.00"},
            {"Saldo fra sidste regning | 63,00; I alt inkl. moms | 60,00", "", "total=60.00"},
            // minus signs
            {"Net | -10.00; VAT 20% | -2.00; Total | -12.00", "", "net=-10.00 tax=-2.00 total=-12.00"},
            {"Net | - 10.00; VAT 20% | - 2.00; Total | - 12.00", "", "net=-10.00 tax=-2.00 total=-12.00"},
            {"Net | -$10.00; VAT 20% | -$2.00; Total | -$12.00", "", "net=-10.00 tax=-2.00 total=-12.00"},
            {"Netto | 10,00-; USt 20% | 2,00-; Gesamtbetrag | 12,00-", "", "net=-10.00 tax=-2.00 total=-12.00"},
        };
        for (const auto& row : rows) QTest::newRow(row[0]) << QString(row[1]) << QString(row[2]);
    }
    void chosen() {
        QFETCH(QString, read);
        QFETCH(QString, sums);
        QCOMPARE(shown(sumsOn(QString::fromUtf8(QTest::currentDataTag()), read)), sums);
    }

    void aTaxThatIsPrintedNowhereHasNoPlace() {
        const Extraction e = sumsOn("Subtotal | 1600.65; 21% VAT | 116.52; 6% VAT | 62.75; Total | 1779.92");
        QVERIFY(e.find("tax")->text.isEmpty());
        QVERIFY(e.find("tax")->note.contains("rates"));
        QVERIFY(e.find("tax")->box().isNull());
    }

    void aSumThatIsPrintedNowhereAmongSumsIsDoubted() {
        const Extraction e = sumsOn("Partita IVA | 6 Casella PEC | 114.00; Totale documento | 10111.05", "tax=6");
        QCOMPARE(e.find("tax")->status, Status::Doubtful);
    }
};

static floe::test::AddSuite<ChooseSumsTest> added;
#include "choose_sums_test.moc"
