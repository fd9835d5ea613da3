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

/// As the XML has it: for the quantity that the price is for.
QString priceOf(const BillValues& line, const char* forMany, const char* forOne) {
    return line.value(forMany, line.value(forOne));
}

QString scheme(const QString& id) {
    return id.isEmpty() ? QString() : QString("schemeID=\"%1\"").arg(id);
}

QString ciiDate(const QString& name, const QString& iso) {
    return in(name, el("udt:DateTimeString", QString(iso).remove('-'), "format=\"102\""));
}

// --- what CII and ZUGFeRD 1 have in common ---

/// An identifier with a scheme is another element.
QString ciiId(const QString& id, const QString& itsScheme) {
    return itsScheme.isEmpty() ? el("ram:ID", id) : el("ram:GlobalID", id, scheme(itsScheme));
}

QString ciiAddress(const Address& a) {
    return in("ram:PostalTradeAddress", el("ram:PostcodeCode", a.postcode) + el("ram:LineOne", a.street) +
                                            el("ram:LineTwo", a.more) + el("ram:CityName", a.city) +
                                            el("ram:CountryID", a.country) +
                                            el("ram:CountrySubDivisionName", a.region));
}

QString ciiSmallParty(const BillValues& f, const Address& a, const QString& role) {
    const auto get = [&](const char* member) { return f.value(role + '.' + member); };
    QString party = el("ram:Name", get("name")) + in("ram:SpecifiedLegalOrganization", el("ram:ID", get("legal_id")));
    if (role == "seller") {
        party += in("ram:PostalTradeAddress", el("ram:CountryID", a.country));
        for (const auto& [kind, member] : {std::pair{"FC", "tax_id"}, std::pair{"VA", "vat_id"}})
            party += in("ram:SpecifiedTaxRegistration", el("ram:ID", get(member), scheme(kind)));
    }
    return in(role == "seller" ? "ram:SellerTradeParty" : "ram:BuyerTradeParty", party);
}

QString ciiParty(const QString& element, const InvoiceFacts& invoice, const Address& a, const QString& role) {
    const BillValues& f = invoice.header;
    const auto get = [&](const char* member) { return f.value(role + '.' + member); };
    QString party = role == "buyer"      ? ciiId(f["customer_number"], f["customer_number_scheme"])
                    : role == "delivery" ? ciiId(get("location_id"), get("location_id_scheme"))
                                         : ciiId(get("id"), get("id_scheme"));
    if (role == "seller")
        for (const BillValues& id : invoice.of("further_seller_ids")) party += ciiId(id["id"], id["scheme"]);
    party += el("ram:Name", get("name")) + el("ram:Description", get("legal_form"));
    party += in("ram:SpecifiedLegalOrganization", el("ram:ID", get("legal_id"), scheme(get("legal_id_scheme"))) +
                                                      el("ram:TradingBusinessName", get("trading_name")));
    party += in("ram:DefinedTradeContact",
                el("ram:PersonName", get("contact_name")) +
                    in("ram:TelephoneUniversalCommunication", el("ram:CompleteNumber", get("phone"))) +
                    in("ram:EmailURIUniversalCommunication", el("ram:URIID", get("email"))));
    party += ciiAddress(a) + in("ram:URIUniversalCommunication",
                                el("ram:URIID", get("electronic_address"), scheme(get("electronic_address_scheme"))));
    for (const auto& [kind, member] : {std::pair{"FC", "tax_id"}, std::pair{"VA", "vat_id"}})
        party += in("ram:SpecifiedTaxRegistration", el("ram:ID", get(member), scheme(kind)));
    return in(element, party);
}

