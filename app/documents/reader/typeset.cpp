#include "app/documents/reader/typeset.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/documents/frames.h"
#include "app/documents/reader/letter_widths.h"

namespace floe::reader {

namespace {

// All in points.
constexpr double kSize = 10, kAscent = 0.9 * kSize, kHeight = 1.11 * kSize, kPitch = 13, kGap = 8;
constexpr double kSpace = 0.28 * kSize, kColumnGap = 16, kTabStop = 36, kLeastTab = 14;
constexpr double kPrintPitch = 0.6 * kSize;  // the advance of a letter in a printed line
constexpr int kPrintColumns = 240;           // then it is wrapped
constexpr double kPaperWidth = 595, kPaperHeight = 842, kMargin = 36;
constexpr double kLongestWord = 480;    // longer ones are broken
constexpr double kWidestPage = 14'000;  // what lies further right is cut off

struct Extent {
    double least = 0, most = 0;  // width of the widest piece that cannot be broken, and of all on one line
};

double widthOf(QStringView word) {
    return kSize * widthInEms(word);
}

double afterTab(double x) {
    return std::ceil((x + kLeastTab) / kTabStop) * kTabStop;
}

/// Calls `take` with every word of a line and the number of tabs before it.
template <class Take>
void eachWord(const QString& line, const Take& take) {
    int tabs = 0;
    for (qsizetype i = 0; i < line.size();) {
        if (line[i].isSpace()) {
            tabs += line[i] == '\t';
            ++i;
            continue;
        }
        const qsizetype begin = i;
        while (i < line.size() && !line[i].isSpace()) ++i;
        take(QStringView(line).mid(begin, i - begin), tabs);
        tabs = 0;
    }
}

Extent extentOf(const Flow& flow);

Extent extentOf(const FlowBlock& block) {
    Extent extent;
    if (block.kind == FlowBlock::Kind::Line) {
        eachWord(block.text, [&](QStringView word, int tabs) {
            const double width = std::min(widthOf(word), kLongestWord);
            for (int i = 0; i < std::min(tabs, 20); ++i) extent.most = afterTab(extent.most);
            extent.most += width + (extent.most > 0 && tabs == 0 ? kSpace : 0);
            extent.least = std::max(extent.least, width);
        });
    } else if (block.kind == FlowBlock::Kind::Print) {
        extent.least = extent.most = std::min<double>(kPrintColumns, block.text.size()) * kPrintPitch;
    }
    return extent;
}

/// What the columns of a table ask for. A cell over several columns widens the last of them.
std::vector<Extent> extentsOf(const FlowBlock& table) {
    std::vector<Extent> columns;
    for (const bool spanning : {false, true}) {
        for (const FlowRow& row : table.rows) {
            size_t column = 0;
            for (const FlowCell& cell : row.cells) {
                const size_t end = column + static_cast<size_t>(std::max(1, cell.span));
                if (columns.size() < end) columns.resize(end);
                if ((cell.span > 1) == spanning && !cell.blocks.empty()) {
                    Extent extent = extentOf(cell.blocks);
                    for (size_t c = column; c + 1 < end; ++c) {
                        extent.least -= columns[c].least + kColumnGap;
                        extent.most -= columns[c].most + kColumnGap;
                    }
                    Extent& last = columns[end - 1];
                    last = {std::max(last.least, extent.least), std::max(last.most, extent.most)};
                }
                column = end;
            }
        }
    }
    for (Extent& column : columns) column.most = std::max(column.most, column.least);
    return columns;
}

Extent extentOf(const Flow& flow) {
    Extent extent;
    for (const FlowBlock& block : flow) {
        Extent own;
        if (block.kind == FlowBlock::Kind::Table) {
            for (const Extent& column : extentsOf(block)) {
                const double before = own.most > 0 ? kColumnGap : 0;
                own = {own.least + column.least + before, own.most + column.most + before};
            }
        } else {
            own = extentOf(block);
        }
        extent = {std::max(extent.least, own.least), std::max(extent.most, own.most)};
    }
    return extent;
}

/// As wide as they ask for where that fits; else between the least and that, each by the same share.
std::vector<double> widthsOf(const FlowBlock& table, double available) {
    const std::vector<Extent> columns = extentsOf(table);
    double least = 0, most = 0;
    for (const Extent& column : columns) {
        least += column.least;
        most += column.most;
    }
    available -= kColumnGap * (static_cast<double>(columns.size()) - 1);
    const double share = most <= available ? 1 : most > least ? std::max(0.0, (available - least) / (most - least)) : 0;
    std::vector<double> widths;
    for (const Extent& column : columns) widths.push_back(column.least + share * (column.most - column.least));
    return widths;
}

/// Puts words on one endless sheet; it is cut into pages afterwards.
class Sheet {
 public:
    QVector<Word> words;
    bool cut = false;  // some were left out

