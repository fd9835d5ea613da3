#include "app/extraction/parties/choose_parties.h"

#include <QRegularExpression>
#include <algorithm>

#include "app/extraction/field_at.h"
#include "app/extraction/folded.h"
#include "app/extraction/parties/address_lines.h"
#include "app/extraction/parties/entities.h"
#include "app/extraction/parties/weigh.h"
#include "app/extraction/settle.h"

namespace floe {

namespace {

using namespace parties;

constexpr double kConfirmed = 0.98;  // of what model and evidence agree on
constexpr double kFoundSure = 0.9, kFoundUnsure = 0.5;
constexpr double kUnlikely = 0.75;  // below it a choice of the model must at least look like what it should be
constexpr int kMostCandidates = 3;
constexpr double kLeastRival = 1, kBetter = 0.5, kContested = 0.6;
constexpr double kLeastCandidate = 0.8;  // what a rival must weigh to be offered
constexpr double kAgreed = 2.0;          // evidence from which on a choice of the model is sure that agrees with it

QString squeezed(const QString& text) {
    return lettersAndDigits(folded(text));
}

ModelChoice choiceOf(const Extraction& e, const QString& path) {
    const Field* field = e.find(path);
    return field ? ModelChoice{field->text, field->confidence, field->page, field->box()} : ModelChoice();
}

/// Writes one role's fields.
class Writer {
 public:
    Writer(Extraction& extraction, const PageText& page, const PartyPage& lines, const Outcome& outcome, bool seller)
        : e_(extraction),
          page_(page),
          lines_(lines),
          outcome_(outcome),
          seller_(seller),
          role_(seller ? "seller" : "buyer"),
          chosen_(seller ? outcome.seller : outcome.buyer),
          sure_(seller ? outcome.sureSeller : outcome.sureBuyer) {}

    void run() {
        if (chosen_ >= 0) {
            const bool kept = writeName();
            writeAddress(kept);
            writeContacts();
        } else {
            dropWhatIsOthers();
        }
        dropWhatIsNone();
        if (seller_ && chosen_ >= 0 && !e_.find(path("address"))) writeNameless();
        partAddress();
        offerRivals();
    }

 private:
    QString path(const char* name) const { return role_ + '.' + name; }
    const Entity& entity() const { return outcome_.entities[chosen_]; }
    const Case& sideOf(const Entity& entity) const { return seller_ ? entity.seller : entity.buyer; }

    /// "Found beside “Bill to” and where …": the two weightiest reasons.
    QString found() const {
        QStringList words;
        for (const Reason& reason : sideOf(entity()).reasons)
            if (words.size() < 2 && !words.contains(reason.words) && reason.words != kReadWords) words += reason.words;
        return words.isEmpty() ? QString("Found on the page") : "Found " + words.join(" and ");
    }

    void put(const QString& path, const QVector<Piece>& lines, bool sure, const QString& note) {
        Field field;
        field.path = path;
        field.confidence = sure ? kFoundSure : kFoundUnsure;
        field.status = sure ? Field::Status::Derived : Field::Status::Doubtful;
        field.note = note;
        QStringList texts;
        for (const Piece& line : lines) {
            texts += line.text;
            page_.place(field, line.begin, line.end);
        }
        field.text = texts.join('\n');
        while (field.text.endsWith(',') || field.text.endsWith(' ')) field.text.chop(1);
        field.value = field.text;
        if (field.text.isEmpty() || field.page < 0) return;
        removeField(e_.fields, path);
        insertField(e_.fields, field);
    }

    void confirm(Field& field) const {
        field.confidence = std::min(std::max(field.confidence, kConfirmed), page_.recognised(field));
        if (field.status == Field::Status::Doubtful) field.status = Field::Status::Ok, field.note.clear();
    }

    /// Evidence for the role beside the model's own vote.
    double evidence(const Entity& entity) const {
        double weight = 0;
        for (const Reason& reason : sideOf(entity).reasons)
            if (reason.words != kReadWords) weight += reason.weight;
        return weight;
    }

