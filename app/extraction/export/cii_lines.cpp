#include "app/extraction/export/cii.h"

namespace floe::exports::cii {

namespace {

const QString kDeal = "rsm:SupplyChainTradeTransaction/";

void putTax(PathWriter& xml, const QString& to, const QString& category, const QString& rate) {
    xml.put(to + "/ram:TypeCode", "VAT");
    xml.put(to + "/ram:CategoryCode", category);
    xml.put(to + "/ram:RateApplicablePercent", rate);
}

void putProduct(PathWriter& xml, const QString& to, const Values& line) {
    xml.putRows(to, line,
                {{"ram:GlobalID", "standard_item_code", "schemeID", "standard_item_code_scheme"},
                 {"ram:SellerAssignedID", "item_code"},
                 {"ram:BuyerAssignedID", "buyer_item_code"},
                 {"ram:Name", "description"},
                 {"ram:Description", "details"}});
    for (const Values& one : within(line, "attributes")) {
        xml.open(to.chopped(1));
        xml.putRows(to + "ram:ApplicableProductCharacteristic/", one,
                    {{"ram:Description", "name"}, {"ram:Value", "value"}});
    }
    for (const Values& one : within(line, "classifications")) {
        xml.open(to.chopped(1));
        xml.put(to + "ram:DesignatedProductClassification/ram:ClassCode", one.value("code"),
                {{"listID", one.value("scheme")}, {"listVersionID", one.value("version")}});
    }
    xml.put(to + "ram:OriginTradeCountry/ram:ID", line.value("origin_country"));
}

void putPrices(PathWriter& xml, const QString& to, const Values& line) {
    const QString gross = to + "ram:GrossPriceProductTradePrice/";
    if (!line.value("gross_price").isEmpty()) {
        xml.putRows(
            gross, line,
            {{"ram:ChargeAmount", "gross_price"}, {"ram:BasisQuantity", "price_quantity", "unitCode", "price_unit"}});
        if (!line.value("price_discount").isEmpty()) {
            xml.put(gross + "ram:AppliedTradeAllowanceCharge/ram:ChargeIndicator/udt:Indicator", "false");
            xml.put(gross + "ram:AppliedTradeAllowanceCharge/ram:ActualAmount", line.value("price_discount"));
        }
    }
    xml.putRows(
        to + "ram:NetPriceProductTradePrice/", line,
        {{"ram:ChargeAmount", "unit_price"}, {"ram:BasisQuantity", "price_quantity", "unitCode", "price_unit"}});
}

}  // namespace

void putDate(PathWriter& xml, const QString& path, const QString& iso) {
    xml.put(path + "/udt:DateTimeString", QString(iso).remove('-'), {{"format", "102"}});
}

void putPeriod(PathWriter& xml, const QString& settlement, const Values& values) {
    putDate(xml, settlement + "ram:BillingSpecifiedPeriod/ram:StartDateTime", values.value("period_start"));
    putDate(xml, settlement + "ram:BillingSpecifiedPeriod/ram:EndDateTime", values.value("period_end"));
}

void putReductions(PathWriter& xml, const QString& settlement, const QVector<Values>& all, bool charge) {
    const QString to = settlement + "ram:SpecifiedTradeAllowanceCharge/";
    for (const Values& one : all) {
        xml.open(settlement.chopped(1));
        xml.put(to + "ram:ChargeIndicator/udt:Indicator", charge ? "true" : "false");
        xml.putRows(to, one,
                    {{"ram:CalculationPercent", "percent"},
                     {"ram:BasisAmount", "base"},
                     {"ram:ActualAmount", "amount"},
                     {"ram:ReasonCode", "reason_code"},
                     {"ram:Reason", "reason"}});
        if (!one.value("tax_category").isEmpty())
            putTax(xml, to + "ram:CategoryTradeTax", one.value("tax_category"), one.value("tax_rate"));
    }
}

void putLine(PathWriter& xml, const Values& line, int number) {
    const QString to = kDeal + "ram:IncludedSupplyChainTradeLineItem/";
    const QString settlement = to + "ram:SpecifiedLineTradeSettlement/";
    xml.open(kDeal.chopped(1));
    xml.put(to + "ram:AssociatedDocumentLineDocument/ram:LineID", line.value("line_id", QString::number(number)));
    xml.put(to + "ram:AssociatedDocumentLineDocument/ram:IncludedNote/ram:Content", line.value("note"));
    putProduct(xml, to + "ram:SpecifiedTradeProduct/", line);
    xml.put(to + "ram:SpecifiedLineTradeAgreement/ram:BuyerOrderReferencedDocument/ram:LineID",
            line.value("order_line"));
    putPrices(xml, to + "ram:SpecifiedLineTradeAgreement/", line);
    xml.put(to + "ram:SpecifiedLineTradeDelivery/ram:BilledQuantity", line.value("quantity"),
            {{"unitCode", line.value("unit")}});
    if (!line.value("tax_category").isEmpty())
        putTax(xml, settlement + "ram:ApplicableTradeTax", line.value("tax_category"), line.value("tax_rate"));
    putPeriod(xml, settlement, line);
    for (const bool charge : {false, true})
        putReductions(xml, settlement, within(line, charge ? "charges" : "allowances"), charge);
    xml.put(settlement + "ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount", line.value("amount"));
    if (!line.value("object_id").isEmpty()) {
        xml.put(settlement + "ram:AdditionalReferencedDocument/ram:IssuerAssignedID", line.value("object_id"));
        xml.put(settlement + "ram:AdditionalReferencedDocument/ram:TypeCode", "130");
        xml.put(settlement + "ram:AdditionalReferencedDocument/ram:ReferenceTypeCode", line.value("object_id_scheme"));
    }
    xml.put(settlement + "ram:ReceivableSpecifiedTradeAccountingAccount/ram:ID", line.value("accounting_reference"));
}

}  // namespace floe::exports::cii
