// UN/CEFACT Cross Industry Invoice D16B: Factur-X and ZUGFeRD 2 in all profiles, XRechnung. The paths are those of
// EN 16931-3-3. ZUGFeRD 1 (2014) has the same order of things under other names.
#include "app/documents/reader/e_invoice/syntax.h"

namespace floe::reader {

namespace {

constexpr auto kCreditNotes = " 81 83 261 262 296 308 381 396 420 458 502 503 532 ";

constexpr auto kAddress =
    "PostalTradeAddress/LineOne ; PostalTradeAddress/LineTwo ; PostalTradeAddress/LineThree ; "
    "PostalTradeAddress/PostcodeCode + PostalTradeAddress/CityName ; PostalTradeAddress/CountrySubDivisionName ; "
    "PostalTradeAddress/CountryID";
constexpr auto kEmail =
    "DefinedTradeContact/EmailURIUniversalCommunication/URIID | URIUniversalCommunication/URIID[@schemeID=EM]";
constexpr auto kVatId = "SpecifiedTaxRegistration/ID[@schemeID=VA]";
constexpr auto kPhone = "DefinedTradeContact/TelephoneUniversalCommunication/CompleteNumber";
constexpr auto kContact = "DefinedTradeContact/PersonName | DefinedTradeContact/DepartmentName";
constexpr auto kLegalId = "SpecifiedLegalOrganization/ID";
constexpr auto kLegalIdScheme = "SpecifiedLegalOrganization/ID/@schemeID";

// An identifier with a scheme is a GlobalID; where both are there, the plain one is the first.
constexpr auto kId = "ID | GlobalID";
constexpr auto kIdScheme = ".[!ID]/GlobalID/@schemeID";

const QVector<Row> kSeller{{"seller.name", "Name"},
                           {"seller.trading_name", "SpecifiedLegalOrganization/TradingBusinessName"},
                           {"seller.address", kAddress},
                           {"seller.email", kEmail},
                           {"seller.phone", kPhone},
                           {"seller.vat_id", kVatId},
                           {"seller.tax_id", "SpecifiedTaxRegistration/ID[@schemeID=FC]"},
                           {"seller.legal_id", kLegalId},
                           {"seller.legal_id_scheme", kLegalIdScheme},
                           {"seller.id", kId},
                           {"seller.id_scheme", kIdScheme},
                           {"seller.legal_form", "Description"},
                           {"seller.electronic_address", "URIUniversalCommunication/URIID"},
                           {"seller.electronic_address_scheme", "URIUniversalCommunication/URIID/@schemeID"},
                           {"seller.contact_name", kContact}};

const QVector<Row> kBuyer{{"buyer.name", "Name"},
                          {"buyer.trading_name", "SpecifiedLegalOrganization/TradingBusinessName"},
                          {"buyer.address", kAddress},
                          {"buyer.email", kEmail},
                          {"buyer.phone", kPhone},
                          {"buyer.vat_id", kVatId},
                          {"buyer.legal_id", kLegalId},
                          {"buyer.legal_id_scheme", kLegalIdScheme},
                          {"customer_number", kId},
                          {"customer_number_scheme", kIdScheme},
                          {"buyer.electronic_address", "URIUniversalCommunication/URIID"},
                          {"buyer.electronic_address_scheme", "URIUniversalCommunication/URIID/@schemeID"},
                          {"buyer.contact_name", kContact}};

const QVector<Row> kPayee{{"payee.name", "Name"},
                          {"payee.id", kId},
                          {"payee.id_scheme", kIdScheme},
                          {"payee.legal_id", kLegalId},
                          {"payee.legal_id_scheme", kLegalIdScheme}};

const QVector<Row> kTaxRepresentative{{"tax_representative.name", "Name"},
                                      {"tax_representative.vat_id", kVatId},
                                      {"tax_representative.address", kAddress}};

const QVector<Row> kHead{
    {"number", "ID"}, {"issue_date", "IssueDateTime/DateTimeString", How::Date}, {"type_code", "TypeCode"}};

/// Numbers of other documents, under either name that their element has.
const QVector<Row> kAgreement{
    {"order_number", "BuyerOrderReferencedDocument/IssuerAssignedID | BuyerOrderReferencedDocument/ID"},
    {"buyer_reference", "BuyerReference"},
    {"project_number", "SpecifiedProcuringProject/ID"},
    {"contract_number", "ContractReferencedDocument/IssuerAssignedID | ContractReferencedDocument/ID"},
    {"sales_order_number", "SellerOrderReferencedDocument/IssuerAssignedID"},
    {"tender", "AdditionalReferencedDocument[TypeCode=50]/IssuerAssignedID"},
    {"object_id", "AdditionalReferencedDocument[TypeCode=130]/IssuerAssignedID"},
    {"object_id_scheme", "AdditionalReferencedDocument[TypeCode=130]/ReferenceTypeCode"}};

const QVector<Row> kDelivery{
    {"delivery_date", "ActualDeliverySupplyChainEvent/OccurrenceDateTime/DateTimeString", How::Date},
    {"receiving_advice", "ReceivingAdviceReferencedDocument/IssuerAssignedID"},
    {"despatch_advice", "DespatchAdviceReferencedDocument/IssuerAssignedID | DeliveryNoteReferencedDocument/ID"}};

const QVector<Row> kShipTo{{"delivery.name", "Name"},
                           {"delivery.location_id", kId},
                           {"delivery.location_id_scheme", kIdScheme},
                           {"delivery.address", kAddress}};

const QVector<Row> kSettlement{
    {"due_date", "SpecifiedTradePaymentTerms/DueDateDateTime/DateTimeString", How::Date},
    {"period_start", "BillingSpecifiedPeriod/StartDateTime/DateTimeString", How::Date},
    {"period_end", "BillingSpecifiedPeriod/EndDateTime/DateTimeString", How::Date},
    {"tax_date", "ApplicableTradeTax/TaxPointDate/DateString", How::Date},
    {"tax_date_code", "ApplicableTradeTax/DueDateTypeCode"},
    {"accounting_reference", "ReceivableSpecifiedTradeAccountingAccount/ID"},
    {"payment.terms", "SpecifiedTradePaymentTerms/Description", How::AllText},
    {"payment.reference", "PaymentReference"},
    {"payment.means_code", "SpecifiedTradeSettlementPaymentMeans/TypeCode"},
    {"payment.means", "SpecifiedTradeSettlementPaymentMeans/Information"},
    {"payment.card_number", "SpecifiedTradeSettlementPaymentMeans/ApplicableTradeSettlementFinancialCard/ID"},
    {"payment.card_holder",
     "SpecifiedTradeSettlementPaymentMeans/ApplicableTradeSettlementFinancialCard/CardholderName"},
    {"payment.mandate", "SpecifiedTradePaymentTerms/DirectDebitMandateID"},
    {"payment.creditor_id", "CreditorReferenceID"},
    {"payment.debited_account", "SpecifiedTradeSettlementPaymentMeans/PayerPartyDebtorFinancialAccount/IBANID"},
    {"currency", "InvoiceCurrencyCode"},
    {"tax_currency", "TaxCurrencyCode"}};

// Ways to pay that name an account: those with an IBAN first.
constexpr auto kMeans =
    "SpecifiedTradeSettlementPaymentMeans[PayeePartyCreditorFinancialAccount/IBANID] | "
    "SpecifiedTradeSettlementPaymentMeans[PayeePartyCreditorFinancialAccount/ProprietaryID] | "
    "SpecifiedTradeSettlementPaymentMeans[PayeeSpecifiedCreditorFinancialInstitution/BICID]";
constexpr auto kAnIban = "SpecifiedTradeSettlementPaymentMeans/PayeePartyCreditorFinancialAccount/IBANID";
constexpr auto kMeansByIban = "SpecifiedTradeSettlementPaymentMeans[PayeePartyCreditorFinancialAccount/IBANID]";
constexpr auto kOtherMeans =
    "SpecifiedTradeSettlementPaymentMeans[!PayeePartyCreditorFinancialAccount/IBANID]"
    "[PayeePartyCreditorFinancialAccount/ProprietaryID]";
constexpr auto kIban = "PayeePartyCreditorFinancialAccount/IBANID | PayeePartyCreditorFinancialAccount/ProprietaryID";
constexpr auto kBic = "PayeeSpecifiedCreditorFinancialInstitution/BICID";
constexpr auto kAccountName = "PayeePartyCreditorFinancialAccount/AccountName";

constexpr auto kPrecedingDate = "FormattedIssueDateTime/DateTimeString | IssueDateTime/DateTimeString | IssueDateTime";

const QVector<Row> kSums{{"lines_total", "LineTotalAmount", How::Amount},
                         {"allowances", "AllowanceTotalAmount", How::Amount},
                         {"charges", "ChargeTotalAmount", How::Amount},
                         {"net", "TaxBasisTotalAmount[@currencyID=$currency] | TaxBasisTotalAmount", How::Amount},
                         {"tax", "TaxTotalAmount[@currencyID=$currency] | TaxTotalAmount", How::Amount},
                         {"tax_in_tax_currency", "TaxTotalAmount[@currencyID!=$currency]", How::Amount},
                         {"total", "GrandTotalAmount[@currencyID=$currency] | GrandTotalAmount", How::Amount},
                         {"paid", "TotalPrepaidAmount", How::Amount},
                         {"rounding", "RoundingAmount", How::Amount},
                         {"amount_due", "DuePayableAmount", How::Amount}};

const QVector<Row> kReduction{{"amount", "ActualAmount", How::Amount},
                              {"base", "BasisAmount", How::Amount},
                              {"percent", "CalculationPercent", How::Amount},
                              {"reason", "Reason"},
                              {"reason_code", "ReasonCode"}};
constexpr auto kAllowed = "SpecifiedTradeAllowanceCharge[ChargeIndicator/Indicator=false]";
constexpr auto kCharged = "SpecifiedTradeAllowanceCharge[ChargeIndicator/Indicator=true]";

/// Where the two versions differ.
struct Version {
    const char* name;
    const char* deal;  // all below the head
    const char* head;
    const char* context;
    const char* part;  // "ApplicableHeaderTrade": what its three parts begin with
    const char* linePart;
    const char* sums;
    const char* lineSums;
    const char* percent;  // of a tax
    const char* passedOver;
};

const Version kD16b{"CII",
                    "SupplyChainTradeTransaction/",
                    "ExchangedDocument",
                    "ExchangedDocumentContext",
                    "ApplicableHeaderTrade",
                    "SpecifiedLineTrade",
                    "SpecifiedTradeSettlementHeaderMonetarySummation",
                    "SpecifiedTradeSettlementLineMonetarySummation",
                    "RateApplicablePercent",
                    "AssociatedDocumentLineDocument[LineStatusReasonCode=GROUP] | "
                    "AssociatedDocumentLineDocument[LineStatusReasonCode=INFORMATION]"};
const Version kZugferd1{"ZUGFeRD 1",
                        "SpecifiedSupplyChainTradeTransaction/",
                        "HeaderExchangedDocument",
                        "SpecifiedExchangedDocumentContext",
                        "ApplicableSupplyChainTrade",
                        "SpecifiedSupplyChainTrade",
                        "SpecifiedTradeSettlementMonetarySummation",
                        "SpecifiedTradeSettlementMonetarySummation",
                        "ApplicablePercent",
                        ""};

/// Paths that are put together stay for the life of the program, as tables want them.
const char* kept(const QByteArray& path) {
    static QVector<QByteArray> all;
    all.append(path);
    return all.last().constData();
}

QVector<Part> header(const Version& v) {
    const QByteArray deal = v.deal, part = deal + v.part;
    const QByteArray agreement = part + "Agreement", delivery = part + "Delivery", settlement = part + "Settlement";
    return {{v.context,
             {{"process", "BusinessProcessSpecifiedDocumentContextParameter/ID"},
              {"specification", "GuidelineSpecifiedDocumentContextParameter/ID"}}},
            {v.head, kHead},
            {kept(agreement + "/SellerTradeParty"), kSeller},
            {kept(agreement + "/BuyerTradeParty"), kBuyer},
            {kept(agreement + "/SellerTaxRepresentativeTradeParty"), kTaxRepresentative},
            {kept(agreement), kAgreement},
            {kept(delivery), kDelivery},
            {kept(delivery + "/ShipToTradeParty"), kShipTo},
            {kept(settlement), kSettlement},
            {kept(settlement + "/PayeeTradeParty"), kPayee},
            {kept(settlement + "/" + QByteArray(kMeans).replace("| ", "| " + settlement + '/')),
             {{"payment.iban", kIban}, {"payment.bic", kBic}, {"payment.account_name", kAccountName}}},
            {kept(settlement + "/InvoiceReferencedDocument"),
             {{"preceding_invoice", "IssuerAssignedID | ID"}, {"preceding_invoice_date", kPrecedingDate, How::Date}}},
            {kept(settlement + '/' + v.sums), kSums}};
}

QVector<Row> lineRows(const Version& v) {
    const QByteArray agreement = QByteArray(v.linePart) + "Agreement/", delivery = QByteArray(v.linePart) + "Delivery/",
                     settlement = QByteArray(v.linePart) + "Settlement/";
    const QByteArray net = agreement + "NetPriceProductTradePrice/", gross = agreement + "GrossPriceProductTradePrice/";
    const QByteArray tax = settlement + "ApplicableTradeTax/", object = settlement + "AdditionalReferencedDocument/";
    const QByteArray less = gross + "AppliedTradeAllowanceCharge[ChargeIndicator/Indicator=false]/ActualAmount";
    return {{"description", "SpecifiedTradeProduct/Name | SpecifiedTradeProduct/Description"},
            {"item_code", "SpecifiedTradeProduct/SellerAssignedID"},
            {"quantity", kept(delivery + "BilledQuantity"), How::Amount},
            {"unit", kept(delivery + "BilledQuantity/@unitCode")},
            {"unit_price", kept(net + "ChargeAmount"), How::Amount},
            {"tax_rate", kept(tax + v.percent), How::Amount},
            {"tax_category", kept(tax + "CategoryCode")},
            {"amount", kept(settlement + v.lineSums + "/LineTotalAmount"), How::Amount},
            {"line_id", "AssociatedDocumentLineDocument/LineID"},
            {"details", ".[SpecifiedTradeProduct/Name]/SpecifiedTradeProduct/Description"},
            {"note", "AssociatedDocumentLineDocument/IncludedNote/Content", How::AllText},
            {"buyer_item_code", "SpecifiedTradeProduct/BuyerAssignedID"},
            {"standard_item_code", "SpecifiedTradeProduct/GlobalID"},
            {"standard_item_code_scheme", "SpecifiedTradeProduct/GlobalID/@schemeID"},
            {"origin_country", "SpecifiedTradeProduct/OriginTradeCountry/ID"},
            {"order_line", kept(agreement + "BuyerOrderReferencedDocument/LineID")},
            {"accounting_reference", kept(settlement + "ReceivableSpecifiedTradeAccountingAccount/ID")},
            {"object_id", kept(object + "IssuerAssignedID")},
            {"object_id_scheme", kept(object + "ReferenceTypeCode")},
            {"period_start", kept(settlement + "BillingSpecifiedPeriod/StartDateTime/DateTimeString"), How::Date},
            {"period_end", kept(settlement + "BillingSpecifiedPeriod/EndDateTime/DateTimeString"), How::Date},
            {"gross_price", kept(gross + "ChargeAmount"), How::Amount},
            {"price_discount", kept(less), How::Sum},
            {"price_quantity", kept(net + "BasisQuantity | " + gross + "BasisQuantity"), How::Amount},
            {"price_unit", kept(net + "BasisQuantity/@unitCode | " + gross + "BasisQuantity/@unitCode")}};
}

QVector<ListPart> lists(const Version& v) {
    const QByteArray deal = v.deal, part = deal + v.part;
    const QByteArray seller = part + "Agreement/SellerTradeParty", settlement = part + "Settlement/";
    const QVector<Row> tax{{"tax_category", "CategoryTradeTax/CategoryCode"},
                           {"tax_rate", kept(QByteArray("CategoryTradeTax/") + v.percent), How::Amount}};
    const QByteArray inSettlement = part + "Settlement";
    const QVector<Row> account{{"iban", kIban}, {"bic", kBic}, {"account_name", kAccountName}};
    const QVector<Row> id{{"id", "."}, {"scheme", "@schemeID"}};
    return {{"document_allowances", kept(settlement + kAllowed), kReduction + tax},
            {"document_charges", kept(settlement + kCharged), kReduction + tax},
            {"document_charges",
             kept(settlement + "SpecifiedLogisticsServiceCharge"),
             {{"amount", "AppliedAmount", How::Amount},
              {"tax_category", "AppliedTradeTax/CategoryCode"},
              {"tax_rate", kept(QByteArray("AppliedTradeTax/") + v.percent), How::Amount},
              {"reason", "Description"}}},
            {"notes", kept(QByteArray(v.head) + "/IncludedNote"), {{"text", "Content"}, {"subject", "SubjectCode"}}},
            {"documents",
             kept(part + "Agreement/AdditionalReferencedDocument[TypeCode=916]"),
             {{"reference", "IssuerAssignedID"},
              {"description", "Name"},
              {"url", "URIID"},
              {"file_name", "AttachmentBinaryObject/@filename"}}},
            {"further_accounts", kept(settlement + kMeansByIban), account, 1},
            {"further_accounts", kept(inSettlement + "[" + kAnIban + "]/" + kOtherMeans), account},
            {"further_accounts", kept(inSettlement + "[!" + kAnIban + "]/" + kOtherMeans), account, 1},
            {"further_preceding_invoices",
             kept(settlement + "InvoiceReferencedDocument"),
             {{"number", "IssuerAssignedID | ID"}, {"date", kPrecedingDate, How::Date}},
             1},
            {"further_seller_ids", kept(seller + "/ID"), id, 1},
            {"further_seller_ids", kept(seller + "[ID]/GlobalID"), id},
            {"further_seller_ids", kept(seller + "[!ID]/GlobalID"), id, 1}};
}

Syntax make(const Version& v) {
    const QByteArray deal = v.deal, settlement = deal + v.part + "Settlement/";
    const QByteArray net = QByteArray(v.linePart) + "Agreement/NetPriceProductTradePrice/BasisQuantity";
    const QByteArray gross = QByteArray(v.linePart) + "Agreement/GrossPriceProductTradePrice/BasisQuantity";
    const QByteArray lineSettlement = QByteArray(v.linePart) + "Settlement/";
    return {v.name,
            kept(settlement + "InvoiceCurrencyCode"),
            kept(QByteArray(v.head) + "/TypeCode"),
            kCreditNotes,
            header(v),
            kept(deal + "IncludedSupplyChainTradeLineItem"),
            v.passedOver,
            lineRows(v),
            {{"unit_price", kept(net)},
             {"gross_price", kept(gross + " | " + net)},
             {"price_discount", kept(gross + " | " + net)}},
            kept(settlement + "ApplicableTradeTax"),
            {{"category", "CategoryCode"},
             {"rate", v.percent, How::Amount},
             {"base", "BasisAmount", How::Amount},
             {"amount", "CalculatedAmount", How::Amount},
             {"exemption_reason", "ExemptionReason"},
             {"exemption_code", "ExemptionReasonCode"}},
            lists(v),
            {{"allowances", kept(lineSettlement + kAllowed), kReduction},
             {"charges", kept(lineSettlement + kCharged), kReduction},
             {"classifications",
              "SpecifiedTradeProduct/DesignatedProductClassification/ClassCode",
              {{"code", "."}, {"scheme", "@listID"}, {"version", "@listVersionID"}}},
             {"attributes",
              "SpecifiedTradeProduct/ApplicableProductCharacteristic",
              {{"name", "Description"}, {"value", "Value"}}}}};
}

}  // namespace

const Syntax& cii() {
    static const Syntax syntax = make(kD16b);
    return syntax;
}

const Syntax& zugferd1() {
    static const Syntax syntax = make(kZugferd1);
    return syntax;
}

void completeCii(Values& values) {
    static const QPair<const char*, const char*> codes[] = {{"5", "3"}, {"29", "35"}, {"72", "432"}};
    for (auto& [field, value] : values)
        for (const auto& [theirs, ours] : codes)
            if (field == "tax_date_code" && value == theirs) {
                value = ours;
                break;
            }
}

}  // namespace floe::reader
