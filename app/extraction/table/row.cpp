#include "app/extraction/table/row.h"

#include <QRegularExpression>
#include <algorithm>

namespace floe::table {

namespace {

struct Joined {
    QString text;
    QVector<qsizetype> begins;  // of each word
};

Joined joined(const Words& words) {
    Joined all;
    for (const PrintedWord* word : words) {
        if (!all.text.isEmpty()) all.text += ' ';
        all.begins.append(all.text.size());
        all.text += word->text;
    }
    return all;
}

/// The words that text[from, to) touches.
Words touched(const Words& words, const Joined& all, qsizetype from, qsizetype to) {
    Words found;
    for (int i = 0; i < words.size(); ++i)
        if (all.begins[i] < to && all.begins[i] + words[i]->text.size() > from) found.append(words[i]);
    return found;
}

std::optional<Decimal> less(const Decimal& whole, const Row& row) {
    if (row.discount.isEmpty()) return whole;
    if (!row.discountInPercent) return Decimal::add(whole.absolute(), -row.discount.value.absolute());
    const auto rest = Decimal::add(Decimal(100, 0), -row.discount.value.absolute());
    const auto part = rest ? Decimal::multiply(*rest, Decimal(1, 2), 9) : std::nullopt;
    return part ? Decimal::multiply(whole, *part, 4) : std::nullopt;
}

bool holdsWith(const Row& row, const Decimal& quantity, const Decimal& price) {
    const auto product = Decimal::multiply(quantity, price, 4);
    if (!product) return false;
    const Decimal amount = row.amount.value.absolute();
    if (nearly(product->absolute(), amount)) return true;
    const auto rest = less(*product, row);
    return rest && nearly(rest->absolute(), amount);
}

}  // namespace

QVector<Words> cellsOf(const PrintedLine& line) {
    QVector<Words> cells;
    for (const PrintedWord& word : line.words) {
        if (word.opensCell || cells.isEmpty()) cells.append(Words());
        cells.last().append(&word);
    }
    return cells;
}

Print printOf(const Words& words, int page) {
    Print print;
    if (words.isEmpty()) return print;
    print.page = page;
    QRectF box;
    for (const PrintedWord* word : words) {
        print.text += (print.text.isEmpty() ? "" : " ") + word->text;
        print.confidence = std::min<double>(print.confidence, word->confidence);
        box |= word->box;
    }
    print.boxes.append(box);
    return print;
}

std::optional<FoundNumber> numberIn(const Words& words, int page, DecimalSign sign) {
    static const QRegularExpression form(
        "(?<![\\pL\\d.,])(?:[-−–+] ?|\\( ?)?(?:(?:[A-Z]{0,3}\\p{Sc}|[A-Z]{3}|Rs\\.?|Fr\\.|kr\\.?) ?)?(?:[-−–] ?)?"
        "(?:\\d{1,3}(?:[.,'’ \\x{00A0}]\\d{3})+(?:[.,]\\d{1,6})?(?!\\d)|\\d{1,2}(?:,\\d{2})+,\\d{3}(?:\\.\\d+)?|"
        "\\d+(?:[.,]\\d+)?|[.,]\\d{2})(?: ?\\)| ?[-−–](?![\\d\\pL]))?");
    const Joined all = joined(words);
    const auto match = form.match(all.text);
    if (!match.hasMatch()) return {};
    static const QRegularExpression money("(?:[A-Z]{0,3}\\p{Sc}|[A-Z]{3}|Rs\\.?|Fr\\.|kr\\.?) ?");
    const auto read = readAmount(match.captured(), sign);
    if (!read) return {};
    FoundNumber found;
    found.number.print = printOf(touched(words, all, match.capturedStart(), match.capturedEnd()), page);
    found.number.print.text = match.captured().remove(money).trimmed();
    found.number.value = read->value;
    found.number.other = read->other;
    Words rest;
    for (const PrintedWord* word : touched(words, all, match.capturedEnd(), all.text.size()))
        if (word->look != Look::Sign) rest.append(word);
    if (!rest.isEmpty()) {
        static const QRegularExpression around("^[\\s\\p{Sc}:|*)]+|[\\s|:*]+$");
        const qsizetype from = match.capturedEnd() - all.begins[words.indexOf(rest.first())];
        found.after = printOf(rest, page).text.mid(std::max<qsizetype>(0, from)).remove(around);
        found.afterBoxes = printOf(rest, page).boxes;
    }
    return found;
}

bool nearly(const Decimal& a, const Decimal& b) {
    const auto gap = Decimal::add(a, -b);
    return gap && !(Decimal(2, 2) < gap->absolute());
}

std::optional<bool> productHolds(Row& row) {
    if (row.amount.isEmpty() || row.quantity.isEmpty() || row.unitPrice.isEmpty()) return {};
    if (holdsWith(row, row.quantity.value, row.unitPrice.value)) return true;
    if (row.quantity.other && holdsWith(row, *row.quantity.other, row.unitPrice.value)) {
        row.quantity.value = *row.quantity.other;
        return true;
    }
    if (row.unitPrice.other && holdsWith(row, row.quantity.value, *row.unitPrice.other)) {
        row.unitPrice.value = *row.unitPrice.other;
        return true;
    }
    return false;
}

}  // namespace floe::table
