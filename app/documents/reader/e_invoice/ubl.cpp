// OASIS UBL 2.1 Invoice and CreditNote: Peppol BIS Billing 3, XRechnung, EN 16931-3-2. Both roots share one table:
// where their elements differ, a path names both.
#include "app/documents/reader/e_invoice/syntax.h"

namespace floe::reader {

namespace {

constexpr auto kCreditNotes = " 81 83 261 262 296 308 381 396 420 458 502 503 532 ";

constexpr auto kAddress =
    "PostalAddress/StreetName ; PostalAddress/AdditionalStreetName ; PostalAddress/AddressLine/Line ; "
    "PostalAddress/PostalZone + PostalAddress/CityName ; PostalAddress/CountrySubentity ; "
    "PostalAddress/Country/IdentificationCode";
constexpr auto kName = "PartyLegalEntity/RegistrationName | PartyName/Name";
constexpr auto kEmail = "Contact/ElectronicMail | EndpointID[@schemeID=EM]";

Syntax make() {
    return {
        "UBL",
        "DocumentCurrencyCode",
        "InvoiceTypeCode | CreditNoteTypeCode",
        kCreditNotes,
        {{"AccountingSupplierParty/Party",
          {{"seller.name", kName},
           {"seller.trading_name", ".[PartyLegalEntity/RegistrationName]/PartyName/Name"},
           {"seller.address", kAddress},
           {"seller.email", kEmail},
           {"seller.phone", "Contact/Telephone"},
           {"seller.website", "WebsiteURI"},
           {"seller.vat_id", "PartyTaxScheme[TaxScheme/ID=VAT]/CompanyID"},
           {"seller.tax_id", "PartyTaxScheme[TaxScheme/ID!=VAT]/CompanyID"},
           {"seller.legal_id", "PartyLegalEntity/CompanyID"}}},
         {"AccountingCustomerParty/Party",
          {{"buyer.name", kName},
           {"buyer.address", kAddress},
           {"buyer.email", kEmail},
           {"buyer.vat_id", "PartyTaxScheme[TaxScheme/ID=VAT]/CompanyID"}}},
         {".",
          {{"number", "ID"},
           {"issue_date", "IssueDate", How::Date},
           {"due_date", "DueDate | PaymentMeans/PaymentDueDate", How::Date},
           {"delivery_date", "Delivery/ActualDeliveryDate", How::Date},
           {"period_start", "InvoicePeriod/StartDate", How::Date},
           {"period_end", "InvoicePeriod/EndDate", How::Date},
           {"order_number", "OrderReference/ID"},
           {"customer_number",
            "AccountingCustomerParty/Party/PartyIdentification/ID | AccountingCustomerParty/SupplierAssignedAccountID"},
           {"buyer_reference", "BuyerReference"},
           {"preceding_invoice",
            "BillingReference/InvoiceDocumentReference/ID | BillingReference/CreditNoteDocumentReference/ID"},
           {"payment.terms", "PaymentTerms/Note", How::AllText},
           {"payment.iban", "PaymentMeans/PayeeFinancialAccount/ID"},
           {"payment.bic",
            "PaymentMeans/PayeeFinancialAccount/FinancialInstitutionBranch/ID | "
            "PaymentMeans/PayeeFinancialAccount/FinancialInstitutionBranch/FinancialInstitution/ID"},
           {"payment.reference", "PaymentMeans/PaymentID"},
           {"currency", "DocumentCurrencyCode"},
           {"tax", "TaxTotal/TaxAmount[@currencyID=$currency] | TaxTotal/TaxAmount", How::Amount}}},
         {"LegalMonetaryTotal",
          {{"lines_total", "LineExtensionAmount", How::Amount},
           {"allowances", "AllowanceTotalAmount", How::Amount},
           {"charges", "ChargeTotalAmount", How::Amount},
           {"net", "TaxExclusiveAmount", How::Amount},
           {"total", "TaxInclusiveAmount", How::Amount},
           {"paid", "PrepaidAmount", How::Amount},
           {"rounding", "PayableRoundingAmount", How::Amount},
           {"amount_due", "PayableAmount", How::Amount}}}},
        "InvoiceLine | CreditNoteLine",
        "",
        {{"description", "Item/Name | Item/Description"},
         {"item_code", "Item/SellersItemIdentification/ID"},
         {"quantity", "InvoicedQuantity | CreditedQuantity", How::Amount},
         {"unit", "InvoicedQuantity/@unitCode | CreditedQuantity/@unitCode"},
         {"unit_price", "Price/PriceAmount", How::Amount},
         {"tax_rate", "Item/ClassifiedTaxCategory/Percent", How::Amount},
         {"tax_category", "Item/ClassifiedTaxCategory/ID"},
         {"amount", "LineExtensionAmount", How::Amount}},
        "Price/BaseQuantity",
        "TaxTotal[TaxAmount/@currencyID=$currency]/TaxSubtotal | TaxTotal/TaxSubtotal",
        {{"category", "TaxCategory/ID"},
         {"rate", "TaxCategory/Percent | Percent", How::Amount},
         {"base", "TaxableAmount", How::Amount},
         {"amount", "TaxAmount", How::Amount}}};
}

}  // namespace

const Syntax& ubl() {
    static const Syntax syntax = make();
    return syntax;
}

}  // namespace floe::reader
