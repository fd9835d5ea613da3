#include "app/extraction/table/headless.h"

#include <algorithm>
#include <cmath>

namespace floe::table {

namespace {

constexpr double kAligned = 6;  // points between the right edges of amounts
constexpr int kMostWalks = 12;  // from sums that are printed again and again
constexpr int kMostRows = 400;  // up from a sum
constexpr int kMostIdleProven = 3;
constexpr int kMostIdle = 12;   // printed lines without an amount between two rows
constexpr double kClose = 2.6;  // line heights between a description and the numbers below it

/// A number of a line, and the words that it is.
struct Found {
    Number number;
    int first = 0, last = 0;
};

QVector<Found> numbersOf(const PrintedLine& line, DecimalSign sign) {
    QVector<Found> all;
    for (int w = 0; w < line.words.size(); ++w) {
        const PrintedWord& word = line.words[w];
        if (word.look != Look::Decimal && word.look != Look::Whole) continue;
        if (w + 1 < line.words.size() && line.words[w + 1].goesOn) continue;
        int first = w;
        while (first > 0 && line.words[first].goesOn) --first;
        if (first > 0 && line.words[first - 1].text == "-" && !line.words[first].opensCell) --first;
        Words words;
        for (int i = first; i <= w; ++i) words.append(&line.words[i]);
        const auto found = numberIn(words, line.page, sign);
        if (found) all.append({found->number, first, w});
    }
    return all;
}

/// The last amount of the line: with cents, at its end but for a sign of money or a letter for the tax.
const Found* amountOf(const PrintedLine& line, const QVector<Found>& numbers) {
    if (numbers.isEmpty()) return nullptr;
    const Found& last = numbers.last();
    if (line.words[last.last].look != Look::Decimal) return nullptr;
    for (int w = last.last + 1; w < line.words.size(); ++w)
        if (line.words[w].look != Look::Sign && line.words[w].text.size() > 2) return nullptr;
    return &last;
}

double rightOf(const PrintedLine& line, const Found& found) {
    return line.words[found.last].box.right();
}

/// The words between two places of a line.
struct Span {
    int from = 0, to = 0;
};

/// Which numbers are quantity and unit price, told by their product; and what is left of the line before them, and
/// between them.
void findProduct(Row& row, const QVector<Found>& numbers, Span& before, Span& between) {
    for (int q = 0; q < numbers.size(); ++q)
        for (int p = 0; p < numbers.size(); ++p) {
            if (p == q) continue;
            Row tried = row;
            tried.quantity = numbers[q].number;
            tried.unitPrice = numbers[p].number;
            if (!productHolds(tried).value_or(false)) continue;
            if (tried.unitPrice.value.isZero() || tried.quantity.value.isNegative()) continue;
            row = tried;
            const auto& [first, last] =
                std::minmax(numbers[q], numbers[p], [](const Found& a, const Found& b) { return a.first < b.first; });
            before.to = first.first;
            between = {first.last + 1, last.first};
            return;
        }
}

bool isTimes(const PrintedWord& word) {
    return word.text == "x" || word.text == "X" || word.text == "×" || word.text == "*";
}

/// Whether a word at the end is no part of what the line is for: "2 x", "€", a letter for the tax. "1 l", "x4" and
/// "250 g" are.
bool endsText(const Words& words) {
    const PrintedWord& last = *words.last();
    if (last.look == Look::Mark || last.look == Look::Sign || isTimes(last)) return true;
    const bool isNumber = last.look == Look::Whole || last.look == Look::Decimal || last.look == Look::Percent;
    if (last.opensCell && (isNumber || last.text.size() == 1)) return true;
    if (isNumber) return !last.text.back().isLetter() && !last.text.front().isLetter();
    return last.text.size() == 1 && words.size() > 1 && words[words.size() - 2]->look != Look::Whole;
}

Words textOf(const PrintedLine& line, int to) {
    Words words;
    for (int w = 0; w < to; ++w) words.append(&line.words[w]);
    while (!words.isEmpty() && endsText(words)) words.removeLast();
    const bool numbered = words.size() > 1 && words.first()->look == Look::Whole && words[1]->opensCell;
    if (numbered) words.removeFirst();
    return words;
}

/// "2 x Brush 50mm @": what the numbers around it leave of it.
Words textBetween(const PrintedLine& line, Span span) {
    Words words;
    for (int w = span.from; w < span.to; ++w) words.append(&line.words[w]);
    const auto isJoint = [](const PrintedWord* word) {
        return word->look == Look::Mark || word->look == Look::Sign || word->text.size() == 1;
    };
    while (!words.isEmpty() && isJoint(words.first())) words.removeFirst();
    while (!words.isEmpty() && isJoint(words.last())) words.removeLast();
    return words;
}

bool hasLetters(const Words& words) {
    return std::any_of(words.begin(), words.end(), [](const PrintedWord* w) {
        return w->look == Look::Text &&
               std::count_if(w->text.begin(), w->text.end(), [](QChar c) { return c.isLetter(); }) >= 2;
    });
}

/// "3 x 5.16" on the printed line above or below the amount that it makes.
void findProductBeside(Row& row, const QVector<PrintedLine>& lines, int at, DecimalSign sign) {
    for (const int other : {at - 1, at + 1}) {
        if (other < 0 || other >= lines.size() || lines[other].page != lines[at].page) continue;
        const PrintedLine& line = lines[other];
        if (std::abs(line.middle() - lines[at].middle()) > kClose * line.height) continue;
        Words words;
        for (const PrintedWord& word : line.words) words.append(&word);
        const QVector<Found> numbers = numbersOf(line, sign);
        if (hasLetters(words) || numbers.size() != 2) continue;
        Span before, between;
        findProduct(row, numbers, before, between);
        if (!row.quantity.isEmpty()) return;
    }
}

std::optional<Row> rowOf(const QVector<PrintedLine>& lines, int at, const QVector<Found>& numbers, const Found& amount,
                         DecimalSign sign) {
    const PrintedLine& line = lines[at];
    Row row;
    row.line = at;
    row.amount = amount.number;
    Span before{0, amount.first}, between;
    findProduct(row, numbers.mid(0, numbers.size() - 1), before, between);
    const bool timesFirst = row.quantity.isEmpty() && numbers.size() > 1 && numbers[0].first == 0 &&
                            numbers[0].last + 1 < amount.first && isTimes(line.words[numbers[0].last + 1]);
    if (timesFirst) {  // "1 x Primer 2.5l", its price left out
        row.quantity = numbers[0].number;
        between = {numbers[0].last + 2, amount.first};
    }
    Words words = timesFirst ? Words() : textOf(line, before.to);
    if (!hasLetters(words)) words = textBetween(line, between);
    if (!hasLetters(words)) words.clear();  // "2 x 1,50 €" under what it is
    if (!words.isEmpty()) {
        row.description = printOf(words, line.page);
    } else if (at > 0 && lines[at - 1].page == line.page &&
               line.middle() - lines[at - 1].middle() <= kClose * line.height) {
        const PrintedLine& above = lines[at - 1];
        const Words upper = textOf(above, int(above.words.size()));
        const RowLabel label = labelOf(above);
        const bool isOther = label != RowLabel::None && label != RowLabel::Extra && label != RowLabel::Carriage;
        if (hasLetters(upper) && !isOther && !amountOf(above, numbersOf(above, DecimalSign::Unknown)))
            row.description = printOf(upper, line.page);
    }
    if (row.description.isEmpty()) return {};
    if (row.quantity.isEmpty()) findProductBeside(row, lines, at, sign);
    const RowLabel own = labelOf(line);
    row.isExtra = own == RowLabel::Extra || own == RowLabel::Part;
    return row;
}

bool isOneOf(const QVector<Decimal>& values, const Decimal& value) {
    return std::any_of(values.begin(), values.end(), [&](const Decimal& one) { return one == value; });
}

bool isProof(const QVector<Row>& rows, const Decimal& total, const Wanted& wanted) {
    if (total.isZero()) return false;
    int some = 0, products = 0;
    for (const Row& row : rows) {
        some += !row.amount.value.isZero();
        products += !row.unitPrice.isEmpty();
    }
    if (isOneOf(wanted.header, total)) return some > 1 || products > 0;
    return products == rows.size() && isOneOf(wanted.printed, total);
}

/// Upwards from a sum: amounts that end below one another, or all that end a line (letters, ragged strips).
QVector<Row> upFrom(const PrintedSum& sum, const QVector<PrintedLine>& lines, const Wanted& wanted, DecimalSign sign,
                    bool aligned) {
    QVector<Row> rows;
    Decimal total;
    double right = 0;
    int idle = 0;
    bool proven = false;  // then only what costs nothing can belong to them, too
    for (int i = sum.line - 1; i >= 0 && idle <= (proven ? kMostIdleProven : kMostIdle) && rows.size() < kMostRows;
         --i) {
        const QVector<Found> numbers = numbersOf(lines[i], sign);
        const Found* amount = amountOf(lines[i], numbers);
        if (!amount || (aligned && right > 0 && std::abs(rightOf(lines[i], *amount) - right) > kAligned)) {
            ++idle;
            continue;
        }
        const RowLabel label = labelOf(lines[i]);
        if (label == RowLabel::Carried) continue;
        if (label == RowLabel::Sum || label == RowLabel::Subtotal) {
            if (rows.isEmpty()) continue;  // other sums between the lines and this one
            break;
        }
        const auto row = rowOf(lines, i, numbers, *amount, sign);
        const auto more = row ? Decimal::add(total, row->amount.value) : std::nullopt;
        if (!more) {
            ++idle;
            continue;
        }
        if (proven && !row->amount.value.isZero()) break;
        idle = 0;
        total = *more;
        right = rightOf(lines[i], *amount);
        rows.prepend(*row);
        proven = proven || isProof(rows, total, wanted);
    }
    return proven ? rows : QVector<Row>();
}

}  // namespace

QVector<Row> rowsWithoutHead(const QVector<PrintedLine>& lines, const QVector<PrintedSum>& sums, const Wanted& wanted,
                             DecimalSign sign) {
    for (const bool aligned : {true, false}) {
        int walks = 0;
        for (const PrintedSum& sum : sums) {
            if (!isOneOf(wanted.header, sum.number.value) && !(sum.label == RowLabel::Sum && walks == 0)) continue;
            if (++walks > kMostWalks) break;
            const QVector<Row> rows = upFrom(sum, lines, wanted, sign, aligned);
            if (!rows.isEmpty()) return rows;
        }
    }
    return {};
}

}  // namespace floe::table
