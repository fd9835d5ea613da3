#include <QtTest>

#include "app/extraction/facts_on_page.h"
#include "app/extraction/names.h"
#include "extraction/printed_page.h"
#include "support/qt_suites.h"

using namespace floe;

namespace {

using Status = Field::Status;

/// What the rules find on a page of these lines ("; " parts them) beside the fields that are there.
Extraction factsOn(const QString& lines, const QString& fields = {}) {
    const PageText page = test::printedText(lines.split("; "));
    Extraction e;
    test::addFields(e, page, fields);
    findFacts(e, page);
    return e;
}

}  // namespace

class FactsTest : public QObject {
    Q_OBJECT

 private slots:
    void aRegisterNumberThatMissesItsCheckDigitsIsDoubted() {
        const Extraction e = factsOn("SIRET 732 829 320 00075; RCS Paris 732 829 320");
        QCOMPARE(e.find("seller.legal_id")->value, "732 829 320 00075");
        QCOMPARE(e.find("seller.legal_id")->status, Status::Doubtful);
        QVERIFY(e.find("seller.legal_id")->note.contains("SIRET"));
        QCOMPARE(factsOn("SIRET 732 829 320 00074").find("seller.legal_id")->status, Status::Ok);
        QCOMPARE(factsOn("SIRET 732 829 320 00075; SIRET 732 829 320 00074").find("seller.legal_id")->status,
                 Status::Ok);
    }

