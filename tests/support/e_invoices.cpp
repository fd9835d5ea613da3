#include "support/e_invoices.h"

#include <QStringList>

namespace floe::test {

namespace {

QString escaped(const QString& text) {
    return text.toHtmlEscaped();
}

/// An element with its text; nothing where there is none.
QString el(const QString& name, const QString& text, const QString& attributes = {}) {
    if (text.isEmpty()) return {};
    return '<' + name + (attributes.isEmpty() ? "" : ' ' + attributes) + '>' + escaped(text) + "</" + name + '>';
}

/// An element around others; nothing where they are nothing.
QString in(const QString& name, const QString& inner) {
    return inner.isEmpty() ? QString() : '<' + name + '>' + inner + "</" + name + '>';
}

QString priceOf(const BillValues& line) {
    return line.contains("xml_price") ? line["xml_price"] : line["unit_price"];
}

QString ciiDate(const QString& name, const QString& iso) {
    return in(name, el("udt:DateTimeString", QString(iso).remove('-'), "format=\"102\""));
}

// --- what CII and ZUGFeRD 1 have in common ---

QString ciiParty(const BillValues& f, const Address& a, const QString& role, bool small) {
    const auto get = [&](const char* member) { return f.value(role + '.' + member); };
    const QString address = small ? el("ram:CountryID", a.country)
                                  : el("ram:PostcodeCode", a.postcode) + el("ram:LineOne", a.street) +
                                        el("ram:LineTwo", a.more) + el("ram:CityName", a.city) +
                                        el("ram:CountryID", a.country) + el("ram:CountrySubDivisionName", a.region);
    QString party = role == "buyer" && !small ? el("ram:ID", f.value("customer_number")) : QString();
    party += el("ram:Name", get("name"));
    party += in("ram:SpecifiedLegalOrganization",
                el("ram:ID", get("legal_id")) + (small ? "" : el("ram:TradingBusinessName", get("trading_name"))));
    if (!small)
        party += in("ram:DefinedTradeContact",
                    in("ram:TelephoneUniversalCommunication", el("ram:CompleteNumber", get("phone"))) +
                        in("ram:EmailURIUniversalCommunication", el("ram:URIID", get("email"))));
    if (!small || role == "seller") party += in("ram:PostalTradeAddress", address);
    if (!small || role == "seller")
        for (const auto& [scheme, member] : {std::pair{"FC", "tax_id"}, std::pair{"VA", "vat_id"}})
            party +=
                in("ram:SpecifiedTaxRegistration", el("ram:ID", get(member), QString("schemeID=\"%1\"").arg(scheme)));
    return in(role == "seller" ? "ram:SellerTradeParty" : "ram:BuyerTradeParty", party);
}

QString ciiMeans(const BillValues& f) {
    return in("ram:SpecifiedTradeSettlementPaymentMeans",
              el("ram:TypeCode", "58") +
                  in("ram:PayeePartyCreditorFinancialAccount", el("ram:IBANID", f["payment.iban"])) +
                  in("ram:PayeeSpecifiedCreditorFinancialInstitution", el("ram:BICID", f["payment.bic"])));
}

QString ciiTaxes(const InvoiceFacts& invoice, const QString& percent) {
    QString all;
    for (const BillValues& tax : invoice.taxes)
        all += in("ram:ApplicableTradeTax", el("ram:CalculatedAmount", tax["amount"]) + el("ram:TypeCode", "VAT") +
                                                el("ram:BasisAmount", tax["base"]) +
                                                el("ram:CategoryCode", tax["category"]) + el(percent, tax["rate"]));
    return all;
}

/// A second tax sum in another currency stands before the one of the document.
QString ciiSums(const QString& name, const BillValues& f, bool small, bool otherCurrency) {
    const QString currency = QString("currencyID=\"%1\"").arg(f["currency"]);
    QString sums;
    if (!small)
        sums += el("ram:LineTotalAmount", f["lines_total"]) + el("ram:ChargeTotalAmount", f["charges"]) +
                el("ram:AllowanceTotalAmount", f["allowances"]);
    sums += el("ram:TaxBasisTotalAmount", f["net"]);
    if (otherCurrency) sums += el("ram:TaxTotalAmount", "777.77", "currencyID=\"CZK\"");
    sums += el("ram:TaxTotalAmount", f["tax"], currency);
    if (!small) sums += el("ram:RoundingAmount", f["rounding"]);
    sums += el("ram:GrandTotalAmount", f["total"]);
    if (!small) sums += el("ram:TotalPrepaidAmount", f["paid"]);
    return in(name, sums + el("ram:DuePayableAmount", f["amount_due"]));
}

QString guideline(Profile profile) {
    switch (profile) {
        case Profile::Minimum:
            return "urn:factur-x.eu:1p0:minimum";
        case Profile::BasicWl:
            return "urn:factur-x.eu:1p0:basicwl";
        case Profile::Basic:
            return "urn:cen.eu:en16931:2017#compliant#urn:factur-x.eu:1p0:basic";
        case Profile::En16931:
            return "urn:cen.eu:en16931:2017";
        case Profile::Extended:
            return "urn:cen.eu:en16931:2017#conformant#urn:factur-x.eu:1p0:extended";
        case Profile::XRechnung:
            return "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0";
    }
    return {};
}

/// In the profile EXTENDED, a line that is only the head of a group stands before the first.
QString ciiLine(const BillValues& line, int number, const QString& group = {}) {
    return in(
        "ram:IncludedSupplyChainTradeLineItem",
        in("ram:AssociatedDocumentLineDocument",
           el("ram:LineID", QString::number(number)) + el("ram:LineStatusReasonCode", group)) +
            in("ram:SpecifiedTradeProduct",
               el("ram:SellerAssignedID", line["item_code"]) + el("ram:Name", line["description"])) +
            in("ram:SpecifiedLineTradeAgreement",
               in("ram:NetPriceProductTradePrice",
                  el("ram:ChargeAmount", priceOf(line)) +
                      el("ram:BasisQuantity", line["price_base"], "unitCode=\"H87\""))) +
            in("ram:SpecifiedLineTradeDelivery",
               el("ram:BilledQuantity", line["quantity"], QString("unitCode=\"%1\"").arg(line["unit"]))) +
            in("ram:SpecifiedLineTradeSettlement",
               in("ram:ApplicableTradeTax", el("ram:TypeCode", "VAT") + el("ram:CategoryCode", line["tax_category"]) +
                                                el("ram:RateApplicablePercent", line["tax_rate"])) +
                   in("ram:SpecifiedTradeSettlementLineMonetarySummation", el("ram:LineTotalAmount", line["amount"]))));
}

QByteArray document(const QString& root, const QString& spaces, const QString& inner) {
    return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- made up -->\n<" + root + ' ' + spaces + '>' + inner +
            "</" + root + ">\n")
        .toUtf8();
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
                      {"price_base", "100"},
                      {"tax_rate", "19.00"},
                      {"tax_category", "S"},
                      {"amount", "910.05"}},
                     {{"description", "Handbuch Knoten"},
                      {"item_code", "B-1"},
                      {"quantity", "4.0"},
                      {"unit", "H87"},
                      {"unit_price", "25.00"},
                      {"tax_rate", "7.00"},
                      {"tax_category", "S"},
                      {"amount", "100.00"}}};
    invoice.taxes = {{{"category", "S"}, {"rate", "19.00"}, {"base", "900.05"}, {"amount", "171.00"}},
                     {{"category", "S"}, {"rate", "7.00"}, {"base", "100.00"}, {"amount", "7.00"}}};
    return invoice;
}

