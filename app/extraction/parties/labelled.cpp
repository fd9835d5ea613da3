#include <QRegularExpression>
#include <algorithm>
#include <limits>

#include "app/extraction/parties/address_lines.h"
#include "app/extraction/parties/mention.h"

namespace floe::parties {

namespace {

constexpr int kMostRows = 14;
constexpr double kIndent = 14;      // points that a line may stand left of its label
constexpr double kAligned = 4;      // points between edges of one column
constexpr double kWideGap = 3.4;    // heights between the label and the first line
constexpr double kNextGap = 3.2;    // and between later lines
constexpr double kSameCell = 2.2;   // heights between cells that are one line of an address ("DE   80333 Town")
constexpr double kFurthest = 0.45;  // of the page's width, from a label to what stands beside it

/// One label, and the column that it heads.
class Section {
 public:
    Section(const PartyPage& page, int label, const RoleLabel& role)
        : page_(page), all_(page.cells()), label_(label), role_(role), reader_(page) {}

    Mention read() {
        const PartyCell& label = all_[label_];
        left_ = label.box.left();
        right_ = std::max(label.box.right(), left_ + 60);
        bound_ = boundOf(label);
        lastMiddle_ = label.middle();
        lastHeight_ = label.height();
        if (besideLabel()) below();
        Mention found = reader_.done();
        found.kind = Mention::Kind::Labelled;
        found.role = role_.role;
        found.labelWeight = role_.weight;
        found.label = label.piece.text.left(role_.length).section(QRegularExpression(" [–—-] "), -1).trimmed();
        while (!found.label.isEmpty() && !found.label.back().isLetterOrNumber() && found.label.back() != ')')
            found.label.chop(1);
        return found;
    }

 private:
    static bool isColon(const QString& text) { return text == ":"; }

    /// The left edge of the next column that a label heads in the same line.
    double boundOf(const PartyCell& label) const {
        const auto [from, to] = page_.cellsOf(label.line);
        for (int i = label_ + 1; i < to; ++i)
            if (roleOf(all_[i].piece.text).role != Role::None || kindOfLine(all_[i].piece.text) == LineKind::Key)
                return all_[i].box.left() - 4;
        return std::numeric_limits<double>::max();
    }

    /// What stands in the label's own line. False: nobody can be named there, nor below.
    bool besideLabel() {
        const PartyCell& label = all_[label_];
        Piece rest = page_.part(label.piece, role_.length);
        static const QRegularExpression sentence("^(.{3,60}?\\pL{3})\\.(?: |$)");  // "payable to Ann Pike. Thank you"
        if (const auto match = sentence.match(rest.text);
            role_.role == Role::Payee && match.hasMatch() && legalFormEnd(rest.text) < 0)
            rest = page_.part(rest, 0, match.capturedLength(1));
        static const QRegularExpression mail("^(.+?) *<([^<>]+@[^<>]+)>");  // the head of a mail
        if (const auto match = mail.match(rest.text); match.hasMatch())
            return reader_.take(page_.part(rest, 0, match.capturedLength(1))) &&
                   reader_.take(page_.part(rest, match.capturedStart(2), match.capturedLength(2)));
        if (!rest.isEmpty()) return reader_.take(rest) && reader_.hasName();
        const auto [from, to] = page_.cellsOf(label.line);
        int next = label_ + 1;
        if (next < to && isColon(all_[next].piece.text)) ++next;
        if (next >= to) return true;
        const PartyCell& beside = all_[next];
        Piece value = beside.piece;
        if (value.text.startsWith(": ")) value = page_.part(value, 2);
        const double gap = beside.box.left() - label.box.right();
        if (beside.box.left() > bound_ || gap > kFurthest * page_.sizeOf(label.page).width()) return true;
        if (kindOfLine(value.text) != LineKind::Name || headsName()) return true;
        reader_.take(value);
        left_ = beside.box.left();
        right_ = beside.box.right();
        isBeside_ = true;
        return true;
    }

    /// Whether a name stands under the label, at its edge, so that what stands beside it is another column.
    bool headsName() const {
        const PartyCell& label = all_[label_];
        for (int i = label_ + 1; i < all_.size() && all_[i].page == label.page; ++i) {
            if (all_[i].middle() - label.middle() > kWideGap * label.height()) return false;
            if (all_[i].line == label.line || std::abs(all_[i].box.left() - label.box.left()) > kAligned) continue;
            return kindOfLine(all_[i].piece.text) == LineKind::Name;
        }
        return false;
    }

    /// The first cell of a line that stands in the column; -1: none.
    int inColumn(int line) const {
        const auto [from, to] = page_.cellsOf(line);
        for (int i = from; i < to; ++i) {
            const QRectF& box = all_[i].box;
            const bool below = box.left() >= left_ - kIndent && box.left() <= right_ && box.right() > left_;
            const QRectF& label = all_[label_].box;  // columns may be set to the right or to the middle
            const bool aligned = std::abs(box.right() - label.right()) < kAligned ||
                                 std::abs(box.center().x() - label.center().x()) < kAligned;
            if ((below || aligned) && box.left() < bound_) return i;
        }
        // Below a name that stands beside its label the address may begin at the label's edge again.
        if (isBeside_ && from < to && std::abs(all_[from].box.left() - all_[label_].box.left()) < kAligned &&
            isOfAddress(all_[from].piece.text))
            return from;
        return -1;
    }