    void found_data() {
        QTest::addColumn<QString>("lines");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("value");
        const char* rows[][3] = {
            // accounts
            {"Bank | IBAN DE89 3704 0044 0532 0130 00", "payment.iban", "DE89370400440532013000"},
            {"Pay to DE89370400440532013000 please", "payment.iban", "DE89370400440532013000"},
            {"IBAN: DE89 3704 0044 0532 0130 00 BIC: COBADEFFXXX", "payment.iban", "DE89370400440532013000"},
            {"IBAN: DE89 3704 0044 0532 0130 00 BIC: COBADEFFXXX", "payment.bic", "COBADEFFXXX"},
            {"IBAN | GB29 NWBK 6016 1331 9268 19; SWIFT/BIC | NWBKGB2L", "payment.bic", "NWBKGB2L"},
            {"BIC (SWIFT)", "payment.bic", ""},
            {"DE89 3704 0044 0532 0130 01", "payment.iban", ""},
            {"IBAN DE89 3704 0044 0532 0130 01", "payment.iban", "DE89370400440532013001"},  // its check says so
            {"IBAN DE89 3704 0044 0532 0130 01 BIC COBADEFF", "payment.iban", "DE89370400440532013001"},
            {"DE98ZZZ09999999999", "payment.iban", ""},
            {"Rechnung 17", "payment.bic", ""},
            // VAT ids
            {"Pike GmbH | USt-IdNr. DE136695976", "seller.vat_id", "DE136695976"},
            {"Pike GmbH; VAT ID: DE 136 695 976 Amtsgericht Bonn", "seller.vat_id", "DE136695976"},
            {"USt-IdNr.: DE136695977", "seller.vat_id", "DE136695977"},  // wrong, but labelled
            {"Part DE136695977", "seller.vat_id", ""},
            {"DE136695976", "seller.vat_id", "DE136695976"},  // proven by its digits
            {"P.IVA 00743110157", "seller.vat_id", "00743110157"},
            {"P.IVA 00743110158", "seller.vat_id", ""},
            {"NIP: 526-10-40-828", "seller.vat_id", "5261040828"},
            {"CIF: B58378431", "seller.vat_id", "B58378431"},
            {"N° TVA intracommunautaire FR 40 303 265 045", "seller.vat_id", "FR40303265045"},
            {"977 074 010 MVA", "seller.vat_id", "977074010MVA"},
            {"A specific DE136695977", "seller.vat_id", ""},
            {"IBAN PL61 1090 1014 0000 0712 1981 2874", "seller.vat_id", ""},
            {"VAT ID DE136695976; VAT ID ATU13585627", "seller.vat_id", ""},  // neither is sure
            {"VAT ID DE136695976; Your VAT ID ATU13585627", "seller.vat_id", "DE136695976"},
            {"VAT ID DE136695976; Your VAT ID ATU13585627", "buyer.vat_id", "ATU13585627"},
            {"USt-IdNr. DE136695976; Ihre USt-IdNr. ATU13585627", "buyer.vat_id", "ATU13585627"},
            // other numbers of the seller
            {"Steuernummer: 21/815/08150", "seller.tax_id", "21/815/08150"},
            {"St.-Nr. | 181/815/08155", "seller.tax_id", "181/815/08155"},
            {"Steuernummer | : | 201/113/40209", "seller.tax_id", "201/113/40209"},
            {"St.-Nr. 22/815/0815/4", "seller.tax_id", "22/815/0815/4"},
            {"USt.-Id.-Nr. | : | DE123456789", "seller.vat_id", "DE123456789"},
            {"Verwendungszweck | : RE-17", "payment.reference", "RE-17"},
            {". Zahlbar in 14 Tagen netto", "payment.terms", "Zahlbar in 14 Tagen netto"},
            {"EIN 12-3456789", "seller.tax_id", "12-3456789"},
            {"Steuernummer: auf Anfrage", "seller.tax_id", ""},
            {"Amtsgericht Bonn HRB 12345", "seller.legal_id", "HRB 12345"},
            {"HRB 12345 B, Amtsgericht Charlottenburg", "seller.legal_id", "HRB 12345 B"},
            {"FN 34567 a", "seller.legal_id", "FN 34567 a"},
            {"SIREN 732 829 320", "seller.legal_id", "732 829 320"},
            {"SIRET : 732 829 320 00074", "seller.legal_id", "732 829 320 00074"},
            {"RCS Paris B 732 829 320", "seller.legal_id", "Paris B 732 829 320"},
            {"732 829 320 RCS Lyon", "seller.legal_id", "732 829 320"},
            {"R.C.S. Luxembourg B 12345", "seller.legal_id", "Luxembourg B 12345"},
            {"REGON: 123456785", "seller.legal_id", "123456785"},
            {"KRS | 0000123456", "seller.legal_id", "0000123456"},
            {"KvK 78012345", "seller.legal_id", "78012345"},
            {"K.v.K.-nummer: 78012345", "seller.legal_id", "78012345"},
            {"CNPJ: 11.222.333/0001-81", "seller.legal_id", "11.222.333/0001-81"},
            {"GSTIN | 27AAPFU0939F1ZV", "seller.legal_id", "27AAPFU0939F1ZV"},
            {"ABN 51 824 753 556", "seller.legal_id", "51 824 753 556"},
            {"CVR-nr. 13585628", "seller.legal_id", "13585628"},
            {"Org.nr 556036-0793", "seller.legal_id", "556036-0793"},
            {"Org.nr. 974 760 673", "seller.legal_id", "974 760 673"},
            {"Ondernemingsnummer 0403.019.261", "seller.legal_id", "0403.019.261"},
            {"Y-tunnus: 0112038-9", "seller.legal_id", "0112038-9"},
            {"R.E.A. MI-1234567", "seller.legal_id", "MI-1234567"},
            {"Company No. 01234567", "seller.legal_id", "01234567"},
            {"Registered in England and Wales no. 01234567", "seller.legal_id", "01234567"},
            {"Siren blue 1", "seller.legal_id", ""},
            {"Your GSTIN 27AAPFU0939F1ZV", "seller.legal_id", ""},
            {"VAT Reg. No. 123456789", "seller.legal_id", ""},
            {"Tel.: +49 (0)228 123-456", "seller.phone", "+49 (0)228 123-456"},
            {"Phone | 030 1234567", "seller.phone", "030 1234567"},
            {"Tel. 12", "seller.phone", ""},
            {"See www.pike.example/bills", "seller.website", "www.pike.example/bills"},
            {"www.pike.example www.perch.example", "seller.website", ""},
            {"bills@www.pike.example", "seller.website", ""},
            {"T 01632 964753 E bills@pike.example", "seller.phone", "01632 964753"},
            {"Telefon / Tel +48 81 555 96 16", "seller.phone", "+48 81 555 96 16"},
            {"Tlf. 55 50 19 71 | Mail bills@pike.example", "seller.phone", "55 50 19 71"},
            {"Call 0113 496 0155 or write to bills@pike.example", "seller.phone", "0113 496 0155"},
            {"Fax 0113 496 0155", "seller.phone", ""},
            {"0113 496 0155", "seller.phone", ""},  // nobody's
            {"a@pike.example b@perch.example", "seller.email", ""},
            // references
            {"Order number: PO-4711", "order_number", "PO-4711"},
            {"P.O. 4711", "order_number", "4711"},
            {"Bestellnummer | 2024/77", "order_number", "2024/77"},
            {"N° de commande : C-12", "order_number", "C-12"},
            {"Nr zamówienia: 88/24", "order_number", "88/24"},
            {"Order number:", "order_number", ""},
            {"Order number: unknown", "order_number", ""},
            {"Kundennummer: 10023", "customer_number", "10023"},
            {"Customer ID; 10023", "customer_number", "10023"},
            {"Numero de cliente 4", "customer_number", "4"},
            {"Klantnummer 88", "customer_number", "88"},
            {"Cliente n.º | 2071", "customer_number", "2071"},
            {"Customer number | 8820 4471", "customer_number", "8820 4471"},
            // … in ten languages, to the left, above, in a sentence
            {"Purchase order no. | PO-4711", "order_number", "PO-4711"},
            {"Ihre Bestellung Nr. 4711 vom 03.04.2024", "order_number", "4711"},
            {"Auftrags-Nr.: 4711", "order_number", "4711"},
            {"Votre commande n° 4711 du 3 avril 2024", "order_number", "4711"},
            {"Réf. commande : 4711", "order_number", "4711"},
            {"Su pedido: 4711/B", "order_number", "4711/B"},
            {"Rif. ordine 4711", "order_number", "4711"},
            {"Vs. ordine n. 4711", "order_number", "4711"},
            {"Uw bestelling 4711", "order_number", "4711"},
            {"Bestelnummer: 4711", "order_number", "4711"},
            {"Do zamówienia nr 4711", "order_number", "4711"},
            {"N.º de encomenda | 4711", "order_number", "4711"},
            {"Requisição: 4711", "order_number", "4711"},
            {"Er beställning: 4711", "order_number", "4711"},
            {"Inköpsordernr 4711", "order_number", "4711"},
            {"Ordrenr.: 4711", "order_number", "4711"},
            {"Rekvisitionsnr. 4711", "order_number", "4711"},
            {"Invoice no. | Order no. | Client no.; R-17 | 4711 | 88123", "order_number", "4711"},
            {"Invoice no. | Order no. | Client no.; R-17 | 4711 | 88123", "customer_number", "88123"},
            {"Order 03.04.2024", "order_number", ""},
            {"Made to order 4711", "order_number", ""},
            {"Kd.-Nr.: 88123", "customer_number", "88123"},
            {"Debitorennummer 88123", "customer_number", "88123"},
            {"Code client : 88123", "customer_number", "88123"},
            {"Nº de cliente: 88123", "customer_number", "88123"},
            {"Cod. cliente | 88123", "customer_number", "88123"},
            {"Debiteurnr. 88123", "customer_number", "88123"},
            {"Numer klienta: 88123", "customer_number", "88123"},
            {"Kundnr: 88123", "customer_number", "88123"},
            {"Kundenr. | 88123", "customer_number", "88123"},
            {"Customer order no. 4711", "customer_number", ""},
            {"Verwendungszweck: RE-17 / 10023", "payment.reference", "RE-17 / 10023"},
            {"Causale: fattura 17", "payment.reference", "fattura 17"},
            {"Your reference: A-9", "buyer_reference", "A-9"},
            {"Original invoice 2024-16", "preceding_invoice", "2024-16"},
            {"Gutschrift GS-4; zu unserer Rechnung R-18 vom 24. April 2025", "preceding_invoice", "R-18"},
            {"Zu unserer Rechnung vom 24. April 2025", "preceding_invoice", ""},
            // dates and terms
            {"Lieferdatum: 03.04.2024", "delivery_date", "2024-04-03"},
            {"Delivery date | 3 April 2024", "delivery_date", "2024-04-03"},
            {"Delivery date 03/04/2024", "delivery_date", ""},  // two days
            {"Delivery date soon", "delivery_date", ""},
            {"Leverdatum / Delivery date | 2024-04-03", "delivery_date", "2024-04-03"},
            {"Tag der Leistung: 03.04.2024 Ihr Zeichen: AB", "delivery_date", "2024-04-03"},
            {"Shipped on 2024-04-03", "delivery_date", "2024-04-03"},
            {"Lev. dato: | 2024-04-03", "delivery_date", "2024-04-03"},
            {"Data do serviço 2024-04-03", "delivery_date", "2024-04-03"},
            {"From 1 October to 31 December 2024, meter 5", "period_start", "2024-10-01"},
            {"From 1 November to 31 January 2025", "period_start", "2024-11-01"},
            {"From 1 October to 31 December 2024, meter 5", "period_end", "2024-12-31"},
            {"Periodo de facturación 1 de mayo de 2022 - 31 de mayo de 2022", "period_start", "2022-05-01"},
            {"From 1 to 3 pieces", "period_start", ""},
            {"Leistungszeitraum: 01.04.2024 - 30.04.2024", "period_start", "2024-04-01"},
            {"Leistungszeitraum: 01.04.2024 bis 30.04.2024", "period_end", "2024-04-30"},
            {"Billing period | 2024-04-01 – 2024-04-30", "period_end", "2024-04-30"},
            {"Periodo: dal 01/04/2024 al 30/04/2024", "period_start", "2024-04-01"},
            {"Billing period: April", "period_start", ""},
            {"Payment terms: Net 30", "payment.terms", "Net 30"},
            {"Zahlungsbedingungen | 14 Tage netto", "payment.terms", "14 Tage netto"},
            {"Please pay within 14 days of receipt.", "payment.terms", "Please pay within 14 days of receipt."},
            {"À régler dans les 10 jours", "payment.terms", "À régler dans les 10 jours"},
            {"Betalas inom 14 dagar", "payment.terms", "Betalas inom 14 dagar"},
            {"Pagadero en 14 días", "payment.terms", "Pagadero en 14 días"},
            {"Zahlbar innerhalb von 10 Tagen ohne Abzug", "payment.terms", "Zahlbar innerhalb von 10 Tagen ohne Abzug"},
            {"Returns within 14 days", "payment.terms", ""},
            {"Payment terms: as agreed", "payment.terms", ""},
            // sums
            {"Discount -5.00; Shipping 3.50", "allowances", "5.00"},
            {"Discount -5.00; Shipping 3.50", "charges", "3.50"},
            {"Versandkosten | 3,50 €; Summe 12,50", "charges", "3.50"},
            {"Discount 5.00; Discount 6.00", "allowances", ""},  // of lines
            {"Discount 10 %", "allowances", ""},
            {"Rounding 0.02", "rounding", "0.02"},
        };
        int n = 0;
        for (const auto& row : rows)
            QTest::addRow("%d %s", n++, row[1])
                << QString::fromUtf8(row[0]) << QString(row[1]) << QString::fromUtf8(row[2]);
    }
    void found() {
        QFETCH(QString, lines);
        QFETCH(QString, path);
        QFETCH(QString, value);
        const Extraction e = factsOn(lines);
        const Field* field = e.find(path);
        QCOMPARE(field ? field->value : QString(), value);
        if (!field) return;
        QVERIFY(!field->text.isEmpty() && field->page == 0 && field->box().isValid());
        QVERIFY(field->confidence > 0.5 && field->confidence < 1);
        QCOMPARE(field->status != Status::Ok, !field->note.isEmpty());
    }

