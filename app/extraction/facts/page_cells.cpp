#include "app/extraction/facts/page_cells.h"

#include <algorithm>
#include <cmath>

namespace floe::facts {

namespace {

constexpr double kBelowBlock = 45;  // points under an address where its owner's ids stand
constexpr double kBesideBlock = 20;

Run part(const Run& run, qsizetype from, qsizetype length = -1) {
    return {run.text.mid(from, length), run.begin + from};
}

Run trimmed(const Run& run) {
    qsizetype from = 0, to = run.text.size();
    while (from < to && (run.text[from].isSpace() || run.text[from] == '#' || run.text[from] == ':')) ++from;
    while (to > from && run.text[to - 1].isSpace()) --to;
    return part(run, from, to - from);
}

QRectF blockOf(const Extraction& e, const char* role, int page) {
    QRectF block;
    for (const char* name : {".name", ".address"})
        if (const Field* field = e.find(QLatin1String(role) + name); field && field->page == page)
            block |= field->box();
    return block;
}

double gap(const QRectF& block, const QRectF& box) {
    const double x = std::max({0.0, block.left() - box.right(), box.left() - block.right()});
    const double y = std::max({0.0, block.top() - box.bottom(), box.top() - block.bottom()});
    return std::hypot(x, y);
}

}  // namespace

PageCells::PageCells(const PageText& page) : page_(page) {
    int line = 0;
    qsizetype begin = 0;
    qint64 byte = 0, firstByte = 0;
    for (qsizetype at = 0; at < page.text.size(); ++at) {
        const QChar c = page.text[at];
        if (c == '\t' || c == '\n' || c == '\f') {
            if (at > begin) {
                Cell cell;
                cell.text = page.text.mid(begin, at - begin);
                cell.begin = begin;
                cell.line = line;
                cell.firstByte = firstByte;
                cell.endByte = byte;
                cells_.append(cell);
            }
            line += c == '\n';
            begin = at + 1;
            firstByte = byte + 1;
        }
        if (!c.isLowSurrogate()) byte += c.isHighSurrogate() ? 4 : c.unicode() < 0x80 ? 1 : c.unicode() < 0x800 ? 2 : 3;
    }
}

QRegularExpression anyCase(const QString& pattern) {
    return QRegularExpression(
        pattern, QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
}

const Cell* PageCells::below(const Cell& cell) const {
    for (const CellLink& link : page_.lined.links)
        if (link.from == cell.endByte)
            for (const Cell& other : cells_)
                if (other.firstByte == link.to) return &other;
    return nullptr;
}

QVector<Run> PageCells::beside(const char* words) const {
    const QRegularExpression form =
        // A second language may follow: "Leverdatum / Delivery date".
        anyCase(QString("(?<![\\pL\\pN])(?:%1)(?![\\pL\\pN])(?: ?/ ?[\\pL][\\pL .'-]{0,30}(?= ?:|$))? *[:.#]* *")
                    .arg(QString::fromUtf8(words)));
    QVector<Run> found;
    for (qsizetype i = 0; i < cells_.size(); ++i) {
        const Cell& cell = cells_[i];
        const auto match = form.match(cell.text);
        if (!match.hasMatch()) continue;
        const Run rest = trimmed(part(cell, match.capturedEnd()));
        if (!rest.text.isEmpty()) {
            found.append(rest);
            continue;
        }
        if (!cell.text.left(match.capturedStart()).trimmed().isEmpty()) continue;  // the end of a sentence
        qsizetype next = i + 1;                                                    // a colon may be a cell of its own
        while (next < cells_.size() && cells_[next].line == cell.line && trimmed(cells_[next]).text.isEmpty()) ++next;
        if (next < cells_.size() && cells_[next].line == cell.line) found.append(trimmed(cells_[next]));
        if (const Cell* lower = below(cell)) found.append(trimmed(*lower));
    }
    return found;
}

std::optional<Run> PageCells::labelled(const char* words, const QRegularExpression& form) const {
    for (const Run& run : beside(words)) {
        const auto match =
            form.match(run.text, 0, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
        if (!match.hasMatch()) continue;
        const int group = match.lastCapturedIndex() >= 1 ? 1 : 0;
        return trimmed(part(run, match.capturedStart(group), match.capturedLength(group)));
    }
    return {};
}

Field PageCells::field(const QString& path, const Run& run, const QString& value, double confidence) const {
    Field field;
    field.path = path;
    field.text = run.text;
    field.value = value;
    field.confidence = confidence;
    page_.place(field, run.begin, run.end());
    return field;
}

Field PageCells::byLabel(const QString& path, const Run& run, const QString& value) const {
    Field found = field(path, run, value, kByLabel);
    found.status = Field::Status::Derived;
    found.note = "Found by its label.";
    return found;
}

void addOnce(Extraction& extraction, const Field& field) {
    if (!extraction.find(field.path)) insertField(extraction.fields, field);
}

bool isBuyers(const Extraction& extraction, const Field& field) {
    const QRectF buyer = blockOf(extraction, "buyer", field.page), seller = blockOf(extraction, "seller", field.page);
    const QRectF box = field.box();
    if (buyer.isNull() || box.isNull()) return false;
    const QRectF around = buyer.adjusted(-kBesideBlock, -kBesideBlock / 4, kBesideBlock, kBelowBlock);
    return around.intersects(box) && (seller.isNull() || gap(buyer, box) < gap(seller, box));
}

}  // namespace floe::facts
