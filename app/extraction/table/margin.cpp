#include "app/extraction/table/margin.h"

#include <algorithm>
#include <optional>

#include "app/extraction/table/row.h"

namespace floe::table {

namespace {

constexpr double kLeastGap = 2;      // line heights between the table and what stands beside it
constexpr double kUnderLabel = 4;    // points that a cell may stand off its label
constexpr int kMostLinesBelow = 60;  // of the table that are looked at

struct Span {
    double left = 0, right = 0;
    bool hasText = false;
};

QVector<Span> spansOf(const PrintedLine& line) {
    QVector<Span> spans;
    for (const Words& cell : cellsOf(line)) {
        Span span{cell.first()->box.left(), cell.first()->box.right(), false};
        for (const PrintedWord* word : cell) {
            span.right = std::max(span.right, word->box.right());
            span.hasText |= word->look == Look::Text;
        }
        spans.append(span);
    }
    return spans;
}

/// Where what stands left of the label ends, if the line has a cell there and one under the label.
std::optional<double> endOfBeside(const QVector<Span>& cells, const HeadColumn& label, double gap) {
    const bool under = std::any_of(cells.begin(), cells.end(), [&](const Span& cell) {
        return cell.left <= label.right + kUnderLabel && cell.right >= label.left - kUnderLabel;
    });
    if (!under) return {};
    double end = 0;
    for (const Span& cell : cells)
        if (cell.right <= label.left - gap && cell.hasText) end = std::max(end, cell.right);
    return end > 0 ? std::optional(end) : std::nullopt;
}

}  // namespace

double leftMargin(const QVector<PrintedLine>& lines, const Head& head, int to) {
    const HeadColumn& first = head.columns.first();
    const int from = head.last + 1, last = std::min(to, from + kMostLinesBelow);
    double end = 0;
    for (int i = from; i < last; ++i)
        if (const auto one = endOfBeside(spansOf(lines[i]), first, kLeastGap * lines[i].height))
            end = std::max(end, *one);
    if (end == 0) return 0;
    for (int i = from; i < last; ++i)
        for (const Span& cell : spansOf(lines[i]))
            if (cell.left < end && cell.right > end + 1) return 0;
    return end + 1;
}

}  // namespace floe::table
