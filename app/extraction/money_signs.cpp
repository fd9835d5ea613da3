#include "app/extraction/money_signs.h"

#include <QHash>
#include <QRegularExpression>
#include <algorithm>

namespace floe {

namespace {

const char kCodes[] =
    "AED|ARS|AUD|BGN|BHD|BRL|CAD|CHF|CLP|CNY|COP|CZK|DKK|EGP|EUR|GBP|HKD|HUF|IDR|ILS|INR|ISK|JOD|JPY|KES|KRW|KWD|LKR|"
    "MAD|MXN|MYR|NGN|NOK|NPR|NZD|OMR|PEN|PHP|PKR|PLN|QAR|RON|RSD|RUB|SAR|SEK|SGD|THB|TRY|TWD|UAH|USD|UYU|VND|ZAR";

struct Sign {
    const char *print, *codes;  // the likeliest code first
};

/// In small letters; where the same letters are also words of a language, moneyOn() wants their usual spelling.
constexpr Sign kSigns[] = {
    {"€", "EUR"},
    {"euro", "EUR"},
    {"euros", "EUR"},
    {"eur", "EUR"},
    {"£", "GBP"},
    {"gb£", "GBP"},
    {"pound", "GBP"},
    {"pounds", "GBP"},
    {"pound sterling", "GBP"},
    {"pounds sterling", "GBP"},
    {"$", "USD CAD AUD MXN NZD SGD HKD TWD COP CLP ARS UYU"},
    {"dollar", "USD CAD AUD NZD SGD HKD TWD"},
    {"dollars", "USD CAD AUD NZD SGD HKD TWD"},
    {"us$", "USD"},
    {"u$s", "USD"},
    {"us dollar", "USD"},
    {"us dollars", "USD"},
    {"ca$", "CAD"},
    {"c$", "CAD"},
    {"cdn$", "CAD"},
    {"can$", "CAD"},
    {"a$", "AUD"},
    {"au$", "AUD"},
    {"nz$", "NZD"},
    {"hk$", "HKD"},
    {"s$", "SGD"},
    {"sg$", "SGD"},
    {"nt$", "TWD"},
    {"r$", "BRL"},
    {"reais", "BRL"},
    {"mx$", "MXN"},
    {"mex$", "MXN"},
    {"m.n.", "MXN"},
    {"ar$", "ARS"},
    {"col$", "COP"},
    {"cl$", "CLP"},
    {"s/", "PEN"},
    {"s/.", "PEN"},
    {"kr", "SEK DKK NOK ISK"},
    {"kr.", "SEK DKK NOK ISK"},
    {"skr", "SEK"},
    {"dkr", "DKK"},
    {"nkr", "NOK"},
    {"kronor", "SEK"},
    {"kroner", "DKK NOK"},
    {"¥", "JPY CNY"},
    {"￥", "JPY CNY"},
    {"jp¥", "JPY"},
    {"cn¥", "CNY"},
    {"円", "JPY"},
    {"元", "CNY"},
    {"rmb", "CNY"},
    {"₹", "INR"},
    {"rs", "INR PKR LKR NPR"},
    {"rs.", "INR PKR LKR NPR"},
    {"rupees", "INR PKR LKR NPR"},
    {"zł", "PLN"},
    {"zl", "PLN"},
    {"złotych", "PLN"},
    {"kč", "CZK"},
    {"ft", "HUF"},
    {"ft.", "HUF"},
    {"forint", "HUF"},
    {"lei", "RON"},
    {"leu", "RON"},
    {"лв", "BGN"},
    {"лв.", "BGN"},
    {"din.", "RSD"},
    {"дин.", "RSD"},
    {"₺", "TRY"},
    {"tl", "TRY"},
    {"₩", "KRW"},
    {"원", "KRW"},
    {"₽", "RUB"},
    {"руб", "RUB"},
    {"руб.", "RUB"},
    {"₴", "UAH"},
    {"грн", "UAH"},
    {"грн.", "UAH"},
    {"฿", "THB"},
    {"₫", "VND"},
    {"₪", "ILS"},
    {"₱", "PHP"},
    {"₦", "NGN"},
    {"﷼", "SAR QAR OMR"},
    {"ر.س", "SAR"},
    {"د.إ", "AED"},
    {"dhs", "AED"},
    {"dhs.", "AED"},
    {"rm", "MYR"},
    {"rp", "IDR"},
    {"rp.", "IDR"},
    {"ksh", "KES"},
    {"e£", "EGP"},
    {"fr.", "CHF"},
    {"sfr.", "CHF"},
    {"sfr", "CHF"},
};

/// As they stand beside amounts: letters in the case in which they mean money.
const char kBeside[] =
    "[A-Z]{1,3}\\$|U\\$S|GB£|E£|JP¥|CN¥|[$€£¥￥₹₺₩₽₴฿₫₪₱₦﷼]|[Ee]uros?|EURO|"
    "Euros|[Kk]r\\.?|KR|[SDN]kr|kronor|kroner|Rs\\.?|zł|zl|Kč|Ft\\.?|"
    "[Ll]ei|лв\\.?|дин\\.|din\\.|TL|руб\\.?|грн\\.?|Dhs?s\\.?|RM|Rp\\.?|"
    "K[Ss]h|S/\\.?|[Ss]?Fr\\.|SFr|RMB|M\\.N\\.|円|元|원|ر\\.س|د\\.إ|Dollars?|"
    "dollars?";

const QHash<QString, QStringList>& signs() {
    static const QHash<QString, QStringList> all = [] {
        QHash<QString, QStringList> made;
        for (const Sign& sign : kSigns)
            made.insert(QString::fromUtf8(sign.print), QString::fromLatin1(sign.codes).split(' '));
        return made;
    }();
    return all;
}

QStringList meaningOf(const QString& text) {
    static const QRegularExpression code(QString("^(?:%1)$").arg(kCodes), QRegularExpression::CaseInsensitiveOption);
    if (code.match(text).hasMatch()) return {text.toUpper()};
    return signs().value(text.toLower());
}

/// "Fr. 12.01." and "Mo.-Fr. 8.30" are Fridays.
bool isWeekday(const QString& pageText, const QString& sign, qsizetype begin) {
    static const QRegularExpression before("(?:Mo|Di|Mi|Do)\\.? ?[-–/,&+] ?$");
    static const QRegularExpression after(
        "^\\s*(?:[0-9]{1,2}\\.(?: ?[0-9]{1,2}\\.| *\\pL)|[0-9]{1,2}[.:][0-9]{2} ?(?:[-–]|Uhr|bis|h\\b))");
    return sign == "Fr." && (before.match(pageText.left(begin).right(8)).hasMatch() ||
                             after.match(pageText.mid(begin + sign.size(), 14)).hasMatch());
}

}  // namespace

QStringList currenciesOf(const QString& printed) {
    static const QRegularExpression sum("[-−–(]? ?[0-9](?:[0-9.,'’ \\x{00A0}\\x{202F}]*[0-9])?[-)]?");
    static const QRegularExpression inside(QString("\\b(%1)\\b").arg(kCodes));
    const QString text = printed.trimmed();
    if (const QStringList codes = meaningOf(text); !codes.isEmpty()) return codes;
    if (const auto match = inside.match(text); match.hasMatch()) return {match.captured(1)};
    return meaningOf(QString(text).remove(sum).trimmed());
}

QVector<PrintedMoney> moneyOn(const QString& pageText) {
    static const QString sign = QString::fromUtf8(kBeside) + '|' + kCodes;
    static const QRegularExpression form(
        QString(
            "(?<![\\pL\\pN$])(%1)[ \\t\\x{00A0}\\x{202F}]{0,2}[-−–(]? ?[0-9.](?=[0-9.,'’]*(?:[^\\pL\\pN]|$))|"
            "[0-9][-)–]?[ \\t\\x{00A0}\\x{202F}]{0,2}(%1)(?![\\pL\\pN$])|"
            "(?:(?i:currency|w[äa]hrung|devise|monnaie|moneda|divisa|valuta|moeda|waluta|amounts?|sums|prices|betr[äa]"
            "ge|"
            "preise|importes|importi|prezzi|bedragen|montants|prix|valores|kwoty|belopp|bel[øo]b)|[({])[\\pL ]{0,20}?"
            "[ :\\t(]{0,4}(?:in |en |em |i |w )?(?<![\\pL\\pN$])(%1)(?![\\pL\\pN$])")
            .arg(sign),
        QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression currencyWord(
        "^(?:currency|w[äa]hrung|devise|monnaie|moneda|divisa|valuta|moeda|waluta)[ :\\t]*\\S*$",
        QRegularExpression::CaseInsensitiveOption);
    QVector<PrintedMoney> found;
    for (qsizetype from = 0;;) {
        const auto match = form.match(pageText, from);
        if (!match.hasMatch()) return found;
        int group = 1;
        while (group < 3 && match.capturedStart(group) < 0) ++group;
        const QStringList codes = currenciesOf(match.captured(group));
        if (!codes.isEmpty() && !isWeekday(pageText, match.captured(group), match.capturedStart(group)))
            found.append({match.captured(group), match.capturedStart(group), codes,
                          group == 3 && currencyWord.match(match.captured()).hasMatch()});
        from = std::max(match.capturedStart() + 1, match.capturedEnd(group));
    }
}

QVector<PrintedMoney> codesOn(const QString& pageText) {
    static const QRegularExpression form(QString("(?<![\\pL\\pN])(%1)(?![\\pL\\pN])").arg(kCodes));
    QVector<PrintedMoney> found;
    for (auto it = form.globalMatch(pageText); it.hasNext();) {
        const auto match = it.next();
        found.append({match.captured(1), match.capturedStart(1), {match.captured(1)}});
    }
    return found;
}

}  // namespace floe
