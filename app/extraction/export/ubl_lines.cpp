#include "app/extraction/export/en16931.h"
#include "app/extraction/export/ubl.h"

namespace floe::exports::ubl {

namespace {

using Money = QVector<PathWriter::Attribute>;

Money moneyOf(const BillFacts& bill) {
    return {{"currencyID", bill["currency"]}};
}

void putCategory(PathWriter& xml, const QString& to, const QString& category, const QString& rate) {
    xml.put(to + "/cbc:ID", category);
    xml.put(to + "/cbc:Percent", rate);
    xml.put(to + "/cac:TaxScheme/cbc:ID", "VAT");
}

/// Of the bill, or of a line: `parent` is the line's element, empty for the bill.
void putReductions(PathWriter& xml, const QString& parent, const QVector<Values>& all, bool charge,
                   const Money& money) {
    const QString to = parent + "cac:AllowanceCharge/";
    for (const Values& one : all) {
        if (parent.isEmpty())
            xml.fresh();
        else
            xml.open(parent.chopped(1));
        xml.put(to + "cbc:ChargeIndicator", charge ? "true" : "false");
        xml.put(to + "cbc:AllowanceChargeReasonCode", one.value("reason_code"));
        xml.put(to + "cbc:AllowanceChargeReason", one.value("reason"));
        xml.put(to + "cbc:MultiplierFactorNumeric", one.value("percent"));
        xml.put(to + "cbc:Amount", one.value("amount"), money);
        xml.put(to + "cbc:BaseAmount", one.value("base"), money);
        if (!one.value("tax_category").isEmpty())
            putCategory(xml, to + "cac:TaxCategory", one.value("tax_category"), one.value("tax_rate"));
    }
}

void putItem(PathWriter& xml, const QString& line, const Values& values) {
    const QString to = line + "cac:Item/", item = line + "cac:Item";
    xml.putRows(
        to, values,
        {{"cbc:Description", "details"},
         {"cbc:Name", "description"},
         {"cac:BuyersItemIdentification/cbc:ID", "buyer_item_code"},
         {"cac:SellersItemIdentification/cbc:ID", "item_code"},
         {"cac:StandardItemIdentification/cbc:ID", "standard_item_code", "schemeID", "standard_item_code_scheme"},
         {"cac:OriginCountry/cbc:IdentificationCode", "origin_country"}});
    for (const Values& one : within(values, "classifications")) {
        xml.open(item);
        xml.put(to + "cac:CommodityClassification/cbc:ItemClassificationCode", one.value("code"),
                {{"listID", one.value("scheme")}, {"listVersionID", one.value("version")}});
    }
    xml.open(item);
    if (!values.value("tax_category").isEmpty())
        putCategory(xml, to + "cac:ClassifiedTaxCategory", values.value("tax_category"), values.value("tax_rate"));
    for (const Values& one : within(values, "attributes")) {
        xml.open(item);
        xml.putRows(to + "cac:AdditionalItemProperty/", one, {{"cbc:Name", "name"}, {"cbc:Value", "value"}});
    }
}

void putPrice(PathWriter& xml, const QString& to, const Values& values, const Money& money) {
    xml.put(to + "cbc:PriceAmount", values.value("unit_price"), money);
    xml.put(to + "cbc:BaseQuantity", values.value("price_quantity"), {{"unitCode", values.value("price_unit")}});
    if ((values.value("gross_price") + values.value("price_discount")).isEmpty()) return;
    const QString discount = values.value("price_discount");
    xml.put(to + "cac:AllowanceCharge/cbc:ChargeIndicator", "false");
    xml.put(to + "cac:AllowanceCharge/cbc:Amount", discount.isEmpty() ? "0" : discount, money);
    xml.put(to + "cac:AllowanceCharge/cbc:BaseAmount", values.value("gross_price"), money);
}

void putTaxes(PathWriter& xml, const BillFacts& bill, const Money& money) {
    xml.put("cac:TaxTotal/cbc:TaxAmount", bill["tax"], money);
    for (const Values& tax : bill.taxes) {
        xml.open("cac:TaxTotal");
        const QString to = "cac:TaxTotal/cac:TaxSubtotal/";
        xml.put(to + "cbc:TaxableAmount", tax.value("base"), money);
        xml.put(to + "cbc:TaxAmount", tax.value("amount"), money);
        xml.putRows(to + "cac:TaxCategory/", tax,
                    {{"cbc:ID", "category"},
                     {"cbc:Percent", "rate"},
                     {"cbc:TaxExemptionReasonCode", "exemption_code"},
                     {"cbc:TaxExemptionReason", "exemption_reason"}});
        xml.put(to + "cac:TaxCategory/cac:TaxScheme/cbc:ID", "VAT");
    }
    if (bill["tax_currency"].isEmpty()) return;
    xml.fresh();
    xml.put("cac:TaxTotal/cbc:TaxAmount", bill["tax_in_tax_currency"], {{"currencyID", bill["tax_currency"]}});
}

}  // namespace

void putSums(PathWriter& xml, const BillFacts& bill) {
    const Money money = moneyOf(bill);
    for (const bool charge : {false, true})
        putReductions(xml, {}, bill.lists.value(charge ? "document_charges" : "document_allowances"), charge, money);
    putTaxes(xml, bill, money);
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

void putLine(PathWriter& xml, const BillFacts& bill, int at) {
    const Values& line = bill.lines[at];
    const Money money = moneyOf(bill);
    const QString to = bill.creditNote ? "cac:CreditNoteLine/" : "cac:InvoiceLine/";
    xml.fresh();
    xml.put(to + "cbc:ID", line.value("line_id", QString::number(at + 1)));
    xml.put(to + "cbc:Note", line.value("note"));
    xml.put(to + (bill.creditNote ? "cbc:CreditedQuantity" : "cbc:InvoicedQuantity"), line.value("quantity"),
            {{"unitCode", line.value("unit")}});
    xml.put(to + "cbc:LineExtensionAmount", line.value("amount"), money);
    xml.putRows(to, line,
                {{"cbc:AccountingCost", "accounting_reference"},
                 {"cac:InvoicePeriod/cbc:StartDate", "period_start"},
                 {"cac:InvoicePeriod/cbc:EndDate", "period_end"},
                 {"cac:OrderLineReference/cbc:LineID", "order_line"},
                 {"cac:DocumentReference/cbc:ID", "object_id", "schemeID", "object_id_scheme"}});
    if (!line.value("object_id").isEmpty()) xml.put(to + "cac:DocumentReference/cbc:DocumentTypeCode", "130");
    for (const bool charge : {false, true})
        putReductions(xml, to, within(line, charge ? "charges" : "allowances"), charge, money);
    putItem(xml, to, line);
    putPrice(xml, to + "cac:Price/", line, money);
}

}  // namespace floe::exports::ubl
