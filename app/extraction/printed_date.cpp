#include "app/extraction/printed_date.h"

#include <QRegularExpression>
#include <QStringList>

#include "app/extraction/folded.h"

namespace floe {

namespace {

/// Beginnings that tell a month apart from the others in its language, accents taken off; longer ones win.
const QVector<QPair<int, QStringList>>& monthNames() {
    static const QVector<QPair<int, QStringList>> names{
        {1, {"jan", "janv", "janner", "ene", "enero", "gen", "genn", "styc", "sty"}},
        {2, {"feb", "febr", "fev", "fevr", "lut"}},
        {3, {"mar", "marz", "marc", "mrz", "maerz", "mars", "mrt", "maart", "maar"}},
        {4, {"apr", "avr", "abr", "kwi"}},
        {5, {"may", "mai", "mei", "mag", "maggio", "mayo", "maio", "maj"}},
        {6, {"jun", "juin", "giu", "cze"}},
        {7, {"jul", "juil", "lug", "lip"}},
        {8, {"aug", "aou", "ago", "aout", "sie"}},
        {9, {"sep", "sept", "set", "sett", "wrz"}},
        {10, {"oct", "okt", "ott", "out", "paz"}},
        {11, {"nov", "lis"}},
        {12, {"dec", "dez", "dic", "dics", "gru"}}};
    return names;
}

/// 0: no month. "märz" is folded to "marz"; a name counts when a known beginning begins it.
int monthOf(const QString& word) {
    if (word.size() < 3 || word.startsWith("mard") || word.startsWith("mart")) return 0;  // mardi, martes, martedì
    int best = 0;
    qsizetype length = 0;
    for (const auto& [month, beginnings] : monthNames())
        for (const QString& beginning : beginnings)
            if (beginning.size() > length && word.startsWith(beginning) && word.size() <= 12) {
                best = month;
                length = beginning.size();
            }
    return best;
}

int fullYear(int year, qsizetype digits) {
    if (digits == 4) return year;
    return year < 70 ? 2000 + year : 1900 + year;
}

void addDay(QVector<QDate>& days, int year, int month, int day) {
    const QDate date(year, month, day);
    if (date.isValid() && year >= 1900 && year < 2200 && !days.contains(date)) days.append(date);
}

QVector<QDate> readNumbers(const QString& text) {
    QVector<QDate> days;
    static const QRegularExpression yearFirst(
        "(?<![0-9])([0-9]{4}) ?[-/.] ?([0-9]{1,2}) ?[-/.] ?([0-9]{1,2})(?![0-9])");
    static const QRegularExpression yearLast(
        "(?<![0-9])([0-9]{1,2}) ?([-/. ]) ?([0-9]{1,2}) ?[-/. ] ?([0-9]{4}|'?[0-9]{2})(?![0-9])");
    static const QRegularExpression together("^\\s*([0-9]{4})([0-9]{2})([0-9]{2})\\s*$");
    for (const QRegularExpression& form : {yearFirst, together})
        if (const auto m = form.match(text); m.hasMatch()) {
            addDay(days, m.captured(1).toInt(), m.captured(2).toInt(), m.captured(3).toInt());
            return days;
        }
    if (const auto m = yearLast.match(text); m.hasMatch()) {
        const int a = m.captured(1).toInt(), b = m.captured(3).toInt();
        const QString digits = m.captured(4).remove('\'');
        const int year = fullYear(digits.toInt(), digits.size());
        addDay(days, year, b, a);
        // Who writes dots writes the day first; only a day that is none turns them round.
        if (m.captured(2) != "." || days.isEmpty()) addDay(days, year, a, b);
    }
    return days;
}

QVector<QDate> readWithName(const QString& text) {
    static const QRegularExpression part("[a-z]+|[0-9]+");
    int month = 0, day = 0, year = 0;
    QVector<QPair<int, qsizetype>> numbers;  // value, digits
    for (auto it = part.globalMatch(text); it.hasNext();) {
        const QString word = it.next().captured();
        if (!word[0].isDigit()) {
            if (month == 0) month = monthOf(word);
        } else if (word.size() <= 4) {
            numbers.append({word.toInt(), word.size()});
        }
    }
    if (month == 0 || numbers.size() < 2) return {};
    for (const auto& [value, digits] : numbers) {
        if (digits == 4 && year == 0)
            year = value;
        else if (digits <= 2 && day == 0 && value >= 1 && value <= 31)
            day = value;
        else if (digits == 2 && year == 0 && day != 0)
            year = fullYear(value, 2);
    }
    QVector<QDate> days;
    if (day && year) addDay(days, year, month, day);
    return days;
}

bool mentions(const QString& page, const char* pattern) {
    return QRegularExpression(pattern).match(page).hasMatch();
}

DateOrder orderByOtherDates(const QString& page) {
    static const QRegularExpression date(
        "(?<![0-9/.-])([0-9]{1,2})[/-]([0-9]{1,2})[/-](?:[0-9]{4}|[0-9]{2})(?![0-9/-])");
    bool dayFirst = false, monthFirst = false;
    for (auto it = date.globalMatch(page); it.hasNext();) {
        const auto m = it.next();
        const int a = m.captured(1).toInt(), b = m.captured(2).toInt();
        dayFirst |= a > 12 && a <= 31 && b <= 12;
        monthFirst |= b > 12 && b <= 31 && a <= 12;
    }
    if (dayFirst == monthFirst) return DateOrder::Unknown;
    return dayFirst ? DateOrder::DayFirst : DateOrder::MonthFirst;
}

}  // namespace

QVector<QDate> readDate(const QString& text) {
    const QString plain = folded(text);
    const QVector<QDate> named = readWithName(plain);
    return named.isEmpty() ? readNumbers(plain) : named;
}

DateOrder dateOrderOf(const QString& pageText, const QString& currency) {
    if (const DateOrder order = orderByOtherDates(pageText); order != DateOrder::Unknown) return order;
    const bool american =
        mentions(pageText, "\\b(United States|USA|U\\.S\\.A\\.)(\\b|$)|\\b[A-Z]{2},? [0-9]{5}(-[0-9]{4})?\\b");
    const bool elsewhere =
        mentions(
            pageText,
            "\\b(United Kingdom|England|Scotland|Ireland|Australia|New Zealand|India|Germany|Deutschland|France|"
            "Spain|España|Italy|Italia|Netherlands|Nederland|Belgium|Austria|Österreich|Schweiz|Switzerland|Poland|"
            "Polska|Portugal|Brasil|Singapore|South Africa)\\b") ||
        mentions(pageText, "(?i)\\b(Rechnung|Facture|Factura|Fattura|Factuur|Faktura|Fatura|MwSt|USt|TVA|IVA|BTW)\\b");
    if (american != elsewhere) return american ? DateOrder::MonthFirst : DateOrder::DayFirst;
    if (american || currency.isEmpty()) return DateOrder::Unknown;
    if (currency == "USD") return DateOrder::MonthFirst;
    return currency == "CAD" ? DateOrder::Unknown : DateOrder::DayFirst;  // Canada writes both
}

}  // namespace floe
