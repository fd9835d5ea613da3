#include "app/extraction/table/rows.h"

#include <algorithm>
#include <cmath>

#include "app/extraction/table/descriptions.h"

namespace floe::table {

namespace {

constexpr int kMostWays = 3;      // of each role
constexpr double kBeside = 1.7;   // line heights between the numbers of one row that stand on two printed lines
constexpr double kAligned = 5;    // points between edges of one column
constexpr int kLongestUnit = 14;  // characters

class Reader {
 public:
    Reader(const Table& table, const Roles& roles, const QVector<PrintedLine>& lines, DecimalSign sign)
        : table_(table), roles_(roles), lines_(lines), sign_(sign) {}

    QVector<Row> run() {
        findAnchors();
        joinNeighbours();
        addWithoutAmount();
        std::sort(anchors_.begin(), anchors_.end(),
                  [](const Anchor& a, const Anchor& b) { return a.pieces.first() < b.pieces.first(); });
        QVector<Row> rows;
        QVector<QVector<int>> pieces;
        int at = 0;
        int section = 0;
        for (const Anchor& anchor : anchors_) {
            for (; at < anchor.pieces.first(); ++at)
                section += isEnd(table_.pieces[at]) && !rows.isEmpty() && rows.last().section == section;
            rows.append(rowOf(anchor));
            rows.last().section = section;
            const bool carriage = table_.pieces[anchor.pieces[0]].label == RowLabel::Carriage;
            rows.last().isExtra |= carriage && section > 0 && !rows.last().isCounted();
            pieces.append(anchor.pieces);
        }
        const QVector<Print> texts = descriptionsOf(table_, pieces, lines_);
        QVector<Row> named;
        for (int i = 0; i < rows.size(); ++i) {
            rows[i].description = texts[i];
            if (texts[i].isEmpty() && rows[i].isExtra) rows[i].description = label(anchors_[i]);
            const bool counted = rows[i].isCounted();
            if (!rows[i].description.isEmpty() || !rows[i].itemCode.isEmpty() || counted) named.append(rows[i]);
        }
        return named;
    }

 private:
    struct Anchor {
        QVector<int> pieces;  // the one with the amount first, then those that were joined to it
        bool hasAmount = true;
    };

    const PrintedLine& lineOf(int piece) const { return lines_[table_.pieces[piece].line]; }

    Words words(int piece, int column) const { return column < 0 ? Words() : table_.pieces[piece].cells[column]; }

    int columnOf(Column kind) const {
        for (int c = 0; c < table_.head.columns.size(); ++c)
            if (table_.head.columns[c].column == kind) return c;
        return -1;
    }

    /// A cell of numbers: no more words than a unit beside them.
    std::optional<FoundNumber> number(int piece, int column) const {
        const Words cell = words(piece, column);
        const auto found = numberIn(cell, lineOf(piece).page, sign_);
        if (!found || cell.isEmpty()) return {};
        const QString before = cell.first()->text;
        const bool startsWithText = cell.first()->look == Look::Text && !before.startsWith('x');
        return startsWithText || found->after.size() > 2 * kLongestUnit ? std::nullopt : found;
    }

    bool counts(int piece) const {
        return number(piece, columnOf(Column::Quantity)) || number(piece, roles_.unitPrice);
    }

    bool isSumRow(const Piece& piece) const {
        return piece.label == RowLabel::Carried || piece.label == RowLabel::Subtotal || piece.label == RowLabel::Sum;
    }

    /// A sum of the rows above it.
    bool isEnd(const Piece& piece) const {
        if (piece.label != RowLabel::Subtotal && piece.label != RowLabel::Sum) return false;
        return std::any_of(piece.cells.begin(), piece.cells.end(), [&](const Words& cell) { return isMoney(cell); });
    }

    bool isMoney(const Words& cell) const {
        return std::any_of(cell.begin(), cell.end(), [](const PrintedWord* w) { return w->look == Look::Decimal; });
    }

