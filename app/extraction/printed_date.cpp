#include "app/extraction/printed_date.h"

#include <QRegularExpression>
#include <QStringList>

#include "app/extraction/folded.h"

namespace floe {

namespace {

/// The months in English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Swedish, Danish and Norwegian,
/// accents taken off, as dates write them (Polish: of the month). Any beginning of three letters that begins no other
/// month is an abbreviation, unless another stands here.
const QVector<QStringList>& monthNames() {
    static const QVector<QStringList> names{
        {"january", "januar", "jaenner", "janner", "janvier", "enero", "gennaio", "janeiro", "januari", "stycznia",
         "styczen"},
        {"february", "februar", "feber", "fevrier", "febrero", "febbraio", "fevereiro", "februari", "lutego", "luty"},
        {"march", "marz", "maerz", "mrz", "mars", "marzo", "marco", "maart", "mrt", "marca", "marzec", "marts"},
        {"april", "avril", "abril", "aprile", "kwietnia", "kwiecien"},
        {"may", "mai", "mayo", "maggio", "maio", "mei", "maja", "maj"},
        {"june", "juni", "juin", "junio", "giugno", "junho", "czerwca", "czerwiec"},
        {"july", "juli", "juillet", "julio", "luglio", "julho", "lipca", "lipiec"},
        {"august", "aout", "agosto", "augustus", "sierpnia", "sierpien", "augusti"},
        {"september", "septembre", "septiembre", "setiembre", "settembre", "setembro", "wrzesnia", "wrzesien"},
        {"october", "oktober", "octobre", "octubre", "ottobre", "outubro", "pazdziernika", "pazdziernik"},
        {"november", "novembre", "noviembre", "novembro", "listopada", "listopad"},
        {"december", "dezember", "decembre", "diciembre", "dicembre", "dezembro", "grudnia", "grudzien", "desember"}};
    return names;
}

/// 0: no month.
int monthOf(const QString& word) {
    constexpr qsizetype kLeast = 3;
    if (word.size() < kLeast) return 0;
    int found = 0;
    for (int month = 1; month <= 12; ++month)
        for (const QString& name : monthNames()[month - 1]) {
            if (name == word) return month;
            if (!name.startsWith(word)) continue;
            if (found != 0 && found != month) return 0;
            found = month;
        }
    return found;
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