    static bool isOfAddress(const QString& text) {
        const LineKind kind = kindOfLine(text);
        return kind == LineKind::Street || kind == LineKind::Town || kind == LineKind::Country ||
               kind == LineKind::Email;
    }

    bool isTableHead(int line) const {
        const auto [from, to] = page_.cellsOf(line);
        int keys = 0;
        for (int i = from; i < to; ++i) keys += kindOfLine(all_[i].piece.text) == LineKind::Key;
        return keys >= 3 && to - from >= 3;
    }

    void below() {
        const int first = all_[label_].line + 1;
        for (int line = first, rows = 0; line < page_.lines() && rows < kMostRows; ++line) {
            const int i = inColumn(line);
            if (i < 0) continue;
            const PartyCell& cell = all_[i];
            if (cell.page != all_[label_].page) return;
            const double gap = (cell.middle() - lastMiddle_) / std::max(cell.height(), lastHeight_);
            if (gap > (reader_.hasName() ? kNextGap : kWideGap) || isTableHead(line)) return;
            const Role role = roleOf(cell.piece.text).role;
            if (role != Role::None && role != Role::Contact && !endsLikeName(i)) return;
            ++rows;
            lastMiddle_ = cell.middle();
            lastHeight_ = cell.height();
            if (!takeRow(i)) return;
        }
    }

    /// "Klant: Jansen" is another section; "Kunde Nord GmbH" as the name of somebody is not.
    bool endsLikeName(int i) const {
        const RoleLabel role = roleOf(all_[i].piece.text);
        return role.length < all_[i].piece.text.size() && legalFormEnd(all_[i].piece.text) > 0 &&
               !all_[i].piece.text.contains(':');
    }

    /// One line: "Name:" with its value beside it, "Name: value" in one cell, or a bare line.
    bool takeRow(int i) {
        static const QRegularExpression keyed("^(\\pL[\\pL .'/-]{1,30}?) ?: ?(?=\\S)");
        const PartyCell& cell = all_[i];
        const auto [from, to] = page_.cellsOf(cell.line);
        const bool nextIsColon = i + 1 < to && all_[i + 1].piece.text.startsWith(':');
        if (cell.piece.text.endsWith(':') || nextIsColon) {
            int next = i + 1;
            if (next < to && isColon(all_[next].piece.text)) ++next;
            if (next >= to || all_[next].box.left() >= bound_) return true;
            Piece value = joined(next);
            if (value.text.startsWith(':')) value = page_.part(value, 1);
            right_ = std::max(right_, all_[next].box.right());
            return reader_.take(value, cell.piece.text);
        }
        if (const auto match = keyed.match(cell.piece.text); match.hasMatch() && roleOf(match.captured(1)).length == 0)
            return reader_.take(page_.part(cell.piece, match.capturedEnd()), match.captured(1));
        right_ = std::max(right_, cell.box.right());
        const bool numbered = kindOfLine(cell.piece.text) == LineKind::Key && i + 1 < to;
        if (numbered) return reader_.take(joined(i + 1), cell.piece.text);
        return reader_.take(reader_.hasName() ? joined(i) : cell.piece);
    }

    /// A cell with those that stand close behind it.
    Piece joined(int i) const {
        const auto [from, to] = page_.cellsOf(all_[i].line);
        int last = i;
        while (last + 1 < to && all_[last + 1].box.left() < bound_ &&
               all_[last + 1].box.left() - all_[last].box.right() < kSameCell * all_[last].height() &&
               all_[last + 1].piece.text.size() < 40)
            ++last;
        return page_.piece(all_[i].piece.begin, all_[last].piece.end);
    }

    const PartyPage& page_;
    const QVector<PartyCell>& all_;
    const int label_;
    const RoleLabel role_;
    BlockReader reader_;
    bool isBeside_ = false;  // the name stands beside the label
    double left_ = 0, right_ = 0, bound_ = 0, lastMiddle_ = 0, lastHeight_ = 1;
};

}  // namespace

QVector<Mention> labelledMentions(const PartyPage& page) {
    QVector<Mention> found;
    for (int i = 0; i < page.cells().size(); ++i) {
        const Piece& cell = page.cells()[i].piece;
        RoleLabel role = roleOf(cell.text);
        if (role.role == Role::None) {
            const qsizetype end = payeeLabelEnd(cell.text);
            if (end > 0 && end < cell.text.size()) role = {Role::Payee, 1.2, end};
        }
        if (role.role == Role::None) continue;
        const Mention mention = Section(page, i, role).read();
        if (!mention.name.isEmpty()) found.append(mention);
    }
    return found;
}

}  // namespace floe::parties
