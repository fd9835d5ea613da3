#include "app/extraction/table/body.h"

#include <algorithm>

#include "app/extraction/folded.h"
#include "app/extraction/table/margin.h"

namespace floe::table {

namespace {

constexpr int kMostIdleLines = 50;   // without anything in the column of sums, after which a table is over
constexpr int kMostIdleBelow = 8;    // the same below a row that is named as a sum
constexpr double kLeastMargin = 60;  // points left of the first label that may hold descriptions without one

bool isNumber(Look look) {
    return look == Look::Decimal || look == Look::Whole;
}

bool hasNumber(const Words& words) {
    return std::any_of(words.begin(), words.end(), [](const PrintedWord* word) { return isNumber(word->look); });
}

bool hasDecimal(const PrintedLine& line) {
    return std::any_of(line.words.begin(), line.words.end(),
                       [](const PrintedWord& word) { return word.look == Look::Decimal; });
}

QString textOf(const PrintedLine& line) {
    QString text;
    for (const PrintedWord& word : line.words)
        if (word.look == Look::Text || word.look == Look::Mark) text += (text.isEmpty() ? "" : " ") + word.text;
    return folded(text);
}

/// Whether the row counts something at a price, under a description that is more than "Total".
bool isCounted(const Piece& piece, const Head& head, const QString& text) {
    bool quantity = false, price = false, position = false;
    for (int c = 0; c < head.columns.size(); ++c) {
        const Column column = head.columns[c].column;
        quantity |= column == Column::Quantity && hasNumber(piece.cells[c]);
        price |= column == Column::UnitPrice && hasNumber(piece.cells[c]);
        position |= column == Column::Position && hasNumber(piece.cells[c]);
    }
    const bool isBare = text.split(' ', Qt::SkipEmptyParts).size() <= 1;
    return !isBare && ((quantity && price) || (position && (quantity || price)));
}

/// Words that end left of `margin` are none of the table's.
Piece pieceOf(const PrintedLine& line, int number, const Head& head, double margin) {
    Piece piece;
    piece.line = number;
    piece.cells.resize(head.columns.size());
    const auto begin = std::find_if(line.words.begin(), line.words.end(),
                                    [&](const PrintedWord& word) { return word.box.right() > margin; });
    const int first = static_cast<int>(begin - line.words.begin());
    const QVector<int> columns = columnsOf(line, head, first);
    for (int w = first; w < line.words.size(); ++w)
        if (columns[w] >= 0) piece.cells[columns[w]].append(&line.words[w]);
    piece.label = labelOf(line);
    if (piece.label != RowLabel::None && isCounted(piece, head, textOf(line))) piece.label = RowLabel::None;
    return piece;
}

/// Descriptions stand in some column: one whose label nobody knows, item codes, or left of all labels.
void findDescriptions(Head& head) {
    if (head.has(Column::Description)) return;
    for (const Column instead : {Column::Other, Column::ItemCode, Column::Position})
        for (HeadColumn& column : head.columns)
            if (column.column == instead) {
                column.column = Column::Description;
                return;
            }
    const double left = head.columns.first().left;
    if (left > kLeastMargin) head.columns.prepend({Column::Description, std::min(40.0, left / 2), left - 10});
}

bool hasSum(const Piece& piece, const Head& head) {
    for (int c = 0; c < head.columns.size(); ++c)
        if ((head.columns[c].column == Column::Amount || head.columns[c].column == Column::GrossAmount) &&
            hasNumber(piece.cells[c]))
            return true;
    return false;
}

/// From under the head to where the table ends.
void addPieces(Table& table, const QVector<PrintedLine>& lines, int from, int to) {
    const double margin = leftMargin(lines, table.head, to);
    int idle = 0;
    bool below = false;
    for (int i = from; i < to && idle <= (below ? kMostIdleBelow : kMostIdleLines); ++i) {
        Piece piece = pieceOf(lines[i], i, table.head, margin);
        piece.opens = i == from;
        below |= piece.label == RowLabel::Sum && hasDecimal(lines[i]);
        idle = hasSum(piece, table.head) ? 0 : idle + 1;
        table.pieces.append(piece);
    }
}

}  // namespace

RowLabel labelOf(const PrintedLine& line) {
    const RowLabel whole = rowLabelOf(textOf(line));
    if (whole != RowLabel::None) return whole;
    // "Prices hold the tax | Total EUR | 49.99": the words of the last cell name the number.
    int end = static_cast<int>(line.words.size());
    while (end > 0 && line.words[end - 1].look != Look::Text) --end;
    int begin = end;
    while (begin > 0 && !(begin < end && line.words[begin].opensCell)) --begin;
    if (begin == 0) return RowLabel::None;
    QString cell;
    for (int w = begin; w < end; ++w)
        if (line.words[w].look == Look::Text) cell += (cell.isEmpty() ? "" : " ") + line.words[w].text;
    const QString words = folded(cell);
    const RowLabel label = rowLabelOf(words);
    return (label == RowLabel::Sum || label == RowLabel::Subtotal) && namesSum(words) ? label : RowLabel::None;
}

QVector<Table> tablesOf(const QVector<PrintedLine>& lines, const QVector<Head>& heads) {
    QVector<Table> tables;
    QVector<Head> printed;  // of each table, as it was found
    for (int h = 0; h < heads.size(); ++h) {
        if (!heads[h].ofLines) continue;
        const auto same = std::find_if(printed.begin(), printed.end(),
                                       [&](const Head& other) { return isSameHead(other, heads[h]); });
        const qsizetype at = same - printed.begin();
        if (same == printed.end()) {
            printed.append(heads[h]);
            tables.append({heads[h], {}});
            findDescriptions(tables.last().head);
        }
        addPieces(tables[at], lines, heads[h].last + 1,
                  static_cast<int>(h + 1 < heads.size() ? heads[h + 1].first : lines.size()));
    }
    return tables;
}

std::optional<Number> lastNumber(const PrintedLine& line, DecimalSign sign) {
    int last = static_cast<int>(line.words.size()) - 1;
    while (last >= 0 && line.words[last].look != Look::Decimal) --last;
    if (last < 0) return {};
    int first = last;  // "1 234,56" is two words
    while (first > 0 && line.words[first].goesOn) --first;
    if (first > 0 && line.words[first - 1].text == "-") --first;
    Words words;
    for (int w = first; w <= last; ++w) words.append(&line.words[w]);
    const auto found = numberIn(words, line.page, sign);
    return found ? std::optional(found->number) : std::nullopt;
}

QVector<PrintedSum> printedSums(const QVector<PrintedLine>& lines, DecimalSign sign) {
    QVector<PrintedSum> sums;
    for (int i = 0; i < lines.size(); ++i) {
        const PrintedLine& line = lines[i];
        if (!hasDecimal(line)) continue;
        const RowLabel label = labelOf(line);
        if (label != RowLabel::Sum && label != RowLabel::Subtotal) continue;
        if (const auto number = lastNumber(line, sign)) sums.append({i, label, *number});
    }
    return sums;
}

}  // namespace floe::table