QString ciiMeans(const InvoiceFacts& invoice) {
    const BillValues& f = invoice.header;
    const auto means = [&](const QString& first, const QString& iban, const QString& holder, const QString& bic) {
        return in(
            "ram:SpecifiedTradeSettlementPaymentMeans",
            el("ram:TypeCode", f["payment.means_code"]) + el("ram:Information", f["payment.means"]) + first +
                in("ram:PayeePartyCreditorFinancialAccount", el("ram:IBANID", iban) + el("ram:AccountName", holder)) +
                in("ram:PayeeSpecifiedCreditorFinancialInstitution", el("ram:BICID", bic)));
    };
    const QString card =
        in("ram:ApplicableTradeSettlementFinancialCard",
           el("ram:ID", f["payment.card_number"]) + el("ram:CardholderName", f["payment.card_holder"]));
    const QString debited = in("ram:PayerPartyDebtorFinancialAccount", el("ram:IBANID", f["payment.debited_account"]));
    QString all = means(card + debited, f["payment.iban"], f["payment.account_name"], f["payment.bic"]);
    for (const BillValues& one : invoice.of("further_accounts"))
        all += means({}, one["iban"], one["account_name"], one["bic"]);
    return all;
}

QString ciiReductions(const QVector<BillValues>& items, bool charge, const QString& percent) {
    QString all;
    for (const BillValues& one : items) {
        const QString tax =
            one.contains("tax_category")
                ? el("ram:TypeCode", "VAT") + el("ram:CategoryCode", one["tax_category"]) + el(percent, one["tax_rate"])
                : QString();
        all += in("ram:SpecifiedTradeAllowanceCharge",
                  in("ram:ChargeIndicator", el("udt:Indicator", charge ? "true" : "false")) +
                      el("ram:CalculationPercent", one["percent"]) + el("ram:BasisAmount", one["base"]) +
                      el("ram:ActualAmount", one["amount"]) + el("ram:ReasonCode", one["reason_code"]) +
                      el("ram:Reason", one["reason"]) + in("ram:CategoryTradeTax", tax));
    }
    return all;
}

