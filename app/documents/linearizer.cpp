#include "app/documents/linearizer.h"

#include <algorithm>
#include <cmath>

namespace floe {

namespace {

constexpr int kLinkReach = 40;  // lines in which the cell below is looked for

/// A word in tenths of a point; `centre` is twice the true centre, so that it stays whole.
struct Box {
    int index = 0;
    qint64 left = 0, right = 0, centre = 0, height = 1;
};

struct Cell {
    QVector<Box> boxes;
    qint64 left = 0, right = 0, centre = 0, height = 0;
    qint64 begin = 0, end = 0;  // bytes of its text, the first word's space counted
};

qint64 tenths(double x) {
    return static_cast<qint64>(std::floor(x * 10 + 0.5));
}

Box boxOf(const QRectF& r, int index) {
    const qint64 top = tenths(r.top()), bottom = tenths(r.bottom());
    return {index, tenths(r.left()), tenths(r.right()), top + bottom, std::max<qint64>(1, bottom - top)};
}

/// Words whose centres lie on one height. The first word of a line stands for all of it.
QVector<QVector<Box>> linesOf(const QVector<Word>& words) {
    QVector<Box> boxes;
    for (int i = 0; i < words.size(); ++i) boxes.append(boxOf(words[i].box, i));
    std::sort(boxes.begin(), boxes.end(), [](const Box& a, const Box& b) {
        return std::tie(a.centre, a.left, a.index) < std::tie(b.centre, b.left, b.index);
    });
    QVector<QVector<Box>> lines;
    for (const Box& box : boxes) {
        const bool joins = !lines.isEmpty() && 5 * (box.centre - lines.last().first().centre) <=
                                                   4 * std::min(box.height, lines.last().first().height);
        if (!joins) lines.append(QVector<Box>());
        lines.last().append(box);
    }
    return lines;
}

/// Runs of a line's words without a wide gap between them.
QVector<Cell> cellsOf(QVector<Box> line) {
    std::sort(line.begin(), line.end(),
              [](const Box& a, const Box& b) { return std::tie(a.left, a.index) < std::tie(b.left, b.index); });
    QVector<Cell> cells;
    qint64 previousHeight = 0;
    for (const Box& box : line) {
        const bool joins =
            !cells.isEmpty() && 10 * (box.left - cells.last().right) <= 9 * std::min(previousHeight, box.height);
        if (!joins) cells.append(Cell{{}, box.left, box.right, box.centre});
        cells.last().boxes.append(box);
        cells.last().right = std::max(cells.last().right, box.right);
        cells.last().height = std::max(cells.last().height, box.height);
        previousHeight = box.height;
    }
    return cells;
}

/// The cell of a line that overlaps most with one above it; null: none does.
const Cell* under(const Cell& upper, const QVector<Cell>& line) {
    const Cell* best = nullptr;
    qint64 most = 0;
    for (const Cell& cell : line) {
        const qint64 overlap = std::min(upper.right, cell.right) - std::max(upper.left, cell.left);
        if (overlap > most) {
            best = &cell;
            most = overlap;
        }
    }
    return best;
}

/// The cell that goes on below a cell of the given line: the first under it, if that isn't too far away.
const Cell* below(const Cell& upper, int line, const QVector<QVector<Cell>>& lines) {
    const qsizetype last = std::min<qsizetype>(lines.size() - 1, line + kLinkReach);
    for (qsizetype i = line + 1; i <= last; ++i)
        if (const Cell* lower = under(upper, lines[i]))
            return lower->centre - upper.centre <= 5 * std::max(upper.height, lower->height) ? lower : nullptr;
    return nullptr;
}

void writeCell(Cell& cell, int page, const QVector<Word>& words, LinedText& out) {
    cell.begin = out.text.size();
    for (const Box& box : cell.boxes) {
        const QByteArray text = words[box.index].text.toUtf8();
        const qint64 begin = out.text.size() + 1;
        out.text += ' ';
        out.text += text;
        out.places.append({page, box.index, begin, begin + text.size()});
    }
    cell.end = out.text.size();
}

void writePage(int page, const QVector<Word>& words, LinedText& out) {
    const QVector<QVector<Box>> lines = linesOf(words);
    QVector<QVector<Cell>> written;
    const Box* before = nullptr;
    for (const QVector<Box>& line : lines) {
        const Box& first = line.first();
        if (before && 5 * (first.centre - before->centre) > 16 * std::max(first.height, before->height))
            out.text += '\n';
        QVector<Cell> cells = cellsOf(line);
        for (int i = 0; i < cells.size(); ++i) {
            if (i) out.text += '\t';
            writeCell(cells[i], page, words, out);
        }
        written.append(std::move(cells));
        before = &first;
        out.text += '\n';
    }
    for (int line = 0; line < written.size(); ++line)
        for (const Cell& upper : written[line])
            if (const Cell* lower = below(upper, line, written)) out.links.append({upper.end, lower->begin});
}

}  // namespace

LinedText lineUp(const QVector<Page>& pages) {
    LinedText out;
    for (int page = 0; page < pages.size(); ++page) {
        if (page) out.text += "\f\n";
        writePage(page, pages[page].words, out);
    }
    return out;
}

TextPlace placeOf(const LinedText& lined, qint64 begin, qint64 end) {
    TextPlace place;
    auto it = std::lower_bound(lined.places.begin(), lined.places.end(), begin,
                               [](const WordPlace& p, qint64 at) { return p.end <= at; });
    for (; it != lined.places.end() && it->begin < end; ++it) {
        if (place.page < 0) place.page = it->page;
        if (it->page == place.page) place.words.append(it->index);
    }
    return place;
}

}  // namespace floe
