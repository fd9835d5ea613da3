#include "app/extraction/table/descriptions.h"

#include <algorithm>
#include <cmath>

namespace floe::table {

namespace {

constexpr double kClose = 1.9;      // line heights from one line of a description to the next
constexpr double kWiderGap = 1.25;  // how much wider the gap between two rows is than within one
constexpr int kMostLines = 12;      // of a description
constexpr int kLeastAccount = 14;   // digits

class Describer {
 public:
    Describer(const Table& table, const QVector<QVector<int>>& rows, const QVector<PrintedLine>& lines)
        : table_(table), lines_(lines), rows_(rows), owner_(table.pieces.size(), -1), texts_(rows.size()) {
        for (int c = 0; c < table.head.columns.size() && column_ < 0; ++c)
            if (table.head.columns[c].column == Column::Description) column_ = c;
        for (int r = 0; r < rows.size(); ++r)
            for (const int p : rows[r]) owner_[p] = r;
    }

    QVector<Print> run() {
        if (column_ < 0) return QVector<Print>(rows_.size());
        for (int r = 0; r < rows_.size(); ++r) texts_[r] = own(r);
        findHabit();
        for (int r = 0; r + 1 < rows_.size(); ++r) share(r);
        if (!rows_.isEmpty()) {
            takeAbove(0, reachAbove(0));
            takeBelow(int(rows_.size()) - 1, reachBelow(int(rows_.size()) - 1));
        }
        QVector<Print> prints;
        for (QVector<int>& pieces : texts_) {
            std::sort(pieces.begin(), pieces.end());
            prints.append(joined(pieces));
        }
        return prints;
    }

 private:
    enum class Habit { Below, Above, Around };

    int first(int row) const { return *std::min_element(rows_[row].begin(), rows_[row].end()); }
    int last(int row) const { return *std::max_element(rows_[row].begin(), rows_[row].end()); }
    const PrintedLine& lineOf(int piece) const { return lines_[table_.pieces[piece].line]; }
    bool hasText(int piece) const { return !table_.pieces[piece].cells[column_].isEmpty(); }

    QVector<int> own(int row) const {
        QVector<int> pieces;
        for (const int p : rows_[row])
            if (hasText(p)) pieces.append(p);
        return pieces;
    }

    double gap(int upper, int lower) const { return lineOf(lower).middle() - lineOf(upper).middle(); }

    bool isClose(int upper, int lower) const {
        const PrintedLine &a = lineOf(upper), &b = lineOf(lower);
        return a.page == b.page && table_.pieces[lower].line == table_.pieces[upper].line + 1 &&
               gap(upper, lower) <= kClose * std::max(a.height, b.height);
    }

    bool isFree(int piece) const {
        const RowLabel label = table_.pieces[piece].label;
        return owner_[piece] < 0 && hasText(piece) && !hasPrice(piece) && !isAccount(piece) &&
               (label == RowLabel::None || label == RowLabel::Extra || label == RowLabel::Carriage ||
                label == RowLabel::Part);
    }

    /// An IBAN or a card's number: digits and no words.
    bool isAccount(int piece) const {
        int digits = 0;
        for (const PrintedWord* word : table_.pieces[piece].cells[column_]) {
            const auto own = std::count_if(word->text.begin(), word->text.end(), [](QChar c) { return c.isDigit(); });
            if (2 * own < word->text.size()) return false;
            digits += static_cast<int>(own);
        }
        return digits >= kLeastAccount;
    }

    /// A line with a price of its own says something else of the row.
    bool hasPrice(int piece) const {
        for (int c = 0; c < table_.head.columns.size(); ++c) {
            const Column kind = table_.head.columns[c].column;
            if (kind != Column::UnitPrice && kind != Column::Amount && kind != Column::GrossAmount) continue;
            for (const PrintedWord* word : table_.pieces[piece].cells[c])
                if (word->look == Look::Decimal) return true;
        }
        return false;
    }

    /// Free lines that stand close under the row, one below the other.
    QVector<int> reachBelow(int row) const {
        QVector<int> found;
        for (int p = last(row) + 1; p < table_.pieces.size() && !table_.pieces[p].opens && isFree(p) &&
                                    isClose(p - 1, p) && found.size() < kMostLines;
             ++p)
            found.append(p);
        return found;
    }

