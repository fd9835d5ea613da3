#include "app/extraction/printed_amount.h"

#include <QRegularExpression>
#include <QStringList>

namespace floe {

namespace {

constexpr int kMostLetters = 8;  // beside the digits: "US Dollar", "Stück"; more is a sentence or an address

bool isGroupingSpace(QChar c) {
    return c.isSpace() || c == '\'' || c == QChar(0x2019) || c == QChar(0x00B4);
}

bool isMinus(QChar c) {
    return c == '-' || c == QChar(0x2212) || c == QChar(0x2013) || c == QChar(0x2010);
}

/// The digits and what stands between them, spaces and apostrophes between digits left out, and the sign.
struct Core {
    QString digits;  // "1.234,56"
    bool negative = false;
};

bool isDigit(QChar c) {
    return c >= '0' && c <= '9';
}

std::optional<Core> coreOf(const QString& text) {
    int first = 0, last = static_cast<int>(text.size()) - 1;
    while (first <= last && !isDigit(text[first])) ++first;
    while (last >= first && !isDigit(text[last])) --last;
    if (first > last) return {};
    int letters = 0;
    for (int i = 0; i < text.size(); ++i) letters += (i < first || i > last) && text[i].isLetter();
    if (letters > kMostLetters) return {};
    if (first > 0 && (text[first - 1] == '.' || text[first - 1] == ',')) --first;  // ".50"
    Core core;
    for (int i = 0; i < text.size(); ++i)
        if ((i < first || i > last) && (isMinus(text[i]) || text[i] == '(')) core.negative = true;
    for (int i = first; i <= last; ++i) {
        const QChar c = text[i];
        if (isDigit(c) || c == '.' || c == ',')
            core.digits += c;
        else if (!isGroupingSpace(c))
            return {};
        else if (!isDigit(text[i - 1]) || !isDigit(text[i + 1]))
            return {};
    }
    return core;
}

/// Whether "1.234.567" or the Indian "12,34,567" is grouped by its sign.
bool isGrouped(const QString& whole, QChar separator) {
    const QStringList parts = whole.split(separator);
    if (parts.first().isEmpty() || parts.first().size() > 3 || parts.last().size() != 3) return false;
    for (int i = 1; i + 1 < parts.size(); ++i)
        if (parts[i].size() != 3 && parts[i].size() != 2) return false;
    return true;
}

std::optional<Decimal> plain(QString whole, const QString& cents, bool negative) {
    whole.remove('.').remove(',');
    if (whole.isEmpty()) whole = "0";
    return Decimal::parse((negative ? "-" : "") + whole + (cents.isEmpty() ? "" : '.' + cents));
}

std::optional<Decimal> splitAt(const Core& core, qsizetype at) {
    const QString whole = core.digits.left(at);
    const QChar other = core.digits[at] == '.' ? ',' : '.';
    if (whole.contains(core.digits[at]) || (whole.contains(other) && !isGrouped(whole, other))) return {};
    return plain(whole, core.digits.mid(at + 1), core.negative);
}

std::optional<Decimal> grouped(const Core& core, QChar separator) {
    if (!isGrouped(core.digits, separator)) return {};
    return plain(core.digits, {}, core.negative);
}

std::optional<PrintedAmount> sure(const std::optional<Decimal>& value) {
    if (!value) return {};
    return PrintedAmount{*value, {}};
}

}  // namespace

std::optional<PrintedAmount> readAmount(const QString& text, DecimalSign sign) {
    const std::optional<Core> core = coreOf(text);
    if (!core) return {};
    const QString& d = core->digits;
    const qsizetype point = d.lastIndexOf('.'), comma = d.lastIndexOf(','), last = std::max(point, comma);
    if (last < 0) return sure(plain(d, {}, core->negative));
    if (point >= 0 && comma >= 0) return sure(splitAt(*core, last));
    if (d.count(d[last]) > 1) return sure(grouped(*core, d[last]));
    const std::optional<Decimal> asCents = splitAt(*core, last), asGroups = grouped(*core, d[last]);
    if (!asGroups || d.startsWith('0')) return sure(asCents);
    if (sign == DecimalSign::Unknown) return PrintedAmount{*asGroups, asCents};
    const bool isDecimal = (d[last] == '.') == (sign == DecimalSign::Point);
    return sure(isDecimal ? asCents : asGroups);
}

DecimalSign decimalSignOf(const QString& pageText) {
    static const QRegularExpression number(
        "(?<![0-9.,/:-])(?:[0-9]{1,3}(?:[.,' ][0-9]{3})*|[0-9]+)([.,])[0-9]{2}(?![0-9.,/:-]*[0-9])");
    static const QRegularExpression both("[0-9]([.,])[0-9]{3}(?!\\1)([.,])[0-9]{1,4}(?![0-9])");
    int points = 0, commas = 0;
    const auto vote = [&](const QString& sign) { ++(sign == "." ? points : commas); };
    for (auto it = number.globalMatch(pageText); it.hasNext();) vote(it.next().captured(1));
    for (auto it = both.globalMatch(pageText); it.hasNext();) vote(it.next().captured(2));
    if (points >= 3 * commas && points > 0) return DecimalSign::Point;
    if (commas >= 3 * points && commas > 0) return DecimalSign::Comma;
    return DecimalSign::Unknown;
}

}  // namespace floe