    /// Another name for which the page says clearly more; null: none.
    const Entity* betterPlaced() const {
        for (int i = 0; i < outcome_.entities.size(); ++i)
            if (i != chosen_ && i != (seller_ ? outcome_.buyer : outcome_.seller) &&
                sideOf(outcome_.entities[i]).weight > kLeastRival &&
                evidence(outcome_.entities[i]) > evidence(entity()) + kBetter)
                return &outcome_.entities[i];
        return nullptr;
    }

    void doubt(Field& read, const Entity& rival) const {
        read.status = Field::Status::Doubtful;
        read.confidence = std::min(read.confidence, kContested);
        read.note = "The page says as much for “" + rival.best().name.text + "”. Compare both.";
    }

    /// True: the model's name stays.
    bool writeName() {
        Field* read = fieldAt(e_.fields, path("name"));
        const Mention& best = entity().best();
        QVector<Piece> lines{best.name};
        if (!best.nameGoesOn.isEmpty()) lines.append(best.nameGoesOn);
        if (read) {
            const QString mine = squeezed(read->text);
            const QString whole = squeezed(best.nameText());
            const bool isShort = mine != whole && whole.startsWith(mine) && legalFormEnd(read->text) < 0 &&
                                 legalFormEnd(best.nameText().simplified()) > 0;
            const bool printedSo =
                !isShort && std::any_of(entity().mentions.begin(), entity().mentions.end(), [&](const Mention& m) {
                    return squeezed(m.nameText()) == mine || squeezed(m.name.text) == mine;
                });
            if (printedSo) {
                const bool agreed = read->confidence >= 0.5 && evidence(entity()) >= kAgreed && !isContested();
                if (sure_ || (seller_ && agreed))
                    confirm(*read);
                else if (const Entity* rival = betterPlaced())
                    doubt(*read, *rival);
                return true;
            }
        }
        const bool sure = sure_ && (best.otherName.isEmpty() || legalFormEnd(best.otherName.text) < 0);
        const QString was = read ? "; the model read “" + QString(read->text).replace('\n', ' ') + "”" : QString();
        put(path("name"), lines, sure, found() + was + '.');
        return false;
    }

    /// Whether another name stands nearly as well.
    bool isContested() const {
        for (int i = 0; i < outcome_.entities.size(); ++i)
            if (i != chosen_ && i != (seller_ ? outcome_.buyer : outcome_.seller) &&
                sideOf(outcome_.entities[i]).weight > sideOf(entity()).weight - 1)
                return true;
        return false;
    }

    void writeAddress(bool nameKept) {
        const Mention* from = entity().addressed();
        Field* read = fieldAt(e_.fields, path("address"));
        if (!from) {
            if (read && !nameKept && belongsToOther(*read)) removeField(e_.fields, path("address"));
            return;
        }
        QStringList lines;
        for (const Piece& line : from->address) lines += line.text;
        const QString mine = squeezed(lines.join(' ')), its = read ? squeezed(read->text) : QString();
        const bool sure = sure_ && from->hasStreet && from->hasTown;
        const bool runsOn = read && its != mine && its.startsWith(mine);
        if (read && !its.isEmpty() && (its == mine || runsOn) && isAddressOnly(read->text)) {
            if (sure || (read->confidence >= 0.5 && from->hasTown && evidence(entity()) >= kAgreed)) confirm(*read);
            return;
        }
        // An address that was read elsewhere stays where the model was sure, and the evidence is not.
        if (read && nameKept && !sure && read->confidence >= 0.5 && !belongsToOther(*read)) return;
        QString note = "The lines below the name.";
        if (from->kind == Mention::Kind::OneLine) note = "The line that begins with the name.";
        put(path("address"), from->address, sure, note);
    }

    static bool sameText(const QVector<Piece>& a, const QVector<Piece>& b) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                          [](const Piece& x, const Piece& y) { return x.text == y.text; });
    }

    /// The only address of the page that stands in nobody's block, such as the foot of a letter.
    void writeNameless() {
        QVector<QVector<Piece>> free;
        for (const QVector<Piece>& lines : namelessAddresses(lines_)) {
            const bool taken = std::any_of(outcome_.entities.begin(), outcome_.entities.end(), [&](const Entity& e) {
                return std::any_of(e.mentions.begin(), e.mentions.end(), [&](const Mention& m) {
                    return std::any_of(m.address.begin(), m.address.end(), [&](const Piece& line) {
                        return line.begin < lines.last().end && lines.first().begin < line.end;
                    });
                });
            });
            const bool again =
                std::any_of(free.begin(), free.end(), [&](const auto& known) { return sameText(known, lines); });
            if (!taken && !again) free.append(lines);
        }
        if (free.size() == 1) put(path("address"), free[0], sure_, "The only address without a name.");
    }

