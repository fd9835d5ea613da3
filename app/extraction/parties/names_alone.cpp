#include <QRegularExpression>
#include <QSet>
#include <algorithm>

#include "app/extraction/parties/address_lines.h"
#include "app/extraction/parties/entities.h"
#include "app/extraction/parties/mention.h"
#include "app/extraction/sellers.h"

namespace floe::parties {

namespace {

constexpr double kHead = 0.22;         // of the first page: where a letter head stands
constexpr qsizetype kLeastDomain = 5;  // letters of a domain that can name somebody
constexpr int kMostHeads = 4;          // names without a legal form that are looked at there

bool isTaken(const QVector<Mention>& known, const Piece& piece) {
    return std::any_of(known.begin(), known.end(), [&](const Mention& m) {
        return m.name.begin < piece.end && piece.begin < std::max(m.name.end, m.nameGoesOn.end);
    });
}

bool isInAddress(const QVector<Mention>& known, const Piece& piece) {
    return std::any_of(known.begin(), known.end(), [&](const Mention& m) {
        return std::any_of(m.address.begin(), m.address.end(),
                           [&](const Piece& line) { return line.begin < piece.end && piece.begin < line.end; });
    });
}

Mention alone(const PartyPage& page, int at, const Piece& name) {
    Mention mention;
    mention.kind = Mention::Kind::Alone;
    mention.name = name;
    mention.page = page.cells()[at].page;
    mention.box = page.cells()[at].box;
    // Contacts in the lines right below.
    int last = at;
    for (int i = at + 1, taken = 0; i < page.cells().size() && taken < 4; ++i) {
        if (page.cells()[i].above != last) {
            if (page.cells()[i].line > page.cells()[last].line + 4) break;
            continue;
        }
        const Piece& piece = page.cells()[i].piece;
        const LineKind kind = kindOfLine(piece.text);
        if (kind == LineKind::Email && mention.email.isEmpty())
            mention.email = piece;
        else if (kind == LineKind::Website && mention.website.isEmpty())
            mention.website = piece;
        else if (kind == LineKind::Phone && mention.phone.isEmpty())
            mention.phone = piece;
        else if (kind == LineKind::Id)
            mention.hasIds = true;
        else
            break;
        last = i;
        ++taken;
    }
    return mention;
}

/// "azurelamps" of every www.azure-lamps.example and bills@azure-lamps.example of the page.
QSet<QString> domainsOn(const PartyPage& page) {
    static const QRegularExpression form(
        "[^\\s@,;|<>()]+@[a-z0-9.-]+\\.[a-z]{2,}|(?:https?://|www\\.)[a-z0-9.-]+\\.[a-z]{2,}",
        QRegularExpression::CaseInsensitiveOption);
    QSet<QString> cores;
    for (auto it = form.globalMatch(page.text().text); it.hasNext();) {
        const QString core = ownDomain(it.next().captured()).section('.', 0, 0).remove('-');
        if (core.size() >= kLeastDomain) cores.insert(core);
    }
    return cores;
}

}  // namespace

QVector<Mention> namesAlone(const PartyPage& page, const QVector<Mention>& known) {
    QVector<Mention> found;
    const QSet<QString> domains = domainsOn(page);
    int heads = 0;
    for (int i = 0; i < page.cells().size(); ++i) {
        const PartyCell& cell = page.cells()[i];
        if (isTaken(known, cell.piece) || isInAddress(known, cell.piece)) continue;
        if (roleOf(cell.piece.text).role != Role::None) continue;
        const Piece name = page.part(cell.piece, 0, nameLength(cell.piece.text));
        if (name.isEmpty() || kindOfLine(name.text) != LineKind::Name) continue;
        const bool legal = legalFormEnd(name.text) > 0;
        const bool head = cell.page == 0 && page.heightOnPage(0, cell.box) < kHead && heads < kMostHeads;
        const bool ownsDomain = !domains.isEmpty() && domains.contains(keyOf(name.text));
        if (!legal && !head && !ownsDomain) continue;
        if (!legal && !ownsDomain) ++heads;
        found.append(alone(page, i, name));
    }
    return found;
}

}  // namespace floe::parties