    void whatIsThereStays() {
        const Extraction e = factsOn("Order number: PO-4711", "order_number=PO-1");
        QCOMPARE(e.find("order_number")->value, "PO-1");
        QVERIFY(!factsOn("Bestellnummer 4711", "number=4711").find("order_number"));  // it is the bill's number
    }

    void aCreditNoteNamesTheBillBefore() {
        const Extraction e = factsOn("Credit note 2024-17; Invoice no. 2024-16", "number=2024-17");
        QVERIFY(e.find("preceding_invoice"));
        QCOMPARE(e.find("preceding_invoice")->value, "2024-16");
        QVERIFY(!factsOn("Invoice no. 2024-16", "number=2024-16").find("preceding_invoice"));
        QVERIFY(!factsOn("Invoice no. 2024-16; 4", "number=4").find("preceding_invoice"));  // not a credit note
    }

    void whatRunsOnBehindAnAddressForMailIsCutOff() {
        const Extraction e = factsOn("Mail a@pike.example | Web www.pike.example", "seller.email=a@pike.example");
        QCOMPARE(e.find("seller.email")->value, "a@pike.example");
        const Extraction cut =
            factsOn("a@pike.example · Tel. 0113 496 0155", "seller.email=a@pike.example · Tel. 0113 496 0155");
        QCOMPARE(cut.find("seller.email")->value, "a@pike.example");
    }

