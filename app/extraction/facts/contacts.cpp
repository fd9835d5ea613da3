#include <algorithm>
#include <cmath>

#include "app/extraction/facts/facts.h"
#include "app/extraction/facts/misread.h"
#include "app/extraction/folded.h"
#include "app/extraction/parties/entities.h"
#include "app/extraction/printed_date.h"
#include "app/extraction/sellers.h"

namespace floe::facts {

namespace {

// Labels of telephones in the ten languages of labels, case aside.
const char* const kPhoneLabel =
    "tel(?:efon(?:nummer|nr)?|[ée]fonos?|ephone|efones?|efoon(?:nummer)?|efono|em[óo]vel)?|t[ée]l[ée]phone|t[ée]l|tlf|"
    "tfno?|phone|ph|fon|mob(?:il(?:e|nr|nummer|telefon)?)?|handy|cell(?:ulare|phone)?|m[óo]vil|m[óo]bile|gsm|"
    "kom[óo]rka|hotline|call(?: us)?(?: (?:on|at))?|t";
const char* const kFaxLabel = "(?:tele)?fax|telefaks|faks|f";

constexpr double kNearAbove = 30;    // points between the lines of one block
constexpr double kLabelBeside = 60;  // points between a label and its value
constexpr double kWholeWidth = 1e6;
constexpr qsizetype kLabelLength = 40;

const QRegularExpression& emailForm() {
    // Text recognition puts spaces around the sign.
    static const QRegularExpression form("[^\\s@,;:|<>()·•]+ ?@ ?[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}");
    return form;
}

struct Contact {
    Field field;
    Run run;
    QString domain;
};

QVector<Contact> emailsOn(const Extraction& e, const PageCells& cells) {
    QVector<Contact> found;
    const Field* buyers = e.find("buyer.email");
    for (auto it = emailForm().globalMatch(cells.page().text); it.hasNext();) {
        const auto match = it.next();
        const Run run{match.captured(), match.capturedStart()};
        const QString value = QString(run.text).remove(' ');
        const Field field = cells.field("seller.email", run, value, kByLabel);
        if ((buyers && buyers->value == value) || isBuyers(e, field)) continue;
        if (std::none_of(found.begin(), found.end(), [&](const Contact& c) { return c.field.value == value; }))
            found.append({field, run, ownDomain(value)});
    }
    return found;
}

/// Hosts that the page prints as websites.
QStringList websiteDomains(const QString& text) {
    static const QRegularExpression form("(?:www\\.|https?://(?:www\\.)?)((?:[a-z0-9-]+\\.)+[a-z]{2,})",
                                         QRegularExpression::CaseInsensitiveOption);
    QStringList domains;
    for (auto it = form.globalMatch(text); it.hasNext();)
        if (const QString domain = it.next().captured(1).toLower(); !domains.contains(domain)) domains += domain;
    return domains;
}

bool isOfSeller(const Extraction& e, const QString& address) {
    const Field *name = e.find("seller.name"), *website = e.find("seller.website");
    if (website && !ownDomain(address).isEmpty() && ownDomain(website->value) == ownDomain(address)) return true;
    return name && parties::isDomainOf(parties::keyOf(name->text), address);
}

/// What the model copied may run on into the next value: "a@b.example · Tel. 1".
void cutEmail(Extraction& e, const char* path, const PageCells& cells) {
    const Field* read = e.find(path);
    if (!read || emailForm().match(read->value).captured().remove(' ') == read->value) return;
    for (auto it = emailForm().globalMatch(cells.page().text); it.hasNext();) {
        const auto match = it.next();
        if (!read->text.contains(match.captured())) continue;
        const Run run{match.captured(), match.capturedStart()};
        Field field = cells.field(path, run, QString(run.text).remove(' '), kByLabel);
        if (field.page != read->page || !field.box().intersects(read->box())) continue;
        field.status = Field::Status::Derived;
        field.note = QStringLiteral("The address for mail alone, of a line that goes on.");
        removeField(e.fields, path);
        insertField(e.fields, field);
        return;
    }
}

/// Whether it stands in or at the block in which the seller's name, address, mail or website are.
bool isBesideSeller(const Extraction& e, const Field& field) {
    for (const char* path : {"seller.email", "seller.website", "seller.address", "seller.name"}) {
        const Field* other = e.find(path);
        if (!other || other->page != field.page) continue;
        const QRectF mine = field.box();
        for (const QRectF& box : other->boxes) {
            const double below = std::max({0.0, box.top() - mine.bottom(), mine.top() - box.bottom()});
            const bool overlaps = box.left() < mine.right() && mine.left() < box.right();
            const bool sameLine = std::abs(box.center().y() - mine.center().y()) < mine.height() / 2;
            if ((overlaps && below < kNearAbove) || sameLine) return true;
        }
    }
    return false;
}

/// On a scan, where no address was recognised as one: the seller's with another sign in the place of its @.
void findMisreadEmail(Extraction& e, const PageCells& cells) {
    const QString& text = cells.page().text;
    QVector<Field> fields;
    for (const Misread& misread : misreadEmails(text, websiteDomains(text))) {
        Field field = cells.field("seller.email", misread.run, misread.value, kByLabel);
        field.status = Field::Status::Doubtful;
        field.note = "Read as “" + misread.run.text + "”; an address for mail has an @. Compare it with the page.";
        if (!isBuyers(e, field)) fields.append(field);
    }
    const auto own =
        std::find_if(fields.begin(), fields.end(), [&](const Field& field) { return isOfSeller(e, field.value); });
    if (own != fields.end())
        addOnce(e, *own);
    else if (fields.size() == 1 && isBesideSeller(e, fields[0]))
        addOnce(e, fields[0]);
}

/// An address that the model gave to the buyer though its domain is the seller's name.
void moveEmailToSeller(Extraction& e) {
    const Field *buyers = e.find("buyer.email"), *buyer = e.find("buyer.name");
    if (!buyers || e.find("seller.email") || !isOfSeller(e, buyers->value)) return;
    if (buyer && parties::isDomainOf(parties::keyOf(buyer->text), buyers->value)) return;
    Field field = *buyers;
    field.path = "seller.email";
    field.status = Field::Status::Derived;
    field.note = QStringLiteral("The address for mail whose domain is the seller's.");
    removeField(e.fields, "buyer.email");
    insertField(e.fields, field);
}

void findEmail(Extraction& e, const PageCells& cells) {
    for (const char* path : {"seller.email", "buyer.email"}) cutEmail(e, path, cells);
    moveEmailToSeller(e);
    if (e.find("seller.email")) return;
    const QVector<Contact> emails = emailsOn(e, cells);
    const auto sellers = std::find_if(emails.begin(), emails.end(),
                                      [&](const Contact& email) { return isOfSeller(e, email.field.value); });
    const bool proven = sellers != emails.end();
    if (emails.isEmpty() && e.source == "ocr") return findMisreadEmail(e, cells);
    if (!proven && (emails.size() != 1 || !isBesideSeller(e, emails[0].field))) return;
    Field field = proven ? sellers->field : emails[0].field;
    field.status = Field::Status::Derived;
    field.note = QStringLiteral("The address for mail whose domain is the seller's.");
    if (!proven) {
        field.status = Field::Status::Doubtful;
        field.note = QStringLiteral("The only address for mail on the page. Check that it is the seller's.");
    }
    addOnce(e, field);
}

void findWebsite(Extraction& e, const PageCells& cells) {
    static const QRegularExpression form(
        "(?<![@\\w.-])(https?://)?(?:[a-z0-9-]+\\.)+[a-z]{2,}(?![\\w@-])(?:/[^\\s,;]*)?",
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    const Field* email = e.find("seller.email");
    const QString own = email ? ownDomain(email->value) : QString();
    QVector<Contact> sites;
    for (auto it = form.globalMatch(cells.page().text); it.hasNext();) {
        const auto match = it.next();
        const Run run{match.captured(), match.capturedStart()};
        const QString domain = ownDomain(run.text);
        const bool saysSo = run.text.startsWith("www.", Qt::CaseInsensitive) || !match.captured(1).isEmpty();
        // "GmbH.Co" and "12.kg" look like names of hosts, too: one without www must be a domain that is known.
        if (domain.isEmpty() || (!saysSo && domain != own && !isOfSeller(e, domain))) continue;
        if (std::none_of(sites.begin(), sites.end(), [&](const Contact& c) { return c.domain == domain; }))
            sites.append({cells.field("seller.website", run, run.text, kProven), run, domain});
    }
    auto chosen = std::find_if(sites.begin(), sites.end(),
                               [&](const Contact& site) { return site.domain == own || isOfSeller(e, site.run.text); });
    if (chosen == sites.end() && sites.size() == 1) chosen = sites.begin();
    if (chosen != sites.end() && !isBuyers(e, chosen->field)) addOnce(e, chosen->field);
}

/// The cell in which a run stands.
qsizetype cellOf(const PageCells& cells, const Run& run) {
    const auto& all = cells.all();
    const auto it = std::upper_bound(all.begin(), all.end(), run.begin,
                                     [](qsizetype begin, const Cell& cell) { return begin < cell.begin; });
    return it == all.begin() ? 0 : it - all.begin() - 1;
}

QRectF boxOf(const PageCells& cells, const Run& run) {
    return cells.field({}, run, {}, 0).box();
}

/// What stands before it in its cell, or, where nothing does, the cell on its left, at most so many points away.
QString wordsBefore(const PageCells& cells, const Run& run, double away) {
    const qsizetype at = cellOf(cells, run);
    const Cell& cell = cells.all()[at];
    const QString before = cell.text.left(run.begin - cell.begin);
    if (!before.trimmed().isEmpty()) return before.right(kLabelLength);
    if (at == 0 || cells.all()[at - 1].line != cell.line) return {};
    const Cell& left = cells.all()[at - 1];
    return boxOf(cells, run).left() - boxOf(cells, left).right() < away ? left.text.right(kLabelLength) : QString();
}

bool endsWithLabel(const QString& words, const char* label) {
    const QString one = QString("(?:%1)\\.?(?: ?(?:no|nr|number)\\.?)?").arg(QString::fromUtf8(label));
    return anyCase(QString("(?<![\\pL\\pN])%1(?: ?/ ?%1)?[ :.]*$").arg(one)).match(words).hasMatch();
}

/// Whether a number stands by itself between the separators of its cell: no word belongs to it.
bool standsAlone(const PageCells& cells, const Run& run) {
    static const QRegularExpression before("(?:^|[·•|,;]| [–-]) *$"), after("^ *(?:$|[·•|,;]|[–-] )");
    const Cell& cell = cells.all()[cellOf(cells, run)];
    const QString words = wordsBefore(cells, run, kLabelBeside);
    const bool cellBegins = cell.text.left(run.begin - cell.begin).trimmed().isEmpty();
    const bool labelBeside =
        cellBegins && std::any_of(words.begin(), words.end(), [](QChar c) { return c.isLetter(); });
    return !labelBeside && (cellBegins || before.match(words).hasMatch()) &&
           after.match(cell.text.mid(run.end() - cell.begin)).hasMatch();
}

bool looksDialled(const QString& text) {
    static const QRegularExpression form("^(?:[+(0]|[0-9]{2,4}[ /-][0-9]{2,4}[ -][0-9])");
    const auto count = std::count_if(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
    return count >= 8 && form.match(text).hasMatch() && readDate(text).isEmpty();
}

bool isTaken(const Extraction& e, const Field& field) {
    return std::any_of(e.fields.begin(), e.fields.end(), [&](const Field& other) {
        return other.path != field.path && other.page == field.page && other.box().intersects(field.box()) &&
               !other.path.endsWith(".address") && !other.path.endsWith(".name");
    });
}

void findPhone(Extraction& e, const PageCells& cells) {
    static const QRegularExpression form(
        "(?<![\\w/.,+-])(?:\\+ ?|00 ?)?(?:\\(0?[0-9]{1,4}\\)|[0-9])(?:[ ()/.–-]{0,2}[0-9]){6,14}(?![\\w])");
    Field unlabelled;
    for (auto it = form.globalMatch(cells.page().text); it.hasNext();) {
        const auto match = it.next();
        const Run run{match.captured(), match.capturedStart()};
        Field field = cells.byLabel("seller.phone", run, run.text);
        if (field.page < 0 || isBuyers(e, field)) continue;
        const QString words = wordsBefore(cells, run, kWholeWidth);
        if (endsWithLabel(words, kFaxLabel)) continue;
        if (endsWithLabel(words, kPhoneLabel)) return addOnce(e, field);
        if (unlabelled.page >= 0 || !looksDialled(run.text) || !standsAlone(cells, run) || isTaken(e, field)) continue;
        if (isBesideSeller(e, field)) unlabelled = field;
    }
    if (unlabelled.page < 0) return;
    unlabelled.note = QStringLiteral("A number as telephones have, beside the seller's name or address.");
    addOnce(e, unlabelled);
}

}  // namespace

void findContacts(Extraction& extraction, const PageCells& cells) {
    findEmail(extraction, cells);
    findWebsite(extraction, cells);
    findPhone(extraction, cells);
}

}  // namespace floe::facts
