// An invoice in CII, in the order of the schema. Lines, allowances and charges: cii_lines.cpp.
#include "app/extraction/export/cii.h"

#include "app/extraction/export/en16931.h"

namespace floe::exports {

namespace {

using cii::putDate;
using cii::putPeriod;
using cii::putReductions;

const QString kSpace = "urn:un:unece:uncefact:data:standard:";
const QString kDeal = "rsm:SupplyChainTradeTransaction/";
const QString kAgreement = kDeal + "ram:ApplicableHeaderTradeAgreement/";
const QString kDelivery = kDeal + "ram:ApplicableHeaderTradeDelivery";
const QString kSettlement = kDeal + "ram:ApplicableHeaderTradeSettlement/";

void putAddress(PathWriter& xml, const QString& party, const QString& address) {
    const AddressParts parts = addressParts(address);
    const QString to = party + "ram:PostalTradeAddress/ram:";
    xml.put(to + "PostcodeCode", parts.postcode);
    xml.put(to + "LineOne", parts.streets.value(0));
    xml.put(to + "LineTwo", parts.streets.value(1));
    xml.put(to + "LineThree", parts.streets.value(2));
    xml.put(to + "CityName", parts.city);
    xml.put(to + "CountryID", parts.country);
    xml.put(to + "CountrySubDivisionName", parts.region);
}

/// One with a scheme has another element, which comes after all plain ones.
void putIds(PathWriter& xml, const QString& to, const QVector<Values>& ids) {
    for (const Values& id : ids)
        if (id.value("scheme").isEmpty()) xml.put(to + "ram:ID", id.value("id"));
    for (const Values& id : ids)
        if (!id.value("scheme").isEmpty())
            xml.put(to + "ram:GlobalID", id.value("id"), {{"schemeID", id.value("scheme")}});
}

QVector<Values> idsOf(const BillFacts& bill, const QString& role) {
    if (role == "seller") return sellerIds(bill);
    const QString path = role == "buyer"      ? QString("customer_number")
                         : role == "delivery" ? QString("delivery.location_id")
                                              : role + ".id";
    return {Values{{"id", bill[path]}, {"scheme", bill[path + "_scheme"]}}};
}

/// Any party: what the form does not have of one is not written.
void putParty(PathWriter& xml, const BillFacts& bill, const QString& role, const QString& to) {
    putIds(xml, to, idsOf(bill, role));
    xml.putRows(to, bill.header,
                {{"ram:Name", role + ".name"},
                 {"ram:Description", role + ".legal_form"},
                 {"ram:SpecifiedLegalOrganization/ram:ID", role + ".legal_id", "schemeID", role + ".legal_id_scheme"},
                 {"ram:SpecifiedLegalOrganization/ram:TradingBusinessName", role + ".trading_name"},
                 {"ram:DefinedTradeContact/ram:PersonName", role + ".contact_name"},
                 {"ram:DefinedTradeContact/ram:TelephoneUniversalCommunication/ram:CompleteNumber", role + ".phone"},
                 {"ram:DefinedTradeContact/ram:EmailURIUniversalCommunication/ram:URIID", role + ".email"}});
    putAddress(xml, to, bill[role + ".address"]);
    xml.putRows(to, bill.header,
                {{"ram:URIUniversalCommunication/ram:URIID", role + ".electronic_address", "schemeID",
                  role + ".electronic_address_scheme"}});
    xml.put(to + "ram:SpecifiedTaxRegistration/ram:ID", bill[role + ".vat_id"], {{"schemeID", "VA"}});
    if (bill[role + ".tax_id"].isEmpty()) return;
    xml.open(to.chopped(1));
    xml.put(to + "ram:SpecifiedTaxRegistration/ram:ID", bill[role + ".tax_id"], {{"schemeID", "FC"}});
}

void putHead(PathWriter& xml, const BillFacts& bill) {
    const QString context = "rsm:ExchangedDocumentContext/", head = "rsm:ExchangedDocument/";
    xml.put(context + "ram:BusinessProcessSpecifiedDocumentContextParameter/ram:ID", bill["process"]);
    xml.put(context + "ram:GuidelineSpecifiedDocumentContextParameter/ram:ID", "urn:cen.eu:en16931:2017");
    xml.put(head + "ram:ID", bill["number"]);
    xml.put(head + "ram:TypeCode", typeCode(bill));
    putDate(xml, head + "ram:IssueDateTime", bill["issue_date"]);
    for (const Values& note : bill.lists.value("notes")) {
        xml.open(head.chopped(1));
        xml.putRows(head + "ram:IncludedNote/", note, {{"ram:Content", "text"}, {"ram:SubjectCode", "subject"}});
    }
}

void putDocument(PathWriter& xml, const Values& values, const char* type) {
    xml.open(kAgreement.chopped(1));
    const QString to = kAgreement + "ram:AdditionalReferencedDocument/";
    const QString id = values.value("reference");
    xml.put(to + "ram:IssuerAssignedID", id.isEmpty() ? values.value("file_name") : id);
    xml.put(to + "ram:URIID", values.value("url"));
    xml.put(to + "ram:TypeCode", type);
    xml.put(to + "ram:Name", values.value("description"));
    xml.put(to + "ram:ReferenceTypeCode", values.value("scheme"));
}

void putAgreement(PathWriter& xml, const BillFacts& bill) {
    xml.put(kAgreement + "ram:BuyerReference", bill["buyer_reference"]);
    putParty(xml, bill, "seller", kAgreement + "ram:SellerTradeParty/");
    putParty(xml, bill, "buyer", kAgreement + "ram:BuyerTradeParty/");
    putParty(xml, bill, "tax_representative", kAgreement + "ram:SellerTaxRepresentativeTradeParty/");
    xml.putRows(kAgreement, bill.header,
                {{"ram:SellerOrderReferencedDocument/ram:IssuerAssignedID", "sales_order_number"},
                 {"ram:BuyerOrderReferencedDocument/ram:IssuerAssignedID", "order_number"},
                 {"ram:ContractReferencedDocument/ram:IssuerAssignedID", "contract_number"}});
    for (const Values& document : bill.lists.value("documents")) putDocument(xml, document, "916");
    if (!bill["tender"].isEmpty()) putDocument(xml, {{"reference", bill["tender"]}}, "50");
    if (!bill["object_id"].isEmpty())
        putDocument(xml, {{"reference", bill["object_id"]}, {"scheme", bill["object_id_scheme"]}}, "130");
    if (bill["project_number"].isEmpty()) return;
    xml.put(kAgreement + "ram:SpecifiedProcuringProject/ram:ID", bill["project_number"]);
    xml.put(kAgreement + "ram:SpecifiedProcuringProject/ram:Name", "Project reference");  // which must have one
}

void putDelivery(PathWriter& xml, const BillFacts& bill) {
    xml.open(kDelivery);
    putParty(xml, bill, "delivery", kDelivery + "/ram:ShipToTradeParty/");
    putDate(xml, kDelivery + "/ram:ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime", bill["delivery_date"]);
    xml.putRows(kDelivery + '/', bill.header,
                {{"ram:DespatchAdviceReferencedDocument/ram:IssuerAssignedID", "despatch_advice"},
                 {"ram:ReceivingAdviceReferencedDocument/ram:IssuerAssignedID", "receiving_advice"}});
}

void putMeans(PathWriter& xml, const BillFacts& bill, const Values& account, bool first) {
    const QString to = kSettlement + "ram:SpecifiedTradeSettlementPaymentMeans/ram:";
    const QString payee = to + "PayeePartyCreditorFinancialAccount/ram:";
    const QString number = account.value("iban");
    xml.open(kSettlement.chopped(1));
    xml.put(to + "TypeCode", paymentCode(bill));
    xml.put(to + "Information", bill["payment.means"]);
    if (first)
        xml.putRows(to, bill.header,
                    {{"ApplicableTradeSettlementFinancialCard/ram:ID", "payment.card_number"},
                     {"ApplicableTradeSettlementFinancialCard/ram:CardholderName", "payment.card_holder"},
                     {"PayerPartyDebtorFinancialAccount/ram:IBANID", "payment.debited_account"}});
    if (isIban(number)) xml.put(payee + "IBANID", number);
    xml.put(payee + "AccountName", account.value("account_name"));
    if (!isIban(number)) xml.put(payee + "ProprietaryID", number);
    xml.put(to + "PayeeSpecifiedCreditorFinancialInstitution/ram:BICID", account.value("bic"));
}

void putPayment(PathWriter& xml, const BillFacts& bill) {
    QVector<Values> all = accounts(bill);
    const QString says = bill["payment.means_code"] + bill["payment.means"] + bill["payment.card_number"] +
                         bill["payment.debited_account"];
    if (all.isEmpty() && !says.isEmpty()) all.append(Values());
    for (qsizetype i = 0; i < all.size(); ++i) putMeans(xml, bill, all[i], i == 0);
}

/// BT-8 in the codes that CII has for it, those of UNTDID 2475.
QString taxDateCode(const QString& code) {
    return code == "3" ? "5" : code == "35" ? "29" : code == "432" ? "72" : code;
}

void putTaxes(PathWriter& xml, const BillFacts& bill) {
    const QString to = kSettlement + "ram:ApplicableTradeTax/";
    QString date = bill["tax_date"], dateCode = taxDateCode(bill["tax_date_code"]);  // said once, of the first
    for (const Values& tax : bill.taxes) {
        xml.open(kSettlement.chopped(1));
        xml.put(to + "ram:CalculatedAmount", tax.value("amount"));
        xml.put(to + "ram:TypeCode", "VAT");
        xml.putRows(to, tax,
                    {{"ram:ExemptionReason", "exemption_reason"},
                     {"ram:BasisAmount", "base"},
                     {"ram:CategoryCode", "category"},
                     {"ram:ExemptionReasonCode", "exemption_code"}});
        xml.put(to + "ram:TaxPointDate/udt:DateString", date.remove('-'), {{"format", "102"}});
        xml.put(to + "ram:DueDateTypeCode", dateCode);
        xml.put(to + "ram:RateApplicablePercent", tax.value("rate"));
        date.clear();
        dateCode.clear();
    }
    putPeriod(xml, kSettlement, bill.header);
    for (const bool charge : {false, true})
        putReductions(xml, kSettlement, bill.lists.value(charge ? "document_charges" : "document_allowances"), charge);
}

void putSums(PathWriter& xml, const BillFacts& bill) {
    const QString to = kSettlement + "ram:SpecifiedTradeSettlementHeaderMonetarySummation/ram:";
    xml.put(to + "LineTotalAmount", bill["lines_total"]);
    xml.put(to + "ChargeTotalAmount", bill["charges"]);
    xml.put(to + "AllowanceTotalAmount", bill["allowances"]);
    xml.put(to + "TaxBasisTotalAmount", bill["net"]);
    xml.put(to + "TaxTotalAmount", bill["tax"], {{"currencyID", bill["currency"]}});
    if (!bill["tax_currency"].isEmpty())
        xml.put(to + "TaxTotalAmount", bill["tax_in_tax_currency"], {{"currencyID", bill["tax_currency"]}});
    xml.put(to + "RoundingAmount", bill["rounding"]);
    xml.put(to + "GrandTotalAmount", bill["total"]);
    xml.put(to + "TotalPrepaidAmount", bill["paid"]);
    xml.put(to + "DuePayableAmount", bill["amount_due"]);
}

/// The schema D16B has place for one.
void putPrecedingInvoice(PathWriter& xml, const BillFacts& bill) {
    const QString to = kSettlement + "ram:InvoiceReferencedDocument/ram:";
    xml.put(to + "IssuerAssignedID", bill["preceding_invoice"]);
    xml.put(to + "FormattedIssueDateTime/qdt:DateTimeString", QString(bill["preceding_invoice_date"]).remove('-'),
            {{"format", "102"}});
}

}  // namespace

EInvoiceBytes toCii(const Extraction& extraction) {
    const BillFacts bill = eInvoiceFacts(extraction);
    PathWriter xml("rsm:CrossIndustryInvoice", {{"rsm", kSpace + "CrossIndustryInvoice:100"},
                                                {"ram", kSpace + "ReusableAggregateBusinessInformationEntity:100"},
                                                {"qdt", kSpace + "QualifiedDataType:100"},
                                                {"udt", kSpace + "UnqualifiedDataType:100"}});
    putHead(xml, bill);
    for (int i = 0; i < bill.lines.size(); ++i) cii::putLine(xml, bill.lines[i], i + 1);
    putAgreement(xml, bill);
    putDelivery(xml, bill);
    xml.put(kSettlement + "ram:CreditorReferenceID", bill["payment.creditor_id"]);
    xml.put(kSettlement + "ram:PaymentReference", bill["payment.reference"]);
    xml.put(kSettlement + "ram:TaxCurrencyCode", bill["tax_currency"]);
    xml.put(kSettlement + "ram:InvoiceCurrencyCode", bill["currency"]);
    putParty(xml, bill, "payee", kSettlement + "ram:PayeeTradeParty/");
    putPayment(xml, bill);
    putTaxes(xml, bill);
    xml.put(kSettlement + "ram:SpecifiedTradePaymentTerms/ram:Description", bill["payment.terms"]);
    putDate(xml, kSettlement + "ram:SpecifiedTradePaymentTerms/ram:DueDateDateTime", bill["due_date"]);
    xml.put(kSettlement + "ram:SpecifiedTradePaymentTerms/ram:DirectDebitMandateID", bill["payment.mandate"]);
    putSums(xml, bill);
    putPrecedingInvoice(xml, bill);
    xml.put(kSettlement + "ram:ReceivableSpecifiedTradeAccountingAccount/ram:ID", bill["accounting_reference"]);
    QStringList leftOut = leftOutOf(bill);
    if (!bill.lists.value("further_preceding_invoices").isEmpty())
        leftOut += "all preceding invoices but the first, since CII has place for one";
    return {xml.finish(), missingIn(bill), leftOut};
}

}  // namespace floe::exports
