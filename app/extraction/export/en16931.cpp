#include "app/extraction/export/en16931.h"

#include <QRegularExpression>

#include "app/extraction/decimal.h"

namespace floe::exports {

namespace {

/// Units as bills print them, to codes.
const QHash<QString, QString>& unitCodes() {
    static const QHash<QString, QString> codes{
        {"h", "HUR"},    {"hr", "HUR"},      {"hrs", "HUR"},     {"hour", "HUR"},  {"hours", "HUR"}, {"std", "HUR"},
        {"std.", "HUR"}, {"stunde", "HUR"},  {"stunden", "HUR"}, {"day", "DAY"},   {"days", "DAY"},  {"tag", "DAY"},
        {"tage", "DAY"}, {"month", "MON"},   {"months", "MON"},  {"monat", "MON"}, {"kg", "KGM"},    {"g", "GRM"},
        {"t", "TNE"},    {"m", "MTR"},       {"cm", "CMT"},      {"mm", "MMT"},    {"km", "KMT"},    {"m²", "MTK"},
        {"m2", "MTK"},   {"qm", "MTK"},      {"m³", "MTQ"},      {"m3", "MTQ"},    {"l", "LTR"},     {"liter", "LTR"},
        {"kwh", "KWH"},  {"pauschal", "LS"}, {"set", "SET"},     {"pair", "PR"},   {"paar", "PR"}};
    return codes;
}

QString unitCode(const QString& unit) {
    static const QRegularExpression code("^[A-Z0-9]{2,3}$");
    if (code.match(unit).hasMatch()) return unit;
    return unitCodes().value(unit.toLower(), "C62");
}

bool isAboveZero(const QString& number) {
    const auto value = Decimal::parse(number);
    return value && !value->isZero() && !value->isNegative();
}

/// Standard rates say their category themselves; a rate of 0 has many reasons.
void categorise(Values& values, const char* category, const char* rate) {
    if (values.value(category).isEmpty() && isAboveZero(values.value(rate))) values[category] = "S";
}

/// Why nothing is taxed, where the category alone says it (codes of the CEF's list VATEX).
QString exemptionCode(const QString& category) {
    static const QHash<QString, QString> codes{
        {"AE", "VATEX-EU-AE"}, {"K", "VATEX-EU-IC"}, {"G", "VATEX-EU-G"}, {"O", "VATEX-EU-O"}};
    return codes.value(category);
}

void need(QStringList& missing, const QString& value, const char* what) {
    if (value.isEmpty()) missing += QString::fromUtf8(what);
}

void needLine(QStringList& missing, const Values& line, int number) {
    const struct {
        const char *member, *what;
    } all[] = {{"description", "name (BT-153)"},
               {"quantity", "quantity (BT-129)"},
               {"unit_price", "price (BT-146)"},
               {"amount", "amount (BT-131)"},
               {"tax_category", "tax category (BT-151)"}};
    QStringList parts;
    for (const auto& one : all)
        if (line.value(one.member).isEmpty()) parts += one.what;
    if (!parts.isEmpty()) missing += QString("of line %1: %2").arg(number).arg(parts.join(", "));
}

}  // namespace

BillFacts eInvoiceFacts(const Extraction& extraction) {
    BillFacts bill = factsOf(extraction, true);
    for (Values& tax : bill.taxes) {
        categorise(tax, "category", "rate");
        tax["exemption_code"] = exemptionCode(tax.value("category"));
    }
    for (Values& line : bill.lines) {
        if (line.value("tax_rate").isEmpty() && bill.taxes.size() == 1) line["tax_rate"] = bill.taxes[0].value("rate");
        if (line.value("tax_category").isEmpty() && bill.taxes.size() == 1)
            line["tax_category"] = bill.taxes[0].value("category");
        categorise(line, "tax_category", "tax_rate");
        if (line.value("tax_category") == "O") line.remove("tax_rate");  // outside of the tax, so without a rate
        if (!line.value("quantity").isEmpty()) line["unit"] = unitCode(line.value("unit"));
    }
    return bill;
}

QStringList missingIn(const BillFacts& bill) {
    QStringList missing;
    need(missing, bill["number"], "number (BT-1)");
    need(missing, bill["issue_date"], "issue date (BT-2)");
    need(missing, bill["currency"], "currency (BT-5)");
    need(missing, bill["seller.name"], "seller name (BT-27)");
    need(missing, addressParts(bill["seller.address"]).country, "seller country (BT-40)");
    need(missing, bill["seller.vat_id"] + bill["seller.tax_id"] + bill["seller.legal_id"],
         "an identifier of the seller (BT-30, BT-31 or BT-32)");
    need(missing, bill["buyer.name"], "buyer name (BT-44)");
    need(missing, addressParts(bill["buyer.address"]).country, "buyer country (BT-55)");
    need(missing, bill["lines_total"], "sum of the lines (BT-106)");
    need(missing, bill["net"], "net sum (BT-109)");
    need(missing, bill["total"], "total (BT-112)");
    need(missing, bill["amount_due"], "amount due (BT-115)");
    if (bill.taxes.isEmpty()) missing += "taxes of each rate (BG-23)";
    for (const Values& tax : bill.taxes)
        if (tax.value("category").isEmpty())
            missing += QString("tax category (BT-118) of the rate %1").arg(tax.value("rate", "0"));
    for (const Values& tax : bill.taxes)
        if (tax.value("category") == "E") missing += "why the tax is exempt (BT-120)";
    if (bill.lines.isEmpty()) missing += "lines (BG-25)";
    for (int i = 0; i < bill.lines.size(); ++i) needLine(missing, bill.lines[i], i + 1);
    if ((!unlessZero(bill["allowances"]).isEmpty() || !unlessZero(bill["charges"]).isEmpty()) &&
        adjustments(bill).isEmpty())
        missing += "how allowances and charges are split among the tax rates (BG-20, BG-21)";
    return missing;
}

QString typeCode(const BillFacts& bill) {
    return bill.creditNote ? "381" : "380";
}

QString paymentCode(const BillFacts& bill) {
    static const QRegularExpression iban("^[A-Z]{2}[0-9]{2}[A-Z0-9 ]{11,40}$");
    const QString account = bill["payment.iban"];
    return account.isEmpty() ? "1" : iban.match(account).hasMatch() ? "58" : "30";
}

QVector<Adjustment> adjustments(const BillFacts& bill) {
    QVector<Adjustment> all;
    if (bill.taxes.size() != 1) return all;
    const Values& tax = bill.taxes[0];
    for (const bool charge : {false, true})
        if (const QString amount = unlessZero(bill[charge ? "charges" : "allowances"]); !amount.isEmpty())
            all.append({charge, amount, tax.value("category"), tax.value("rate")});
    return all;
}

QString unlessZero(const QString& amount) {
    const auto value = Decimal::parse(amount);
    return value && value->isZero() ? QString() : amount;
}

}  // namespace floe::exports
