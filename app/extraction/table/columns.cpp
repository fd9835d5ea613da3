#include "app/extraction/table/columns.h"

#include <algorithm>

namespace floe::table {

namespace {

constexpr double kUnder = 1.5;       // a word that stands wholly under (or over) its label
constexpr double kInReach = 0.5;     // one that is nearer to this label than to the next
constexpr double kAwayBy = 25;       // points of distance that cost 1
constexpr double kFurthest = 1.6;    // the most that distance costs
constexpr double kNowhere = -0.9;    // a word in no column
constexpr double kNumberAlone = -1;  // a cell that is only a number, among descriptions
constexpr int kLongestUnit = 4;      // letters
constexpr double kPartsANumber = -3;
constexpr double kPartsACell = 1.0;  // to change the column where no gap is
constexpr double kPartsAText = 3.0;  // the same from a description to words of another column
constexpr double kOfText = 1.5;      // for a word that goes on with a description in its cell, wherever it stands

/// How well a word's look fits what a column holds.
double fits(Column column, Look look) {
    switch (column) {
        case Column::Amount:
        case Column::GrossAmount:
        case Column::UnitPrice:
        case Column::TaxAmount:
        case Column::TaxBase:
            switch (look) {
                case Look::Decimal:
                    return 1;
                case Look::Whole:
                    return -0.2;
                case Look::Sign:
                    return 0.3;
                case Look::Mark:
                    return 0;
                case Look::Text:
                    return -1.6;
                default:
                    return -2;
            }
        case Column::Quantity:
            switch (look) {
                case Look::Whole:
                    return 0.9;
                case Look::Decimal:
                    return 0.5;
                case Look::Text:
                    return -0.8;  // a unit
                case Look::Mark:
                    return 0;
                default:
                    return -1.5;
            }
        case Column::TaxRate:
        case Column::Discount:
            switch (look) {
                case Look::Percent:
                    return 1.2;
                case Look::Whole:
                case Look::Decimal:
                    return 0.3;
                case Look::Text:
                    return -0.8;
                case Look::Mark:
                    return 0.3;
                default:
                    return -1;
            }
        case Column::Position:
            return look == Look::Whole ? 0.8 : look == Look::Mark ? 0 : look == Look::Text ? -0.8 : -1.5;
        case Column::ItemCode:
            return look == Look::Text ? 0.2 : look == Look::Whole ? 0 : -1.2;
        case Column::Date:
            return look == Look::Date ? 1.2 : look == Look::Mark ? 0.2 : look == Look::Decimal ? -1.5 : -0.4;
        case Column::Unit:
            return look == Look::Text ? 0.3 : -1;
        case Column::Description:
            return look == Look::Text ? 0.6 : look == Look::Decimal ? -0.7 : look == Look::Percent ? -0.3 : 0;
        case Column::Other:
            return look == Look::Text ? -0.1 : -0.2;
    }
    return 0;
}

struct Reach {
    double left = 0, right = 0;
};

/// Up to the middle between this label and the next; texts run from their label's left to the next label.
Reach reachOf(const Head& head, int at) {
    const auto& columns = head.columns;
    const HeadColumn& own = columns[at];
    const bool isText = own.column == Column::Description;
    Reach reach{-1e6, 1e6};
    if (at > 0) reach.left = (columns[at - 1].right + own.left) / 2;
    if (at + 1 < columns.size()) reach.right = isText ? columns[at + 1].left : (own.right + columns[at + 1].left) / 2;
    if (at > 0 && columns[at - 1].column == Column::Description) reach.left = own.left - 20;
    return reach;
}

/// Words may reach under the labels of numbers, but do not belong there for that.
bool isOfNumbers(Column column) {
    switch (column) {
        case Column::Quantity:
        case Column::UnitPrice:
        case Column::Discount:
        case Column::TaxRate:
        case Column::TaxAmount:
        case Column::TaxBase:
        case Column::Amount:
        case Column::GrossAmount:
            return true;
        default:
            return false;
    }
}

double place(const QRectF& word, Look look, const HeadColumn& column, const Reach& reach) {
    const double width = std::max(1.0, std::min(word.width(), column.right - column.left));
    const double under = std::min(word.right(), column.right) - std::max(word.left(), column.left);
    double score = under > 0 ? kUnder * std::min(1.0, under / width)
                             : -std::min(look == Look::Text ? 1.0 : kFurthest, -under / kAwayBy);
    const double middle = word.center().x();
    if (middle >= reach.left && middle <= reach.right) {
        score += kInReach;
        if (under <= 0) score = std::max(score, column.column == Column::Description ? 0.9 : -0.4);
    }
    if (look == Look::Text && isOfNumbers(column.column)) return std::min(score, 0.0);
    return score;
}

/// "12", "3 956 kWh": a cell that is a number, perhaps with a unit.
bool isNumberCell(const PrintedLine& line, int at) {
    const int words = static_cast<int>(line.words.size());
    int first = at, last = at;
    while (first > 0 && !line.words[first].opensCell) --first;
    while (last + 1 < words && !line.words[last + 1].opensCell) ++last;
    const bool hasUnit = first > 0 && last > first && line.words[last].look == Look::Text &&
                         line.words[last].text.size() <= kLongestUnit;
    for (int w = first; w <= last - hasUnit; ++w)
        if (line.words[w].look != Look::Whole && line.words[w].look != Look::Decimal) return false;
    return last - hasUnit - first < 2;  // "1 200,00" is two words
}

/// A whole number behind words is one of them: "order 4711 of 2 May", "Paint / 2".
Look lookAt(const PrintedLine& line, int at) {
    const PrintedWord& word = line.words[at];
    if (word.opensCell || word.look != Look::Whole) return word.look;
    int before = at - 1;
    if (before > 0 && line.words[before].look == Look::Mark && !line.words[before].opensCell) --before;
    return before >= 0 && line.words[before].look == Look::Text ? Look::Text : word.look;
}

/// Whether a word goes on with a cell that begins with words.
bool goesOnText(const PrintedLine& line, int at) {
    if (line.words[at].opensCell || lookAt(line, at) != Look::Text) return false;
    int first = at;
    while (first > 0 && !line.words[first].opensCell) --first;
    return line.words[first].look == Look::Text;
}

/// A number in a cell of its own counts or costs something; it is no part of a description.
double alone(const PrintedLine& line, int at, Column column) {
    const Look look = line.words[at].look;
    const bool isNumber = look == Look::Whole || look == Look::Decimal;
    return column == Column::Description && isNumber && isNumberCell(line, at) ? kNumberAlone : 0;
}

double change(const PrintedLine& line, int at) {
    if (line.words[at].goesOn) return kPartsANumber;
    if (line.words[at].opensCell) return 0;
    const double gap = line.words[at].box.left() - line.words[at - 1].box.right();
    return -kPartsACell * std::clamp(1 - gap / (0.9 * line.height), 0.0, 1.0);
}

}  // namespace

QVector<int> columnsOf(const PrintedLine& line, const Head& head, int first) {
    const int words = static_cast<int>(line.words.size()), columns = static_cast<int>(head.columns.size());
    QVector<Reach> reaches;
    for (int c = 0; c < columns; ++c) reaches.append(reachOf(head, c));
    // Two states a column: the word is in it, or in none while this was the last column used.
    const int states = 2 * (columns + 1);  // state 2 (c + 1): in c; 2 (c + 1) + 1: in none after c; c = -1: before all
    QVector<double> best(states, -1e9);
    best[1] = 0;
    QVector<QVector<int>> from(words, QVector<int>(states, -1));
    for (int w = first; w < words; ++w) {
        QVector<double> next(states, -1e9);
        const double parted = w > first ? change(line, w) : 0;
        const Look look = lookAt(line, w);
        int bestBefore = -1, bestText = -1;  // over all states up to the column; over those in a description
        for (int c = -1; c < columns; ++c) {
            for (int s = 2 * (c + 1); s < 2 * (c + 2); ++s) {
                int& held =
                    c >= 0 && s % 2 == 0 && head.columns[c].column == Column::Description ? bestText : bestBefore;
                if (held < 0 || best[s] > best[held]) held = s;
            }
            const int none = 2 * (c + 1) + 1;
            for (int s = 2 * (c + 1); s < 2 * (c + 2); ++s)
                if (best[s] + kNowhere > next[none]) next[none] = best[s] + kNowhere, from[w][none] = s;
            if (c < 0) continue;
            const double own = place(line.words[w].box, look, head.columns[c], reaches[c]) +
                               fits(head.columns[c].column, look) + alone(line, w, head.columns[c].column);
            const int in = 2 * (c + 1);
            const double leaving = isOfNumbers(head.columns[c].column) ? parted : kPartsAText * parted;
            const double ofText = bestText >= 0 ? best[bestText] + leaving : -1e9;
            const bool leavesText = ofText > best[bestBefore] + parted;
            const bool goesOn = head.columns[c].column == Column::Description && goesOnText(line, w);
            const double stay = best[in] + (goesOn ? std::max(own, kOfText) - own : 0),
                         other = leavesText ? ofText : best[bestBefore] + parted;
            next[in] = own + std::max(stay, other);
            from[w][in] = stay >= other ? in : leavesText ? bestText : bestBefore;
        }
        best = next;
    }
    QVector<int> found(words, -1);
    int state = static_cast<int>(std::max_element(best.begin(), best.end()) - best.begin());
    for (int w = words - 1; w >= first; --w) {
        found[w] = state % 2 == 0 ? state / 2 - 1 : -1;
        state = from[w][state];
    }
    return found;
}

}  // namespace floe::table
