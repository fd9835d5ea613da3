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

/// The price for `quantity` whose division gives the price for one, spelt alike; empty: there is none.
QString priceFor(const QString& price, const Decimal& quantity) {
    const auto one = Decimal::parse(price);
    const auto product = one ? Decimal::multiply(*one, quantity, 9) : std::nullopt;
    for (const int places : {2, 3, 4, 5, 6, 7, 8, 9, 0, 1}) {
        const auto rounded = product ? Decimal::multiply(*product, Decimal(1, 0), places) : std::nullopt;
        const auto back = rounded ? Decimal::divide(*rounded, quantity, 9) : std::nullopt;
        if (back && back->toString() == price) return rounded->toString();
    }
    return {};
}

void priceForQuantity(Values& line) {
    const auto quantity = Decimal::parse(line.value("price_quantity"));
    const QStringList members{"unit_price", "gross_price", "price_discount"};
    Values whole;
    for (const QString& member : members)
        if (const QString price = line.value(member); !price.isEmpty() && quantity && !quantity->isZero())
            whole[member] = priceFor(price, *quantity);
    if (!quantity || quantity->isZero() || whole.values().contains(QString())) {  // then they stay for one unit
        line.remove("price_quantity");
        line.remove("price_unit");
        return;
    }
    for (auto it = whole.begin(); it != whole.end(); ++it) line[it.key()] = it.value();
}

/// The tax of what the bill lists, where it does not say it; without a list the sum is one, with the only rate.
void addAdjustments(BillFacts& bill, bool charge) {
    QVector<Values>& all = bill.lists[charge ? "document_charges" : "document_allowances"];
    const QString amount = unlessZero(bill[charge ? "charges" : "allowances"]);
    const bool oneRate = bill.taxes.size() == 1;
    if (all.isEmpty() && !amount.isEmpty() && oneRate)
        all.append(Values{{"amount", amount}, {"reason", charge ? "Charges" : "Allowances"}});
    for (Values& one : all) {
        if (oneRate && one.value("tax_category").isEmpty() && one.value("tax_rate").isEmpty()) {
            one["tax_category"] = bill.taxes[0].value("category");
            one["tax_rate"] = bill.taxes[0].value("rate");
        }
        categorise(one, "tax_category", "tax_rate");
        if (one.value("tax_category") == "O") one.remove("tax_rate");
    }
}

void needReasons(QStringList& missing, const BillFacts& bill) {
    for (const bool charge : {false, true}) {
        const QString word = charge ? "charge" : "allowance";
        const QVector<Values> all = bill.lists.value(charge ? "document_charges" : "document_allowances");
        for (const Values& one : all) {
            if ((one.value("reason") + one.value("reason_code")).isEmpty())
                missing += QString("the reason of the %1 of %2 (%3)")
                               .arg(word, one.value("amount"), charge ? "BT-104" : "BT-97");
            if (one.value("tax_category").isEmpty())
                missing += QString("the tax category of the %1 of %2 (%3)")
                               .arg(word, one.value("amount"), charge ? "BT-102" : "BT-95");
        }
        if (all.isEmpty() && !unlessZero(bill[charge ? "charges" : "allowances"]).isEmpty())
            missing += QString("how %1s are split among the tax rates (%2)").arg(word, charge ? "BG-21" : "BG-20");
    }
}

/// What the header says once, before what a list says further.
QVector<Values> withFirst(const BillFacts& bill, const QVector<QPair<QString, QString>>& first, const QString& list) {
    Values values;
    for (const auto& [member, path] : first)
        if (!bill[path].isEmpty()) values[member] = bill[path];
    return (values.isEmpty() ? QVector<Values>() : QVector<Values>{values}) + bill.lists.value(list);
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
        if ((tax.value("exemption_reason") + tax.value("exemption_code")).isEmpty())
            tax["exemption_code"] = exemptionCode(tax.value("category"));
    }
    for (const bool charge : {false, true}) addAdjustments(bill, charge);
    for (Values& line : bill.lines) {
        if (line.value("tax_rate").isEmpty() && bill.taxes.size() == 1) line["tax_rate"] = bill.taxes[0].value("rate");
        if (line.value("tax_category").isEmpty() && bill.taxes.size() == 1)
            line["tax_category"] = bill.taxes[0].value("category");
        categorise(line, "tax_category", "tax_rate");
        if (line.value("tax_category") == "O") line.remove("tax_rate");  // outside of the tax, so without a rate
        if (!line.value("quantity").isEmpty()) line["unit"] = unitCode(line.value("unit"));
        if (!line.value("price_unit").isEmpty()) line["price_unit"] = unitCode(line.value("price_unit"));
        priceForQuantity(line);
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
        if (tax.value("category") == "E" && (tax.value("exemption_reason") + tax.value("exemption_code")).isEmpty())
            missing += "why the tax is exempt (BT-120)";
    if (bill.lines.isEmpty()) missing += "lines (BG-25)";
    for (int i = 0; i < bill.lines.size(); ++i) needLine(missing, bill.lines[i], i + 1);
    needReasons(missing, bill);
    return missing;
}

QStringList leftOutOf(const BillFacts& bill) {
    for (const Values& document : bill.lists.value("documents"))
        if (!document.value("file_name").isEmpty()) return {"the files that are embedded in the bill"};
    return {};
}

QString typeCode(const BillFacts& bill) {
    static const QRegularExpression code("^[0-9]{2,3}$");
    if (code.match(bill["type_code"]).hasMatch()) return bill["type_code"];
    return bill.creditNote ? "381" : "380";
}

bool isIban(const QString& account) {
    static const QRegularExpression form("^[A-Z]{2}[0-9]{2}[A-Z0-9 ]{11,40}$");
    return form.match(account).hasMatch();
}

QString paymentCode(const BillFacts& bill) {
    if (!bill["payment.means_code"].isEmpty()) return bill["payment.means_code"];
    const QString account = bill["payment.iban"];
    return account.isEmpty() ? "1" : isIban(account) ? "58" : "30";
}

ElectronicAddress electronicAddress(const BillFacts& bill, const QString& role) {
    const QString mail = bill[role + ".email"].contains('@') ? bill[role + ".email"] : QString();
    ElectronicAddress found{bill[role + ".electronic_address"], bill[role + ".electronic_address_scheme"]};
    if (found.address.isEmpty()) found = {mail, {}};
    if (found.scheme.isEmpty() && found.address.contains('@')) found.scheme = "EM";
    return found;
}

QVector<Values> accounts(const BillFacts& bill) {
    return withFirst(bill, {{"iban", "payment.iban"}, {"bic", "payment.bic"}, {"account_name", "payment.account_name"}},
                     "further_accounts");
}

QVector<Values> precedingInvoices(const BillFacts& bill) {
    return withFirst(bill, {{"number", "preceding_invoice"}, {"date", "preceding_invoice_date"}},
                     "further_preceding_invoices");
}

QVector<Values> sellerIds(const BillFacts& bill) {
    return withFirst(bill, {{"id", "seller.id"}, {"scheme", "seller.id_scheme"}}, "further_seller_ids");
}

QString unlessZero(const QString& amount) {
    const auto value = Decimal::parse(amount);
    return value && value->isZero() ? QString() : amount;
}

}  // namespace floe::exports
