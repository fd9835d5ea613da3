#include "app/extraction/export/en16931.h"
#include "app/extraction/export/path_writer.h"

namespace floe::exports {

namespace {

const QString kSpace = "urn:oasis:names:specification:ubl:schema:xsd:";

void putAddress(PathWriter& xml, const QString& party, const QString& address) {
    const AddressParts parts = addressParts(address);
    const QString to = party + "/cac:PostalAddress/";
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

void putSeller(PathWriter& xml, const BillFacts& bill) {
    const QString party = "cac:AccountingSupplierParty/cac:Party";
    if (bill["seller.email"].contains('@'))
        xml.put(party + "/cbc:EndpointID", bill["seller.email"], {{"schemeID", "EM"}});
    xml.put(party + "/cac:PartyName/cbc:Name", bill["seller.trading_name"]);
    putAddress(xml, party, bill["seller.address"]);
    putTaxScheme(xml, party, bill["seller.vat_id"], "VAT");
    putTaxScheme(xml, party, bill["seller.tax_id"], "FC");
    xml.put(party + "/cac:PartyLegalEntity/cbc:RegistrationName", bill["seller.name"]);
    xml.put(party + "/cac:PartyLegalEntity/cbc:CompanyID", bill["seller.legal_id"]);
    xml.put(party + "/cac:Contact/cbc:Telephone", bill["seller.phone"]);
    xml.put(party + "/cac:Contact/cbc:ElectronicMail", bill["seller.email"]);
}

void putBuyer(PathWriter& xml, const BillFacts& bill) {
    const QString party = "cac:AccountingCustomerParty/cac:Party";
    if (bill["buyer.email"].contains('@'))
        xml.put(party + "/cbc:EndpointID", bill["buyer.email"], {{"schemeID", "EM"}});
    xml.put(party + "/cac:PartyIdentification/cbc:ID", bill["customer_number"]);
    putAddress(xml, party, bill["buyer.address"]);
    putTaxScheme(xml, party, bill["buyer.vat_id"], "VAT");
    xml.put(party + "/cac:PartyLegalEntity/cbc:RegistrationName", bill["buyer.name"]);
    xml.put(party + "/cac:Contact/cbc:ElectronicMail", bill["buyer.email"]);
}

void putPayment(PathWriter& xml, const BillFacts& bill) {
    const QString due = bill.creditNote ? bill["due_date"] : QString();  // an invoice says it in its head
    if (!(bill["payment.iban"] + bill["payment.bic"] + bill["payment.reference"] + due).isEmpty()) {
        xml.put("cac:PaymentMeans/cbc:PaymentMeansCode", paymentCode(bill));
        xml.put("cac:PaymentMeans/cbc:PaymentDueDate", due);
        xml.put("cac:PaymentMeans/cbc:PaymentID", bill["payment.reference"]);
        xml.put("cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:ID", bill["payment.iban"]);
        xml.put("cac:PaymentMeans/cac:PayeeFinancialAccount/cac:FinancialInstitutionBranch/cbc:ID",
                bill["payment.bic"]);
    }
    xml.put("cac:PaymentTerms/cbc:Note", bill["payment.terms"]);
}

void putCategory(PathWriter& xml, const QString& to, const QString& category, const QString& rate,
                 const QString& exemptionCode = {}) {
    xml.put(to + "/cbc:ID", category);
    xml.put(to + "/cbc:Percent", rate);
    xml.put(to + "/cbc:TaxExemptionReasonCode", exemptionCode);
    xml.put(to + "/cac:TaxScheme/cbc:ID", "VAT");
}

void putSums(PathWriter& xml, const BillFacts& bill, const QVector<PathWriter::Attribute>& money) {
    for (const Adjustment& one : adjustments(bill)) {
        xml.fresh();
        xml.put("cac:AllowanceCharge/cbc:ChargeIndicator", one.charge ? "true" : "false");
        xml.put("cac:AllowanceCharge/cbc:AllowanceChargeReason", one.charge ? "Charges" : "Allowances");
        xml.put("cac:AllowanceCharge/cbc:Amount", one.amount, money);
        putCategory(xml, "cac:AllowanceCharge/cac:TaxCategory", one.category, one.rate);
    }
    xml.put("cac:TaxTotal/cbc:TaxAmount", bill["tax"], money);
    for (const Values& tax : bill.taxes) {
        xml.open("cac:TaxTotal");
        const QString to = "cac:TaxTotal/cac:TaxSubtotal";
        xml.put(to + "/cbc:TaxableAmount", tax.value("base"), money);
        xml.put(to + "/cbc:TaxAmount", tax.value("amount"), money);
        putCategory(xml, to + "/cac:TaxCategory", tax.value("category"), tax.value("rate"),
                    tax.value("exemption_code"));
    }
    const QString to = "cac:LegalMonetaryTotal/cbc:";
    xml.put(to + "LineExtensionAmount", bill["lines_total"], money);
    xml.put(to + "TaxExclusiveAmount", bill["net"], money);
    xml.put(to + "TaxInclusiveAmount", bill["total"], money);
    xml.put(to + "AllowanceTotalAmount", bill["allowances"], money);
    xml.put(to + "ChargeTotalAmount", bill["charges"], money);
    xml.put(to + "PrepaidAmount", bill["paid"], money);
    xml.put(to + "PayableRoundingAmount", bill["rounding"], money);
    xml.put(to + "PayableAmount", bill["amount_due"], money);
}

void putLine(PathWriter& xml, const BillFacts& bill, int at, const QVector<PathWriter::Attribute>& money) {
    const Values& line = bill.lines[at];
    const QString to = bill.creditNote ? "cac:CreditNoteLine/" : "cac:InvoiceLine/";
    xml.fresh();
    xml.put(to + "cbc:ID", QString::number(at + 1));
    xml.put(to + (bill.creditNote ? "cbc:CreditedQuantity" : "cbc:InvoicedQuantity"), line.value("quantity"),
            {{"unitCode", line.value("unit")}});
    xml.put(to + "cbc:LineExtensionAmount", line.value("amount"), money);
    xml.put(to + "cac:Item/cbc:Name", line.value("description"));
    xml.put(to + "cac:Item/cac:SellersItemIdentification/cbc:ID", line.value("item_code"));
    if (!line.value("tax_category").isEmpty())
        putCategory(xml, to + "cac:Item/cac:ClassifiedTaxCategory", line.value("tax_category"), line.value("tax_rate"));
    xml.put(to + "cac:Price/cbc:PriceAmount", line.value("unit_price"), money);
}

}  // namespace

EInvoiceBytes toUbl(const Extraction& extraction) {
    const BillFacts bill = eInvoiceFacts(extraction);
    const char* root = bill.creditNote ? "CreditNote" : "Invoice";
    const QVector<PathWriter::Attribute> money{{"currencyID", bill["currency"]}};
    PathWriter xml(root, {{"", kSpace + root + "-2"},
                          {"cac", kSpace + "CommonAggregateComponents-2"},
                          {"cbc", kSpace + "CommonBasicComponents-2"}});
    xml.put("cbc:CustomizationID", "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0");
    xml.put("cbc:ProfileID", "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0");
    xml.put("cbc:ID", bill["number"]);
    xml.put("cbc:IssueDate", bill["issue_date"]);
    if (!bill.creditNote) xml.put("cbc:DueDate", bill["due_date"]);
    xml.put(bill.creditNote ? "cbc:CreditNoteTypeCode" : "cbc:InvoiceTypeCode", typeCode(bill));
    xml.put("cbc:DocumentCurrencyCode", bill["currency"]);
    xml.put("cbc:BuyerReference", bill["buyer_reference"]);
    xml.put("cac:InvoicePeriod/cbc:StartDate", bill["period_start"]);
    xml.put("cac:InvoicePeriod/cbc:EndDate", bill["period_end"]);
    xml.put("cac:OrderReference/cbc:ID", bill["order_number"]);
    xml.put("cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID", bill["preceding_invoice"]);
    putSeller(xml, bill);
    putBuyer(xml, bill);
    xml.put("cac:Delivery/cbc:ActualDeliveryDate", bill["delivery_date"]);
    putPayment(xml, bill);
    putSums(xml, bill, money);
    for (int i = 0; i < bill.lines.size(); ++i) putLine(xml, bill, i, money);
    QStringList missing = missingIn(bill);
    if ((bill["buyer_reference"] + bill["order_number"]).isEmpty())
        missing += "for Peppol: buyer reference (BT-10) or order number (BT-13)";
    for (const char* role : {"seller", "buyer"})
        if (!bill[QString("%1.email").arg(role)].contains('@'))
            missing +=
                QString("for Peppol: the %1's electronic address (%2)").arg(role, *role == 's' ? "BT-34" : "BT-49");
    return {xml.finish(), missing};
}

}  // namespace floe::exports
