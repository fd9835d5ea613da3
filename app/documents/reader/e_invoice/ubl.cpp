// OASIS UBL 2.1 Invoice and CreditNote: Peppol BIS Billing 3, XRechnung, EN 16931-3-2. Both roots share one table:
// where their elements differ, a path names both.
#include <QRegularExpression>

#include "app/documents/reader/e_invoice/syntax.h"

namespace floe::reader {

namespace {

constexpr auto kCreditNotes = " 81 83 261 262 296 308 381 396 420 458 502 503 532 ";

constexpr auto kAddress =
    "StreetName ; AdditionalStreetName ; AddressLine/Line ; PostalZone + CityName ; CountrySubentity ; "
    "Country/IdentificationCode";
constexpr auto kName = "PartyLegalEntity/RegistrationName | PartyName/Name";
constexpr auto kTradingName = ".[PartyLegalEntity/RegistrationName]/PartyName/Name";
constexpr auto kEmail = "Contact/ElectronicMail | EndpointID[@schemeID=EM]";
constexpr auto kVatId = "PartyTaxScheme[TaxScheme/ID=VAT]/CompanyID";

// The bank's number of a creditor (BT-90) stands among the identifiers, under a scheme of its own.
constexpr auto kSellerIds = "AccountingSupplierParty/Party/PartyIdentification[!ID/@schemeID=SEPA]/ID";

QVector<Part> parties() {
    return {
        {"AccountingSupplierParty/Party",
         {{"seller.name", kName},
          {"seller.trading_name", kTradingName},
          {"seller.email", kEmail},
          {"seller.phone", "Contact/Telephone"},
          {"seller.website", "WebsiteURI"},
          {"seller.vat_id", kVatId},
          {"seller.tax_id", "PartyTaxScheme[TaxScheme/ID!=VAT]/CompanyID"},
          {"seller.legal_id", "PartyLegalEntity/CompanyID"},
          {"seller.legal_id_scheme", "PartyLegalEntity/CompanyID/@schemeID"},
          {"seller.legal_form", "PartyLegalEntity/CompanyLegalForm"},
          {"seller.electronic_address", "EndpointID"},
          {"seller.electronic_address_scheme", "EndpointID/@schemeID"},
          {"seller.contact_name", "Contact/Name"}}},
        {kSellerIds, {{"seller.id", "."}, {"seller.id_scheme", "@schemeID"}}},
        {"AccountingSupplierParty/Party/PostalAddress", {{"seller.address", kAddress}}},
        {"AccountingCustomerParty/Party",
         {{"buyer.name", kName},
          {"buyer.trading_name", kTradingName},
          {"buyer.email", kEmail},
          {"buyer.phone", "Contact/Telephone"},
          {"buyer.vat_id", kVatId},
          {"buyer.legal_id", "PartyLegalEntity/CompanyID"},
          {"buyer.legal_id_scheme", "PartyLegalEntity/CompanyID/@schemeID"},
          {"buyer.electronic_address", "EndpointID"},
          {"buyer.electronic_address_scheme", "EndpointID/@schemeID"},
          {"buyer.contact_name", "Contact/Name"}}},
        {"AccountingCustomerParty/Party/PostalAddress", {{"buyer.address", kAddress}}},
        {"AccountingCustomerParty/Party/PartyIdentification/ID", {{"customer_number_scheme", "@schemeID"}}},
        {"PayeeParty",
         {{"payee.name", "PartyName/Name"},
          {"payee.legal_id", "PartyLegalEntity/CompanyID"},
          {"payee.legal_id_scheme", "PartyLegalEntity/CompanyID/@schemeID"}}},
        {"PayeeParty/PartyIdentification[!ID/@schemeID=SEPA]/ID",
         {{"payee.id", "."}, {"payee.id_scheme", "@schemeID"}}},
        {"TaxRepresentativeParty",
         {{"tax_representative.name", "PartyName/Name"}, {"tax_representative.vat_id", "PartyTaxScheme/CompanyID"}}},
        {"TaxRepresentativeParty/PostalAddress", {{"tax_representative.address", kAddress}}},
        {"Delivery",
         {{"delivery.name", "DeliveryParty/PartyName/Name"},
          {"delivery.location_id", "DeliveryLocation/ID"},
          {"delivery.location_id_scheme", "DeliveryLocation/ID/@schemeID"},
          {"delivery_date", "ActualDeliveryDate", How::Date}}},
        {"Delivery/DeliveryLocation/Address", {{"delivery.address", kAddress}}},
    };
}

Part head() {
    return {".",
            {{"number", "ID"},
             {"issue_date", "IssueDate", How::Date},
             {"type_code", "InvoiceTypeCode | CreditNoteTypeCode"},
             {"due_date", "DueDate | PaymentMeans/PaymentDueDate", How::Date},
             {"tax_date", "TaxPointDate", How::Date},
             {"tax_date_code", "InvoicePeriod/DescriptionCode"},
             {"period_start", "InvoicePeriod/StartDate", How::Date},
             {"period_end", "InvoicePeriod/EndDate", How::Date},
             {"order_number", "OrderReference[!ID=NA]/ID"},  // "NA" where only the seller has a number for it
             {"customer_number",
              "AccountingCustomerParty/Party/PartyIdentification/ID | "
              "AccountingCustomerParty/SupplierAssignedAccountID"},
             {"buyer_reference", "BuyerReference"},
             {"project_number", "ProjectReference/ID | AdditionalDocumentReference[DocumentTypeCode=50]/ID"},
             {"contract_number", "ContractDocumentReference/ID"},
             {"sales_order_number", "OrderReference/SalesOrderID"},
             {"receiving_advice", "ReceiptDocumentReference/ID"},
             {"despatch_advice", "DespatchDocumentReference/ID"},
             {"tender", "OriginatorDocumentReference/ID"},
             {"object_id", "AdditionalDocumentReference[DocumentTypeCode=130]/ID"},
             {"object_id_scheme", "AdditionalDocumentReference[DocumentTypeCode=130]/ID/@schemeID"},
             {"accounting_reference", "AccountingCost"},
             {"process", "ProfileID"},
             {"specification", "CustomizationID"},
             {"payment.terms", "PaymentTerms/Note", How::AllText},
             {"payment.reference", "PaymentMeans/PaymentID"},
             {"payment.means_code", "PaymentMeans/PaymentMeansCode"},
             {"payment.means", "PaymentMeans/PaymentMeansCode/@name"},
             {"payment.card_number", "PaymentMeans/CardAccount/PrimaryAccountNumberID"},
             {"payment.card_holder", "PaymentMeans/CardAccount/HolderName"},
             {"payment.mandate", "PaymentMeans/PaymentMandate/ID"},
             {"payment.debited_account", "PaymentMeans/PaymentMandate/PayerFinancialAccount/ID"},
             {"payment.creditor_id",
              "AccountingSupplierParty/Party/PartyIdentification/ID[@schemeID=SEPA] | "
              "PayeeParty/PartyIdentification/ID[@schemeID=SEPA]"},
             {"currency", "DocumentCurrencyCode"},
             {"tax_currency", "TaxCurrencyCode"},
             {"tax", "TaxTotal/TaxAmount[@currencyID=$currency] | TaxTotal/TaxAmount", How::Amount},
             {"tax_in_tax_currency", "TaxTotal/TaxAmount[@currencyID!=$currency]", How::Amount}}};
}

const QVector<Row> kAccount{
    {"payment.iban", "ID"},
    {"payment.bic", "FinancialInstitutionBranch/ID | FinancialInstitutionBranch/FinancialInstitution/ID"},
    {"payment.account_name", "Name"}};

const QVector<Row> kSums{
    {"lines_total", "LineExtensionAmount", How::Amount}, {"allowances", "AllowanceTotalAmount", How::Amount},
    {"charges", "ChargeTotalAmount", How::Amount},       {"net", "TaxExclusiveAmount", How::Amount},
    {"total", "TaxInclusiveAmount", How::Amount},        {"paid", "PrepaidAmount", How::Amount},
    {"rounding", "PayableRoundingAmount", How::Amount},  {"amount_due", "PayableAmount", How::Amount}};

const QVector<Row> kLine{{"description", "Item/Name | Item/Description"},
                         {"item_code", "Item/SellersItemIdentification/ID"},
                         {"quantity", "InvoicedQuantity | CreditedQuantity", How::Amount},
                         {"unit", "InvoicedQuantity/@unitCode | CreditedQuantity/@unitCode"},
                         {"unit_price", "Price/PriceAmount", How::Amount},
                         {"tax_rate", "Item/ClassifiedTaxCategory/Percent", How::Amount},
                         {"tax_category", "Item/ClassifiedTaxCategory/ID"},
                         {"amount", "LineExtensionAmount", How::Amount},
                         {"line_id", "ID"},
                         {"details", ".[Item/Name]/Item/Description"},
                         {"note", "Note", How::AllText},
                         {"buyer_item_code", "Item/BuyersItemIdentification/ID"},
                         {"standard_item_code", "Item/StandardItemIdentification/ID"},
                         {"standard_item_code_scheme", "Item/StandardItemIdentification/ID/@schemeID"},
                         {"origin_country", "Item/OriginCountry/IdentificationCode"},
                         {"order_line", "OrderLineReference/LineID"},
                         {"accounting_reference", "AccountingCost"},
                         {"object_id", "DocumentReference/ID"},
                         {"object_id_scheme", "DocumentReference/ID/@schemeID"},
                         {"period_start", "InvoicePeriod/StartDate", How::Date},
                         {"period_end", "InvoicePeriod/EndDate", How::Date},
                         {"gross_price", "Price/AllowanceCharge/BaseAmount", How::Amount},
                         {"price_discount", "Price/AllowanceCharge/Amount", How::Amount},
                         {"price_quantity", "Price/BaseQuantity", How::Amount},
                         {"price_unit", "Price/BaseQuantity/@unitCode"}};

const QVector<Row> kReduction{{"amount", "Amount", How::Amount},
                              {"base", "BaseAmount", How::Amount},
                              {"percent", "MultiplierFactorNumeric", How::Amount},
                              {"reason", "AllowanceChargeReason", How::AllText},
                              {"reason_code", "AllowanceChargeReasonCode"}};
const QVector<Row> kReductionsTax{{"tax_category", "TaxCategory/ID"}, {"tax_rate", "TaxCategory/Percent", How::Amount}};

constexpr auto kAllowances = "AllowanceCharge[ChargeIndicator=false] | AllowanceCharge[ChargeIndicator=0]";
constexpr auto kCharges = "AllowanceCharge[ChargeIndicator=true] | AllowanceCharge[ChargeIndicator=1]";

QVector<ListPart> lists() {
    return {{"document_allowances", kAllowances, kReduction + kReductionsTax},
            {"document_charges", kCharges, kReduction + kReductionsTax},
            {"notes", "Note", {{"text", "."}}},
            {"documents",
             "AdditionalDocumentReference[!DocumentTypeCode=130][!DocumentTypeCode=50]",
             {{"reference", "ID"},
              {"description", "DocumentDescription | DocumentType"},
              {"url", "Attachment/ExternalReference/URI"},
              {"file_name", "Attachment/EmbeddedDocumentBinaryObject/@filename"}}},
            {"further_accounts",
             "PaymentMeans/PayeeFinancialAccount",
             {{"iban", "ID"},
              {"bic", "FinancialInstitutionBranch/ID | FinancialInstitutionBranch/FinancialInstitution/ID"},
              {"account_name", "Name"}},
             1},
            {"further_preceding_invoices",
             "BillingReference/InvoiceDocumentReference | BillingReference/CreditNoteDocumentReference",
             {{"number", "ID"}, {"date", "IssueDate", How::Date}},
             1},
            {"further_seller_ids", kSellerIds, {{"id", "."}, {"scheme", "@schemeID"}}, 1}};
}

Syntax make() {
    return {
        "UBL",
        "DocumentCurrencyCode",
        "InvoiceTypeCode | CreditNoteTypeCode",
        kCreditNotes,
        parties() + QVector<Part>{head(),
                                  {"BillingReference/InvoiceDocumentReference | "
                                   "BillingReference/CreditNoteDocumentReference",
                                   {{"preceding_invoice", "ID"}, {"preceding_invoice_date", "IssueDate", How::Date}}},
                                  {"PaymentMeans/PayeeFinancialAccount", kAccount},
                                  {"LegalMonetaryTotal", kSums}},
        "InvoiceLine | CreditNoteLine",
        "",
        kLine,
        {{"unit_price", "Price/BaseQuantity"},
         {"gross_price", "Price/BaseQuantity"},
         {"price_discount", "Price/BaseQuantity"}},
        "TaxTotal[TaxAmount/@currencyID=$currency]/TaxSubtotal | TaxTotal/TaxSubtotal",
        {{"category", "TaxCategory/ID"},
         {"rate", "TaxCategory/Percent | Percent", How::Amount},
         {"base", "TaxableAmount", How::Amount},
         {"amount", "TaxAmount", How::Amount},
         {"exemption_reason", "TaxCategory/TaxExemptionReason", How::AllText},
         {"exemption_code", "TaxCategory/TaxExemptionReasonCode"}},
        lists(),
        {{"allowances", kAllowances, kReduction},
         {"charges", kCharges, kReduction},
         {"classifications",
          "Item/CommodityClassification/ItemClassificationCode",
          {{"code", "."}, {"scheme", "@listID"}, {"version", "@listVersionID"}}},
         {"attributes", "Item/AdditionalItemProperty", {{"name", "Name"}, {"value", "Value"}}}}};
}

}  // namespace

const Syntax& ubl() {
    static const Syntax syntax = make();
    return syntax;
}

void completeUbl(Values& values) {
    static const QRegularExpression subject("^#([A-Z]{3})#(.*)$", QRegularExpression::DotMatchesEverythingOption);
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (!values[i].first.startsWith("notes.")) continue;
        const auto match = subject.match(values[i].second);
        if (!match.hasMatch() || match.captured(2).trimmed().isEmpty()) continue;
        values[i].second = match.captured(2).trimmed();
        values.insert(i + 1, {values[i].first.section('.', 0, 1) + ".subject", match.captured(1)});
        ++i;
    }
}

}  // namespace floe::reader
