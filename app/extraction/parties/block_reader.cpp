#include <QRegularExpression>
#include <algorithm>

#include "app/extraction/folded.h"
#include "app/extraction/parties/address_lines.h"
#include "app/extraction/parties/mention.h"

namespace floe::parties {

namespace {

constexpr int kMostBetween = 3;  // lines between a name and its street
constexpr int kMostAddressLines = 6;

/// Whether the words after a legal form are an address rather than the rest of a name ("Pike AG Nord").
bool beginsAddress(const QString& rest) {
    static const QRegularExpression sign("^ ?[,;·•|●∙–-]"), number("^ ?\\d"),
        sentence(
            "^ ?(?:is|ist|est|wird|eingetragen|registr\\w*|registered|ingeschreven|inscri\\w*|iscritt\\w*|wpisan\\w*|"
            "incorporated)\\b");
    const LineKind kind = kindOfLine(rest.trimmed());
    return sign.match(rest).hasMatch() || sentence.match(folded(rest)).hasMatch() || number.match(rest).hasMatch() ||
           isStreet(rest.trimmed()) || roleOf(rest.trimmed()).role != Role::None || kind == LineKind::Key ||
           kind == LineKind::Title || kind == LineKind::Id;
}

bool goesOn(const QString& name, const QString& next) {
    static const QRegularExpression joint("(?:[&+,/-]| (?:und|and|et|y|e|of|for|fur|de|du|di|do|da|i|for the))$"),
        tail("^(?:& ?|und |and |et |y |i )?(?:co\\b|sohne\\b|sons\\b|fils\\b|hijos\\b|figli\\b|cie\\b|partner\\b)");
    const QString below = folded(next);
    if (joint.match(folded(name)).hasMatch() || tail.match(below).hasMatch()) return true;
    return legalFormEnd("Xy " + next) > 0 && legalFormEnd("Xy " + next) >= next.size() + 2 &&
           next.split(' ', Qt::SkipEmptyParts).size() <= 2 && legalFormEnd(name) < 0 && legalFormEnd(next) < 0;
}

bool looksLikePerson(const QString& text) {
    static const QRegularExpression form(
        "^(?:\\p{Lu}[\\pL.'’-]*|de|van|von|der|la|le|da|dos|del) (?:\\p{Lu}[\\pL.'’-]*|"
        "de|van|von|der|la|le|da|dos|del)(?: \\p{Lu}[\\pL'’-]+){0,2}$",
        QRegularExpression::UseUnicodePropertiesOption);
    return form.match(text).hasMatch() && legalFormEnd(text) < 0;
}

/// "Roe Ltd" of "Attn: Roe Ltd".
Piece withoutPrefix(const PartyPage& page, const Piece& line) {
    static const QRegularExpression prefix(
        "^(?:c/o|z\\. ?hd\\.?|zu handen|zhd|attn|attention|att|t\\.? ?a\\.? ?v|ter attentie van|a l.?attention de|"
        "a la atencion de|a/a|care of)\\b[ .:]*");
    const auto match = prefix.match(folded(line.text));
    return match.hasMatch() ? page.part(line, match.capturedEnd()) : line;
}

}  // namespace

qsizetype nameLength(const QString& line) {
    static const QRegularExpression street(
        "^(.{2,60}?)[,;]? (?=\\d{1,4} ?(?:[a-zA-Z]|bis|ter)?,? "
        "(?:rue|avenue|av\\.|boulevard|bd|chemin|route|place|quai|"
        "impasse|allée)\\b)",
        QRegularExpression::CaseInsensitiveOption);
    const qsizetype legal = legalFormEnd(line);
    if (legal > 0 && legal < line.size() && beginsAddress(line.mid(legal))) return legal;
    if (const auto match = street.match(line); match.hasMatch()) return match.capturedLength(1);
    static const QRegularExpression signs(" *(?:[·•|●∙▪]| [–-] | ?//) *");
    if (const auto match = signs.match(line); match.hasMatch() && match.capturedStart() > 1)
        return match.capturedStart();
    qsizetype end = line.size();
    while (end > 0 && (line[end - 1] == ',' || line[end - 1] == ';' || line[end - 1] == ':' || line[end - 1] == ' '))
        --end;
    return end;
}

void BlockReader::cover(const Piece& line) {
    if (mention_.page < 0) mention_.page = page_.pageOf(line);
    mention_.box |= page_.boxOf(line);
}

void BlockReader::takeName(const Piece& line) {
    const qsizetype length = line.text.size() == line.end - line.begin ? nameLength(line.text) : line.text.size();
    mention_.name = page_.part(line, 0, length);
    mention_.isWrittenTo |= beginsWithSalutation(line.text);
    cover(line);
    Piece rest = page_.part(line, length);
    static const QRegularExpression outer("^[\\s,;·•|●∙–-]+");
    if (const auto match = outer.match(rest.text); match.hasMatch()) rest = page_.part(rest, match.capturedLength());
    if (isStreet(rest.text) || isTown(rest.text)) addLines(rest);
}

/// A line between the name and the street: more of the name, another name, or a person or department.
bool BlockReader::takeSecondName(const Piece& line) {
    if (between_.isEmpty() && mention_.nameGoesOn.isEmpty() && goesOn(mention_.name.text, line.text)) {
        mention_.nameGoesOn = line;
        cover(line);
        return true;
    }
    if (between_.size() >= kMostBetween) return false;
    const bool company = legalFormEnd(line.text) > 0 && legalFormEnd(mention_.name.text) < 0;
    if (company && between_.isEmpty()) {
        const Piece second = page_.part(line, 0, nameLength(line.text));
        mention_.otherName = second;
        // "Ann Pike / Pike GmbH": the company is the party.
        if (looksLikePerson(mention_.name.text)) std::swap(mention_.name, mention_.otherName);
    } else if (mention_.otherName.isEmpty() && between_.isEmpty()) {
        mention_.otherName = line;
    }
    between_.append(line);
    cover(line);
    return true;
}

void BlockReader::addAddress(const Piece& line) {
    if (mention_.address.size() >= kMostAddressLines) return;
    const bool town = isTown(line.text);
    mention_.hasStreet |= town ? line.text.contains(',') && !partsOfAddress(line.text).isEmpty() : isStreet(line.text);
    mention_.hasTown |= town;
    mention_.address.append(line);
    cover(line);
}

/// An address that may be printed in one line.
void BlockReader::addLines(const Piece& line) {
    const auto parts = partsOfAddress(page_.text().text.mid(line.begin, line.end - line.begin));
    if (parts.isEmpty()) addAddress(line);
    for (const auto& [from, to] : parts) {
        const Piece part = page_.piece(line.begin + from, line.begin + to);
        if (!mention_.hasTown || isCountry(part.text)) addAddress(part);
    }
}

bool BlockReader::takeKeyed(const Piece& line, const QString& key) {
    const PartKey kind = partKeyOf(key);
    if (kind == PartKey::None) return take(line);  // "- 2:"
    const LineKind form = kindOfLine(line.text);
    if (kind == PartKey::Name && form != LineKind::Id) return takeName(line), true;
    if (kind == PartKey::Address) return addLines(line), true;
    if (kind == PartKey::Person) return true;
    if (form == LineKind::Email && mention_.email.isEmpty()) mention_.email = line;
    if (form == LineKind::Website && mention_.website.isEmpty()) mention_.website = line;
    if (kind == PartKey::Phone && mention_.phone.isEmpty()) mention_.phone = line;
    if (namesIds(key)) mention_.hasIds = true;
    return true;
}

bool BlockReader::take(const Piece& line, const QString& key) {
    if (line.isEmpty()) return true;
    if (!key.isEmpty()) return takeKeyed(line, key);
    const auto parts = partsOfAddress(page_.text().text.mid(line.begin, line.end - line.begin));
    if (!parts.isEmpty() && hasName()) {
        bool goesOn = true;
        for (const auto& [from, to] : parts) goesOn = goesOn && take(page_.piece(line.begin + from, line.begin + to));
        return true;
    }
    const LineKind kind = kindOfLine(line.text);
    switch (kind) {
        case LineKind::Salutation:
            mention_.isWrittenTo = true;
            return !hasName();
        case LineKind::Person:
            mention_.isWrittenTo = true;
            if (!hasName()) person_ = withoutPrefix(page_, line);
            cover(line);
            return true;
        case LineKind::Email:
            if (mention_.email.isEmpty()) mention_.email = line;
            cover(line);
            return true;
        case LineKind::Website:
            if (mention_.website.isEmpty()) mention_.website = line;
            cover(line);
            return true;
        case LineKind::Phone:
            if (mention_.phone.isEmpty()) mention_.phone = line;
            cover(line);
            return true;
        case LineKind::Id:
            mention_.hasIds = true;
            if (hasName()) cover(line);
            return true;
        case LineKind::Street:
        case LineKind::Town:
            if (!hasName() && kindOfLine(person_.text) == LineKind::Name) takeName(person_);
            if (!hasName() || ended_ || mention_.hasTown) return false;
            addAddress(line);
            return true;
        case LineKind::Country:  // below the town, or by some above the street
            if (!hasName() || ended_) return false;
            addAddress(line);
            ended_ = mention_.hasTown;
            return true;
        case LineKind::Name:
            if (!hasName()) return takeName(line), true;
            if (!mention_.hasStreet && !mention_.hasTown) return takeSecondName(line);
            if (mention_.hasTown || ended_) return false;
            addAddress(line);  // a part of town, a second line of the street
            return true;
        case LineKind::Title:
        case LineKind::Key:
        case LineKind::Other:
            break;
    }
    return !hasName() && kind == LineKind::Other;
}

Mention BlockReader::done() {
    // Some countries have no postal codes.
    mention_.hasTown |= mention_.hasStreet && mention_.address.size() > 2 && isCountry(mention_.address.last().text);
    // Lines before the street are of the address where they name a building; without a street all that could be one.
    const bool none = !mention_.hasStreet && mention_.hasTown;
    for (qsizetype i = between_.size(); i-- > 0 && !mention_.address.isEmpty();)
        if (isBuilding(between_[i].text) || (none && !looksLikePerson(between_[i].text)))
            mention_.address.prepend(between_[i]);
        else
            break;
    return mention_;
}

}  // namespace floe::parties