QString ciiTaxes(const InvoiceFacts& invoice, const QString& percent) {
    QString all;
    for (const BillValues& tax : invoice.taxes)
        all += in("ram:ApplicableTradeTax",
                  el("ram:CalculatedAmount", tax["amount"]) + el("ram:TypeCode", "VAT") +
                      el("ram:ExemptionReason", tax["exemption_reason"]) + el("ram:BasisAmount", tax["base"]) +
                      el("ram:CategoryCode", tax["category"]) + el("ram:ExemptionReasonCode", tax["exemption_code"]) +
                      in("ram:TaxPointDate", el("udt:DateString", QString(invoice.header["tax_date"]).remove('-'))) +
                      el("ram:DueDateTypeCode", invoice.header["tax_date_code"] == "35" ? "29" : "") +
                      el(percent, tax["rate"]));
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
    if (otherCurrency)
        sums += el("ram:TaxTotalAmount", f["tax_in_tax_currency"], QString("currencyID=\"%1\"").arg(f["tax_currency"]));
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

QString ciiProduct(const BillValues& line) {
    QString product = el("ram:GlobalID", line["standard_item_code"], scheme(line["standard_item_code_scheme"])) +
                      el("ram:SellerAssignedID", line["item_code"]) +
                      el("ram:BuyerAssignedID", line["buyer_item_code"]) + el("ram:Name", line["description"]) +
                      el("ram:Description", line["details"]);
    for (const BillValues& one : within(line, "attributes"))
        product += in("ram:ApplicableProductCharacteristic",
                      el("ram:Description", one["name"]) + el("ram:Value", one["value"]));
    for (const BillValues& one : within(line, "classifications"))
        product += in("ram:DesignatedProductClassification",
                      el("ram:ClassCode", one["code"],
                         QString("listID=\"%1\" listVersionID=\"%2\"").arg(one["scheme"], one["version"])));
    return in("ram:SpecifiedTradeProduct",
              product + in("ram:OriginTradeCountry", el("ram:ID", line["origin_country"])));
}

QString ciiPrices(const BillValues& line) {
    const QString base =
        el("ram:BasisQuantity", line["price_quantity"], QString("unitCode=\"%1\"").arg(line["price_unit"]));
    const QString discount = priceOf(line, "xml_discount", "price_discount");
    const QString less =
        discount.isEmpty()
            ? QString()
            : in("ram:AppliedTradeAllowanceCharge",
                 in("ram:ChargeIndicator", el("udt:Indicator", "false")) + el("ram:ActualAmount", discount));
    const QString gross = el("ram:ChargeAmount", priceOf(line, "xml_gross", "gross_price"));
    return (gross.isEmpty() ? QString() : in("ram:GrossPriceProductTradePrice", gross + base + less)) +
           in("ram:NetPriceProductTradePrice", el("ram:ChargeAmount", priceOf(line, "xml_price", "unit_price")) + base);
}

/// In the profile EXTENDED, a line that is only the head of a group stands before the first.
QString ciiLine(const BillValues& line, int number, const QString& group = {}) {
    const QString object = line.contains("object_id")
                               ? in("ram:AdditionalReferencedDocument",
                                    el("ram:IssuerAssignedID", line["object_id"]) + el("ram:TypeCode", "130") +
                                        el("ram:ReferenceTypeCode", line["object_id_scheme"]))
                               : QString();
    const QString percent = "ram:RateApplicablePercent";
    return in(
        "ram:IncludedSupplyChainTradeLineItem",
        in("ram:AssociatedDocumentLineDocument", el("ram:LineID", line.value("line_id", QString::number(number))) +
                                                     el("ram:LineStatusReasonCode", group) +
                                                     in("ram:IncludedNote", el("ram:Content", line["note"]))) +
            ciiProduct(line) +
            in("ram:SpecifiedLineTradeAgreement",
               in("ram:BuyerOrderReferencedDocument", el("ram:LineID", line["order_line"])) + ciiPrices(line)) +
            in("ram:SpecifiedLineTradeDelivery",
               el("ram:BilledQuantity", line["quantity"], QString("unitCode=\"%1\"").arg(line["unit"]))) +
            in("ram:SpecifiedLineTradeSettlement",
               in("ram:ApplicableTradeTax", el("ram:TypeCode", "VAT") + el("ram:CategoryCode", line["tax_category"]) +
                                                el(percent, line["tax_rate"])) +
                   in("ram:BillingSpecifiedPeriod", ciiDate("ram:StartDateTime", line["period_start"]) +
                                                        ciiDate("ram:EndDateTime", line["period_end"])) +
                   ciiReductions(within(line, "allowances"), false, percent) +
                   ciiReductions(within(line, "charges"), true, percent) +
                   in("ram:SpecifiedTradeSettlementLineMonetarySummation", el("ram:LineTotalAmount", line["amount"])) +
                   object +
                   in("ram:ReceivableSpecifiedTradeAccountingAccount", el("ram:ID", line["accounting_reference"]))));
}

QString ciiReference(const QString& element, const QString& number, bool old, const QString& more = {}) {
    return number.isEmpty() ? QString() : in(element, el(old ? "ram:ID" : "ram:IssuerAssignedID", number) + more);
}

/// Documents that are attached or named; `type` says what each is to the bill.
QString ciiDocument(const QString& number, const char* type, const QString& more) {
    return ciiReference("ram:AdditionalReferencedDocument", number, false, el("ram:TypeCode", type) + more);
}

QString ciiAgreement(const InvoiceFacts& invoice, bool old) {
    const BillValues& f = invoice.header;
    QString all =
        el("ram:BuyerReference", f["buyer_reference"]) +
        ciiParty("ram:SellerTradeParty", invoice, invoice.seller, "seller") +
        ciiParty("ram:BuyerTradeParty", invoice, invoice.buyer, "buyer") +
        ciiParty("ram:SellerTaxRepresentativeTradeParty", invoice, invoice.representative, "tax_representative") +
        ciiReference("ram:SellerOrderReferencedDocument", f["sales_order_number"], false) +
        ciiReference("ram:BuyerOrderReferencedDocument", f["order_number"], old) +
        ciiReference("ram:ContractReferencedDocument", f["contract_number"], old) + ciiDocument(f["tender"], "50", {}) +
        ciiDocument(f["object_id"], "130", el("ram:ReferenceTypeCode", f["object_id_scheme"]));
    for (const BillValues& one : invoice.of("documents"))
        all += ciiDocument(
            one["reference"], "916",
            el("ram:URIID", one["url"]) + el("ram:Name", one["description"]) +
                (one["file_name"].isEmpty()
                     ? QString()
                     : el("ram:AttachmentBinaryObject", "QQ==", QString("filename=\"%1\"").arg(one["file_name"]))));
    return all + in("ram:SpecifiedProcuringProject", el("ram:ID", f["project_number"]) + el("ram:Name", "Project"));
}

QString ciiDelivery(const InvoiceFacts& invoice, bool old) {
    const BillValues& f = invoice.header;
    return ciiParty("ram:ShipToTradeParty", invoice, invoice.delivery, "delivery") +
           in("ram:ActualDeliverySupplyChainEvent", ciiDate("ram:OccurrenceDateTime", f["delivery_date"])) +
           ciiReference(old ? "ram:DeliveryNoteReferencedDocument" : "ram:DespatchAdviceReferencedDocument",
                        f["despatch_advice"], old) +
           ciiReference("ram:ReceivingAdviceReferencedDocument", f["receiving_advice"], false);
}

QString ciiSettlement(const InvoiceFacts& invoice, bool old) {
    const BillValues& f = invoice.header;
    const QString percent = "ram:RateApplicablePercent";
    const auto preceding = [old](const QString& number, const QString& date) {
        return ciiReference(
            "ram:InvoiceReferencedDocument", number, old,
            old ? el("ram:IssueDateTime", date + "T00:00:00")
                : in("ram:FormattedIssueDateTime", el("qdt:DateTimeString", QString(date).remove('-'))));
    };
    QString all = el("ram:CreditorReferenceID", f["payment.creditor_id"]) +
                  el("ram:PaymentReference", f["payment.reference"]) +
                  (old ? QString() : el("ram:TaxCurrencyCode", f["tax_currency"])) +
                  el("ram:InvoiceCurrencyCode", f["currency"]) + ciiParty("ram:PayeeTradeParty", invoice, {}, "payee") +
                  ciiMeans(invoice) + ciiTaxes(invoice, percent) +
                  in("ram:BillingSpecifiedPeriod",
                     ciiDate("ram:StartDateTime", f["period_start"]) + ciiDate("ram:EndDateTime", f["period_end"])) +
                  ciiReductions(invoice.of("document_allowances"), false, percent) +
                  ciiReductions(invoice.of("document_charges"), true, percent) +
                  in("ram:SpecifiedTradePaymentTerms", el("ram:Description", f["payment.terms"]) +
                                                           ciiDate("ram:DueDateDateTime", f["due_date"]) +
                                                           el("ram:DirectDebitMandateID", f["payment.mandate"]));
    all += ciiSums(
        old ? "ram:SpecifiedTradeSettlementMonetarySummation" : "ram:SpecifiedTradeSettlementHeaderMonetarySummation",
        f, false, !old);
    all += preceding(f["preceding_invoice"], f["preceding_invoice_date"]);
    for (const BillValues& one : invoice.of("further_preceding_invoices")) all += preceding(one["number"], one["date"]);
    return all + in("ram:ReceivableSpecifiedTradeAccountingAccount", el("ram:ID", f["accounting_reference"]));
}

QString ciiHead(const InvoiceFacts& invoice, const QString& profile, bool small, bool old) {
    const BillValues& f = invoice.header;
    QString notes;
    for (const BillValues& note : invoice.of("notes"))
        if (!small)
            notes += in("ram:IncludedNote", el("ram:Content", note["text"]) + el("ram:SubjectCode", note["subject"]));
    const QString process =
        small ? QString() : in("ram:BusinessProcessSpecifiedDocumentContextParameter", el("ram:ID", f["process"]));
    return in(old ? "rsm:SpecifiedExchangedDocumentContext" : "rsm:ExchangedDocumentContext",
              process + in("ram:GuidelineSpecifiedDocumentContextParameter", el("ram:ID", profile))) +
           in(old ? "rsm:HeaderExchangedDocument" : "rsm:ExchangedDocument",
              el("ram:ID", f["number"]) + el("ram:TypeCode", f["type_code"]) +
                  ciiDate("ram:IssueDateTime", f["issue_date"]) + notes);
}

QByteArray document(const QString& root, const QString& spaces, const QString& inner) {
    return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- made up -->\n<" + root + ' ' + spaces + '>' + inner +
            "</" + root + ">\n")
        .toUtf8();
}

}  // namespace