    /// What the model read in one line is parted as letters print it.
    void partAddress() {
        Field* read = fieldAt(e_.fields, path("address"));
        if (!read) return;
        QStringList lines;
        for (const QString& line : read->value.split('\n')) {
            const auto parts = partsOfAddress(line);
            if (parts.isEmpty()) lines += line;
            for (const auto& [begin, end] : parts) lines += line.mid(begin, end - begin).trimmed();
        }
        read->value = lines.join('\n');
        const bool cut = std::any_of(lines.begin(), lines.end(), [](const QString& line) {
            return !line.isEmpty() && QString(",-–/(").contains(line.back());
        });
        const bool noHouse = std::none_of(lines.begin(), lines.end(), [](const QString& line) {
            return !isTown(line) && std::any_of(line.begin(), line.end(), [](QChar c) { return c.isDigit(); });
        });
        if ((!cut && !noHouse) || read->status == Field::Status::Doubtful) return;
        read->status = Field::Status::Doubtful;
        read->note = "A part of it may be missing. Compare it with the page.";
    }

    /// Whether no line of it is a phone number, an id or a label that the model took along, nor the next paragraph.
    static bool isAddressOnly(const QString& text) {
        if (kindOfLine(text.section('\n', -1)) == LineKind::Name) return false;
        for (const QString& line : text.split('\n')) {
            const LineKind kind = kindOfLine(line);
            if (std::none_of(line.begin(), line.end(), [](QChar c) { return c.isLetterOrNumber(); })) return false;
            if (kind != LineKind::Street && kind != LineKind::Town && kind != LineKind::Country &&
                kind != LineKind::Name)
                return false;
        }
        return true;
    }

    /// Whether a field's place is that of another party's name or address.
    bool belongsToOther(const Field& field) const {
        for (int i = 0; i < outcome_.entities.size(); ++i) {
            if (i == chosen_) continue;
            for (const Mention& m : outcome_.entities[i].mentions)
                if (m.kind != Mention::Kind::AsRead && m.page == field.page && m.isAddressed() &&
                    m.box.contains(field.box().center()))
                    return true;
        }
        return false;
    }

    static Piece only(const PageText& page, const Piece& line, const QRegularExpression& form) {
        const QString text = page.text.mid(line.begin, line.end - line.begin);
        const auto match = form.match(text);
        if (!match.hasMatch()) return {};
        return {match.captured(), line.begin + match.capturedStart(), line.begin + match.capturedEnd()};
    }

    void writeContacts() {
        static const QRegularExpression email("[^\\s@,;:|<>()]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}"),
            website("(?:https?://)?(?:www\\.)?[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}(?:/[^\\s,;]*)?"),
            phone("(?:\\+ ?|\\()?[0-9](?:[ ()/.-]{0,2}[0-9]){6,14}(?![0-9])");
        contact("email", email, &Mention::email, "The address for mail that stands with the name.");
        if (seller_) emailByDomain(email);
        if (!seller_ || !sure_) return;
        if (!e_.find("seller.website"))
            contact("website", website, &Mention::website, "The website that stands with the name.");
        if (!e_.find("seller.phone")) contact("phone", phone, &Mention::phone, "The number that stands with the name.");
    }

    /// An address may end a sentence.
    static QString bare(QString text) {
        while (text.endsWith('.') || text.endsWith(',') || text.endsWith(';')) text.chop(1);
        return text.toLower();
    }

    void contact(const char* name, const QRegularExpression& form, Piece Mention::*member, const QString& note) {
        Field* read = fieldAt(e_.fields, path(name));
        for (const Mention& mention : entity().mentions) {
            if ((mention.*member).isEmpty()) continue;
            const Piece piece = only(page_, mention.*member, form);
            if (piece.isEmpty()) continue;
            if (read && bare(read->value) == bare(piece.text)) {
                if (sure_) confirm(*read);
                return;
            }
            if (read && read->confidence >= 0.5 && !belongsToOther(*read)) return;
            put(path(name), {piece}, sure_, note);
            return;
        }
    }

