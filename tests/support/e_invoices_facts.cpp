// What the e-invoices of e_invoices.h say.
#include <QStringList>

#include "support/e_invoices.h"

namespace floe::test {

namespace {

void addParties(BillValues& header) {
    const std::pair<const char*, const char*> all[] = {
        {"seller.legal_id_scheme", "0204"},
        {"seller.id", "5790000435968"},
        {"seller.id_scheme", "0088"},
        {"seller.legal_form", "Sitz Kiel, Geschäftsführerin: B. Möwe"},
        {"seller.electronic_address", "9930:de111222333"},
        {"seller.electronic_address_scheme", "9930"},
        {"seller.contact_name", "Antje Möwe"},
        {"buyer.trading_name", "Lafleur"},
        {"buyer.legal_id", "303265045"},
        {"buyer.legal_id_scheme", "0002"},
        {"buyer.electronic_address", "factures@lafleur.example"},
        {"buyer.electronic_address_scheme", "EM"},
        {"buyer.contact_name", "Comptabilité"},
        {"buyer.phone", "+33 3 88 00 00"},
        {"customer_number_scheme", "0009"},
        {"payee.name", "Förde Factoring AG"},
        {"payee.id", "FF-9"},
        {"payee.id_scheme", "0060"},
        {"payee.legal_id", "HRB 99 KI"},
        {"payee.legal_id_scheme", "0205"},
        {"tax_representative.name", "Fisc & Co"},
        {"tax_representative.vat_id", "FR83404833048"},
        {"delivery.name", "Entrepôt Lafleur"},
        {"delivery.location_id", "7300010000001"},
        {"delivery.location_id_scheme", "0088"},
    };
    for (const auto& [path, value] : all) header[path] = value;
}

void addReferences(BillValues& header, bool credit) {
    const std::pair<const char*, const char*> all[] = {
        {"type_code", credit ? "381" : "380"},
        {"tax_date_code", "35"},
        {"project_number", "PRJ-5"},
        {"contract_number", "V-2024-3"},
        {"sales_order_number", "SO-12"},
        {"receiving_advice", "WE-6"},
        {"despatch_advice", "LS-7"},
        {"tender", "LOS-2"},
        {"object_id", "Z-4711"},
        {"object_id_scheme", "ABT"},
        {"accounting_reference", "4711:99"},
        {"preceding_invoice_date", "2025-12-01"},
        {"process", "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"},
        {"specification", "urn:cen.eu:en16931:2017"},
        {"payment.account_name", "Möwe & Söhne"},
        {"payment.means_code", "59"},
        {"payment.means", "SEPA-Lastschrift"},
        {"payment.card_number", "1234"},
        {"payment.card_holder", "L. Lafleur"},
        {"payment.mandate", "M-88"},
        {"payment.creditor_id", "DE98ZZZ09999999999"},
        {"payment.debited_account", "FR7630006000011234567890189"},
        {"tax_currency", "CZK"},
        {"tax_in_tax_currency", "777.77"},
    };
    for (const auto& [path, value] : all) header[path] = value;
}

void addLists(InvoiceFacts& invoice) {
    invoice.lists["document_allowances"] = {
        {{"amount", "12.00"},
         {"base", "120.00"},
         {"percent", "10"},
         {"tax_category", "S"},
         {"tax_rate", "19.00"},
         {"reason", "Treuerabatt"},
         {"reason_code", "95"}},
        {{"amount", "8.00"}, {"tax_category", "S"}, {"tax_rate", "19.00"}, {"reason", "Aktion"}}};
    invoice.lists["document_charges"] = {{{"amount", "10.00"},
                                          {"base", "100.00"},
                                          {"percent", "10.00"},
                                          {"tax_category", "S"},
                                          {"tax_rate", "19.00"},
                                          {"reason", "Fracht"},
                                          {"reason_code", "FC"}}};
    invoice.lists["notes"] = {{{"text", "Bitte beachten Sie die Anlage."}},
                              {{"text", "Ware bleibt unser Eigentum."}, {"subject", "AAJ"}}};
    invoice.lists["documents"] = {
        {{"reference", "ANL-1"}, {"description", "Stundenzettel"}, {"url", "https://moewe.example/anl1.pdf"}},
        {{"reference", "ANL-2"}, {"file_name", "Skizze.png"}}};
    invoice.lists["further_accounts"] = {
        {{"iban", "DE02500105170137075030"}, {"bic", "INGDDEFF"}, {"account_name", "Möwe Zweitkonto"}}};
    invoice.lists["further_preceding_invoices"] = {{{"number", "RE-2025/0701"}, {"date", "2025-12-02"}}};
    invoice.lists["further_seller_ids"] = {{{"id", "4030000000011"}, {"scheme", "0088"}}};
}

void addTo(BillValues& line) {
    const std::pair<const char*, const char*> all[] = {
        {"details", "Schwarz, geflochten"},
        {"note", "Rolle zu 250 m"},
        {"buyer_item_code", "LAF-88"},
        {"standard_item_code", "4012345678901"},
        {"standard_item_code_scheme", "0160"},
        {"origin_country", "DK"},
        {"order_line", "30"},
        {"accounting_reference", "4400"},
        {"object_id", "SP-1"},
        {"object_id_scheme", "AVE"},
        {"period_start", "2026-02-01"},
        {"period_end", "2026-02-14"},
        {"gross_price", "4.00"},
        {"xml_gross", "400.00"},
        {"price_discount", "0.36"},
        {"xml_discount", "36.00"},
        {"allowances.0.amount", "5.00"},
        {"allowances.0.base", "100.00"},
        {"allowances.0.percent", "5.00"},
        {"allowances.0.reason", "Mengenrabatt"},
        {"allowances.0.reason_code", "100"},
        {"charges.0.amount", "5.05"},
        {"charges.0.reason", "Zuschnitt"},
        {"classifications.0.code", "31151500"},
        {"classifications.0.scheme", "TST"},
        {"classifications.0.version", "19.05"},
        {"classifications.1.code", "24-31-02"},
        {"classifications.1.scheme", "MP"},
        {"classifications.1.version", "1"},
        {"attributes.0.name", "Farbe"},
        {"attributes.0.value", "Schwarz"},
        {"attributes.1.name", "Stärke"},
        {"attributes.1.value", "12 mm"},
    };
    for (const auto& [member, value] : all) line[member] = value;
}

}  // namespace

QString Address::joined() const {
    QStringList lines{street, more, postcode + ' ' + city, region, country};
    lines.removeAll({});
    return lines.join('\n');
}

InvoiceFacts fullInvoice(bool credit) {
    InvoiceFacts invoice;
    invoice.credit = credit;
    invoice.seller = {"Uferweg 3", "Hof 2", "24103", "Kiel", {}, "DE"};
    invoice.buyer = {"Rue des Lilas 8", {}, "67000", "Strasbourg", "Grand Est", "FR"};
    invoice.delivery = {"Quai 4", {}, "67100", "Strasbourg", {}, "FR"};
    invoice.representative = {"Rue du Fisc 1", {}, "75001", "Paris", {}, "FR"};
    invoice.header = {{"seller.name", "Möwe & Söhne <Schiffsbedarf> GmbH"},
                      {"seller.trading_name", "Möwe Marine"},
                      {"seller.email", "rechnung@moewe.example"},
                      {"seller.phone", "+49 431 5550 17"},
                      {"seller.vat_id", "DE111222333"},
                      {"seller.tax_id", "20/123/45678"},
                      {"seller.legal_id", "HRB 4711 KI"},
                      {"buyer.name", "Bateaux Lafleur SARL"},
                      {"buyer.email", "compta@lafleur.example"},
                      {"buyer.vat_id", "FR40303265045"},
                      {"number", "RE-2026/0815"},
                      {"issue_date", "2026-03-04"},
                      {"due_date", "2026-04-03"},
                      {"delivery_date", "2026-03-02"},
                      {"period_start", "2026-02-01"},
                      {"period_end", "2026-02-28"},
                      {"order_number", "PO-77"},
                      {"customer_number", "K-1003"},
                      {"buyer_reference", "04011000-12345-03"},
                      {"preceding_invoice", "RE-2025/0700"},
                      {"payment.terms", "2 % Skonto in 10 Tagen"},
                      {"payment.iban", "DE02120300000000202051"},
                      {"payment.bic", "BYLADEM1001"},
                      {"payment.reference", "RE-2026-0815"},
                      {"currency", "EUR"},
                      {"lines_total", "1010.05"},
                      {"allowances", "20.00"},
                      {"charges", "10.00"},
                      {"net", "1000.05"},
                      {"tax", "178.00"},
                      {"total", "1178.05"},
                      {"paid", "100.00"},
                      {"rounding", "-0.05"},
                      {"amount_due", "1078.00"}};
    invoice.lines = {{{"description", "Tauwerk \"Nordsee\" 12 mm"},
                      {"item_code", "T-12"},
                      {"quantity", "250"},
                      {"unit", "MTR"},
                      {"unit_price", "3.64"},
                      {"xml_price", "364.00"},
                      {"price_quantity", "100"},
                      {"price_unit", "H87"},
                      {"line_id", "10"},
                      {"tax_rate", "19.00"},
                      {"tax_category", "S"},
                      {"amount", "910.05"}},
                     {{"description", "Handbuch Knoten"},
                      {"line_id", "20"},
                      {"item_code", "B-1"},
                      {"quantity", "4.0"},
                      {"unit", "H87"},
                      {"unit_price", "25.00"},
                      {"tax_rate", "7.00"},
                      {"tax_category", "S"},
                      {"amount", "100.00"}}};
    invoice.taxes = {{{"category", "S"}, {"rate", "19.00"}, {"base", "900.05"}, {"amount", "171.00"}},
                     {{"category", "S"},
                      {"rate", "7.00"},
                      {"base", "100.00"},
                      {"amount", "7.00"},
                      {"exemption_reason", "Ermäßigt"},
                      {"exemption_code", "VATEX-EU-79-C"}}};
    addParties(invoice.header);
    addReferences(invoice.header, credit);
    addLists(invoice);
    addTo(invoice.lines[0]);
    return invoice;
}

QVector<BillValues> within(const BillValues& line, const QString& list) {
    QVector<BillValues> items;
    for (auto it = line.begin(); it != line.end(); ++it) {
        if (!it.key().startsWith(list + '.')) continue;
        const int at = it.key().section('.', 1, 1).toInt();
        if (items.size() <= at) items.resize(at + 1);
        items[at][it.key().section('.', 2)] = it.value();
    }
    return items;
}

BillValues truthOf(const InvoiceFacts& invoice) {
    BillValues truth = invoice.header;
    truth["kind"] = invoice.credit ? "credit_note" : "bill";
    const std::pair<const char*, const Address*> addresses[] = {{"seller", &invoice.seller},
                                                                {"buyer", &invoice.buyer},
                                                                {"delivery", &invoice.delivery},
                                                                {"tax_representative", &invoice.representative}};
    for (const auto& [role, address] : addresses)
        if (!address->country.isEmpty()) truth[QString("%1.address").arg(role)] = address->joined();
    const auto add = [&](const QString& list, const QVector<BillValues>& items) {
        for (int i = 0; i < items.size(); ++i)
            for (auto it = items[i].begin(); it != items[i].end(); ++it)
                if (!it.key().startsWith("xml_"))
                    truth[QString("%1.%2.%3").arg(list).arg(i).arg(it.key())] = it.value();
    };
    add("lines", invoice.lines);
    add("taxes", invoice.taxes);
    for (auto it = invoice.lists.begin(); it != invoice.lists.end(); ++it) add(it.key(), it.value());
    return truth;
}

BillValues truthOfZugferd1(const InvoiceFacts& invoice) {
    BillValues truth = truthOf(invoice);
    truth["specification"] = "urn:ferd:invoice:1.0:extended";
    truth.remove("tax_currency");
    truth.remove("tax_in_tax_currency");
    return truth;
}

}  // namespace floe::test