QByteArray ciiXml(const InvoiceFacts& invoice, Profile profile) {
    const BillValues& f = invoice.header;
    const bool small = profile == Profile::Minimum, lines = !small && profile != Profile::BasicWl;
    QString items;
    if (profile == Profile::Extended) items += ciiLine({{"description", "Seilerei"}, {"amount", "910.05"}}, 9, "GROUP");
    for (int i = 0; lines && i < invoice.lines.size(); ++i)
        items += ciiLine(invoice.lines[i], i + 1, profile == Profile::Extended ? "DETAIL" : "");
    QString settlement;
    if (!small) settlement += el("ram:PaymentReference", f["payment.reference"]);
    settlement += el("ram:InvoiceCurrencyCode", f["currency"]);
    if (!small)
        settlement += ciiMeans(f) + ciiTaxes(invoice, "ram:RateApplicablePercent") +
                      in("ram:BillingSpecifiedPeriod", ciiDate("ram:StartDateTime", f["period_start"]) +
                                                           ciiDate("ram:EndDateTime", f["period_end"])) +
                      in("ram:SpecifiedTradePaymentTerms",
                         el("ram:Description", f["payment.terms"]) + ciiDate("ram:DueDateDateTime", f["due_date"]));
    settlement += ciiSums("ram:SpecifiedTradeSettlementHeaderMonetarySummation", f, small, lines);
    if (!small) settlement += in("ram:InvoiceReferencedDocument", el("ram:IssuerAssignedID", f["preceding_invoice"]));
    const QString agreement = el("ram:BuyerReference", f["buyer_reference"]) +
                              ciiParty(f, invoice.seller, "seller", small) +
                              ciiParty(f, invoice.buyer, "buyer", small) +
                              in("ram:BuyerOrderReferencedDocument", el("ram:IssuerAssignedID", f["order_number"]));
    const QString delivery =
        small ? QString()
              : in("ram:ActualDeliverySupplyChainEvent", ciiDate("ram:OccurrenceDateTime", f["delivery_date"]));
    const QString space = "urn:un:unece:uncefact:data:standard:";
    return document(
        "rsm:CrossIndustryInvoice",
        "xmlns:rsm=\"" + space + "CrossIndustryInvoice:100\" xmlns:ram=\"" + space +
            "ReusableAggregateBusinessInformationEntity:100\" xmlns:udt=\"" + space + "UnqualifiedDataType:100\"",
        in("rsm:ExchangedDocumentContext",
           in("ram:GuidelineSpecifiedDocumentContextParameter", el("ram:ID", guideline(profile)))) +
            in("rsm:ExchangedDocument", el("ram:ID", f["number"]) + el("ram:TypeCode", invoice.credit ? "381" : "380") +
                                            ciiDate("ram:IssueDateTime", f["issue_date"])) +
            in("rsm:SupplyChainTradeTransaction", items + in("ram:ApplicableHeaderTradeAgreement", agreement) +
                                                      "<ram:ApplicableHeaderTradeDelivery>" + delivery +
                                                      "</ram:ApplicableHeaderTradeDelivery>" +
                                                      in("ram:ApplicableHeaderTradeSettlement", settlement)));
}