    /// "bills@pike.example" of Pike Ltd, wherever it stands.
    void emailByDomain(const QRegularExpression& form) {
        Field* read = fieldAt(e_.fields, path("email"));
        if (read) {
            if (isDomainOf(entity().key, bare(read->value)) && read->status == Field::Status::Ok) confirm(*read);
            return;
        }
        for (auto it = form.globalMatch(page_.text); it.hasNext();) {
            const auto match = it.next();
            if (!isDomainOf(entity().key, match.captured())) continue;
            put(path("email"), {{match.captured(), match.capturedStart(), match.capturedEnd()}}, sure_,
                "The address for mail whose domain is the name.");
            return;
        }
    }

    /// Nobody was found for the role: what the model read there is another's, or too weak to stand alone.
    void dropWhatIsOthers() {
        const int other = seller_ ? outcome_.buyer : outcome_.seller;
        const bool otherSure = seller_ ? outcome_.sureBuyer : outcome_.sureSeller;
        const Field* read = e_.find(path("name"));
        if (!read || other < 0 || !otherSure || !outcome_.entities[other].is(read->text)) return;
        removeField(e_.fields, path("name"));
    }

    /// A name that is a street, a town, a number or an address for mail, and an address without a line of an address:
    /// chosen with less than kUnlikely they count as not printed.
    void dropWhatIsNone() {
        if (const Field* name = e_.find(path("name")))
            if (kindOfLine(name->text) == LineKind::Title || (name->confidence < kUnlikely && namesNobody(name->text)))
                removeField(e_.fields, path("name"));
        const Field* address = e_.find(path("address"));
        if (!address || address->confidence >= kUnlikely) return;
        const QStringList lines = address->text.split('\n');
        const bool any = std::any_of(lines.begin(), lines.end(), [](const QString& line) {
            return isStreet(line) || isTown(line) || isCountry(line) || isBuilding(line);
        });
        if (!any) removeField(e_.fields, path("address"));
    }

    static bool namesNobody(const QString& text) {
        switch (kindOfLine(text)) {
            case LineKind::Street:
            case LineKind::Town:
            case LineKind::Country:
            case LineKind::Phone:
            case LineKind::Email:
            case LineKind::Website:
            case LineKind::Id:
                return true;
            default:
                return std::none_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
        }
    }

    void offerRivals() {
        Field* name = fieldAt(e_.fields, path("name"));
        if (!name) return;
        QVector<std::pair<double, const Entity*>> rivals;
        for (int i = 0; i < outcome_.entities.size(); ++i) {
            const Entity& entity = outcome_.entities[i];
            if (!entity.is(name->text) && sideOf(entity).weight >= kLeastCandidate)
                rivals.append({sideOf(entity).weight, &entity});
        }
        std::stable_sort(rivals.begin(), rivals.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
        if (chosen_ >= 0 && !entity().best().otherName.isEmpty()) offer(*name, entity().best().otherName);
        for (const auto& [weight, rival] : rivals)
            if (name->candidates.size() < kMostCandidates) offer(*name, rival->best().name);
    }

    void offer(Field& name, const Piece& piece) const {
        for (const Candidate& other : name.candidates)
            if (squeezed(other.value) == squeezed(piece.text)) return;
        if (squeezed(piece.text) == squeezed(name.value)) return;
        Field placed;
        page_.place(placed, piece.begin, piece.end);
        name.candidates.append({piece.text, piece.text, placed.page, placed.boxes});
    }

    Extraction& e_;
    const PageText& page_;
    const PartyPage& lines_;
    const Outcome& outcome_;
    const bool seller_;
    const QString role_;
    const int chosen_;
    const bool sure_;
};

}  // namespace

void chooseParties(Extraction& extraction, const PageText& page, const QString& payee) {
    const PartyPage lines(page);
    if (lines.cells().isEmpty()) return;
    const Outcome outcome =
        weigh(lines, choiceOf(extraction, "seller.name"), choiceOf(extraction, "buyer.name"), payee);
    Writer(extraction, page, lines, outcome, true).run();
    Writer(extraction, page, lines, outcome, false).run();
    dropTwins(extraction.fields);
}

}  // namespace floe
