#include "app/extraction/parties/party_page.h"

#include <algorithm>
#include <cmath>

namespace floe::parties {

namespace {

constexpr int kMostCells = 6000;      // names stand at the head and the foot of the first pages
constexpr double kFurthestUp = 3.2;   // heights between the centres of a cell and the one above it
constexpr int kMostLinesBetween = 8;  // of other columns

}  // namespace

PartyPage::PartyPage(const PageText& text) : text_(text) {
    // Bytes of the lined-up text are counted along, so that each cell finds its words at once.
    const QString& all = text.text;
    int line = 0;
    qsizetype begin = 0;
    qint64 byte = 0, firstByte = 0;
    firstOfLine_.append(0);
    for (qsizetype at = 0; at < all.size() && cells_.size() < kMostCells; ++at) {
        const QChar c = all[at];
        if (c == '\t' || c == '\n' || c == '\f') {
            const TextPlace place = at > begin ? placeOf(text.lined, firstByte, byte) : TextPlace();
            if (place.page >= 0) {
                PartyCell cell{piece(begin, at), line, place.page, {}, -1};
                for (const int word : place.words) cell.box |= text.pages[place.page].words[word].box;
                if (!cell.piece.isEmpty()) cells_.append(cell);
            }
            begin = at + 1;
            firstByte = byte + 1;
            if (c == '\n') {
                ++line;
                firstOfLine_.append(static_cast<int>(cells_.size()));
            }
        }
        if (!c.isLowSurrogate()) byte += c.isHighSurrogate() ? 4 : c.unicode() < 0x80 ? 1 : c.unicode() < 0x800 ? 2 : 3;
    }
    if (firstOfLine_.last() != cells_.size()) firstOfLine_.append(static_cast<int>(cells_.size()));
    while (!cells_.isEmpty() && cells_.last().line > lines() - 1) cells_.removeLast();
    link();
}

void PartyPage::link() {
    for (int i = 0; i < cells_.size(); ++i) {
        PartyCell& cell = cells_[i];
        for (int line = cell.line - 1, seen = 0; line >= 0 && seen < kMostLinesBetween && cell.above < 0; --line) {
            double most = 0;
            const auto [from, to] = cellsOf(line);
            seen += to > from;
            for (int k = from; k < to; ++k) {
                const PartyCell& upper = cells_[k];
                const double overlap =
                    std::min(upper.box.right(), cell.box.right()) - std::max(upper.box.left(), cell.box.left());
                const double reach = kFurthestUp * std::max(upper.height(), cell.height());
                if (upper.page != cell.page || overlap <= most || cell.middle() - upper.middle() > reach) continue;
                most = overlap;
                cell.above = k;
            }
        }
    }
}

Piece PartyPage::piece(qsizetype begin, qsizetype end) const {
    const QString& all = text_.text;
    while (begin < end && all[begin].isSpace()) ++begin;
    while (end > begin && all[end - 1].isSpace()) --end;
    QString words = all.mid(begin, end - begin);
    words.replace('\t', ' ');
    return {words.simplified(), begin, end};
}

Piece PartyPage::part(const Piece& whole, qsizetype from, qsizetype length) const {
    const qsizetype begin = whole.begin + from;
    return piece(begin, length < 0 ? whole.end : std::min(whole.end, begin + length));
}

QRectF PartyPage::boxOf(const Piece& piece) const {
    Field field;
    text_.place(field, piece.begin, piece.end);
    return field.box();
}

int PartyPage::pageOf(const Piece& piece) const {
    Field field;
    text_.place(field, piece.begin, piece.end);
    return field.page;
}

double PartyPage::heightOnPage(int page, const QRectF& box) const {
    return std::clamp(box.center().y() / std::max(1.0, sizeOf(page).height()), 0.0, 1.0);
}

}  // namespace floe::parties