QByteArray zugferd1Xml(const InvoiceFacts& invoice) {
    const BillValues& f = invoice.header;
    QString items;
    for (int i = 0; i < invoice.lines.size(); ++i) {
        QString line = ciiLine(invoice.lines[i], i + 1);
        line.replace("SpecifiedLineTrade", "SpecifiedSupplyChainTrade")
            .replace("SettlementLineMonetary", "SettlementMonetary")
            .replace("RateApplicablePercent", "ApplicablePercent");
        items += line;
    }
    const QString agreement = el("ram:BuyerReference", f["buyer_reference"]) +
                              ciiParty(f, invoice.seller, "seller", false) +
                              ciiParty(f, invoice.buyer, "buyer", false) +
                              in("ram:BuyerOrderReferencedDocument", el("ram:ID", f["order_number"]));
    const QString settlement =
        el("ram:PaymentReference", f["payment.reference"]) + el("ram:InvoiceCurrencyCode", f["currency"]) +
        ciiMeans(f) + ciiTaxes(invoice, "ram:ApplicablePercent") +
        in("ram:BillingSpecifiedPeriod",
           ciiDate("ram:StartDateTime", f["period_start"]) + ciiDate("ram:EndDateTime", f["period_end"])) +
        in("ram:SpecifiedTradePaymentTerms",
           el("ram:Description", f["payment.terms"]) + ciiDate("ram:DueDateDateTime", f["due_date"])) +
        ciiSums("ram:SpecifiedTradeSettlementMonetarySummation", f, false, false) +
        in("ram:InvoiceReferencedDocument", el("ram:ID", f["preceding_invoice"]));
    return document(
        "rsm:CrossIndustryDocument",
        "xmlns:rsm=\"urn:ferd:CrossIndustryDocument:invoice:1p0\" xmlns:ram=\"urn:un:unece:uncefact:data:standard:"
        "ReusableAggregateBusinessInformationEntity:12\" xmlns:udt=\"urn:un:unece:uncefact:data:standard:"
        "UnqualifiedDataType:15\"",
        in("rsm:SpecifiedExchangedDocumentContext",
           in("ram:GuidelineSpecifiedDocumentContextParameter", el("ram:ID", "urn:ferd:invoice:1.0:extended"))) +
            in("rsm:HeaderExchangedDocument", el("ram:ID", f["number"]) + el("ram:Name", "RECHNUNG") +
                                                  el("ram:TypeCode", invoice.credit ? "381" : "380") +
                                                  ciiDate("ram:IssueDateTime", f["issue_date"])) +
            in("rsm:SpecifiedSupplyChainTradeTransaction",
               in("ram:ApplicableSupplyChainTradeAgreement", agreement) +
                   in("ram:ApplicableSupplyChainTradeDelivery",
                      in("ram:ActualDeliverySupplyChainEvent", ciiDate("ram:OccurrenceDateTime", f["delivery_date"]))) +
                   in("ram:ApplicableSupplyChainTradeSettlement", settlement) + items));
}

BillValues truthOf(const InvoiceFacts& invoice) {
    BillValues truth = invoice.header;
    truth["kind"] = invoice.credit ? "credit_note" : "bill";
    truth["seller.address"] = invoice.seller.joined();
    truth["buyer.address"] = invoice.buyer.joined();
    const auto add = [&](const char* list, const QVector<BillValues>& items) {
        for (int i = 0; i < items.size(); ++i)
            for (auto it = items[i].begin(); it != items[i].end(); ++it)
                if (it.key() != "xml_price" && it.key() != "price_base")
                    truth[QString("%1.%2.%3").arg(list).arg(i).arg(it.key())] = it.value();
    };
    add("lines", invoice.lines);
    add("taxes", invoice.taxes);
    return truth;
}

BillValues truthOfCii(const InvoiceFacts& invoice, Profile profile) {
    InvoiceFacts kept = invoice;
    if (profile == Profile::Minimum || profile == Profile::BasicWl) kept.lines.clear();
    BillValues truth = truthOf(kept);
    if (profile != Profile::Minimum) return truth;
    static const QStringList names{
        "seller.name", "seller.legal_id", "seller.vat_id", "seller.tax_id", "buyer.name",
        "number",      "issue_date",      "currency",      "net",           "tax",
        "total",       "amount_due",      "kind",          "order_number",  "buyer_reference"};
    BillValues least;
    for (const QString& name : names) least[name] = truth[name];
    least["seller.address"] = invoice.seller.country;
    return least;
}

}  // namespace floe::test