    void whatStandsBesideTheSellerIsItsContact() {
        const auto found = [](const QString& lines, const char* path) {
            const Extraction e = factsOn("Pike Ltd; " + lines, "seller.name=Pike Ltd");
            return e.find(path) ? e.find(path)->value : QString();
        };
        QCOMPARE(found("Mail bills@pike.example; pike.example", "seller.website"), "pike.example");
        QCOMPARE(found("Mail bills@pike.example; perch.example", "seller.website"), "");  // any word with a point
        QCOMPARE(found("1 Quay · 063-555 85 85 · bills@pike.example", "seller.phone"), "063-555 85 85");
        QCOMPARE(found("(435) 555-0199; bills@pike.example", "seller.phone"), "(435) 555-0199");
        QCOMPARE(found("27.12.2023; bills@pike.example", "seller.phone"), "");
        QCOMPARE(found("Meter 0113 496 0155; bills@pike.example", "seller.phone"), "");  // a word says what it is
        QCOMPARE(found("@700 0113 496 0155", "seller.phone"), "");                       // nobody's
    }

    void theSellersAddressForMailIsTheOneOfItsDomainOrBesideIt() {
        const auto email = [](const QString& lines) {
            const Extraction e = factsOn(lines, "seller.name=Pike Ltd");
            return e.find("seller.email") ? e.find("seller.email")->value : QString();
        };
        QCOMPARE(email("Pike Ltd; @700 Mail: bills @ pike.example and help@market.example"), "bills@pike.example");
        QCOMPARE(email("Pike Ltd; bills@quay.example"), "bills@quay.example");
        QCOMPARE(factsOn("Pike Ltd; bills@quay.example", "seller.name=Pike Ltd").find("seller.email")->status,
                 Status::Doubtful);
        QCOMPARE(email("Pike Ltd; @700 bills@quay.example"), "");
    }

