#include "app/extraction/table/read_lines.h"

#include <QElapsedTimer>
#include <QtTest>

#include "app/extraction/assemble.h"
#include "app/extraction/decimal.h"
#include "app/extraction/names.h"
#include "extraction/table/drawn_page.h"
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

struct Case {
    const char* name;
    QStringList page;
    QString sums;
    QStringList lines;
};

const QVector<Case>& cases() {
    static const QVector<Case> all{
        {"a plain table",
         {"Invoice 17                                   Pike Ltd", "",
          "Pos  Description            Qty   Unit price      Amount",
          "1    Blue paint               2        10.00       20.00",
          "2    Brushes                 10         1.50       15.00", "",
          "                                   Net            35.00",
          "                                   VAT 20%         7.00",
          "                                   Total          42.00"},
         "net=35.00 tax=7.00 total=42.00",
         {"Blue paint; 2; -; 10.00; 20.00", "Brushes; 10; -; 1.50; 15.00"}},
        {"amounts left of what they are for",
         {"Total        Price     Qty    Article", "  20.00      10.00     2      Blue paint",
          "  15.00       1.50     10     Brushes", "", "  35.00      Net amount"},
         "net=35.00",
         {"Blue paint; 2; -; 10.00; 20.00", "Brushes; 10; -; 1.50; 15.00"}},
        {"no head",
         {"Pike Ltd, 12 River Road, 04103 Leipzig", "Invoice 17 of 3 May 2024", "",
          "Painting the hall                         3 x 120.00       360.00",
          "Painting the door                         1 x 80.00         80.00", "",
          "Total                                                     440.00"},
         "total=440.00",
         {"Painting the hall; 3; -; 120.00; 360.00", "Painting the door; 1; -; 80.00; 80.00"}},
        {"a receipt without a head, tax letters behind",
         {"Corner Shop", "12 River Road 04103 Leipzig", "Bread                            2.40 A",
          "Coffee                           7.10 B", "Milk                             1.09 A",
          "Total EUR                       10.59", "Cash                            20.00",
          "Change                           9.41"},
         "total=10.59",
         {"Bread; -; -; -; 2.40", "Coffee; -; -; -; 7.10", "Milk; -; -; -; 1.09"}},
        {"a receipt with quantity and price around the words",
         {"Corner Shop", "2 x Paint brush 50mm @ 6.50     13.00", "1 x Primer white 2.5l           34.95",
          "TOTAL EUR                       47.95", "Cash                            50.00"},
         "total=47.95",
         {"Paint brush 50mm; 2; -; 6.50; 13.00", "Primer white 2.5l; 1; -; -; 34.95"}},
        {"descriptions wrapped below",
         {"Description               Quantity    Price      Total",
          "Cleaning of all windows          2    40.00      80.00", "on the first floor",
          "Cleaning of the hall             1    25.00      25.00", "with soap",
          "Sub total                                       105.00"},
         "net=105.00",
         {"Cleaning of all windows/on the first floor; 2; -; 40.00; 80.00",
          "Cleaning of the hall/with soap; 1; -; 25.00; 25.00"}},
        {"descriptions wrapped above",
         {"Description               Quantity    Price      Total", "Cleaning of all windows",
          "on the first floor               2    40.00      80.00", "Cleaning of the hall",
          "with soap                        1    25.00      25.00", "Cleaning of the yard",
          "without soap                     1    20.00      20.00",
          "Sub total                                       125.00"},
         "net=125.00",
         {"Cleaning of all windows/on the first floor; 2; -; 40.00; 80.00",
          "Cleaning of the hall/with soap; 1; -; 25.00; 25.00",
          "Cleaning of the yard/without soap; 1; -; 20.00; 20.00"}},
        {"numbers under their text",
         {"Description               Quantity    Price      Total", "Cleaning of all windows",
          "                                 2    40.00      80.00", "Cleaning of the hall",
          "                                 1    25.00      25.00",
          "Sub total                                       105.00"},
         "net=105.00",
         {"Cleaning of all windows; 2; -; 40.00; 80.00", "Cleaning of the hall; 1; -; 25.00; 25.00"}},
        {"rows parted by gaps, numbers in the middle",
         {"Description               Quantity    Price      Total", "", "Cleaning of all windows",
          "on the first floor               2    40.00      80.00", "and the second", "", "Cleaning of the hall",
          "with soap                        1    25.00      25.00", "and water", "",
          "Sub total                                       105.00"},
         "net=105.00",
         {"Cleaning of all windows/on the first floor/and the second; 2; -; 40.00; 80.00",
          "Cleaning of the hall/with soap/and water; 1; -; 25.00; 25.00"}},
        {"amounts set half a line lower",
         {"Pos  Bezeichnung            Einzelpreis   Menge     Betrag",
          "1    Regal                       120,00   2 Stk",
          "~                                                   240,00",
          "2    Brett                        15,50   4 Stk",
          "~                                                    62,00", "",
          "Summe netto                                         302,00"},
         "net=302.00",
         {"Regal; 2; Stk; 120.00; 240.00", "Brett; 4; Stk; 15.50; 62.00"}},
        {"a head of two lines",
         {"                          Ordered   Price       Line",
          "Product                  quantity   per unit   total",
          "Blue paint                      2      10.00   20.00",
          "Brushes                        10       1.50   15.00",
          "Total                                          35.00"},
         "total=35.00",
         {"Blue paint; 2; -; 10.00; 20.00", "Brushes; 10; -; 1.50; 15.00"}},
        {"a head of three lines",
         {"Art-Nr.                                    Positions-", "Lief.     Beschreibung   Menge   Preis     betrag",
          "(GTIN)                                     ohne USt.",
          "A-1       Farbe              2   10,00          20,00",
          "A-2       Pinsel            10    1,50          15,00",
          "Gesamt                                          35,00"},
         "net=35.00",
         {"Farbe; 2; -; 10.00; 20.00", "Pinsel; 10; -; 1.50; 15.00"}},
        {"discounts in percent",
         {"Désignation          Quantité   Prix unitaire   Remise    Montant HT",
          "Peinture                    2           10,00      10%         18,00",
          "Pinceaux                   10            1,50                  15,00",
          "Total HT                                                       33,00"},
         "net=33.00",
         {"Peinture; 2; -; 10.00; 18.00", "Pinceaux; 10; -; 1.50; 15.00"}},
        {"units in the cell of the quantity",
         {"Leistung                   Menge      Preis      Summe",
          "Beratung                  3 Std.      80,00     240,00",
          "Anfahrt                     2 x       15,00      30,00",
          "Kabel                      12 m        1,25      15,00",
          "Nettobetrag                                     285,00"},
         "net=285.00",
         {"Beratung; 3; Std.; 80.00; 240.00", "Anfahrt; 2; -; 15.00; 30.00", "Kabel; 12; m; 1.25; 15.00"}},
        {"units in a column",
         {"Nazwa                 Ilość   J.m.   Cena netto   Wartość netto",
          "Farba                     2   szt        10,00           20,00",
          "Montaż                    3   godz       80,00          240,00",
          "Razem                                                   260,00"},
         "net=260.00",
         {"Farba; 2; szt; 10.00; 20.00", "Montaż; 3; godz; 80.00; 240.00"}},
        {"signs of money in cells",
         {"Item                   Qty        Rate         Amount",
          "Service A               12      $10.00        $120.00",
          "Service B                5       $1.50          $7.50",
          "Total:                                        $127.50"},
         "total=127.50",
         {"Service A; 12; -; 10.00; 120.00", "Service B; 5; -; 1.50; 7.50"}},
        {"signs of money behind, thousands parted by spaces",
         {"Descripción            Cantidad       Precio         Importe",
          "Diseño de la web              1   1 200,00 €      1 200,00 €",
          "Horas de apoyo               10      45,00 €        450,00 €",
          "Base imponible                                    1 650,00 €"},
         "net=1650.00",
         {"Diseño de la web; 1; -; 1200.00; 1200.00", "Horas de apoyo; 10; -; 45.00; 450.00"}},
        {"over two pages with carried sums and the head again",
         {"Pos  Beschreibung           Menge      Preis      Betrag",
          "1    Farbe                      2      10,00       20,00",
          "2    Pinsel                    10       1,50       15,00",
          "     Übertrag                                      35,00",
          "Pike GmbH, Ufer 1, 04103 Leipzig, IBAN DE89 3704 0044 0532 0130 00", "\f",
          "Rechnung 17                          Seite 2", "",
          "Pos  Beschreibung           Menge      Preis      Betrag",
          "     Übertrag                                      35,00",
          "3    Leiter                     1      99,00       99,00",
          "     Nettosumme                                   134,00"},
         "net=134.00",
         {"Farbe; 2; -; 10.00; 20.00", "Pinsel; 10; -; 1.50; 15.00", "Leiter; 1; -; 99.00; 99.00"}},
        {"over two pages without another head",
         {"Description            Qty      Price      Amount", "Paint                    2      10.00       20.00",
          "Brushes                 10       1.50       15.00", "", "                 Page 1 of 2", "\f",
          "Ladder                   1      99.00       99.00", "Carpet                   3      20.00       60.00",
          "Total                                     194.00"},
         "total=194.00",
         {"Paint; 2; -; 10.00; 20.00", "Brushes; 10; -; 1.50; 15.00", "Ladder; 1; -; 99.00; 99.00",
          "Carpet; 3; -; 20.00; 60.00"}},
        {"a line with a quantity only",
         {"Description            Qty      Price      Amount", "Paint                    2      10.00       20.00",
          "Colour card              1", "Brushes                 10       1.50       15.00",
          "Total                                      35.00"},
         "total=35.00",
         {"Paint; 2; -; 10.00; 20.00", "Colour card; 1; -; -; -", "Brushes; 10; -; 1.50; 15.00"}},
        {"prices with tax",
         {"Omschrijving            Aantal    Prijs     Bedrag incl. BTW",
          "Koffie                       2     3,10                 6,20",
          "Taart                        1     4,50                 4,50",
          "Excl. BTW                                               9,82",
          "BTW 9%                                                  0,88",
          "Totaal                                                 10,70"},
         "net=9.82 tax=0.88 total=10.70",
         {"Koffie; 2; -; 3.10; 6.20", "Taart; 1; -; 4.50; 4.50"}},
        {"net and gross amounts side by side",
         {"Nazwa          Ilość   Cena netto   Wartość netto   VAT   Wartość brutto",
          "Farba              2        10,00           20,00   23%            24,60",
          "Pędzle            10         1,50           15,00   23%            18,45",
          "Razem                                       35,00                  43,05"},
         "net=35.00 tax=8.05 total=43.05",
         {"Farba; 2; -; 10.00; 20.00", "Pędzle; 10; -; 1.50; 15.00"}},
        {"lines below zero",
         {"Description            Qty      Price      Amount", "Paint                    2      10.00       20.00",
          "Returned brushes        -4       1.50       -6.00", "Refund                                      (2.00)",
          "Total                                      12.00"},
         "total=12.00",
         {"Paint; 2; -; 10.00; 20.00", "Returned brushes; -4; -; 1.50; -6.00", "Refund; -; -; -; -2.00"}},
        {"sections with sums of their own",
         {"Description            Qty      Price      Amount", "Hall",
          "Paint                    2      10.00       20.00", "Brushes                 10       1.50       15.00",
          "Subtotal                                    35.00", "", "Yard",
          "Ladder                   1      99.00       99.00", "Subtotal                                    99.00", "",
          "Total                                     134.00"},
         "total=134.00",
         {"Paint; 2; -; 10.00; 20.00", "Brushes; 10; -; 1.50; 15.00", "Ladder; 1; -; 99.00; 99.00"}},
        {"sections whose sums have names that nobody knows",
         {"Description            Qty      Price      Amount", "Paint                    2      10.00       20.00",
          "Brushes                 10       1.50       15.00", "Hall, first floor                           35.00",
          "Ladder                   1      99.00       99.00", "Yard behind the house                       99.00",
          "Total                                      134.00"},
         "total=134.00",
         {"Paint; 2; -; 10.00; 20.00", "Brushes; 10; -; 1.50; 15.00", "Ladder; 1; -; 99.00; 99.00"}},
        {"a line that costs as much as the one above it",
         {"Description            Qty      Price      Amount", "Paint                    2      10.00       20.00",
          "Painting, all in all                        20.00", "Total                                       40.00"},
         "total=40.00",
         {"Paint; 2; -; 10.00; 20.00", "Painting, all in all; -; -; -; 20.00"}},
        {"dates in rows",
         {"Date          Activity                  Hours     Rate      Amount",
          "03.05.2024    Painting                      4    50.00      200.00",
          "04.05.2024    Cleaning                      2    40.00       80.00",
          "Total due                                                   280.00"},
         "amount_due=280.00 total=280.00",
         {"Painting; 4; -; 50.00; 200.00", "Cleaning; 2; -; 40.00; 80.00"}},
        {"what stands below the table is no line",
         {"Description            Qty      Price      Amount", "Paint                    2      10.00       20.00",
          "Brushes                 10       1.50       15.00", "Total                                      35.00", "",
          "Pike Ltd     12 River Road     04103 Leipzig      Tel. 0341 1234567",
          "IBAN DE89 3704 0044 0532 0130 00      BIC COBADEFFXXX      3.50",
          "Managing Director: A. Perch           HRB 12345            12.00"},
         "total=35.00",
         {"Paint; 2; -; 10.00; 20.00", "Brushes; 10; -; 1.50; 15.00"}},
        {"taxes below the lines are no lines",
         {"Bezeichnung            Menge   Einzelpreis     Gesamtpreis",
          "Farbe                      2         10,00           20,00",
          "Buch                       1         15,00           15,00", "",
          "Steuersatz      Bemessungsgrundlage     Steuerbetrag",
          "19 %                          20,00             3,80",
          "7 %                           15,00             1,05", "",
          "Nettobetrag                                          35,00",
          "Gesamtbetrag                                         39,85"},
         "net=35.00 tax=4.85 total=39.85",
         {"Farbe; 2; -; 10.00; 20.00", "Buch; 1; -; 15.00; 15.00"}},
        {"shipping below the lines",
         {"Descrição              Qtd     Preço      Total", "Tinta                    2     10,00      20,00",
          "Portes                                     5,00", "Total                                     25,00"},
         "net=25.00",
         {"Tinta; 2; -; 10.00; 20.00"}},
        {"a discount of the whole bill below the lines",
         {"Descrizione            Quantità   Prezzo    Importo", "Vernice                       2    10,00      20,00",
          "Pennelli                     10     1,50      15,00", "Sconto                                        -5,00",
          "Totale merce                                  35,00", "Imponibile                                    30,00"},
         "net=30.00",
         {"Vernice; 2; -; 10.00; 20.00", "Pennelli; 10; -; 1.50; 15.00"}},
        {"what is part of another line",
         {"Artikel                        Aantal    Prijs     Bedrag",
          "Tablet                              1   399,00     399,00",
          "Incl. heffing                       1                4,24",
          "Hoes                                1    20,00      20,00",
          "Totaal                                             419,00"},
         "total=419.00",
         {"Tablet; 1; -; 399.00; 399.00", "Hoes; 1; -; 20.00; 20.00"}},
        {"whole amounts",
         {"Description            Qty      Price      Amount", "Paint                    2         10          20",
          "Brushes                 10          3          30", "Total                                      50.00"},
         "total=50.00",
         {"Paint; 2; -; 10; 20", "Brushes; 10; -; 3; 30"}},
        {"Swedish labels",
         {"Beskrivning            Antal    A-pris     Belopp", "Färg                       2     10,00      20,00",
          "Penslar                   10      1,50      15,00", "Summa                                       35,00"},
         "net=35.00",
         {"Färg; 2; -; 10.00; 20.00", "Penslar; 10; -; 1.50; 15.00"}},
        {"description and amount alone",
         {"Description                                Amount", "Subscription May 2024                      24.99",
          "Calls to other countries                    3.20", "Net total                                  28.19"},
         "net=28.19",
         {"Subscription May 2024; -; -; -; 24.99", "Calls to other countries; -; -; -; 3.20"}},
        {"two tables of one bill",
         {"Service                Hours     Rate      Amount", "Painting                   4    50.00      200.00", "",
          "Material       Article no.      Quantity      Unit price      Total",
          "Paint          A-17                    2           10.00      20.00", "",
          "Net                                                         220.00"},
         "net=220.00",
         {"Painting; 4; -; 50.00; 200.00", "Paint; 2; -; 10.00; 20.00"}},
        {"a note as wide as the table",
         {"Pos  Description            Qty      Price      Amount",
          "1    Paint                    2      10.00       20.00",
          "     Delivered to 04103 Leipzig on 3 May, order 4711 of 2 May",
          "2    Brushes                 10       1.50       15.00",
          "     Total                                       35.00"},
         "total=35.00",
         {"Paint/Delivered to 04103 Leipzig on 3 May, order 4711 of 2 May; 2; -; 10.00; 20.00",
          "Brushes; 10; -; 1.50; 15.00"}},
    };
    return all;
}

}  // namespace

class ReadLinesTest : public QObject {
    Q_OBJECT

 private slots:
    void lines_data() {
        QTest::addColumn<int>("which");
        for (int i = 0; i < cases().size(); ++i) QTest::newRow(cases()[i].name) << i;
    }

    void lines() {
        QFETCH(int, which);
        const Case& one = cases()[which];
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
