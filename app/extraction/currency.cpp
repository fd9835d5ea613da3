#include "app/extraction/currency.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

namespace floe {

namespace {

const QString kCodes =
    "AED|ARS|AUD|BGN|BRL|CAD|CHF|CLP|CNY|COP|CZK|DKK|EGP|EUR|GBP|HKD|HUF|IDR|ILS|INR|ISK|JPY|KES|KRW|MAD|MXN|MYR|NGN|"
    "NOK|NZD|PEN|PHP|PLN|RON|RSD|RUB|SAR|SEK|SGD|THB|TRY|TWD|UAH|USD|VND|ZAR";

/// Signs and names that mean one currency wherever they stand.
const QHash<QString, QString>& signs() {
    static const QHash<QString, QString> all{
        {"€", "EUR"},   {"euro", "EUR"},      {"euros", "EUR"},      {"£", "GBP"},      {"₹", "INR"},
        {"rs", "INR"},  {"rs.", "INR"},       {"us$", "USD"},        {"u$s", "USD"},    {"ca$", "CAD"},
        {"c$", "CAD"},  {"cdn$", "CAD"},      {"a$", "AUD"},         {"au$", "AUD"},    {"nz$", "NZD"},
        {"hk$", "HKD"}, {"s$", "SGD"},        {"r$", "BRL"},         {"mx$", "MXN"},    {"nt$", "TWD"},
        {"zł", "PLN"},  {"zl", "PLN"},        {"kč", "CZK"},         {"ft", "HUF"},     {"₺", "TRY"},
        {"₩", "KRW"},   {"₽", "RUB"},       {"₴", "UAH"},          {"฿", "THB"},      {"₫", "VND"},
        {"₪", "ILS"},   {"₱", "PHP"},         {"₦", "NGN"},          {"fr.", "CHF"},    {"sfr.", "CHF"},
        {"lei", "RON"}, {"us dollar", "USD"}, {"us dollars", "USD"}, {"pounds", "GBP"}, {"pound sterling", "GBP"}};
    return all;
}

bool says(const QString& page, const char* pattern) {
    return QRegularExpression(QString("\\b(%1)\\b").arg(pattern)).match(page).hasMatch();
}

QString whichDollar(const QString& page) {
    if (says(page, "USD|US Dollars?")) return "USD";
    for (const char* code : {"CAD", "AUD", "NZD", "SGD", "HKD", "MXN"})
        if (says(page, code)) return code;
    if (page.contains("CA$")) return "CAD";
    if (page.contains("A$") && !page.contains("USA$")) return "AUD";
    return "USD";
}

QString whichCrown(const QString& page) {
    if (says(page, "SEK|Sweden|Sverige|Moms SE")) return "SEK";
    if (says(page, "NOK|Norway|Norge")) return "NOK";
    if (says(page, "DKK|Denmark|Danmark")) return "DKK";
    if (says(page, "ISK|Iceland")) return "ISK";
    return {};
}

}  // namespace

QString currencyOf(const QString& printed, const QString& pageText) {
    const QString text = printed.trimmed();
    static const QRegularExpression code("^(" + kCodes + ")$", QRegularExpression::CaseInsensitiveOption);
    if (code.match(text).hasMatch()) return text.toUpper();
    const QString small = text.toLower();
    if (signs().contains(small)) return signs()[small];
    if (small == "$" || small == "dollar" || small == "dollars") return whichDollar(pageText);
    if (small == "¥" || small == "￥") return says(pageText, "CNY|RMB|China") ? "CNY" : "JPY";
    if (small == "kr" || small == "kr.") return whichCrown(pageText);
    static const QRegularExpression inside("\\b(" + kCodes + ")\\b");
    const auto match = inside.match(text);
    return match.hasMatch() ? match.captured(1) : QString();
}

FoundCurrency findCurrency(const QString& pageText) {
    static const QRegularExpression beside(
        "([A-Z]{1,3}\\$|[$€£¥₹₺₩₽₴฿₫₪₱₦]|\\b(?:" + kCodes +
        ")\\b)\\s?-?[0-9]|[0-9]\\s?([$€£¥₹₺₩₽₴฿₫₪₱]|zł|Kč|Ft|kr|\\b(?:" + kCodes + ")\\b)");
    static const QRegularExpression alone("\\b(" + kCodes + ")\\b");
    QSet<QString> codes;
    FoundCurrency found;
    const auto take = [&](const QRegularExpressionMatch& m, int group) {
        const QString code = currencyOf(m.captured(group), pageText);
        if (code.isEmpty()) return;
        codes.insert(code);
        if (found.at < 0) found = {code, m.captured(group), m.capturedStart(group)};
    };
    for (auto it = beside.globalMatch(pageText); it.hasNext();) {
        const auto m = it.next();
        take(m, m.capturedStart(1) >= 0 ? 1 : 2);
    }
    if (codes.isEmpty())
        for (auto it = alone.globalMatch(pageText); it.hasNext();) take(it.next(), 1);
    return codes.size() == 1 ? found : FoundCurrency{};
}

}  // namespace floe