    void oneOfSeveralOrdersIsDoubted() {
        const Extraction e = factsOn("Order no. 4711; Order no. 4712");
        QCOMPARE(e.find("order_number")->status, Status::Doubtful);
        QCOMPARE(e.find("order_number")->candidates[0].value, "4712");
    }

    void yourReferenceMayBeTheOrders() {
        const Extraction e = factsOn("Your reference: 75354");
        QCOMPARE(e.find("buyer_reference")->value, "75354");
        QCOMPARE(e.find("order_number")->status, Status::Doubtful);
        QVERIFY(!factsOn("Your reference: A-9").find("order_number"));
        QCOMPARE(factsOn("Your reference: 75354; Order no. 4711").find("order_number")->value, "4711");
    }

    void theBuyersIdsStandInItsBlock() {
        const Extraction e =
            factsOn("Pike GmbH | Perch AG; Bonn | Wien; USt-IdNr. DE136695976 | ATU13585627",
                    "seller.name=Pike GmbH; seller.address=Bonn; buyer.name=Perch AG; buyer.address=Wien");
        QCOMPARE(e.find("seller.vat_id")->value, "DE136695976");
        QCOMPARE(e.find("buyer.vat_id")->value, "ATU13585627");
        // One alone is the seller's, wherever the model saw the buyer.
        const Extraction alone = factsOn("Perch AG; USt-IdNr. DE136695976", "buyer.name=Perch AG");
        QCOMPARE(alone.find("seller.vat_id")->value, "DE136695976");
        QVERIFY(!alone.find("buyer.vat_id"));
        const Extraction phone = factsOn("Pike GmbH | Perch AG; Bonn | Wien; Tel. 030 1234567 | Tel. 01 7654321",
                                         "seller.name=Pike GmbH; buyer.name=Perch AG; buyer.address=Wien");
        QCOMPARE(phone.find("seller.phone")->value, "030 1234567");
    }

