#include "app/extraction/export/en16931.h"
#include "app/extraction/export/path_writer.h"

namespace floe::exports {

namespace {

const QString kSpace = "urn:un:unece:uncefact:data:standard:";
const QString kDeal = "rsm:SupplyChainTradeTransaction/";
const QString kAgreement = kDeal + "ram:ApplicableHeaderTradeAgreement/";
const QString kDelivery = kDeal + "ram:ApplicableHeaderTradeDelivery";
const QString kSettlement = kDeal + "ram:ApplicableHeaderTradeSettlement/";

void putDate(PathWriter& xml, const QString& path, const QString& iso) {
    xml.put(path + "/udt:DateTimeString", QString(iso).remove('-'), {{"format", "102"}});
}

void putTax(PathWriter& xml, const QString& to, const QString& category, const QString& rate) {
    xml.put(to + "/ram:TypeCode", "VAT");
    xml.put(to + "/ram:CategoryCode", category);
    xml.put(to + "/ram:RateApplicablePercent", rate);
}

void putLine(PathWriter& xml, const Values& line, int number) {
    const QString to = kDeal + "ram:IncludedSupplyChainTradeLineItem/";
    xml.open(kDeal.chopped(1));
    xml.put(to + "ram:AssociatedDocumentLineDocument/ram:LineID", QString::number(number));
    xml.put(to + "ram:SpecifiedTradeProduct/ram:SellerAssignedID", line.value("item_code"));
    xml.put(to + "ram:SpecifiedTradeProduct/ram:Name", line.value("description"));
    xml.put(to + "ram:SpecifiedLineTradeAgreement/ram:NetPriceProductTradePrice/ram:ChargeAmount",
            line.value("unit_price"));
    xml.put(to + "ram:SpecifiedLineTradeDelivery/ram:BilledQuantity", line.value("quantity"),
            {{"unitCode", line.value("unit")}});
    if (!line.value("tax_category").isEmpty())
        putTax(xml, to + "ram:SpecifiedLineTradeSettlement/ram:ApplicableTradeTax", line.value("tax_category"),
               line.value("tax_rate"));
    xml.put(to + "ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeSettlementLineMonetarySummation/"
                 "ram:LineTotalAmount",
            line.value("amount"));
}

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

void putParty(PathWriter& xml, const BillFacts& bill, const QString& role, const QString& to) {
    xml.put(to + "ram:ID", role == "buyer" ? bill["customer_number"] : QString());
    xml.put(to + "ram:Name", bill[role + ".name"]);
    xml.put(to + "ram:SpecifiedLegalOrganization/ram:ID", bill[role + ".legal_id"]);
    xml.put(to + "ram:SpecifiedLegalOrganization/ram:TradingBusinessName", bill[role + ".trading_name"]);
    xml.put(to + "ram:DefinedTradeContact/ram:TelephoneUniversalCommunication/ram:CompleteNumber",
            bill[role + ".phone"]);
    xml.put(to + "ram:DefinedTradeContact/ram:EmailURIUniversalCommunication/ram:URIID", bill[role + ".email"]);
    putAddress(xml, to, bill[role + ".address"]);
    xml.put(to + "ram:SpecifiedTaxRegistration/ram:ID", bill[role + ".vat_id"], {{"schemeID", "VA"}});
    xml.open(to.chopped(1));
    xml.put(to + "ram:SpecifiedTaxRegistration/ram:ID", bill[role + ".tax_id"], {{"schemeID", "FC"}});
}

void putPayment(PathWriter& xml, const BillFacts& bill) {
    if ((bill["payment.iban"] + bill["payment.bic"]).isEmpty()) return;
    const QString to = kSettlement + "ram:SpecifiedTradeSettlementPaymentMeans/ram:";
    xml.put(to + "TypeCode", paymentCode(bill));
    xml.put(to + "PayeePartyCreditorFinancialAccount/ram:" + (paymentCode(bill) == "58" ? "IBANID" : "ProprietaryID"),
            bill["payment.iban"]);
    xml.put(to + "PayeeSpecifiedCreditorFinancialInstitution/ram:BICID", bill["payment.bic"]);
}

void putTaxes(PathWriter& xml, const BillFacts& bill) {
    for (const Values& tax : bill.taxes) {
        const QString to = kSettlement + "ram:ApplicableTradeTax";
        xml.open(kSettlement.chopped(1));
        xml.put(to + "/ram:CalculatedAmount", tax.value("amount"));
        xml.put(to + "/ram:TypeCode", "VAT");
        xml.put(to + "/ram:BasisAmount", tax.value("base"));
        xml.put(to + "/ram:CategoryCode", tax.value("category"));
        xml.put(to + "/ram:ExemptionReasonCode", tax.value("exemption_code"));
        xml.put(to + "/ram:RateApplicablePercent", tax.value("rate"));
    }
    putDate(xml, kSettlement + "ram:BillingSpecifiedPeriod/ram:StartDateTime", bill["period_start"]);
    putDate(xml, kSettlement + "ram:BillingSpecifiedPeriod/ram:EndDateTime", bill["period_end"]);
    for (const Adjustment& one : adjustments(bill)) {
        const QString to = kSettlement + "ram:SpecifiedTradeAllowanceCharge/";
        xml.open(kSettlement.chopped(1));
        xml.put(to + "ram:ChargeIndicator/udt:Indicator", one.charge ? "true" : "false");
        xml.put(to + "ram:ActualAmount", one.amount);
        xml.put(to + "ram:Reason", one.charge ? "Charges" : "Allowances");
        putTax(xml, to + "ram:CategoryTradeTax", one.category, one.rate);
    }
}

void putSums(PathWriter& xml, const BillFacts& bill) {
    const QString to = kSettlement + "ram:SpecifiedTradeSettlementHeaderMonetarySummation/ram:";
    xml.put(to + "LineTotalAmount", bill["lines_total"]);
    xml.put(to + "ChargeTotalAmount", bill["charges"]);
    xml.put(to + "AllowanceTotalAmount", bill["allowances"]);
    xml.put(to + "TaxBasisTotalAmount", bill["net"]);
    xml.put(to + "TaxTotalAmount", bill["tax"], {{"currencyID", bill["currency"]}});
    xml.put(to + "RoundingAmount", bill["rounding"]);
    xml.put(to + "GrandTotalAmount", bill["total"]);
    xml.put(to + "TotalPrepaidAmount", bill["paid"]);
    xml.put(to + "DuePayableAmount", bill["amount_due"]);
}

}  // namespace

EInvoiceBytes toCii(const Extraction& extraction) {
    const BillFacts bill = eInvoiceFacts(extraction);
    PathWriter xml("rsm:CrossIndustryInvoice", {{"rsm", kSpace + "CrossIndustryInvoice:100"},
                                                {"ram", kSpace + "ReusableAggregateBusinessInformationEntity:100"},
                                                {"udt", kSpace + "UnqualifiedDataType:100"}});
    xml.put("rsm:ExchangedDocumentContext/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID",
            "urn:cen.eu:en16931:2017");
    xml.put("rsm:ExchangedDocument/ram:ID", bill["number"]);
    xml.put("rsm:ExchangedDocument/ram:TypeCode", typeCode(bill));
    putDate(xml, "rsm:ExchangedDocument/ram:IssueDateTime", bill["issue_date"]);
    for (int i = 0; i < bill.lines.size(); ++i) putLine(xml, bill.lines[i], i + 1);
    xml.put(kAgreement + "ram:BuyerReference", bill["buyer_reference"]);
    putParty(xml, bill, "seller", kAgreement + "ram:SellerTradeParty/");
    putParty(xml, bill, "buyer", kAgreement + "ram:BuyerTradeParty/");
    xml.put(kAgreement + "ram:BuyerOrderReferencedDocument/ram:IssuerAssignedID", bill["order_number"]);
    xml.open(kDelivery);
    putDate(xml, kDelivery + "/ram:ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime", bill["delivery_date"]);
    xml.put(kSettlement + "ram:PaymentReference", bill["payment.reference"]);
    xml.put(kSettlement + "ram:InvoiceCurrencyCode", bill["currency"]);
    putPayment(xml, bill);
    putTaxes(xml, bill);
    xml.put(kSettlement + "ram:SpecifiedTradePaymentTerms/ram:Description", bill["payment.terms"]);
    putDate(xml, kSettlement + "ram:SpecifiedTradePaymentTerms/ram:DueDateDateTime", bill["due_date"]);
    putSums(xml, bill);
    xml.put(kSettlement + "ram:InvoiceReferencedDocument/ram:IssuerAssignedID", bill["preceding_invoice"]);
    return {xml.finish(), missingIn(bill)};
}

}  // namespace floe::exports