    QVector<int> reachAbove(int row) const {
        QVector<int> found;
        for (int p = first(row) - 1;
             p >= 0 && !table_.pieces[p + 1].opens && isFree(p) && isClose(p, p + 1) && found.size() < kMostLines; --p)
            found.prepend(p);
        return found;
    }

    /// Whether a gap parts the lines above the row from all other rows.
    bool standsAlone(int row) const {
        const QVector<int> above = reachAbove(row);
        if (above.isEmpty()) return false;
        const int top = above.first();
        return table_.pieces[top].opens || top == 0 || !isClose(top - 1, top) || owner_[top - 1] < 0;
    }

    /// Whether the lines between two rows stand nearer to the upper one.
    bool nearerAbove() const {
        double up = 0, down = 0;
        for (int r = 1; r < rows_.size(); ++r) {
            if (first(r) - last(r - 1) < 2 || table_.pieces[first(r)].opens) continue;
            up += gap(last(r - 1), last(r - 1) + 1);
            down += gap(first(r) - 1, first(r));
        }
        return up < 0.97 * down;
    }

    /// Told by the ends of the table, where no other row can own a text.
    void findHabit() {
        if (rows_.isEmpty()) return;
        const int count = static_cast<int>(rows_.size());
        int bare = 0;
        for (int r = 0; r < count; ++r) bare += texts_[r].isEmpty();
        const bool above = !reachAbove(0).isEmpty(), below = !reachBelow(count - 1).isEmpty();
        if (2 * bare > count) {
            habit_ = above && below ? Habit::Around : above ? Habit::Above : Habit::Below;
            return;
        }
        bool all = above && !below && count >= 3, alone = count >= 2;
        for (int r = 0; r < count; ++r) {
            all &= !reachAbove(r).isEmpty();
            alone &= standsAlone(r);
        }
        if (all && nearerAbove()) all = false;
        if (all || alone) habit_ = alone ? Habit::Around : Habit::Above;
    }

    void takeAbove(int row, const QVector<int>& pieces) {
        if (habit_ == Habit::Below && !texts_[row].isEmpty()) return;  // the heading of a section
        for (const int p : pieces) give(p, row);
    }

    void takeBelow(int row, const QVector<int>& pieces) {
        if (habit_ == Habit::Above && !texts_[row].isEmpty()) return;
        for (const int p : pieces) give(p, row);
    }

    void give(int piece, int row) {
        if (owner_[piece] >= 0) return;
        owner_[piece] = row;
        texts_[row].append(piece);
    }

    /// The lines between a row and the next.
    void share(int row) {
        const QVector<int> below = reachBelow(row), above = reachAbove(row + 1);
        QVector<int> both;
        for (const int p : below)
            if (above.contains(p)) both.append(p);
        if (both.isEmpty()) {
            takeBelow(row, below);
            takeAbove(row + 1, above);
            return;
        }
        const int from = last(row), to = first(row + 1);
        int widest = from;
        double least = 1e9, most = 0;
        for (int p = from; p < to; ++p) {
            const double step = gap(p, p + 1);
            least = std::min(least, step);
            if (step > most) most = step, widest = p;
        }
        if (most > kWiderGap * least && least > 0) {
            for (const int p : both) give(p, p <= widest ? row : row + 1);
            return;
        }
        const qsizetype half = habit_ == Habit::Below   ? both.size()
                               : habit_ == Habit::Above ? 0
                                                        : (both.size() + 1) / 2;
        for (int i = 0; i < both.size(); ++i) give(both[i], i < half ? row : row + 1);
    }

    Print joined(const QVector<int>& pieces) const {
        Print all;
        for (const int p : pieces) {
            const Print one = printOf(table_.pieces[p].cells[column_], lineOf(p).page);
            if (all.page >= 0 && one.page != all.page) continue;
            all.text += (all.text.isEmpty() ? "" : "\n") + one.text;
            all.page = one.page;
            all.boxes += one.boxes;
            all.confidence = std::min(all.confidence, one.confidence);
        }
        return all;
    }

    const Table& table_;
    const QVector<PrintedLine>& lines_;
    const QVector<QVector<int>>& rows_;
    QVector<int> owner_;           // the row that a piece belongs to, -1: none yet
    QVector<QVector<int>> texts_;  // of each row
    int column_ = -1;
    Habit habit_ = Habit::Below;
};

}  // namespace

QVector<Print> descriptionsOf(const Table& table, const QVector<QVector<int>>& rows,
                              const QVector<PrintedLine>& lines) {
    return Describer(table, rows, lines).run();
}

}  // namespace floe::table
