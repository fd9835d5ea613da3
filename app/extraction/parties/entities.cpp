#include "app/extraction/parties/entities.h"

#include <QSet>
#include <algorithm>

#include "app/extraction/folded.h"
#include "app/extraction/parties/address_lines.h"
#include "app/extraction/sellers.h"

namespace floe::parties {

namespace {

constexpr qsizetype kLeastAgain = 4;   // letters of a name that is looked for once more, or in a domain
constexpr qsizetype kLeastShared = 6;  // letters by which a shorter name is known as the same

bool sameKey(const QString& a, const QString& b) {
    if (a == b) return true;
    const QString &shorter = a.size() < b.size() ? a : b, &longer = a.size() < b.size() ? b : a;
    return shorter.size() >= kLeastShared && longer.startsWith(shorter) && shorter.size() * 2 > longer.size();
}

/// The model's choice as a mention, at the cell that it was taken from.
std::optional<Mention> asRead(const PartyPage& page, const ModelChoice& choice) {
    if (choice.text.isEmpty()) return {};
    for (const PartyCell& cell : page.cells()) {
        if (cell.page != choice.page || !cell.box.intersects(choice.box)) continue;
        const qsizetype at = cell.piece.text.indexOf(choice.text);
        if (at < 0) continue;
        Mention mention;
        mention.kind = Mention::Kind::AsRead;
        mention.name = page.part(cell.piece, at, choice.text.size());
        mention.page = choice.page;
        mention.box = choice.box;
        return mention;
    }
    return {};
}

bool holds(const Piece& outer, const Piece& inner) {
    return outer.begin <= inner.begin && inner.end <= outer.end && !outer.isEmpty();
}

/// Cells that print a known name once more, such as a line of the foot.
QVector<Mention> printedAgain(const PartyPage& page, const QVector<Mention>& known) {
    QSet<QString> keys;
    for (const Mention& mention : known) keys.insert(keyOf(mention.name.text));
    QVector<Mention> found;
    for (const PartyCell& cell : page.cells()) {
        const Piece name = page.part(cell.piece, 0, nameLength(cell.piece.text));
        const QString key = keyOf(name.text);
        if (key.size() < kLeastAgain || !keys.contains(key) || roleOf(cell.piece.text).role != Role::None) continue;
        const bool taken = std::any_of(known.begin(), known.end(), [&](const Mention& m) {
            return m.name.begin < cell.piece.end && cell.piece.begin < m.name.end;
        });
        if (taken) continue;
        Mention mention;
        mention.kind = Mention::Kind::Alone;
        mention.name = name;
        mention.page = cell.page;
        mention.box = cell.box;
        found.append(mention);
    }
    return found;
}

/// Of two labelled names each is somebody.
bool isUnlabelled(const Mention& mention) {
    return mention.role == Role::None;
}

/// "Pike" of "Pike Bricks Ltd": what a letter head or a logo prints of a name that is written out elsewhere.
bool isShort(const QString& shorter, const QString& longer) {
    if (legalFormEnd(shorter) > 0 || legalFormEnd(longer) < 0) return false;
    const QString words = folded(shorter).simplified();
    return words.size() >= kLeastAgain && folded(longer).simplified().startsWith(words + ' ');
}

bool isShortOf(const Mention& mention, const Entity& entity) {
    return isUnlabelled(mention) && std::any_of(entity.mentions.begin(), entity.mentions.end(), [&](const Mention& m) {
               return isShort(mention.name.text, m.name.text);
           });
}

bool isShortOf(const Entity& entity, const Mention& mention) {
    return std::any_of(entity.mentions.begin(), entity.mentions.end(),
                       [&](const Mention& m) { return isUnlabelled(m) && isShort(m.name.text, mention.name.text); });
}

void add(QVector<Entity>& entities, const Mention& mention) {
    const QString key = keyOf(mention.name.text);
    if (key.size() < 2) return;
    for (Entity& entity : entities)
        if (sameKey(entity.key, key)) {
            entity.mentions.append(mention);
            if (key.size() < entity.key.size() && mention.kind != Mention::Kind::AsRead) entity.key = key;
            return;
        }
    for (Entity& entity : entities)
        if (isShortOf(mention, entity) || isShortOf(entity, mention)) {
            entity.mentions.append(mention);
            if (key.size() > entity.key.size()) entity.key = key;
            return;
        }
    entities.append({key, {mention}, {}, {}});
}

}  // namespace

QString keyOf(const QString& name) {
    QString bare = folded(name);
    if (beginsWithSalutation(name)) {
        const qsizetype space = bare.indexOf(' ');
        if (space > 0) bare = bare.mid(space + 1);
    }
    return normalisedName(bare).remove(' ');
}

bool isDomainOf(const QString& key, const QString& address) {
    const QString core = ownDomain(address).section('.', 0, 0).remove('-');
    return core.size() >= kLeastAgain && (key.startsWith(core) || (key.size() >= kLeastAgain && core.startsWith(key)));
}

bool Entity::is(const QString& name) const {
    const QString its = keyOf(name);
    return sameKey(key, its) ||
           std::any_of(mentions.begin(), mentions.end(), [&](const Mention& m) { return keyOf(m.name.text) == its; });
}

const Mention* Entity::labelled(Role role) const {
    const Mention* found = nullptr;
    for (const Mention& mention : mentions)
        if (mention.kind == Mention::Kind::Labelled && mention.role == role &&
            (!found || mention.labelWeight > found->labelWeight))
            found = &mention;
    return found;
}

const Mention& Entity::best() const {
    const auto worth = [](const Mention& m) {
        double value = 0;
        if (m.kind == Mention::Kind::Labelled) value += m.role == Role::Seller || m.role == Role::Buyer ? 3 : 0;
        if (m.isAddressed()) value += 1.5;
        if (legalFormEnd(m.name.text) > 0) value += 1.2;
        if (m.kind == Mention::Kind::AsRead) value -= 2;
        return value;
    };
    return *std::max_element(mentions.begin(), mentions.end(),
                             [&](const Mention& a, const Mention& b) { return worth(a) < worth(b); });
}

const Mention* Entity::addressed() const {
    const Mention* found = nullptr;
    double most = 0;
    for (const Mention& m : mentions) {
        double worth = m.isAddressed() ? 2 : m.address.isEmpty() ? 0 : 1;
        if (worth > 0 && m.hasStreet) worth += 1;
        if (worth > 0 && m.kind == Mention::Kind::Labelled) worth += m.role == Role::Delivery ? -1 : 1.5;
        if (worth > 0 && m.kind == Mention::Kind::Block) worth += 0.5;
        if (worth > most) most = worth, found = &m;
    }
    return found;
}

QVector<Entity> entitiesOn(const PartyPage& page, const ModelChoice& seller, const ModelChoice& buyer) {
    QVector<Mention> all = labelledMentions(page);
    all += oneLineMentions(page);
    all += addressBlocks(page, all);
    all += namesAlone(page, all);
    all += printedAgain(page, all);
    QVector<Entity> entities;
    for (const Mention& mention : all) add(entities, mention);
    for (const ModelChoice* choice : {&seller, &buyer}) {
        const auto read = asRead(page, *choice);
        // A part of a line that names somebody, or a line that runs on behind the name, is that mention.
        const bool known =
            read && std::any_of(all.begin(), all.end(), [&](const Mention& m) {
                return holds(m.name, read->name) || holds(read->name, m.name) ||
                       (m.isAddressed() && std::any_of(m.address.begin(), m.address.end(),
                                                       [&](const Piece& line) { return holds(line, read->name); }));
            });
        if (read && !known) add(entities, *read);
    }
    return entities;
}

}  // namespace floe::parties
