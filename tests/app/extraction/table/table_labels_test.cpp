#include "app/extraction/table/table_labels.h"

#include <QElapsedTimer>
#include <QtTest>

#include "app/extraction/folded.h"
#include "support/qt_suites.h"

using namespace floe;
using table::Column;
using table::RowLabel;

class TableLabelsTest : public QObject {
    Q_OBJECT

 private slots:
    void columns_data() {
        QTest::addColumn<QString>("labels");  // "; " parts them
        QTest::addColumn<int>("column");
        const std::pair<Column, const char*> rows[] = {
            {Column::Position, "Pos.; Pos; #; Nr.; Lp.; N°; Lfd. Nr.; Sr. No.; Linje"},
            {Column::ItemCode,
             "Art.-Nr.; Artikelnummer; Item no.; SKU; Code article; Referencia; Codice; Kod; Varenr.; Art-Nr-Kunde "
             "Art-Nr-Lief. Art-Nr (Art); HSN"},
            {Column::Description,
             "Description; Item description; Bezeichnung; Artikelbezeichnung; Leistung; Désignation; Libellé; "
             "Concepto; "
             "Descripción; Omschrijving; Descrizione; Descrição; Nazwa towaru lub usługi; Opis; Benämning; "
             "Beskrivelse; "
             "Product; Material/Beschreibung; Item; Description of services"},
            {Column::Quantity,
             "Qty; Quantity; Menge; Anzahl; Quantité; Qté; Cantidad; Cant.; Aantal; Quantità; Q.tà; Ilość; Quantidade; "
             "Qtd.; Antal; Hours; Nombre; Hoeveelheid"},
            {Column::Unit, "Unit; Einheit; Unité; Unidad; Eenheid; U.M.; J.m.; Enhed; ME"},
            {Column::UnitPrice,
             "Unit price; Price; Einzelpreis; Einzelpreis (EUR); Preis/Einheit; Prix unitaire; P.U. HT; Precio; Precio "
             "unitario; Prijs per stuk; Prezzo unitario; Cena netto; Preço unit.; À-pris; Stykpris; Nettopreis; Rate; "
             "VK-Preis Ohne MwSt."},
            {Column::Discount, "Discount; Disc.%; Rabatt; Rabatt %; Remise; Rem.; Dto.; Sconto; Korting; Rabat"},
            {Column::TaxRate,
             "VAT; VAT %; MwSt.; USt.; Steuersatz; Steuersatz [%]; TVA; IVA; BTW; Moms; Stawka VAT; Tax"},
            {Column::TaxAmount, "Tax amount; Steuerbetrag; Montant TVA; MwSt.-Betrag; Kwota VAT; Imposta"},
            {Column::TaxBase, "Bemessungsgrundlage; Basisbetrag; Base imponible; Taxable amount; Grondslag"},
            {Column::Amount,
             "Amount; Line total; Total; Betrag; Gesamtpreis; Positions- betrag ohne USt.; Nettobetrag; Montant HT; "
             "Importe; Importo; Bedrag; Valor; Wartość netto; Belopp; Beløb; Amount (USD); Total excl. VAT; Entgelt"},
            {Column::GrossAmount, "Gross; Wartość brutto; Montant TTC; Amount incl. VAT; Total TTC; Bruttobetrag"},
            {Column::Date, "Date; Datum; Fecha; Data"},
            {Column::Other, "Due; Invoice number; Customer; Bank; Fälligkeit; Page; Kunden-Nummer 12"},
        };
        for (const auto& [column, labels] : rows) QTest::newRow(labels) << labels << static_cast<int>(column);
    }

    void columns() {
        QFETCH(QString, labels);
        QFETCH(int, column);
        for (const QString& label : labels.split("; "))
            QVERIFY2(static_cast<int>(table::columnOf(folded(label))) == column, qPrintable(label));
    }

    /// Patterns may not try all ways to part a label that some file makes up.
    void aMadeUpLabelCostsLittle() {
        QElapsedTimer timer;
        timer.start();
        for (const char* part : {" e", "e", " / e", "- ", " total", " of"})
            QCOMPARE(table::columnOf("item" + QString(part).repeated(60).left(54) + '!'), Column::Other);
        QVERIFY2(timer.elapsed() < 500, qPrintable(QString("%1 ms").arg(timer.elapsed())));
    }

    void rows_data() {
        QTest::addColumn<QString>("labels");
        QTest::addColumn<int>("label");
        const std::pair<RowLabel, const char*> rows[] = {
            {RowLabel::Sum,
             "Total; Total:; Net; Nettobetrag; Rechnungssumme ohne USt.; zzgl. 19 % MwSt.; VAT 20 % on 100.00; Total "
             "HT; "
             "Total TTC; Base imponible; Totaal; Razem; Grand Total; Zahlbetrag; Amount due; Somma; Att betala; "
             "Totaal exclusief btw; Total for this invoice; Total Hall"},
            {RowLabel::Subtotal, "Subtotal; Sub-total; Zwischensumme; Sous-total; Total page 2; Summe Titel 1"},
            {RowLabel::Carried,
             "Carried forward; Brought forward; Übertrag; A reporter; Riporto; Suma anterior; From previous page; Te "
             "transporteren; Z poprzedniej strony"},
            {RowLabel::Extra, "Shipping; Versandkosten; Rabatt; Discount 5 %; Frais de port; Sconto; Korting"},
            {RowLabel::Carriage, "Transport; Transporte:; Trasporto"},
            {RowLabel::Part, "Incl. recycling fee; davon Pfand; dont éco-participation"},
            {RowLabel::None,
             "Total care plan for dogs; Painting the hall; Steuerberatung; Netzteil; Transport of goods; A; Room with "
             "view; "
             "Summer tyres; Nettoyage des vitres"},
        };
        for (const auto& [label, labels] : rows) QTest::newRow(labels) << labels << static_cast<int>(label);
    }

    void rows() {
        QFETCH(QString, labels);
        QFETCH(int, label);
        for (const QString& text : labels.split("; "))
            QVERIFY2(static_cast<int>(table::rowLabelOf(folded(text))) == label, qPrintable(text));
    }
};

static test::AddSuite<TableLabelsTest> added;
#include "table_labels_test.moc"
