#include "app/extraction/table/labelled.h"

#include <cmath>

#include "app/extraction/folded.h"
#include "app/extraction/table/table_labels.h"

namespace floe::table {

namespace {

constexpr double kSameLeft = 3;  // points
constexpr double kClose = 1.9;   // line heights to a line that goes on
constexpr int kMostLabelWords = 4;

/// A label and what stands beside it.
struct Pair {
    Column column = Column::Other;
    Words value;
};

/// How many words of a cell are a label that a colon ends; 0: there is none.
int labelWords(const Words& cell) {
    for (int w = 0; w < std::min<qsizetype>(cell.size(), kMostLabelWords); ++w)
        if (cell[w]->text.endsWith(':')) return w + 1;
    return 0;
}

Column columnOf(const Words& cell, int words) {
    QString text;
    for (int w = 0; w < words; ++w) text += (w > 0 ? " " : "") + cell[w]->text;
    return table::columnOf(folded(text));
}

QVector<Pair> pairsOf(const PrintedLine& line) {
    QVector<Pair> pairs;
    const QVector<Words> cells = cellsOf(line);
    for (int c = 0; c < cells.size(); ++c) {
        const int label = labelWords(cells[c]);
        if (label == 0) continue;
        Pair pair{columnOf(cells[c], label), cells[c].mid(label)};
        if (pair.value.isEmpty() && c + 1 < cells.size() && labelWords(cells[c + 1]) == 0) pair.value = cells[++c];
        if (!pair.value.isEmpty()) pairs.append(pair);
    }
    return pairs;
}

class Reader {
 public:
    Reader(const QVector<PrintedLine>& lines, DecimalSign sign) : lines_(lines), sign_(sign) {}

    QVector<Row> run() {
        for (int i = 0; i < lines_.size(); ++i) {
            const QVector<Pair> pairs = pairsOf(lines_[i]);
            if (pairs.isEmpty() && !goesOn(i)) finish();
            for (const Pair& pair : pairs) take(pair, i);
        }
        finish();
        return rows_;
    }

 private:
    void take(const Pair& pair, int line) {
        if (seen_.contains(pair.column)) finish();
        if (pair.column == Column::Other) {
            lastText_ = nullptr;
            return;
        }
        seen_.append(pair.column);
        row_.line = line;
        set(pair, lines_[line].page);
        lastText_ = pair.column == Column::Description ? pair.value.first() : nullptr;
        lastLine_ = line;
    }

    void set(const Pair& pair, int page) {
        const auto number = [&](Number& into) {
            if (const auto found = numberIn(pair.value, page, sign_)) into = found->number;
        };
        switch (pair.column) {
            case Column::Description:
                row_.description = printOf(pair.value, page);
                break;
            case Column::ItemCode:
                row_.itemCode = printOf(pair.value, page);
                break;
            case Column::Unit:
                row_.unit = printOf(pair.value, page);
                break;
            case Column::Quantity:
                number(row_.quantity);
                break;
            case Column::UnitPrice:
                number(row_.unitPrice);
                break;
            case Column::TaxRate:
                number(row_.taxRate);
                break;
            case Column::Amount:
            case Column::GrossAmount:
                number(row_.amount);
                break;
            default:
                break;
        }
    }

    /// A line under a description, at its left edge and without a label.
    bool goesOn(int line) {
        if (!lastText_ || line != lastLine_ + 1) return false;
        const PrintedLine& own = lines_[line];
        const bool isUnder = std::abs(own.words[0].box.left() - lastText_->box.left()) <= kSameLeft &&
                             own.middle() - lines_[lastLine_].middle() <= kClose * own.height;
        if (!isUnder || cellsOf(own).size() != 1) return false;
        const Print more = printOf(cellsOf(own)[0], own.page);
        row_.description.text += '\n' + more.text;
        row_.description.boxes += more.boxes;
        lastLine_ = line;
        return true;
    }

    void finish() {
        if (!row_.description.isEmpty() && !row_.amount.isEmpty() && row_.isCounted()) rows_.append(row_);
        row_ = Row();
        seen_.clear();
        lastText_ = nullptr;
    }

    const QVector<PrintedLine>& lines_;
    const DecimalSign sign_;
    QVector<Row> rows_;
    Row row_;
    QVector<Column> seen_;
    const PrintedWord* lastText_ = nullptr;  // where the description that may go on begins
    int lastLine_ = 0;
};

}  // namespace

QVector<Row> labelledRows(const QVector<PrintedLine>& lines, DecimalSign sign) {
    return Reader(lines, sign).run();
}

}  // namespace floe::table
