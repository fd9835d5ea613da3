// UBL from the facts of e_invoices.h.
#include "support/e_invoices.h"

namespace floe::test {

namespace {

QString el(const QString& name, const QString& text, const QString& attributes = {}) {
    if (text.isEmpty()) return {};
    return '<' + name + (attributes.isEmpty() ? "" : ' ' + attributes) + '>' + text.toHtmlEscaped() + "</" + name + '>';
}

QString in(const QString& name, const QString& inner) {
    return inner.isEmpty() ? QString() : '<' + name + '>' + inner + "</" + name + '>';
}

QString attribute(const char* name, const QString& value) {
    return value.isEmpty() ? QString() : QString("%1=\"%2\"").arg(name, value);
}

QString ublScheme(const QString& id, const char* scheme) {
    if (id.isEmpty()) return {};
    return in("cac:PartyTaxScheme", el("cbc:CompanyID", id) + in("cac:TaxScheme", el("cbc:ID", scheme)));
}

QString ublId(const QString& id, const QString& scheme) {
    return in("cac:PartyIdentification", el("cbc:ID", id, attribute("schemeID", scheme)));
}

QString ublAddress(const QString& element, const Address& a) {
    return in(element, el("cbc:StreetName", a.street) + el("cbc:AdditionalStreetName", a.more) +
                           el("cbc:CityName", a.city) + el("cbc:PostalZone", a.postcode) +
                           el("cbc:CountrySubentity", a.region) +
                           in("cac:Country", el("cbc:IdentificationCode", a.country)));
}

QString ublParty(const InvoiceFacts& invoice, const Address& a, const QString& role) {
    const BillValues& f = invoice.header;
    const auto get = [&](const char* member) { return f.value(role + '.' + member); };
    QString ids;
    if (role == "seller") {
        ids = ublId(f["payment.creditor_id"], "SEPA") + ublId(get("id"), get("id_scheme"));
        for (const BillValues& id : invoice.of("further_seller_ids")) ids += ublId(id["id"], id["scheme"]);
    } else {
        ids = ublId(f["customer_number"], f["customer_number_scheme"]);
    }
    return in(
        role == "seller" ? "cac:AccountingSupplierParty" : "cac:AccountingCustomerParty",
        in("cac:Party",
           el("cbc:EndpointID", get("electronic_address"), attribute("schemeID", get("electronic_address_scheme"))) +
               ids + in("cac:PartyName", el("cbc:Name", get("trading_name"))) + ublAddress("cac:PostalAddress", a) +
               ublScheme(get("vat_id"), "VAT") + ublScheme(get("tax_id"), "FC") +
               in("cac:PartyLegalEntity",
                  el("cbc:RegistrationName", get("name")) +
                      el("cbc:CompanyID", get("legal_id"), attribute("schemeID", get("legal_id_scheme"))) +
                      el("cbc:CompanyLegalForm", get("legal_form"))) +
               in("cac:Contact", el("cbc:Name", get("contact_name")) + el("cbc:Telephone", get("phone")) +
                                     el("cbc:ElectronicMail", get("email")))));
}

QString ublOthers(const InvoiceFacts& invoice) {
    const BillValues& f = invoice.header;
    return in("cac:PayeeParty",
              ublId(f["payee.id"], f["payee.id_scheme"]) + in("cac:PartyName", el("cbc:Name", f["payee.name"])) +
                  in("cac:PartyLegalEntity",
                     el("cbc:CompanyID", f["payee.legal_id"], attribute("schemeID", f["payee.legal_id_scheme"])))) +
           in("cac:TaxRepresentativeParty", in("cac:PartyName", el("cbc:Name", f["tax_representative.name"])) +
                                                ublAddress("cac:PostalAddress", invoice.representative) +
                                                ublScheme(f["tax_representative.vat_id"], "VAT")) +
           in("cac:Delivery",
              el("cbc:ActualDeliveryDate", f["delivery_date"]) +
                  in("cac:DeliveryLocation",
                     el("cbc:ID", f["delivery.location_id"], attribute("schemeID", f["delivery.location_id_scheme"])) +
                         ublAddress("cac:Address", invoice.delivery)) +
                  in("cac:DeliveryParty", in("cac:PartyName", el("cbc:Name", f["delivery.name"]))));
}

QString ublMeans(const InvoiceFacts& invoice) {
    const BillValues& f = invoice.header;
    const auto means = [&](const BillValues& account, const QString& before, const QString& after) {
        return in("cac:PaymentMeans",
                  el("cbc:PaymentMeansCode", f["payment.means_code"], attribute("name", f["payment.means"])) +
                      (invoice.credit ? el("cbc:PaymentDueDate", f["due_date"]) : QString()) +
                      el("cbc:PaymentID", f["payment.reference"]) + before +
                      in("cac:PayeeFinancialAccount",
                         el("cbc:ID", account["iban"]) + el("cbc:Name", account["account_name"]) +
                             in("cac:FinancialInstitutionBranch", el("cbc:ID", account["bic"]))) +
                      after);
    };
    const QString card =
        in("cac:CardAccount", el("cbc:PrimaryAccountNumberID", f["payment.card_number"]) + el("cbc:NetworkID", "VISA") +
                                  el("cbc:HolderName", f["payment.card_holder"]));
    const QString mandate =
        in("cac:PaymentMandate", el("cbc:ID", f["payment.mandate"]) +
                                     in("cac:PayerFinancialAccount", el("cbc:ID", f["payment.debited_account"])));
    QString all =
        means({{"iban", f["payment.iban"]}, {"bic", f["payment.bic"]}, {"account_name", f["payment.account_name"]}},
              card, mandate);
    for (const BillValues& one : invoice.of("further_accounts")) all += means(one, {}, {});
    return all;
}

QString ublCategory(const QString& name, const QString& category, const QString& rate, const BillValues& tax = {}) {
    return in(name, el("cbc:ID", category) + el("cbc:Percent", rate) +
                        el("cbc:TaxExemptionReasonCode", tax["exemption_code"]) +
                        el("cbc:TaxExemptionReason", tax["exemption_reason"]) +
                        in("cac:TaxScheme", el("cbc:ID", "VAT")));
}

QString ublReductions(const QVector<BillValues>& items, bool charge, const QString& money) {
    QString all;
    for (const BillValues& one : items)
        all +=
            in("cac:AllowanceCharge",
               el("cbc:ChargeIndicator", charge ? "true" : "false") +
                   el("cbc:AllowanceChargeReasonCode", one["reason_code"]) +
                   el("cbc:AllowanceChargeReason", one["reason"]) + el("cbc:MultiplierFactorNumeric", one["percent"]) +
                   el("cbc:Amount", one["amount"], money) + el("cbc:BaseAmount", one["base"], money) +
                   (one.contains("tax_category") ? ublCategory("cac:TaxCategory", one["tax_category"], one["tax_rate"])
                                                 : QString()));
    return all;
}

QString ublItem(const BillValues& line) {
    QString item = el("cbc:Description", line["details"]) + el("cbc:Name", line["description"]) +
                   in("cac:BuyersItemIdentification", el("cbc:ID", line["buyer_item_code"])) +
                   in("cac:SellersItemIdentification", el("cbc:ID", line["item_code"])) +
                   in("cac:StandardItemIdentification", el("cbc:ID", line["standard_item_code"],
                                                           attribute("schemeID", line["standard_item_code_scheme"]))) +
                   in("cac:OriginCountry", el("cbc:IdentificationCode", line["origin_country"]));
    for (const BillValues& one : within(line, "classifications"))
        item += in("cac:CommodityClassification",
                   el("cbc:ItemClassificationCode", one["code"],
                      attribute("listID", one["scheme"]) + ' ' + attribute("listVersionID", one["version"])));
    item += ublCategory("cac:ClassifiedTaxCategory", line["tax_category"], line["tax_rate"]);
    for (const BillValues& one : within(line, "attributes"))
        item += in("cac:AdditionalItemProperty", el("cbc:Name", one["name"]) + el("cbc:Value", one["value"]));
    return in("cac:Item", item);
}

QString ublPrice(const BillValues& line, const QString& money) {
    const QString discount = line.value("xml_discount", line["price_discount"]);
    return in(
        "cac:Price",
        el("cbc:PriceAmount", line.value("xml_price", line["unit_price"]), money) +
            el("cbc:BaseQuantity", line["price_quantity"], attribute("unitCode", line["price_unit"])) +
            (discount.isEmpty() ? QString()
                                : in("cac:AllowanceCharge",
                                     el("cbc:ChargeIndicator", "false") + el("cbc:Amount", discount, money) +
                                         el("cbc:BaseAmount", line.value("xml_gross", line["gross_price"]), money))));
}

QString ublLine(const BillValues& line, bool credit, const QString& money) {
    const QString object = el("cbc:ID", line["object_id"], attribute("schemeID", line["object_id_scheme"]));
    return in(
        credit ? "cac:CreditNoteLine" : "cac:InvoiceLine",
        el("cbc:ID", line["line_id"]) + el("cbc:Note", line["note"]) +
            el(credit ? "cbc:CreditedQuantity" : "cbc:InvoicedQuantity", line["quantity"],
               QString("unitCode=\"%1\"").arg(line["unit"])) +
            el("cbc:LineExtensionAmount", line["amount"], money) +
            el("cbc:AccountingCost", line["accounting_reference"]) +
            in("cac:InvoicePeriod", el("cbc:StartDate", line["period_start"]) + el("cbc:EndDate", line["period_end"])) +
            in("cac:OrderLineReference", el("cbc:LineID", line["order_line"])) +
            (object.isEmpty() ? QString() : in("cac:DocumentReference", object + el("cbc:DocumentTypeCode", "130"))) +
            ublReductions(within(line, "allowances"), false, money) +
            ublReductions(within(line, "charges"), true, money) + ublItem(line) + ublPrice(line, money));
}

QString ublReferences(const InvoiceFacts& invoice) {
    const BillValues& f = invoice.header;
    const auto preceding = [](const QString& number, const QString& date) {
        return in("cac:BillingReference",
                  in("cac:InvoiceDocumentReference", el("cbc:ID", number) + el("cbc:IssueDate", date)));
    };
    const auto document = [](const QString& id, const QString& more) {
        return in("cac:AdditionalDocumentReference", id + more);
    };
    QString all =
        in("cac:OrderReference", el("cbc:ID", f["order_number"]) + el("cbc:SalesOrderID", f["sales_order_number"])) +
        preceding(f["preceding_invoice"], f["preceding_invoice_date"]);
    for (const BillValues& one : invoice.of("further_preceding_invoices")) all += preceding(one["number"], one["date"]);
    all += in("cac:DespatchDocumentReference", el("cbc:ID", f["despatch_advice"])) +
           in("cac:ReceiptDocumentReference", el("cbc:ID", f["receiving_advice"])) +
           in("cac:OriginatorDocumentReference", el("cbc:ID", f["tender"])) +
           in("cac:ContractDocumentReference", el("cbc:ID", f["contract_number"])) +
           document(el("cbc:ID", f["object_id"], attribute("schemeID", f["object_id_scheme"])),
                    el("cbc:DocumentTypeCode", "130"));
    for (const BillValues& one : invoice.of("documents"))
        all += document(el("cbc:ID", one["reference"]),
                        el("cbc:DocumentDescription", one["description"]) +
                            in("cac:Attachment",
                               (one["file_name"].isEmpty() ? QString()
                                                           : el("cbc:EmbeddedDocumentBinaryObject",
                                                                "QQ==", attribute("filename", one["file_name"]))) +
                                   in("cac:ExternalReference", el("cbc:URI", one["url"]))));
    return all + (invoice.credit ? document(el("cbc:ID", f["project_number"]), el("cbc:DocumentTypeCode", "50"))
                                 : in("cac:ProjectReference", el("cbc:ID", f["project_number"])));
}

QString ublHead(const InvoiceFacts& invoice) {
    const BillValues& f = invoice.header;
    QString head = el("cbc:CustomizationID", f["specification"]) + el("cbc:ProfileID", f["process"]) +
                   el("cbc:ID", f["number"]) + el("cbc:IssueDate", f["issue_date"]);
    if (!invoice.credit) head += el("cbc:DueDate", f["due_date"] + "+01:00");
    head += el(invoice.credit ? "cbc:CreditNoteTypeCode" : "cbc:InvoiceTypeCode", f["type_code"]);
    for (const BillValues& note : invoice.of("notes"))
        head += el("cbc:Note",
                   note.contains("subject") ? '#' + note["subject"] + '#' + note["text"] : QString(note["text"]));
    return head + el("cbc:TaxPointDate", f["tax_date"]) + el("cbc:DocumentCurrencyCode", f["currency"]) +
           el("cbc:TaxCurrencyCode", f["tax_currency"]) + el("cbc:AccountingCost", f["accounting_reference"]) +
           el("cbc:BuyerReference", f["buyer_reference"]) +
           in("cac:InvoicePeriod", el("cbc:StartDate", f["period_start"]) + el("cbc:EndDate", f["period_end"]) +
                                       el("cbc:DescriptionCode", f["tax_date_code"]));
}

QString ublSums(const InvoiceFacts& invoice, const QString& money) {
    const BillValues& f = invoice.header;
    QString taxes = el("cbc:TaxAmount", f["tax"], money);
    for (const BillValues& tax : invoice.taxes)
        taxes += in("cac:TaxSubtotal", el("cbc:TaxableAmount", tax["base"], money) +
                                           el("cbc:TaxAmount", tax["amount"], money) +
                                           ublCategory("cac:TaxCategory", tax["category"], tax["rate"], tax));
    const QString other =
        el("cbc:TaxAmount", f["tax_in_tax_currency"], QString("currencyID=\"%1\"").arg(f["tax_currency"]));
    return ublReductions(invoice.of("document_allowances"), false, money) +
           ublReductions(invoice.of("document_charges"), true, money) + in("cac:TaxTotal", other) +
           in("cac:TaxTotal", taxes) +
           in("cac:LegalMonetaryTotal",
              el("cbc:LineExtensionAmount", f["lines_total"], money) + el("cbc:TaxExclusiveAmount", f["net"], money) +
                  el("cbc:TaxInclusiveAmount", f["total"], money) +
                  el("cbc:AllowanceTotalAmount", f["allowances"], money) +
                  el("cbc:ChargeTotalAmount", f["charges"], money) + el("cbc:PrepaidAmount", f["paid"], money) +
                  el("cbc:PayableRoundingAmount", f["rounding"], money) +
                  el("cbc:PayableAmount", f["amount_due"], money));
}

}  // namespace

QByteArray ublXml(const InvoiceFacts& invoice) {
    const BillValues& f = invoice.header;
    const QString root = invoice.credit ? "CreditNote" : "Invoice";
    const QString money = QString("currencyID=\"%1\"").arg(f["currency"]);
    QString body = ublHead(invoice) + ublReferences(invoice) + ublParty(invoice, invoice.seller, "seller") +
                   ublParty(invoice, invoice.buyer, "buyer") + ublOthers(invoice) + ublMeans(invoice) +
                   in("cac:PaymentTerms", el("cbc:Note", f["payment.terms"])) + ublSums(invoice, money);
    for (const BillValues& line : invoice.lines) body += ublLine(line, invoice.credit, money);
    const QString space = "urn:oasis:names:specification:ubl:schema:xsd:";
    return ("<?xml version=\"1.0\"?>\n<" + root + " xmlns=\"" + space + root + "-2\" xmlns:cac=\"" + space +
            "CommonAggregateComponents-2\" xmlns:cbc=\"" + space + "CommonBasicComponents-2\">" + body + "</" + root +
            ">\n")
        .toUtf8();
}

}  // namespace floe::test