    /// Whole numbers count as amounts only beside others of the row, and where they end as the label does or as the
    /// amounts with cents do.
    bool isAmount(int piece, double right) const {
        const Words cell = words(piece, roles_.amount);
        const auto found = number(piece, roles_.amount);
        if (!found || !found->after.isEmpty()) {
            // a letter for the tax may stand behind
            if (!found || found->after.size() > 2 || !isMoney(cell)) return false;
        }
        if (isMoney(cell)) return true;
        const HeadColumn& label = table_.head.columns[roles_.amount];
        const QRectF box = found->number.print.boxes.first();
        const bool under =
            std::abs(box.right() - label.right) <= kAligned || std::abs(box.left() - label.left) <= kAligned;
        return counts(piece) && (right > 0 ? std::abs(cell.last()->box.right() - right) <= kAligned : under);
    }

    void findAnchors() {
        double right = 0;
        for (int p = 0; p < table_.pieces.size() && right == 0; ++p)
            if (const Words cell = words(p, roles_.amount); isMoney(cell) && !isSumRow(table_.pieces[p]))
                right = cell.last()->box.right();
        for (int p = 0; p < table_.pieces.size(); ++p)
            if (!isSumRow(table_.pieces[p]) && isAmount(p, right)) anchors_.append({{p}, true});
    }

    bool isNear(int a, int b) const {
        const PrintedLine &x = lineOf(a), &y = lineOf(b);
        return x.page == y.page && std::abs(x.middle() - y.middle()) <= kBeside * std::max(x.height, y.height);
    }

    /// Numbers of a row on a printed line without an amount.
    void joinNeighbours() {
        QVector<bool> taken(table_.pieces.size(), false);
        for (const Anchor& anchor : anchors_) taken[anchor.pieces[0]] = true;
        for (Anchor& anchor : anchors_) {
            const int own = anchor.pieces[0];
            if (counts(own)) continue;
            int best = -1;
            for (const int step : {-1, 1})
                for (int p = own + step; p >= 0 && p < table_.pieces.size() && isNear(own, p); p += step) {
                    if (taken[p] || isSumRow(table_.pieces[p])) break;
                    if (!counts(p)) continue;
                    if (best < 0 || distance(own, p) < distance(own, best)) best = p;
                    break;
                }
            if (best < 0) continue;
            taken[best] = true;
            anchor.pieces.append(best);
        }
        taken_ = taken;
    }

    double distance(int a, int b) const { return std::abs(lineOf(a).middle() - lineOf(b).middle()); }

    /// "Quantity 1, nothing to pay": a line that counts under its column as the others do, beside a description.
    void addWithoutAmount() {
        const int quantity = columnOf(Column::Quantity), description = columnOf(Column::Description);
        const int position = columnOf(Column::Position);
        if (anchors_.isEmpty() || quantity < 0 || description < 0) return;
        QVector<QRectF> boxes;
        int lastPiece = 0;
        for (const Anchor& anchor : anchors_)
            for (const int p : anchor.pieces) {
                lastPiece = std::max(lastPiece, p);
                if (const auto found = number(p, quantity)) boxes.append(found->number.print.boxes.first());
            }
        const auto isAligned = [&](const QRectF& box) {
            return std::any_of(boxes.begin(), boxes.end(), [&](const QRectF& other) {
                return std::abs(box.right() - other.right()) <= kAligned ||
                       std::abs(box.left() - other.left()) <= kAligned;
            });
        };
        for (int p = 0; p < table_.pieces.size(); ++p) {
            if (taken_[p] || isSumRow(table_.pieces[p]) || words(p, description).isEmpty()) continue;
            const auto found = number(p, quantity);
            if (!found || !isAligned(found->number.print.boxes.first())) continue;
            if (position >= 0 && !number(p, position)) continue;
            if (p > lastPiece + 3) break;
            anchors_.append({{p}, false});
        }
    }

    Number pick(const Anchor& anchor, int column) const {
        for (const int p : anchor.pieces)
            if (const auto found = number(p, column)) return found->number;
        return {};
    }

    Print printed(const Anchor& anchor, int column) const {
        for (const int p : anchor.pieces)
            if (const Words cell = words(p, column); !cell.isEmpty()) return printOf(cell, lineOf(p).page);
        return {};
    }

