#include "app/extraction/table/printed_lines.h"

#include <QRegularExpression>
#include <algorithm>

#include "app/documents/linearizer.h"

namespace floe::table {

namespace {

void measure(PrintedLine& line) {
    QVector<double> heights;
    line.top = line.words[0].box.top();
    line.bottom = line.words[0].box.bottom();
    for (const PrintedWord& word : line.words) {
        line.top = std::min(line.top, word.box.top());
        line.bottom = std::max(line.bottom, word.box.bottom());
        heights.append(word.box.height());
    }
    std::nth_element(heights.begin(), heights.begin() + heights.size() / 2, heights.end());
    line.height = std::max(1.0, heights[heights.size() / 2]);
}

bool isSign(const QString& word) {
    static const QRegularExpression sign(
        "^[(]?(?:[A-Z]{0,3}\\p{Sc}|EUR|USD|GBP|CHF|PLN|SEK|DKK|NOK|CZK|HUF|CAD|AUD|JPY|INR|BRL|MXN|ZAR|NZD|SGD|HKD|RON|"
        "TRY|Euro|euros?|zł|kr\\.?|Rs\\.?|R\\$|"
        "US\\$|Fr\\.)[)]?$");
    return sign.match(word).hasMatch();
}

/// "Rs 1939", "1939 €": money without cents.
void lookAtSigns(PrintedLine& line) {
    const auto isSum = [](const PrintedWord& word) {
        return word.look == Look::Whole && word.text.back().isDigit() && word.text.front() != 'x';
    };
    for (int w = 0; w < line.words.size(); ++w) {
        if (line.words[w].look != Look::Sign) continue;
        if (w + 1 < line.words.size() && !line.words[w + 1].opensCell && isSum(line.words[w + 1]))
            line.words[w + 1].look = Look::Decimal;
        else if (w > 0 && !line.words[w].opensCell && isSum(line.words[w - 1]))
            line.words[w - 1].look = Look::Decimal;
    }
}

/// Thousands that a space parts, and percent signs set apart.
void joinNumbers(PrintedLine& line) {
    static const QRegularExpression begins("^[-−(]?[1-9]\\d{0,2}$"), goesOn("^\\d{3}(?:[.,]\\d{1,4})?[€)]?$");
    for (int w = 0; w + 1 < line.words.size(); ++w) {
        PrintedWord &word = line.words[w], &next = line.words[w + 1];
        const bool together = next.box.left() - word.box.right() < 0.75 * line.height && !next.opensCell;
        if (next.text == "%" && !next.opensCell && (word.look == Look::Whole || word.look == Look::Decimal))
            word.look = Look::Percent;
        if (!together || !goesOn.match(next.text).hasMatch()) continue;
        if (!word.goesOn && !begins.match(word.text).hasMatch()) continue;
        if (next.look != Look::Decimal) continue;  // "100 200" may be two
        next.goesOn = true;
        for (int b = w; b >= 0 && (b == w || line.words[b + 1].goesOn); --b) line.words[b].look = Look::Decimal;
    }
}

}  // namespace

Look lookOf(const QString& printed) {
    static const QRegularExpression date(
        "^\\(?\\d{1,4}([./-])\\d{1,2}\\1(?:\\d{2}|\\d{4})?[,;.)]?$|^\\d{1,2}:\\d{2}(?::\\d{2})?[,;)]?$");
    static const QRegularExpression percent("^[-+−]?\\(?\\d{1,3}(?:[.,]\\d{1,4})?%\\)?[,;*]?$");
    static const QRegularExpression whole(
        "^[-−–+]?\\d{1,9}(?:[.,](?!\\S)|[.)](?!\\S))?$|^[-−–]?\\d{1,6}(?:[.,]\\d{1,3})?(?:[x×]|\\pL{1,3}[.²³]?)$|"
        "^[x×]\\d{1,6}$");
    static const QRegularExpression decimal(
        "^[-−–+]?\\(?(?:[A-Z]{0,3}\\p{Sc}|EUR|USD|GBP|CHF|Rs\\.?)?[-−–]?(?:\\d{1,3}(?:[.,'’]\\d{2,3})*[.,'’]\\d{3}|\\d+"
        ")?[.,]"
        "(?:\\d{1,6}|--?|–)(?:[A-Z]{0,3}\\p{Sc}|EUR|USD|CHF|zł)?[-−–]?\\)?[*,;]?$|^[-−–]?\\p{Sc}\\d+$|^[-−–]?\\d+\\p{"
        "Sc}$|"
        "^[-−–]?\\d{1,3}(?:[.,'’]\\d{3})+$");
    const QString word = printed.size() > 1 && printed.startsWith(':') ? printed.mid(1) : printed;
    bool anyLetterOrDigit = false;
    for (const QChar c : word) anyLetterOrDigit |= c.isLetterOrNumber();
    if (isSign(word)) return Look::Sign;
    if (!anyLetterOrDigit) return Look::Mark;
    if (date.match(word).hasMatch()) return Look::Date;
    if (percent.match(word).hasMatch()) return Look::Percent;
    if (whole.match(word).hasMatch()) return Look::Whole;
    return decimal.match(word).hasMatch() ? Look::Decimal : Look::Text;
}

QVector<PrintedLine> printedLines(const QVector<Page>& pages) {
    const LinedText lined = lineUp(pages);
    QVector<PrintedLine> lines;
    qint64 end = 0;
    for (const WordPlace& place : lined.places) {
        bool newLine = lines.isEmpty(), newCell = false;
        for (qint64 at = end; at < place.begin; ++at) {
            newLine |= lined.text[qsizetype(at)] == '\n';
            newCell |= lined.text[qsizetype(at)] == '\t';
        }
        end = place.end;
        const Word& word = pages[place.page].words[place.index];
        if (newLine) lines.append(PrintedLine{place.page, 0, 0, 0, {}});
        lines.last().words.append({word.text, word.box, word.confidence, lookOf(word.text), newLine || newCell});
    }
    for (PrintedLine& line : lines) {
        measure(line);
        lookAtSigns(line);
        joinNumbers(line);
    }
    return lines;
}

}  // namespace floe::table