    void aRegisterNumberInTheBuyersBlockIsTheBuyers() {
        const QString parties = "seller.name=Pike GmbH; seller.address=Bonn; buyer.name=Perch SARL; buyer.address=Lyon";
        const Extraction both = factsOn(
            "Pike GmbH; Bonn; Amtsgericht Bonn HRB 12345; Rechnung; An; Perch SARL; Lyon; SIREN 732 829 320", parties);
        QCOMPARE(both.find("seller.legal_id")->value, "HRB 12345");
        QCOMPARE(both.find("buyer.legal_id")->value, "732 829 320");
        QCOMPARE(both.find("buyer.legal_id")->status, Status::Derived);
        QCOMPARE(both.find("buyer.legal_id")->note, "It stands beside the buyer.");
        // The seller's is what most bills print: one alone is only doubted to be the buyer's.
        const Extraction alone = factsOn("Pike GmbH; Bonn; Rechnung; An; Perch SARL; Lyon; SIREN 732 829 320", parties);
        QVERIFY(!alone.find("seller.legal_id"));
        QCOMPARE(alone.find("buyer.legal_id")->status, Status::Doubtful);
        // A label that names the buyer tells it anywhere; the seller's own number is never the buyer's too.
        QCOMPARE(factsOn("Your GSTIN 27AAPFU0939F1ZV").find("buyer.legal_id")->status, Status::Ok);
        QVERIFY(!factsOn("GSTIN 27AAPFU0939F1ZV; Your GSTIN 27AAPFU0939F1ZV").find("buyer.legal_id"));
        QVERIFY(!factsOn("Pike GmbH; Bonn; HRB 12345; An; Perch SARL; Lyon", parties).find("buyer.legal_id"));
    }

    void theOneOfSeveralAccountsIsSaid() {
        const Extraction e = factsOn("IBAN DE89 3704 0044 0532 0130 00; IBAN AT61 1904 3002 3457 3201");
        QCOMPARE(e.find("payment.iban")->value, "DE89370400440532013000");
        QCOMPARE(e.find("payment.iban")->status, Status::Derived);
        const Extraction debit = factsOn("We collect by direct debit from; IBAN DE89 3704 0044 0532 0130 00");
        QCOMPARE(debit.find("payment.iban")->status, Status::Doubtful);
    }

    void theDueDateFollowsFromTheTerms() {
        const QString page = "Invoice date 2024-04-30; Payment terms: 30 days net";
        Extraction e = factsOn(page, "issue_date=2024-04-30");
        QCOMPARE(e.find("due_date")->value, "2024-05-30");
        QCOMPARE(e.find("due_date")->status, Status::Derived);
        QVERIFY(e.find("due_date")->text.isEmpty());
        QCOMPARE(e.find("due_date")->note, "Not printed: the issue date and the 30 days of the terms of payment.");
        QCOMPARE(factsOn(page, "issue_date=2024-04-30; due_date=2024-05-01").find("due_date")->value, "2024-05-01");
        QVERIFY(!factsOn(page).find("due_date"));
        const PageText text = test::printedText(page.split("; "));
        Extraction unsure;
        test::addFields(unsure, text, "issue_date=2024-04-30");
        unsure.fields[0].status = Status::Ambiguous;
        findFacts(unsure, text);
        QVERIFY(!unsure.find("due_date"));
    }