QByteArray ciiXml(const InvoiceFacts& invoice, Profile profile) {
    const BillValues& f = invoice.header;
    const bool small = profile == Profile::Minimum, lines = !small && profile != Profile::BasicWl;
    QString items;
    if (profile == Profile::Extended) items += ciiLine({{"description", "Seilerei"}, {"amount", "910.05"}}, 9, "GROUP");
    for (int i = 0; lines && i < invoice.lines.size(); ++i)
        items += ciiLine(invoice.lines[i], i + 1, profile == Profile::Extended ? "DETAIL" : "");
    const QString agreement =
        small ? el("ram:BuyerReference", f["buyer_reference"]) + ciiSmallParty(f, invoice.seller, "seller") +
                    ciiSmallParty(f, invoice.buyer, "buyer") +
                    in("ram:BuyerOrderReferencedDocument", el("ram:IssuerAssignedID", f["order_number"]))
              : ciiAgreement(invoice, false);
    const QString settlement = small
                                   ? el("ram:InvoiceCurrencyCode", f["currency"]) +
                                         ciiSums("ram:SpecifiedTradeSettlementHeaderMonetarySummation", f, true, false)
                                   : ciiSettlement(invoice, false);
    const QString delivery = small ? QString() : ciiDelivery(invoice, false);
    const QString space = "urn:un:unece:uncefact:data:standard:";
    return document(
        "rsm:CrossIndustryInvoice",
        "xmlns:rsm=\"" + space + "CrossIndustryInvoice:100\" xmlns:ram=\"" + space +
            "ReusableAggregateBusinessInformationEntity:100\" xmlns:qdt=\"" + space +
            "QualifiedDataType:100\" xmlns:udt=\"" + space + "UnqualifiedDataType:100\"",
        ciiHead(invoice, guideline(profile), small, false) +
            in("rsm:SupplyChainTradeTransaction", items + in("ram:ApplicableHeaderTradeAgreement", agreement) +
                                                      "<ram:ApplicableHeaderTradeDelivery>" + delivery +
                                                      "</ram:ApplicableHeaderTradeDelivery>" +
                                                      in("ram:ApplicableHeaderTradeSettlement", settlement)));
}

