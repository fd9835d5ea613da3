// An invoice's head in UBL, in the order of the schema. Lines, allowances and sums: ubl_lines.cpp.
#include "app/extraction/export/ubl.h"

#include "app/extraction/export/en16931.h"

namespace floe::exports {

namespace {

const QString kSpace = "urn:oasis:names:specification:ubl:schema:xsd:";

void putAddress(PathWriter& xml, const QString& to, const QString& address) {
    const AddressParts parts = addressParts(address);
    xml.put(to + "cbc:StreetName", parts.streets.value(0));
    xml.put(to + "cbc:AdditionalStreetName", parts.streets.value(1));
    xml.put(to + "cbc:CityName", parts.city);
    xml.put(to + "cbc:PostalZone", parts.postcode);
    xml.put(to + "cbc:CountrySubentity", parts.region);
    xml.put(to + "cac:AddressLine/cbc:Line", parts.streets.value(2));
    xml.put(to + "cac:Country/cbc:IdentificationCode", parts.country);
}

void putTaxScheme(PathWriter& xml, const QString& party, const QString& id, const char* scheme) {
    if (id.isEmpty()) return;
    xml.put(party + "/cac:PartyTaxScheme/cbc:CompanyID", id);
    xml.put(party + "/cac:PartyTaxScheme/cac:TaxScheme/cbc:ID", scheme);
    xml.open(party);  // the next scheme is an element of its own
}

void putId(PathWriter& xml, const QString& party, const QString& id, const QString& scheme) {
    if (id.isEmpty()) return;
    xml.put(party + "/cac:PartyIdentification/cbc:ID", id, {{"schemeID", scheme}});
    xml.open(party);
}

void putLegalEntity(PathWriter& xml, const QString& party, const BillFacts& bill, const QString& role) {
    xml.putRows(party + "/cac:PartyLegalEntity/", bill.header,
                {{"cbc:RegistrationName", role == "payee" ? QString() : role + ".name"},
                 {"cbc:CompanyID", role + ".legal_id", "schemeID", role + ".legal_id_scheme"},
                 {"cbc:CompanyLegalForm", role + ".legal_form"}});
}

/// Seller and buyer.
void putParty(PathWriter& xml, const BillFacts& bill, const QString& role) {
    const bool sells = role == "seller";
    const QString party = sells ? "cac:AccountingSupplierParty/cac:Party" : "cac:AccountingCustomerParty/cac:Party";
    const ElectronicAddress address = electronicAddress(bill, role);
    xml.put(party + "/cbc:EndpointID", address.address, {{"schemeID", address.scheme}});
    if (sells)
        for (const Values& id : sellerIds(bill)) putId(xml, party, id.value("id"), id.value("scheme"));
    putId(xml, party, sells ? bill["payment.creditor_id"] : bill["customer_number"],
          sells ? "SEPA" : bill["customer_number_scheme"]);
    xml.put(party + "/cac:PartyName/cbc:Name", bill[role + ".trading_name"]);
    putAddress(xml, party + "/cac:PostalAddress/", bill[role + ".address"]);
    putTaxScheme(xml, party, bill[role + ".vat_id"], "VAT");
    putTaxScheme(xml, party, bill[role + ".tax_id"], "FC");
    putLegalEntity(xml, party, bill, role);
    xml.putRows(party + "/cac:Contact/", bill.header,
                {{"cbc:Name", role + ".contact_name"},
                 {"cbc:Telephone", role + ".phone"},
                 {"cbc:ElectronicMail", role + ".email"}});
}

void putOtherParties(PathWriter& xml, const BillFacts& bill) {
    const QString payee = "cac:PayeeParty", representative = "cac:TaxRepresentativeParty";
    putId(xml, payee, bill["payee.id"], bill["payee.id_scheme"]);
    xml.put(payee + "/cac:PartyName/cbc:Name", bill["payee.name"]);
    putLegalEntity(xml, payee, bill, "payee");
    xml.put(representative + "/cac:PartyName/cbc:Name", bill["tax_representative.name"]);
    putAddress(xml, representative + "/cac:PostalAddress/", bill["tax_representative.address"]);
    putTaxScheme(xml, representative, bill["tax_representative.vat_id"], "VAT");
    xml.putRows("cac:Delivery/", bill.header,
                {{"cbc:ActualDeliveryDate", "delivery_date"},
                 {"cac:DeliveryLocation/cbc:ID", "delivery.location_id", "schemeID", "delivery.location_id_scheme"}});
    putAddress(xml, "cac:Delivery/cac:DeliveryLocation/cac:Address/", bill["delivery.address"]);
    xml.put("cac:Delivery/cac:DeliveryParty/cac:PartyName/cbc:Name", bill["delivery.name"]);
}

void putMeans(PathWriter& xml, const BillFacts& bill, const Values& account, bool first) {
    const QString to = "cac:PaymentMeans/";
    xml.fresh();
    xml.put(to + "cbc:PaymentMeansCode", paymentCode(bill), {{"name", first ? bill["payment.means"] : QString()}});
    if (bill.creditNote) xml.put(to + "cbc:PaymentDueDate", bill["due_date"]);  // an invoice says it in its head
    xml.put(to + "cbc:PaymentID", bill["payment.reference"]);
    if (first && !bill["payment.card_number"].isEmpty()) {
        xml.put(to + "cac:CardAccount/cbc:PrimaryAccountNumberID", bill["payment.card_number"]);
        xml.put(to + "cac:CardAccount/cbc:NetworkID", "NA");  // the schema wants one, the standard has none
        xml.put(to + "cac:CardAccount/cbc:HolderName", bill["payment.card_holder"]);
    }
    xml.putRows(to + "cac:PayeeFinancialAccount/", account,
                {{"cbc:ID", "iban"}, {"cbc:Name", "account_name"}, {"cac:FinancialInstitutionBranch/cbc:ID", "bic"}});
    if (first)
        xml.putRows(to + "cac:PaymentMandate/", bill.header,
                    {{"cbc:ID", "payment.mandate"}, {"cac:PayerFinancialAccount/cbc:ID", "payment.debited_account"}});
}

void putPayment(PathWriter& xml, const BillFacts& bill) {
    QVector<Values> all = accounts(bill);
    const QString says = bill["payment.reference"] + bill["payment.means_code"] + bill["payment.means"] +
                         bill["payment.card_number"] + bill["payment.mandate"] + bill["payment.debited_account"] +
                         (bill.creditNote ? bill["due_date"] : QString());
    if (all.isEmpty() && !says.isEmpty()) all.append(Values());
    for (qsizetype i = 0; i < all.size(); ++i) putMeans(xml, bill, all[i], i == 0);
    xml.fresh();
    xml.put("cac:PaymentTerms/cbc:Note", bill["payment.terms"]);
}

void putNotes(PathWriter& xml, const BillFacts& bill) {
    for (const Values& note : bill.lists.value("notes")) {
        const QString subject = note.value("subject");
        xml.put("cbc:Note", (subject.isEmpty() ? QString() : '#' + subject + '#') + note.value("text"));
    }
}

void putDocuments(PathWriter& xml, const BillFacts& bill) {
    const QString to = "cac:AdditionalDocumentReference/";
    const auto put = [&](const QString& id, const QString& scheme, const char* type) {
        if (id.isEmpty()) return;
        xml.fresh();
        xml.put(to + "cbc:ID", id, {{"schemeID", scheme}});
        xml.put(to + "cbc:DocumentTypeCode", type);
    };
    put(bill["object_id"], bill["object_id_scheme"], "130");
    if (bill.creditNote) put(bill["project_number"], {}, "50");
    for (const Values& document : bill.lists.value("documents")) {
        xml.fresh();
        const QString id = document.value("reference");
        xml.put(to + "cbc:ID", id.isEmpty() ? document.value("file_name") : id);
        xml.put(to + "cbc:DocumentDescription", document.value("description"));
        xml.put(to + "cac:Attachment/cac:ExternalReference/cbc:URI", document.value("url"));
    }
}

/// Numbers of other documents; both roots have them in orders of their own.
void putReferences(PathWriter& xml, const BillFacts& bill) {
    const QString order = bill["order_number"], sales = bill["sales_order_number"];
    xml.put("cac:OrderReference/cbc:ID", order.isEmpty() && !sales.isEmpty() ? "NA" : order);  // it must have one
    xml.put("cac:OrderReference/cbc:SalesOrderID", sales);
    for (const Values& one : precedingInvoices(bill)) {
        xml.fresh();
        xml.putRows("cac:BillingReference/cac:InvoiceDocumentReference/", one,
                    {{"cbc:ID", "number"}, {"cbc:IssueDate", "date"}});
    }
    xml.put("cac:DespatchDocumentReference/cbc:ID", bill["despatch_advice"]);
    xml.put("cac:ReceiptDocumentReference/cbc:ID", bill["receiving_advice"]);
    if (!bill.creditNote) xml.put("cac:OriginatorDocumentReference/cbc:ID", bill["tender"]);
    xml.put("cac:ContractDocumentReference/cbc:ID", bill["contract_number"]);
    putDocuments(xml, bill);
    if (bill.creditNote) xml.put("cac:OriginatorDocumentReference/cbc:ID", bill["tender"]);
    if (!bill.creditNote) xml.put("cac:ProjectReference/cbc:ID", bill["project_number"]);
}

void putHead(PathWriter& xml, const BillFacts& bill) {
    xml.put("cbc:CustomizationID", "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0");
    xml.put("cbc:ProfileID", "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0");
    xml.put("cbc:ID", bill["number"]);
    xml.put("cbc:IssueDate", bill["issue_date"]);
    if (bill.creditNote) {
        xml.put("cbc:TaxPointDate", bill["tax_date"]);
        xml.put("cbc:CreditNoteTypeCode", typeCode(bill));
        putNotes(xml, bill);
    } else {
        xml.put("cbc:DueDate", bill["due_date"]);
        xml.put("cbc:InvoiceTypeCode", typeCode(bill));
        putNotes(xml, bill);
        xml.put("cbc:TaxPointDate", bill["tax_date"]);
    }
    xml.putRows({}, bill.header,
                {{"cbc:DocumentCurrencyCode", "currency"},
                 {"cbc:TaxCurrencyCode", "tax_currency"},
                 {"cbc:AccountingCost", "accounting_reference"},
                 {"cbc:BuyerReference", "buyer_reference"},
                 {"cac:InvoicePeriod/cbc:StartDate", "period_start"},
                 {"cac:InvoicePeriod/cbc:EndDate", "period_end"},
                 {"cac:InvoicePeriod/cbc:DescriptionCode", "tax_date_code"}});
}

QStringList missingForPeppol(const BillFacts& bill) {
    QStringList missing;
    if ((bill["buyer_reference"] + bill["order_number"]).isEmpty())
        missing += "for Peppol: buyer reference (BT-10) or order number (BT-13)";
    for (const char* role : {"seller", "buyer"})
        if (electronicAddress(bill, role).address.isEmpty())
            missing +=
                QString("for Peppol: the %1's electronic address (%2)").arg(role, *role == 's' ? "BT-34" : "BT-49");
    return missing;
}

}  // namespace

EInvoiceBytes toUbl(const Extraction& extraction) {
    const BillFacts bill = eInvoiceFacts(extraction);
    const char* root = bill.creditNote ? "CreditNote" : "Invoice";
    PathWriter xml(root, {{"", kSpace + root + "-2"},
                          {"cac", kSpace + "CommonAggregateComponents-2"},
                          {"cbc", kSpace + "CommonBasicComponents-2"}});
    putHead(xml, bill);
    putReferences(xml, bill);
    putParty(xml, bill, "seller");
    putParty(xml, bill, "buyer");
    putOtherParties(xml, bill);
    putPayment(xml, bill);
    ubl::putSums(xml, bill);
    for (int i = 0; i < bill.lines.size(); ++i) ubl::putLine(xml, bill, i);
    return {xml.finish(), missingIn(bill) + missingForPeppol(bill), leftOutOf(bill)};
}

}  // namespace floe::exports