    void taxes_data() {
        QTest::addColumn<QString>("lines");
        QTest::addColumn<QString>("fields");
        QTest::addColumn<QString>("taxes");
        const auto row = [](const char* name, const char* lines, const char* fields, const char* taxes) {
            QTest::newRow(name) << QString::fromUtf8(lines) << QString(fields) << QString(taxes);
        };
        row("rate, base, tax in a row", "19 % | 100.00 | 19.00", "tax=19.00", "19/100.00/19.00");
        row("two rates", "VAT 19 % | 100.00 | 19.00; VAT 7 % | 50.00 | 3.50", "tax=22.50",
            "19/100.00/19.00 7/50.00/3.50");
        row("beside the label, of the net sum", "Net 100.00; VAT 19 % 19.00", "net=100.00; tax=19.00",
            "19/100.00/19.00");
        row("lines show them too", "Pens 19 % | 50.00 | 9.50; Ink 19 % | 50.00 | 9.50; VAT 19 % | 100.00 | 19.00",
            "tax=19.00", "19/100.00/19.00");
        row("they do not make the tax", "19 % | 100.00 | 19.00", "tax=20.00", "");
        row("no tax was read", "19 % | 100.00 | 19.00", "", "");
        row("numbers that do not multiply", "19 % | 100.00 | 18.00", "tax=18.00", "");
        row("a discount", "2 % | 100.00 | 2.00; VAT 19.00", "tax=19.00", "");
        row("a cent of rounding", "7 % | 33.33 | 2.34", "tax=2.34", "7/33.33/2.34");
        row("their sum is not printed", "Net 545.40; VAT 19 % on 496.80 | 94.39; VAT 7 % on 48.60 | 3.40; Total 643.19",
            "net=545.40; total=643.19", "19/496.80/94.39 7/48.60/3.40");
        row("and one is missing", "Net 545.40; VAT 19 % on 496.80 | 94.39; Total 643.19", "net=545.40; total=643.19",
            "");
        row("no tax", "Net 196.50; VAT 0% (reverse charge) | 0.00; Total 196.50", "net=196.50; total=196.50",
            "0/196.50/0.00");
        row("two rates, their bases not printed", "Net 150.00; VAT 20 % | 20.00; VAT 9 % | 4.50; Total 174.50",
            "net=150.00; total=174.50", "20/-/20.00 9/-/4.50");
        row("one rate, its base neither printed nor net", "Net 150.00; VAT 20 % | 20.00; Total 170.00",
            "net=150.00; total=170.00", "");
        row("two taxes at one rate", "Net 100.00; CGST 9% 9.00; SGST 9% 9.00; Total 118.00", "net=100.00; total=118.00",
            "9/100.00/9.00 9/100.00/9.00");
        row("a table that has the sign in its head", "VAT % | Net | VAT | Total; 22 | 100.00 | 22.00 | 122.00",
            "tax=22.00", "22/100.00/22.00");
        row("position and quantity multiply by chance", "5 | Ink | 20 | 78.00 | 1560.00; VAT 19 % | 296.40",
            "net=1560.00; tax=296.40", "19/1560.00/296.40");
        row("a rate with a point", "VAT 8.1% 100.00 8.10", "tax=8.10", "8.1/100.00/8.10");
    }
    void taxes() {
        QFETCH(QString, lines);
        QFETCH(QString, fields);
        QFETCH(QString, taxes);
        const Extraction e = factsOn(lines, fields);
        QStringList rows;
        for (int i = 0; i < e.taxCount; ++i) {
            QStringList parts;
            for (const char* member : {"rate", "base", "amount"}) {
                const Field* field = e.find(listPath("taxes", i, member));
                QVERIFY(!field || field->box().isValid());
                parts += field ? field->value : "-";
            }
            rows += parts.join('/');
        }
        QCOMPARE(rows.join(' '), taxes);
    }

    void theSellersAddressForMailIsNotTheBuyers() {
        const QString page = "Pike Ltd; Perch Inc | E-mail office@pike.example";
        const QString fields = "seller.name=Pike Ltd; buyer.name=Perch Inc; buyer.email=office@pike.example";
        const Extraction e = factsOn(page, fields);
        QVERIFY(!e.find("buyer.email"));
        QCOMPARE(e.find("seller.email")->value, "office@pike.example");
        const Extraction other = factsOn("Perch Inc | E-mail office@perch.example",
                                         "buyer.name=Perch Inc; buyer.email=office@perch.example");
        QCOMPARE(other.find("buyer.email")->value, "office@perch.example");
    }

    void theBanksCodeIsThatOfTheAccountTaken() {
        const QString first = "IBAN DE89 3704 0044 0532 0130 00", second = "IBAN GB29 NWBK 6016 1331 9268 19";
        QCOMPARE(factsOn(first + "; BIC COBADEFFXXX; ; " + second + "; BIC NWBKGB2L").find("payment.bic")->value,
                 "COBADEFFXXX");
        QVERIFY(!factsOn(first + "; a; b; c; d; e; f; " + second + "; BIC NWBKGB2L").find("payment.bic"));
    }

    void aSumOfLinesIsWhatDiscountsLeadToTheNetSum() {
        const QString page = "Subtotal 100.00; Discount 10.00; Net 90.00";
        QCOMPARE(factsOn(page, "net=90.00").find("lines_total")->value, "100.00");
        QVERIFY(!factsOn("Subtotal 101.00; Discount 10.00; Net 90.00", "net=90.00").find("lines_total"));
        QVERIFY(!factsOn("Subtotal 90.00; Net 90.00", "net=90.00").find("lines_total"));
    }
};

static floe::test::AddSuite<FactsTest> added;
#include "facts_test.moc"