QByteArray zugferd1Xml(const InvoiceFacts& invoice) {
    QString items;
    for (int i = 0; i < invoice.lines.size(); ++i) items += ciiLine(invoice.lines[i], i + 1);
    QString deal = in("ram:ApplicableSupplyChainTradeAgreement", ciiAgreement(invoice, true)) +
                   in("ram:ApplicableSupplyChainTradeDelivery", ciiDelivery(invoice, true)) +
                   in("ram:ApplicableSupplyChainTradeSettlement", ciiSettlement(invoice, true)) + items;
    deal.replace("SpecifiedLineTrade", "SpecifiedSupplyChainTrade")
        .replace("SettlementLineMonetary", "SettlementMonetary")
        .replace("RateApplicablePercent", "ApplicablePercent");
    return document(
        "rsm:CrossIndustryDocument",
        "xmlns:rsm=\"urn:ferd:CrossIndustryDocument:invoice:1p0\" xmlns:ram=\"urn:un:unece:uncefact:data:standard:"
        "ReusableAggregateBusinessInformationEntity:12\" xmlns:udt=\"urn:un:unece:uncefact:data:standard:"
        "UnqualifiedDataType:15\"",
        ciiHead(invoice, "urn:ferd:invoice:1.0:extended", false, true) +
            in("rsm:SpecifiedSupplyChainTradeTransaction", deal));
}

BillValues truthOfCii(const InvoiceFacts& invoice, Profile profile) {
    InvoiceFacts kept = invoice;
    if (profile == Profile::Minimum || profile == Profile::BasicWl) kept.lines.clear();
    BillValues truth = truthOf(kept);
    truth["specification"] = guideline(profile);
    if (profile != Profile::Minimum) return truth;
    static const QStringList names{"seller.name",   "seller.legal_id", "seller.vat_id",  "seller.tax_id", "buyer.name",
                                   "number",        "issue_date",      "currency",       "net",           "tax",
                                   "total",         "amount_due",      "kind",           "order_number",  "type_code",
                                   "specification", "buyer.legal_id",  "buyer_reference"};
    BillValues least;
    for (const QString& name : names) least[name] = truth[name];
    least["seller.address"] = invoice.seller.country;
    return least;
}

}  // namespace floe::test