    void setUnit(Row& row, const Anchor& anchor) const {
        row.unit = printed(anchor, columnOf(Column::Unit));
        if (!row.unit.isEmpty()) return;
        for (const int p : anchor.pieces) {
            const auto found = number(p, columnOf(Column::Quantity));
            if (!found) continue;
            const QString& after = found->after;
            const bool isUnit = !after.isEmpty() && after.size() <= kLongestUnit && after != "x" && after != "×" &&
                                std::any_of(after.begin(), after.end(), [](QChar c) { return c.isLetter(); });
            if (isUnit) row.unit = {after, lineOf(p).page, found->afterBoxes, found->number.print.confidence};
            return;
        }
    }

    void setDiscount(Row& row, const Anchor& anchor) const {
        const int column = columnOf(Column::Discount);
        row.discount = pick(anchor, column);
        if (column < 0) return;
        for (const int p : anchor.pieces)
            for (const PrintedWord* word : words(p, column)) row.discountInPercent |= word->text.contains('%');
        if (!row.discountInPercent && !row.discount.isEmpty()) {
            // a bare number: percent where that makes the amount
            Row tried = row;
            tried.discountInPercent = true;
            if (productHolds(tried).value_or(false)) row.discountInPercent = true;
        }
    }

    /// What a discount or charge is called may stand in any column.
    Print label(const Anchor& anchor) const {
        Words text;
        for (const PrintedWord& word : lineOf(anchor.pieces[0]).words)
            if (word.look == Look::Text) text.append(&word);
        return printOf(text, lineOf(anchor.pieces[0]).page);
    }

    bool hasDate(int piece) const {
        const Words cell = words(piece, columnOf(Column::Date));
        return std::any_of(cell.begin(), cell.end(), [](const PrintedWord* w) { return w->look == Look::Date; });
    }

    Row rowOf(const Anchor& anchor) const {
        Row row;
        row.line = table_.pieces[anchor.pieces[0]].line;
        if (anchor.hasAmount) row.amount = pick(anchor, roles_.amount);
        row.quantity = pick(anchor, columnOf(Column::Quantity));
        row.unitPrice = pick(anchor, roles_.unitPrice);
        row.taxRate = pick(anchor, columnOf(Column::TaxRate));
        const int code = columnOf(Column::ItemCode);
        if (code >= 0) row.itemCode = printed(anchor, code);
        if (std::none_of(row.itemCode.text.begin(), row.itemCode.text.end(), [](QChar c) { return c.isDigit(); }))
            row.itemCode = {};  // words are no code
        setUnit(row, anchor);
        setDiscount(row, anchor);
        const RowLabel label = table_.pieces[anchor.pieces[0]].label;
        const bool counted = (!row.quantity.isEmpty() && !row.unitPrice.isEmpty()) || !row.itemCode.isEmpty() ||
                             number(anchor.pieces[0], columnOf(Column::Position)) || hasDate(anchor.pieces[0]);
        row.isPart = !counted && label == RowLabel::Part;
        row.isExtra = !counted && (label == RowLabel::Part || label == RowLabel::Extra);
        return row;
    }

    const Table& table_;
    const Roles roles_;
    const QVector<PrintedLine>& lines_;
    const DecimalSign sign_;
    QVector<Anchor> anchors_;
    QVector<bool> taken_;
};

}  // namespace

QVector<Roles> rolesOf(const Head& head) {
    QVector<int> amounts, prices;
    for (const Column kind : {Column::Amount, Column::GrossAmount})
        for (int c = static_cast<int>(head.columns.size()) - 1; c >= 0; --c)
            if (head.columns[c].column == kind && amounts.size() < kMostWays) amounts.append(c);
    for (int c = 0; c < head.columns.size(); ++c)
        if (head.columns[c].column == Column::UnitPrice && prices.size() < kMostWays) prices.append(c);
    if (prices.isEmpty()) prices.append(-1);
    QVector<Roles> all;
    for (const int amount : amounts)
        for (const int price : prices) all.append({amount, price});
    return all;
}

QVector<Row> rowsOf(const Table& table, const Roles& roles, const QVector<PrintedLine>& lines, DecimalSign sign) {
    return Reader(table, roles, lines, sign).run();
}

}  // namespace floe::table