    /// The height below the flow's last line.
    double put(const Flow& flow, double left, double top, double width) {
        double y = top;
        bool gapWanted = false;
        for (const FlowBlock& block : flow) {
            if (full()) break;
            if (block.kind == FlowBlock::Kind::Gap) {
                gapWanted = y > top;
                continue;
            }
            if (gapWanted) y += kGap;
            gapWanted = false;
            if (block.kind == FlowBlock::Kind::Table)
                y = putTable(block, left, y, width);
            else if (block.kind == FlowBlock::Kind::Print)
                y = putPrint(block.text, left, y);
            else
                y = putLine(block.text, left, y, width);
        }
        return y;
    }

 private:
    void add(QStringView text, double left, double top, double width) {
        if (full() || left + width > kWidestPage)
            cut = true;
        else
            words.append({text.toString(), QRectF(left, top, width, kHeight), 1});
    }

    bool full() const { return words.size() >= frames::kMostWords; }

    double putLine(const QString& line, double left, double top, double width) {
        double x = 0;
        eachWord(line, [&](QStringView word, int tabs) {
            for (int i = 0; i < std::min(tabs, 20); ++i) x = afterTab(x);
            if (tabs == 0 && x > 0) x += kSpace;
            while (!word.isEmpty()) {
                qsizetype length = word.size();
                double wide = widthOf(word);
                if (wide > kLongestWord) {
                    length = fitting(word, kLongestWord / kSize);
                    wide = widthOf(word.left(length));
                }
                if (x > 0 && x + wide > width + 0.01) {
                    x = 0;
                    top += kPitch;
                }
                add(word.left(length), left + x, top, wide);
                x += wide;
                word = word.mid(length);
            }
        });
        return top + kPitch;
    }

    double putPrint(const QString& line, double left, double top) {
        int column = 0, from = 0;
        for (qsizetype i = 0; i < line.size();) {
            if (line[i].isSpace()) {
                column = line[i] == '\t' ? (column / 8 + 1) * 8 : column + 1;
                ++i;
                continue;
            }
            const qsizetype begin = i;
            const int first = column;
            while (i < line.size() && !line[i].isSpace() && column - first < kPrintColumns)
                column += printColumns(line, i);
            if (first - from > 0 && column - from > kPrintColumns) {
                from = first;
                top += kPitch;
            }
            add(QStringView(line).mid(begin, i - begin), left + (first - from) * kPrintPitch, top,
                std::max(1, column - first) * kPrintPitch);
        }
        return top + kPitch;
    }

    double putTable(const FlowBlock& table, double left, double top, double width) {
        const std::vector<double> widths = widthsOf(table, width);
        for (const FlowRow& row : table.rows) {
            if (full()) break;
            double x = left, bottom = row.cells.empty() ? top + kGap : top;
            size_t column = 0;
            for (const FlowCell& cell : row.cells) {
                double wide = -kColumnGap;
                for (int i = 0; i < std::max(1, cell.span) && column < widths.size(); ++i)
                    wide += widths[column++] + kColumnGap;
                bottom = std::max(bottom, put(cell.blocks, x, top, wide));
                x += wide + kColumnGap;
            }
            top = bottom;
        }
        return top;
    }
};

}  // namespace

Typeset typeset(const Flow& flow) {
    Sheet sheet;
    sheet.put(flow, kMargin, 0, kPaperWidth - 2 * kMargin);
    std::stable_sort(sheet.words.begin(), sheet.words.end(),
                     [](const Word& a, const Word& b) { return a.box.top() < b.box.top(); });
    Typeset set{{}, sheet.cut};
    double right = kPaperWidth - kMargin;
    for (const Word& word : sheet.words) right = std::max(right, word.box.right());
    const QSizeF size(std::ceil(right + kMargin), kPaperHeight);
    double offset = 0;
    for (Word& word : sheet.words) {
        if (set.pages.isEmpty() || word.box.bottom() - offset > kPaperHeight - 2 * kMargin) {
            if (set.pages.size() == frames::kMostPages) {
                set.cut = true;
                break;
            }
            set.pages.append(Page{size, {}});
            offset = word.box.top();
        }
        word.box.translate(0, kMargin - offset);
        set.pages.last().words.append(word);
    }
    return set;
}

QImage painted(const Page& page, double pixelsPerPoint) {
    QImage paper((page.size * pixelsPerPoint).toSize(), QImage::Format_RGB32);
    if (paper.isNull()) return {};
    paper.fill(Qt::white);
    QPainter painter(&paper);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont font(QStringLiteral("DejaVu Sans"));
    font.setStyleHint(QFont::SansSerif);
    font.setPixelSize(40);  // drawn large and scaled down: small sizes are rounded
    painter.setFont(font);
    const QFontMetricsF metrics(font);
    for (const Word& word : page.words) {
        const double natural = metrics.horizontalAdvance(word.text);
        if (!(natural > 0)) continue;
        painter.setTransform(QTransform::fromScale(pixelsPerPoint, pixelsPerPoint));
        painter.translate(word.box.left(), word.box.top() + kAscent);
        painter.scale(std::min(kSize / 40, word.box.width() / natural), kSize / 40);
        painter.drawText(QPointF(0, 0), word.text);
    }
    return paper;
}

}  // namespace floe::reader
