#include "app/extraction/table/head.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "app/extraction/folded.h"

namespace floe::table {

namespace {

constexpr int kMostStacked = 5;         // lines above or below the one that is known by its labels
constexpr double kStackedWithin = 1.9;  // line heights from line to line
constexpr int kMostWords = 24;          // in a line of a head: more is a sentence
constexpr int kMostParted = 12;         // words of a cell that may be several labels
constexpr double kUnknownWord = -0.3;
constexpr double kSamePlace = 12;  // points
constexpr double kBeside = 2;      // line heights

struct Label {
    double left = 0, right = 0;
    QString text;
    int line = 0;
    Column column = Column::Other;
};

QString textOf(const PrintedLine& line, int from, int to) {
    QString text;
    for (int i = from; i < to; ++i) text += (i > from ? " " : "") + line.words[i].text;
    return folded(text);
}

Label labelOf(const PrintedLine& line, int from, int to, int number) {
    return {line.words[from].box.left(), line.words[to - 1].box.right(), textOf(line, from, to), number,
            columnOf(textOf(line, from, to))};
}

/// What speaks for a label beginning at a word: labels of two columns stand further apart than words of one.
double cut(const PrintedLine& line, int at) {
    const double gap = line.words[at].box.left() - line.words[at - 1].box.right();
    return std::clamp((gap / line.height - 0.35) / 0.5, 0.0, 1.0) - 0.5;
}

/// A cell is one label, or several that stand close together: of all ways to part it the one in which most words are
/// part of a label that is known, parted where the gaps are wider. Words squared.
void addLabels(QVector<Label>& labels, const PrintedLine& line, int from, int to, int number) {
    const int count = to - from;
    const qsizetype before = labels.size();
    if (count > kMostParted) {
        labels.append(labelOf(line, from, to, number));
        return;
    }
    QVector<double> best(count + 1, -1e9);
    QVector<int> begin(count + 1, 0);
    best[0] = 0;
    for (int end = 1; end <= count; ++end)
        for (int start = 0; start < end; ++start) {
            const bool known = columnOf(textOf(line, from + start, from + end)) != Column::Other;
            const double score =
                best[start] + (known ? 1.0 : kUnknownWord) * (end - start) + (start > 0 ? cut(line, from + start) : 0);
            if (score > best[end]) best[end] = score, begin[end] = start;
        }
    QVector<Label> parts;
    for (int end = count; end > 0; end = begin[end])
        parts.prepend(labelOf(line, from + begin[end], from + end, number));
    for (const Label& part : parts) {
        // "Descrizione | beni e servizi": what nobody knows behind a description's label says more of it
        if (part.column == Column::Other && labels.size() > before && labels.last().column == Column::Description) {
            labels.last().text += ' ' + part.text;
            labels.last().right = part.right;
        } else {
            labels.append(part);
        }
    }
}

/// Of the words from `begin` on.
QVector<Label> labelsOf(const PrintedLine& line, int number, int begin = 0) {
    QVector<Label> labels;
    for (int from = begin; from < line.words.size();) {
        int to = from + 1;
        while (to < line.words.size() && !line.words[to].opensCell) ++to;
        addLabels(labels, line, from, to, number);
        from = to;
    }
    return labels;
}

bool isFigure(const PrintedWord& word) {
    return word.look == Look::Decimal || word.look == Look::Date || word.look == Look::Percent ||
           word.look == Look::Whole;
}

bool hasFigures(const PrintedLine& line) {
    return std::any_of(line.words.begin(), line.words.end(), isFigure);
}

/// The first word that may be of a head: behind a cell with figures that stands left of it ("3 May 2024"). Nothing:
/// there are figures in more cells than one, or nothing behind them.
std::optional<int> headBegin(const PrintedLine& line) {
    if (!hasFigures(line)) return 0;
    const int words = static_cast<int>(line.words.size());
    int second = 1;
    while (second < words && !line.words[second].opensCell) ++second;
    if (second == words || std::any_of(line.words.begin() + second, line.words.end(), isFigure)) return {};
    return second;
}

/// A head: at least two cells, and of all its words at least half in labels of two columns or more.
bool isHead(const PrintedLine& line, int begin, const QVector<Label>& labels) {
    QVector<Column> kinds;
    int known = 0;
    for (const Label& label : labels) {
        if (label.column == Column::Other) continue;
        known += static_cast<int>(label.text.count(' ')) + 1;
        if (!kinds.contains(label.column)) kinds.append(label.column);
    }
    const auto texts = std::count_if(line.words.begin() + begin, line.words.end(),
                                     [](const PrintedWord& word) { return word.look == Look::Text; });
    return kinds.size() >= 2 && 2 * known >= texts;
}

bool hasCells(const PrintedLine& line) {
    return std::any_of(line.words.begin() + 1, line.words.end(),
                       [](const PrintedWord& word) { return word.opensCell; });
}

bool isSum(Column column) {
    return column == Column::Amount || column == Column::GrossAmount || column == Column::UnitPrice;
}

/// Whether a line above or below is part of the head: words that stand in heads, no figures.
bool belongs(const PrintedLine& line) {
    if (line.words.size() > kMostWords || hasFigures(line)) return false;
    int known = 0, all = 0;
    for (const PrintedWord& word : line.words) {
        if (word.look == Look::Mark) continue;
        ++all;
        known += isHeadWord(folded(word.text));
    }
    return all > 0 && 4 * known >= 3 * all;
}

double overlap(const Label& a, const Label& b) {
    return std::min(a.right, b.right) - std::max(a.left, b.left);
}

/// "Description" above "Quantity": the rows have two lines as well.
bool areTwo(const Label& a, const Label& b) {
    const auto counts = [](Column column) {
        return column == Column::Quantity || column == Column::Unit || column == Column::UnitPrice ||
               column == Column::Amount;
    };
    return (a.column == Column::Description && counts(b.column)) ||
           (b.column == Column::Description && counts(a.column));
}

/// Labels of other lines of the head join those that they stand above or below; the text is read from the top.
void stack(QVector<Label>& columns, const QVector<Label>& others) {
    for (const Label& other : others) {
        Label* best = nullptr;
        for (Label& column : columns)
            if (overlap(column, other) > 0 && (!best || overlap(column, other) > overlap(*best, other))) best = &column;
        if (!best || areTwo(*best, other)) {
            columns.append(other);
            continue;
        }
        best->text = other.line < best->line ? other.text + ' ' + best->text : best->text + ' ' + other.text;
        best->left = std::min(best->left, other.left);
        best->right = std::max(best->right, other.right);
        best->line = std::min(best->line, other.line);
        const Column read = columnOf(best->text);
        if (read != Column::Other)
            best->column = read;
        else if (best->column == Column::Other)
            best->column = other.column;
    }
}

/// "Quantity | Rate | Taxable value | GST | Amt": what the tax of a line is of is what the line costs; an amount beside
/// the rate of a tax is that tax.
void settleTaxes(QVector<HeadColumn>& columns) {
    const auto has = [&](Column kind) {
        return std::any_of(columns.begin(), columns.end(), [&](const HeadColumn& c) { return c.column == kind; });
    };
    if (!has(Column::TaxBase) || !has(Column::Description) || !has(Column::Quantity)) return;
    for (int c = 1; c < columns.size(); ++c)
        if (columns[c].column == Column::Amount && columns[c - 1].column == Column::TaxRate)
            columns[c].column = Column::TaxAmount;
    for (HeadColumn& one : columns)
        if (one.column == Column::TaxBase) one.column = Column::Amount;
}

/// An "amount" left of what it is for, where nothing else counts things, is how many there are; a price is the sum
/// where nothing else is.
void settleMeanings(QVector<HeadColumn>& columns) {
    settleTaxes(columns);
    const auto count = [&](Column kind) {
        return std::count_if(columns.begin(), columns.end(), [&](const HeadColumn& c) { return c.column == kind; });
    };
    const auto first = [&](Column kind) {
        return std::find_if(columns.begin(), columns.end(), [&](const HeadColumn& c) { return c.column == kind; });
    };
    const auto description = first(Column::Description);
    if (const auto amount = first(Column::Amount); count(Column::Amount) > 1 && count(Column::Quantity) == 0 &&
                                                   description != columns.end() && amount < description)
        amount->column = Column::Quantity;
    if (count(Column::Quantity) == 0 && count(Column::Unit) > 0) first(Column::Unit)->column = Column::Quantity;
    if (count(Column::Amount) + count(Column::GrossAmount) == 0 && count(Column::UnitPrice) > 0) {
        auto last = columns.end() - 1;
        while (last->column != Column::UnitPrice) --last;
        last->column = Column::Amount;
    }
}

bool isOfLines(const Head& head) {
    if (!head.has(Column::Amount) && !head.has(Column::GrossAmount)) return false;
    if (head.has(Column::TaxBase)) return false;
    const bool names = head.has(Column::Description) || head.has(Column::ItemCode);
    const bool counts = head.has(Column::Quantity) || head.has(Column::UnitPrice);
    if (head.has(Column::TaxAmount) && head.has(Column::TaxRate) && !head.has(Column::Quantity) &&
        !head.has(Column::Description))
        return false;
    return names || counts;
}

/// The head of another table: of taxes, or at least three columns with a sum among them.
bool endsTables(const Head& head) {
    if (head.has(Column::TaxBase) || head.has(Column::TaxAmount)) return true;
    int known = 0;
    bool anySum = false;
    for (const HeadColumn& column : head.columns) {
        known += column.column != Column::Other;
        anySum |= isSum(column.column);
    }
    return anySum && known >= 3;
}

/// A line that is one cell, well left of the head's first label: of what stands beside the table.
bool isBeside(const PrintedLine& line, const QVector<Label>& labels) {
    if (hasCells(line)) return false;
    const auto first =
        std::min_element(labels.begin(), labels.end(), [](const Label& a, const Label& b) { return a.left < b.left; });
    return line.words.last().box.right() < first->left - kBeside * line.height;
}

/// As tall as the lines that stand close around `at` and read like a head.
Head headAt(const QVector<PrintedLine>& lines, int at, QVector<Label> labels, int notAbove) {
    Head head;
    head.first = head.last = at;
    const auto isNear = [&](int a, int b) {
        return lines[a].page == lines[b].page && std::abs(lines[a].middle() - lines[b].middle()) <=
                                                     kStackedWithin * std::max(lines[a].height, lines[b].height);
    };
    while (head.first - 1 > notAbove && at - head.first < kMostStacked && isNear(head.first - 1, head.first) &&
           belongs(lines[head.first - 1]))
        --head.first;
    while (head.last + 1 < lines.size() && head.last - at < kMostStacked && isNear(head.last, head.last + 1) &&
           belongs(lines[head.last + 1]))
        ++head.last;
    const QVector<Label> own = labels;
    const auto add = [&](int i) {
        if (!isBeside(lines[i], own)) stack(labels, labelsOf(lines[i], i));
    };
    for (int i = at - 1; i >= head.first; --i) add(i);
    for (int i = at + 1; i <= head.last; ++i) add(i);
    std::sort(labels.begin(), labels.end(), [](const Label& a, const Label& b) { return a.left < b.left; });
    const bool described = std::any_of(labels.begin(), labels.end(), [](const Label& label) {
        return label.column == Column::Description && isDescription(label.text);
    });
    for (Label& label : labels) {
        if (described && label.column == Column::Description && !isDescription(label.text))
            label.column = Column::ItemCode;  // "Product | Description"
        head.columns.append({label.column, label.left, label.right});
    }
    settleMeanings(head.columns);
    head.ofLines = isOfLines(head);
    return head;
}

}  // namespace

bool Head::has(Column column) const {
    return std::any_of(columns.begin(), columns.end(), [&](const HeadColumn& c) { return c.column == column; });
}

QVector<Head> findHeads(const QVector<PrintedLine>& lines) {
    QVector<Head> heads;
    int last = -1;
    for (int i = 0; i < lines.size(); ++i) {
        if (i <= last || lines[i].words.size() > kMostWords || !hasCells(lines[i])) continue;
        const std::optional<int> begin = headBegin(lines[i]);
        if (!begin) continue;
        const QVector<Label> labels = labelsOf(lines[i], i, *begin);
        if (!isHead(lines[i], *begin, labels)) continue;
        const Head head = headAt(lines, i, labels, last);
        if (!head.ofLines && !endsTables(head)) continue;
        heads.append(head);
        last = head.last;
    }
    return heads;
}

bool isSameHead(const Head& a, const Head& b) {
    if (a.columns.size() != b.columns.size()) return false;
    for (int i = 0; i < a.columns.size(); ++i)
        if (a.columns[i].column != b.columns[i].column ||
            (std::abs(a.columns[i].left - b.columns[i].left) > kSamePlace &&
             std::abs(a.columns[i].right - b.columns[i].right) > kSamePlace))
            return false;
    return true;
}

}  // namespace floe::table
