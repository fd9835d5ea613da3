#include <QRegularExpression>
#include <algorithm>
#include <cmath>

#include "app/extraction/parties/address_lines.h"
#include "app/extraction/parties/mention.h"

namespace floe::parties {

namespace {

constexpr int kMostUp = 6, kMostDown = 6;  // lines around the town
constexpr double kApart = 4.5;             // heights between an address and a name that stands apart above it
constexpr double kAligned = 4;             // points
constexpr double kEven = 1.5;              // how much wider than the others a gap within a block may be

bool isKnown(const QVector<Mention>& known, const Piece& piece) {
    return std::any_of(known.begin(), known.end(), [&](const Mention& m) {
        const auto meets = [&](const Piece& p) { return p.begin < piece.end && piece.begin < p.end; };
        return meets(m.name) || std::any_of(m.address.begin(), m.address.end(), meets);
    });
}

double step(const PartyCell& upper, const PartyCell& lower) {
    return (lower.middle() - upper.middle()) / std::max(upper.height(), lower.height());
}

/// A cell; with a house's number that a wide gap parts from its street.
Piece lineAt(const PartyPage& page, int cell) {
    constexpr double kWideGap = 4;  // heights
    static const QRegularExpression house("^\\d{1,4} ?[a-zA-Z]?(?:[-/]\\d{1,4})?$");
    const QVector<PartyCell>& all = page.cells();
    const PartyCell& one = all[cell];
    if (cell + 1 >= all.size() || all[cell + 1].line != one.line) return one.piece;
    const PartyCell& next = all[cell + 1];
    if (!house.match(next.piece.text).hasMatch() || next.box.left() - one.box.right() > kWideGap * one.height())
        return one.piece;
    const Piece both = page.piece(one.piece.begin, next.piece.end);
    return isStreet(both.text) && !isStreet(one.piece.text) ? both : one.piece;
}

bool isContact(LineKind kind) {
    return kind == LineKind::Id || kind == LineKind::Phone || kind == LineKind::Email || kind == LineKind::Website;
}

/// A name that stands apart above its address, where a line for more of it was left empty; -1: none.
int nameApart(const PartyPage& page, int first) {
    const QVector<PartyCell>& all = page.cells();
    for (int i = first - 1; i >= 0 && all[i].page == all[first].page; --i) {
        if (step(all[i], all[first]) > kApart) break;
        if (std::abs(all[i].box.left() - all[first].box.left()) > kAligned || all[i].line == all[first].line) continue;
        return kindOfLine(lineAt(page, i).text) == LineKind::Name && roleOf(all[i].piece.text).role == Role::None ? i
                                                                                                                  : -1;
    }
    return -1;
}

/// The cells of a postal address from its first line to its town. Empty: the town has no lines above.
QVector<int> linesUpTo(const PartyPage& page, int town, const QVector<Mention>& known) {
    const QVector<PartyCell>& all = page.cells();
    QVector<int> lines{town};
    double pitch = 0;
    for (int i = all[town].above; i >= 0 && lines.size() <= kMostUp; i = all[i].above) {
        const LineKind kind = kindOfLine(lineAt(page, i).text);
        // Ids and contacts may stand between a name and its address.
        const bool hasName = std::any_of(lines.begin(), lines.end(), [&](int line) {
            return kindOfLine(lineAt(page, line).text) == LineKind::Name;
        });
        if (isContact(kind) && !hasName) {
            lines.prepend(i);
            continue;
        }
        const bool addressed = kind == LineKind::Street || kind == LineKind::Name || kind == LineKind::Person ||
                               kind == LineKind::Salutation || kind == LineKind::Town ||
                               (kind == LineKind::Country && lines.size() > 1);
        if (!addressed || roleOf(all[i].piece.text).role != Role::None || isKnown(known, all[i].piece)) break;
        const double gap = step(all[i], all[lines.first()]);
        const bool named = kindOfLine(lineAt(page, lines.first()).text) == LineKind::Name;
        if (pitch > 0 && gap > kEven * pitch && named) break;
        if (pitch == 0 || gap > pitch) pitch = gap;
        if (kind == LineKind::Town && lines.size() > 1) break;
        lines.prepend(i);
        if (kind == LineKind::Salutation) break;  // a letter's address begins with it
    }
    while (lines.size() > 1 && isContact(kindOfLine(lineAt(page, lines.first()).text))) lines.removeFirst();
    const LineKind top = kindOfLine(lineAt(page, lines.first()).text);
    if (top == LineKind::Street || (top == LineKind::Town && lines.size() == 1))
        if (const int name = nameApart(page, lines.first()); name >= 0) lines.prepend(name);
    return lines;
}

/// A town with its code, or a country below a line that is none ("Yuen Long / Hong Kong").
bool endsAddress(const PartyPage& page, int cell) {
    const QString& text = page.cells()[cell].piece.text;
    if (isTown(text) || !partsOfAddress(text).isEmpty()) return true;
    const int above = page.cells()[cell].above;
    return text.size() > 3 && above >= 0 && isCountry(text) && !isTown(page.cells()[above].piece.text);
}

void takeBelow(BlockReader& reader, const PartyPage& page, int town) {
    const QVector<PartyCell>& all = page.cells();
    int last = town;
    for (int i = town + 1, taken = 0; i < all.size() && taken < kMostDown; ++i) {
        if (all[i].above != last || all[i].page != all[town].page) {
            if (all[i].line > all[last].line + 8) break;
            continue;
        }
        if (roleOf(all[i].piece.text).role != Role::None) break;
        if (!reader.take(lineAt(page, i))) break;
        last = i;
        ++taken;
    }
}

}  // namespace

QVector<Mention> addressBlocks(const PartyPage& page, const QVector<Mention>& known) {
    const QVector<PartyCell>& all = page.cells();
    QVector<Mention> found;
    for (int i = 0; i < all.size(); ++i) {
        if (!endsAddress(page, i) || isKnown(known, all[i].piece) || isKnown(found, all[i].piece)) continue;
        BlockReader reader(page);
        const QVector<int> lines = linesUpTo(page, i, known);
        if (lines.size() < 2) continue;
        bool whole = true;
        for (const int line : lines) whole = whole && reader.take(lineAt(page, line));
        if (!whole || !reader.hasName()) continue;
        takeBelow(reader, page, i);
        Mention mention = reader.done();
        if (!mention.isAddressed() || isKnown(known, mention.name)) continue;
        mention.kind = Mention::Kind::Block;
        found.append(mention);
    }
    return found;
}

}  // namespace floe::parties
