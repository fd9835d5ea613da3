// UN/CEFACT Cross Industry Invoice D16B: Factur-X and ZUGFeRD 2 in all profiles, XRechnung. The paths are those of
// EN 16931-3-3. ZUGFeRD 1 (2014) has the same order of things under other names.
#include "app/documents/reader/e_invoice/syntax.h"

namespace floe::reader {

namespace {

constexpr auto kCreditNotes = " 81 83 261 262 296 308 381 396 420 458 502 503 532 ";

QVector<Row> partyRows(bool seller) {
    if (!seller)
        return {{"buyer.name", "Name"},
                {"buyer.address",
                 "PostalTradeAddress/LineOne ; PostalTradeAddress/LineTwo ; PostalTradeAddress/LineThree ; "
                 "PostalTradeAddress/PostcodeCode + PostalTradeAddress/CityName ; "
                 "PostalTradeAddress/CountrySubDivisionName ; PostalTradeAddress/CountryID"},
                {"buyer.email",
                 "DefinedTradeContact/EmailURIUniversalCommunication/URIID | "
                 "URIUniversalCommunication/URIID[@schemeID=EM]"},
                {"buyer.vat_id", "SpecifiedTaxRegistration/ID[@schemeID=VA]"},
                {"customer_number", "ID | GlobalID"}};
    return {{"seller.name", "Name"},
            {"seller.trading_name", "SpecifiedLegalOrganization/TradingBusinessName"},
            {"seller.address",
             "PostalTradeAddress/LineOne ; PostalTradeAddress/LineTwo ; PostalTradeAddress/LineThree ; "
             "PostalTradeAddress/PostcodeCode + PostalTradeAddress/CityName ; "
             "PostalTradeAddress/CountrySubDivisionName ; PostalTradeAddress/CountryID"},
            {"seller.email",
             "DefinedTradeContact/EmailURIUniversalCommunication/URIID | "
             "URIUniversalCommunication/URIID[@schemeID=EM]"},
            {"seller.phone", "DefinedTradeContact/TelephoneUniversalCommunication/CompleteNumber"},
            {"seller.vat_id", "SpecifiedTaxRegistration/ID[@schemeID=VA]"},
            {"seller.tax_id", "SpecifiedTaxRegistration/ID[@schemeID=FC]"},
            {"seller.legal_id", "SpecifiedLegalOrganization/ID"}};
}

/// Dates and sums that both versions say in the settlement.
const QVector<Row> kSettlement{
    {"due_date", "SpecifiedTradePaymentTerms/DueDateDateTime/DateTimeString", How::Date},
    {"period_start", "BillingSpecifiedPeriod/StartDateTime/DateTimeString", How::Date},
    {"period_end", "BillingSpecifiedPeriod/EndDateTime/DateTimeString", How::Date},
    {"preceding_invoice", "InvoiceReferencedDocument/IssuerAssignedID | InvoiceReferencedDocument/ID"},
    {"payment.terms", "SpecifiedTradePaymentTerms/Description", How::AllText},
    {"payment.iban",
     "SpecifiedTradeSettlementPaymentMeans/PayeePartyCreditorFinancialAccount/IBANID | "
     "SpecifiedTradeSettlementPaymentMeans/PayeePartyCreditorFinancialAccount/ProprietaryID"},
    {"payment.bic", "SpecifiedTradeSettlementPaymentMeans/PayeeSpecifiedCreditorFinancialInstitution/BICID"},
    {"payment.reference", "PaymentReference"},
    {"currency", "InvoiceCurrencyCode"}};

const QVector<Row> kSums{{"lines_total", "LineTotalAmount", How::Amount},
                         {"allowances", "AllowanceTotalAmount", How::Amount},
                         {"charges", "ChargeTotalAmount", How::Amount},
                         {"net", "TaxBasisTotalAmount[@currencyID=$currency] | TaxBasisTotalAmount", How::Amount},
                         {"tax", "TaxTotalAmount[@currencyID=$currency] | TaxTotalAmount", How::Amount},
                         {"total", "GrandTotalAmount[@currencyID=$currency] | GrandTotalAmount", How::Amount},
                         {"paid", "TotalPrepaidAmount", How::Amount},
                         {"rounding", "RoundingAmount", How::Amount},
                         {"amount_due", "DuePayableAmount", How::Amount}};

Syntax makeCii() {
    return {
        "CII",
        "SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement/InvoiceCurrencyCode",
        "ExchangedDocument/TypeCode",
        kCreditNotes,
        {{"SupplyChainTradeTransaction/ApplicableHeaderTradeAgreement/SellerTradeParty", partyRows(true)},
         {"SupplyChainTradeTransaction/ApplicableHeaderTradeAgreement/BuyerTradeParty", partyRows(false)},
         {"ExchangedDocument", {{"number", "ID"}, {"issue_date", "IssueDateTime/DateTimeString", How::Date}}},
         {"SupplyChainTradeTransaction/ApplicableHeaderTradeAgreement",
          {{"order_number", "BuyerOrderReferencedDocument/IssuerAssignedID"}, {"buyer_reference", "BuyerReference"}}},
         {"SupplyChainTradeTransaction/ApplicableHeaderTradeDelivery",
          {{"delivery_date", "ActualDeliverySupplyChainEvent/OccurrenceDateTime/DateTimeString", How::Date}}},
         {"SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement", kSettlement},
         {"SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement/"
          "SpecifiedTradeSettlementHeaderMonetarySummation",
          kSums}},
        "SupplyChainTradeTransaction/IncludedSupplyChainTradeLineItem",
        "AssociatedDocumentLineDocument[LineStatusReasonCode=GROUP] | "
        "AssociatedDocumentLineDocument[LineStatusReasonCode=INFORMATION]",
        {{"description", "SpecifiedTradeProduct/Name | SpecifiedTradeProduct/Description"},
         {"item_code", "SpecifiedTradeProduct/SellerAssignedID"},
         {"quantity", "SpecifiedLineTradeDelivery/BilledQuantity", How::Amount},
         {"unit", "SpecifiedLineTradeDelivery/BilledQuantity/@unitCode"},
         {"unit_price", "SpecifiedLineTradeAgreement/NetPriceProductTradePrice/ChargeAmount", How::Amount},
         {"tax_rate", "SpecifiedLineTradeSettlement/ApplicableTradeTax/RateApplicablePercent", How::Amount},
         {"tax_category", "SpecifiedLineTradeSettlement/ApplicableTradeTax/CategoryCode"},
         {"amount", "SpecifiedLineTradeSettlement/SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount",
          How::Amount}},
        "SpecifiedLineTradeAgreement/NetPriceProductTradePrice/BasisQuantity",
        "SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement/ApplicableTradeTax",
        {{"category", "CategoryCode"},
         {"rate", "RateApplicablePercent", How::Amount},
         {"base", "BasisAmount", How::Amount},
         {"amount", "CalculatedAmount", How::Amount}}};
}

Syntax makeZugferd1() {
    return {
        "ZUGFeRD 1",
        "SpecifiedSupplyChainTradeTransaction/ApplicableSupplyChainTradeSettlement/InvoiceCurrencyCode",
        "HeaderExchangedDocument/TypeCode",
        kCreditNotes,
        {{"SpecifiedSupplyChainTradeTransaction/ApplicableSupplyChainTradeAgreement/SellerTradeParty", partyRows(true)},
         {"SpecifiedSupplyChainTradeTransaction/ApplicableSupplyChainTradeAgreement/BuyerTradeParty", partyRows(false)},
         {"HeaderExchangedDocument", {{"number", "ID"}, {"issue_date", "IssueDateTime/DateTimeString", How::Date}}},
         {"SpecifiedSupplyChainTradeTransaction/ApplicableSupplyChainTradeAgreement",
          {{"order_number", "BuyerOrderReferencedDocument/ID"}, {"buyer_reference", "BuyerReference"}}},
         {"SpecifiedSupplyChainTradeTransaction/ApplicableSupplyChainTradeDelivery",
          {{"delivery_date", "ActualDeliverySupplyChainEvent/OccurrenceDateTime/DateTimeString", How::Date}}},
         {"SpecifiedSupplyChainTradeTransaction/ApplicableSupplyChainTradeSettlement", kSettlement},
         {"SpecifiedSupplyChainTradeTransaction/ApplicableSupplyChainTradeSettlement/"
          "SpecifiedTradeSettlementMonetarySummation",
          kSums}},
        "SpecifiedSupplyChainTradeTransaction/IncludedSupplyChainTradeLineItem",
        "",
        {{"description", "SpecifiedTradeProduct/Name | SpecifiedTradeProduct/Description"},
         {"item_code", "SpecifiedTradeProduct/SellerAssignedID"},
         {"quantity", "SpecifiedSupplyChainTradeDelivery/BilledQuantity", How::Amount},
         {"unit", "SpecifiedSupplyChainTradeDelivery/BilledQuantity/@unitCode"},
         {"unit_price", "SpecifiedSupplyChainTradeAgreement/NetPriceProductTradePrice/ChargeAmount", How::Amount},
         {"tax_rate", "SpecifiedSupplyChainTradeSettlement/ApplicableTradeTax/ApplicablePercent", How::Amount},
         {"tax_category", "SpecifiedSupplyChainTradeSettlement/ApplicableTradeTax/CategoryCode"},
         {"amount", "SpecifiedSupplyChainTradeSettlement/SpecifiedTradeSettlementMonetarySummation/LineTotalAmount",
          How::Amount}},
        "SpecifiedSupplyChainTradeAgreement/NetPriceProductTradePrice/BasisQuantity",
        "SpecifiedSupplyChainTradeTransaction/ApplicableSupplyChainTradeSettlement/ApplicableTradeTax",
        {{"category", "CategoryCode"},
         {"rate", "ApplicablePercent", How::Amount},
         {"base", "BasisAmount", How::Amount},
         {"amount", "CalculatedAmount", How::Amount}}};
}

}  // namespace

const Syntax& cii() {
    static const Syntax syntax = makeCii();
    return syntax;
}

const Syntax& zugferd1() {
    static const Syntax syntax = makeZugferd1();
    return syntax;
}

}  // namespace floe::reader
