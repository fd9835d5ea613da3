#include "app/extraction/document_kind.h"

#include <QtTest>

#include "extraction/printed_page.h"
#include "support/qt_suites.h"

using namespace floe;

namespace {

DocumentKind kindOn(const QString& lines, const QString& fields = {}) {
    // Ordinary lines below, so that large print is large.
    const PageText page =
        test::printedText(lines.split("; ") + QStringList{"", "Pens and ink, blue and black", "Thank you"});
    Extraction e;
    test::addFields(e, page, fields);
    return documentKindOf(e, page);
}

}  // namespace

class DocumentKindTest : public QObject {
    Q_OBJECT

 private slots:
    void kinds_data() {
        QTest::addColumn<QString>("fields");
        QTest::addColumn<QString>("kind");
        const char* read = "number=17; total=12.00";
        const char* rows[][3] = {
            {"# Invoice; Total 12.00", read, "bill"},
            {"# INVOICE 17; Total 12.00", read, "bill"},
            {"# Rechnung Nr. 17", read, "bill"},
            {"# Handelsrechnung Nr. 17", read, "bill"},
            {"# Facture", read, "bill"},
            {"# Factura", read, "bill"},
            {"# Fattura", read, "bill"},
            {"# Factuur", read, "bill"},
            {"# Fatura", read, "bill"},
            {"# Faktura VAT", read, "bill"},
            {"Pike Ltd; Total 12.00", read, "bill"},  // without a title
            {"Pike Ltd; Total 12.00", "total=12.00", "bill"},
            {"Order 4711; Lieferschein 88; Total 12.00", read, "bill"},  // references
            {"CREDIT NOTE; Number 17", read, "credit_note"},             // capitals
            {"# Credit Note; Number 17", read, "credit_note"},
            {"# CREDIT NOTE No. 17; Invoice number 16", read, "credit_note"},
            {"# Gutschrift", read, "credit_note"},
            {"# Stornorechnung", read, "credit_note"},
            {"# Avoir n° 17", read, "credit_note"},
            {"# Factura rectificativa", read, "credit_note"},
            {"# Nota di credito", read, "credit_note"},
            {"# Creditnota", read, "credit_note"},
            {"# Nota de crédito", read, "credit_note"},
            {"# Faktura korygująca", read, "credit_note"},
            {"# Invoice", "number=17; total=-12.00", "bill"},  // it does not call itself a credit note
            {"# Receipt; Total 12.00", read, "receipt"},
            {"Kassenbon; Rückgeld 2.00", read, "receipt"},
            {"Corner Shop; Receipt no. 4-11872; Total 52.00; Cash 60.00", read, "receipt"},
            {"# Invoice; Total 52.00; Receipt no. 4-11872", read, "bill"},
            {"# Reçu", read, "receipt"},
            {"# Scontrino", read, "receipt"},
            {"# Kassabon", read, "receipt"},
            {"# Paragon fiskalny", read, "receipt"},
            {"# Account Statement; Opening balance 3.00", read, "statement"},
            {"# Kontoauszug", read, "statement"},
            {"# Relevé de compte", read, "statement"},
            {"# Estratto conto", read, "statement"},
            {"# Purchase Order; Invoice address", read, "order"},
            {"# Bestellung", read, "order"},
            {"# Bon de commande", read, "order"},
            {"# Zamówienie 17", read, "order"},
            {"# Order Confirmation", read, "order_confirmation"},
            {"# Auftragsbestätigung 17", read, "order_confirmation"},
            {"# Confirmation de commande", read, "order_confirmation"},
            {"# Orderbevestiging", read, "order_confirmation"},
            {"# Delivery Note", "number=17", "delivery_note"},
            {"# Lieferschein", "number=17", "delivery_note"},
            {"# Bon de livraison", "number=17", "delivery_note"},
            {"# Albarán", "number=17", "delivery_note"},
            {"# Documento di trasporto", "number=17", "delivery_note"},
            {"# Pakbon", "number=17", "delivery_note"},
            {"# Quotation; Valid until 3 May", read, "estimate"},
            {"# Angebot", read, "estimate"},
            {"# Devis n° 17", read, "estimate"},
            {"# Presupuesto", read, "estimate"},
            {"# Preventivo", read, "estimate"},
            {"# Offerte", read, "estimate"},
            {"# Orçamento", read, "estimate"},
            {"# Oferta", read, "estimate"},
            {"# Proforma Invoice", read, "proforma"},
            {"# Pro-forma-Rechnung", read, "proforma"},
            {"# Facture pro forma", read, "proforma"},
            {"# Payment Reminder; Invoice number 16", read, "dunning"},
            {"# 2. Mahnung", read, "dunning"},
            {"# Zahlungserinnerung", read, "dunning"},
            {"# Lettre de relance", read, "dunning"},
            {"# Sollecito di pagamento", read, "dunning"},
            {"# Wezwanie do zapłaty", read, "dunning"},
            {"This is not an invoice; Total 12.00", read, "other"},
            {"Dies ist keine Rechnung", "", "other"},
            {"# Quotation; This is not an invoice", read, "estimate"},
            {"Dear Ms Marple; thank you for your order", "", "unknown"},
            {"# Invoice", "", "unknown"},
            {"", "", "unknown"},
            // words of other kinds that are no titles
            {"# Invoice; Order 4711; Delivery note 88; Receipt appreciated", read, "bill"},
            {"# Rechnung; Bestellung 4711; Lieferschein 88", read, "bill"},
            {"Quote of the day: be kind; Total 12.00", read, "bill"},
            {"Order confirmation follows by mail; Total 12.00", read, "bill"},
        };
        int n = 0;
        for (const auto& row : rows) QTest::addRow("%d %s", n++, row[0]) << QString(row[1]) << QString(row[2]);
    }
    void kinds() {
        QFETCH(QString, fields);
        QFETCH(QString, kind);
        const QString lines = QString::fromUtf8(QTest::currentDataTag()).section(' ', 1);
        const DocumentKind found = kindOn(lines, fields);
        QCOMPARE(found.name, kind);
        if (kind != "unknown") QVERIFY2(found.why.endsWith('.') && found.why.size() > 10, qPrintable(found.why));
    }

    void theSentenceNamesTheTitle() {
        QCOMPARE(kindOn("# Credit Note 17", "number=17").why, "It is titled “Credit Note”.");
        QCOMPARE(kindOn("Pike", "number=17").why, "It has a number, and no title says otherwise.");
        QCOMPARE(kindOn("This is not an invoice").why, "It says “This is not an invoice”.");
    }

    void everyKindHasItsWords() {
        for (const char* name : {"bill", "credit_note", "receipt", "statement", "order", "order_confirmation",
                                 "delivery_note", "estimate", "proforma", "dunning", "other", "unknown"})
            QVERIFY2(kindWords(name).contains(' '), name);
    }
};

static floe::test::AddSuite<DocumentKindTest> added;
#include "document_kind_test.moc"
