#include <QRegularExpression>

#include "app/extraction/parties/address_lines.h"
#include "app/extraction/parties/mention.h"

namespace floe::parties {

namespace {

constexpr int kMostParts = 12;
constexpr int kFurthestTown = 4;  // parts after the name

/// "…, Bradford BD1 2QT. Registered in England": where the sentence with the address ends.
qsizetype sentenceEnd(const QString& text) {
    static const QRegularExpression form("(?<=\\d|\\d\\p{Lu}{2})\\.(?= +\\p{Lu})");
    const auto match = form.match(text);
    return match.hasMatch() ? match.capturedStart() : text.size();
}

/// The parts of a run of text, divided by signs; by commas where there are no others.
QVector<Piece> partsOf(const PartyPage& page, qsizetype begin, qsizetype end) {
    static const QRegularExpression signs("[\\t ]*[·•|●∙▪■♦⋅*][\\t ]*|[\\t ]+[-–—/][\\t ]+|[\\t ]+//[\\t ]+"),
        commas("[\\t ]*[,;][\\t ]+"), tabs("\\t");
    const QString text = page.text().text.mid(begin, end - begin);
    for (const QRegularExpression* form : {&signs, &commas}) {
        if (form == &commas) end = begin + sentenceEnd(text);
        QVector<Piece> parts;
        qsizetype from = 0;
        for (auto it = form->globalMatch(text); it.hasNext();) {
            const auto match = it.next();
            if (begin + match.capturedEnd() > end) break;
            parts.append(page.piece(begin + from, begin + match.capturedStart()));
            from = match.capturedEnd();
        }
        parts.append(page.piece(begin + from, end));
        if (parts.size() >= 2 && parts.size() <= kMostParts) return parts;
    }
    return {};
}

/// Cells of a line that signs join ("Pike GmbH  ●  Main St. 1  ●  12345 Town"), as one run; others by themselves.
QVector<std::pair<int, int>> chainsOf(const PartyPage& page, int line) {
    const auto [from, to] = page.cellsOf(line);
    const auto isSign = [&](int i) {
        const QString& text = page.cells()[i].piece.text;
        return text.size() <= 2 && !text[0].isLetterOrNumber();
    };
    QVector<std::pair<int, int>> chains;
    for (int i = from; i < to; ++i) {
        const bool joins = !chains.isEmpty() && (isSign(i) || isSign(i - 1));
        if (joins)
            chains.last().second = i;
        else
            chains.append({i, i});
    }
    return chains;
}

/// Street, town and country of a run that begins with a street, though commas divide it further.
QVector<Piece> addressLines(const PartyPage& page, qsizetype begin, qsizetype end) {
    QVector<Piece> lines;
    bool town = false;
    for (const auto& [from, to] : partsOfAddress(page.text().text.mid(begin, end - begin))) {
        const Piece line = page.piece(begin + from, begin + to);
        if (town && !isCountry(line.text)) break;
        town |= isTown(line.text);
        lines.append(line);
    }
    return lines;
}

std::optional<Mention> among(const PartyPage& page, const QVector<Piece>& parts) {
    for (int i = 0; i + 1 < parts.size(); ++i) {
        const Piece name = page.part(parts[i], 0, nameLength(parts[i].text));
        const Piece rest = page.part(parts[i], name.text.size());
        const bool streetBehind = isStreet(rest.text);
        if (name.isEmpty() || kindOfLine(name.text) != LineKind::Name || legalFormEnd(name.text) == 0) continue;
        int town = -1;
        for (int k = i + 1; k < parts.size() && k <= i + kFurthestTown && town < 0; ++k)
            if (isTown(parts[k].text)) town = k;
        if (town < 0) continue;
        // What stands between must be of an address, and the name nothing that could be the street's.
        bool street = streetBehind;
        for (int k = i + 1; k < town; ++k) street |= isStreet(parts[k].text);
        const bool legal = legalFormEnd(name.text) > 0;
        if (!legal && (!street || i > 0 || isBuilding(name.text))) continue;
        Mention mention;
        mention.kind = Mention::Kind::OneLine;
        mention.name = name;
        mention.address = addressLines(page, streetBehind ? rest.begin : parts[i + 1].begin, parts.last().end);
        if (mention.address.isEmpty()) {
            if (streetBehind) mention.address.append(rest);
            for (int k = i + 1; k <= town; ++k) mention.address.append(parts[k]);
            if (town + 1 < parts.size() && isCountry(parts[town + 1].text)) mention.address.append(parts[town + 1]);
        }
        for (int k = town + 1; k < parts.size(); ++k) {
            const LineKind kind = kindOfLine(parts[k].text);
            if (kind == LineKind::Email && mention.email.isEmpty()) mention.email = parts[k];
            if (kind == LineKind::Website && mention.website.isEmpty()) mention.website = parts[k];
            mention.hasIds |= kind == LineKind::Id;
        }
        mention.hasStreet = street;
        mention.hasTown = true;
        mention.page = page.pageOf(name);
        mention.box = page.boxOf(name);
        for (const Piece& line : mention.address) mention.box |= page.boxOf(line);
        return mention;
    }
    return {};
}

}  // namespace

QVector<QVector<Piece>> namelessAddresses(const PartyPage& page) {
    QVector<QVector<Piece>> found;
    for (int line = 0; line < page.lines(); ++line) {
        const auto [from, to] = page.cellsOf(line);
        if (from == to) continue;
        const auto lines = addressLines(page, page.cells()[from].piece.begin, page.cells()[to - 1].piece.end);
        if (!lines.isEmpty() && isStreet(lines[0].text)) found.append(lines);
    }
    return found;
}

QVector<Mention> oneLineMentions(const PartyPage& page) {
    QVector<Mention> found;
    for (int line = 0; line < page.lines(); ++line)
        for (const auto& [first, last] : chainsOf(page, line)) {
            const auto& cells = page.cells();
            if (roleOf(cells[first].piece.text).role != Role::None) continue;
            if (const auto mention = among(page, partsOf(page, cells[first].piece.begin, cells[last].piece.end)))
                found.append(*mention);
        }
    return found;
}

}  // namespace floe::parties
