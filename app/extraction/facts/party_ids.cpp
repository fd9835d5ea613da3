#include <algorithm>

#include "app/extraction/facts/facts.h"
#include "app/extraction/identifiers/check_digits.h"
#include "app/extraction/identifiers/legal_id.h"
#include "app/extraction/identifiers/registers.h"
#include "app/extraction/identifiers/vat_id.h"

namespace floe::facts {

namespace {

const char* const kVatLabel =
    "(?:VAT|GST) ?(?:reg(?:istration|\\.)?)? ?(?:ID|no\\.?|number|nr\\.?|#)|VAT|USt\\.?-?Id(?:ent)?\\.?(?:-?Nr\\.?)?|"
    "UID(?:-Nr\\.?)?|umsatzsteuer-?id(?:entifikationsnummer|-?nr\\.?)?|(?:n[°ºo]\\.? ?(?:de )?)?TVA(?: intra"
    "(?:communautaire|com\\.?)?)?|P\\.? ?IVA|partita IVA|N\\.?I\\.?F\\.?|C\\.?I\\.?F\\.?|NIPC|contribuinte|btw"
    "(?:-?(?:nummer|nr\\.?|id))?|NIP(?: ?(?:UE|EU))?|MVA";

struct Id {
    Run run;
    Field field;
    bool buyers = false;
    bool besideBuyer = false;  // the only one, and it stands in the buyer's block
};

/// A VAT id with its country at the beginning of a text: words are added while what they make may become one; the
/// longest that is one wins.
qsizetype vatIdLength(const QString& text) {
    qsizetype length = 0;
    for (qsizetype at = 1; at <= text.size() && at <= 24; ++at) {
        const QChar c = text[at - 1];
        if (!c.isLetterOrNumber() && c != ' ' && c != '.' && c != '-') break;
        const bool wordEnds = c.isLetterOrNumber() && (at == text.size() || !text[at].isLetterOrNumber());
        if (wordEnds && looksLikeVatId(text.left(at))) length = at;
    }
    return length;
}

bool meetsAny(const QVector<Run>& runs, qsizetype begin, qsizetype end) {
    return std::any_of(runs.begin(), runs.end(), [&](const Run& r) { return begin < r.end() && r.begin < end; });
}

/// What stands before it in its cell and the two cells before that (one may be a colon): its label.
QString labelBefore(const PageCells& cells, const Run& run) {
    const QVector<Cell>& all = cells.all();
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (run.begin < all[i].begin || run.begin >= all[i].end()) continue;
        QString before = all[i].text.left(run.begin - all[i].begin);
        for (qsizetype k = i - 1; k >= 0 && k >= i - 2 && all[k].line == all[i].line; --k)
            before = all[k].text + ' ' + before;
        return before.right(60);
    }
    return {};
}

bool namesTheBuyer(const QString& label) {
    static const QRegularExpression words = anyCase(
        "\\b(?:your|customer'?s?|client'?s?|buyer'?s?|recipient'?s?|ihre?r?|kunden?\\w*|votre|del cliente|cliente|"
        "committente|uw|klant\\w*|nabywc\\w*|do cliente|adquirente)\\b");
    return words.match(label).hasMatch();
}

QVector<Id> vatIds(const Extraction& e, const PageCells& cells) {
    static const QRegularExpression begins(
        "(?<![A-Za-z0-9])(?:[A-Z]{2}(?=[ .A-Z0-9-]?[A-Z0-9])|[89][0-9]{2} ?[0-9]{3} "
        "?[0-9]{3} ?MVA)");
    static const QRegularExpression vatLabel =
        anyCase(QString("(?<!\\pL)(?:%1)(?!\\pL)").arg(QString::fromUtf8(kVatLabel)));
    const QString& text = cells.page().text;
    const QVector<Run> accounts = ibansOn(text);
    QVector<Id> ids;
    for (auto it = begins.globalMatch(text); it.hasNext();) {
        const qsizetype begin = it.next().capturedStart();
        QString line = text.mid(begin, 40);
        line.truncate(line.indexOf(QRegularExpression("[\\t\\n\\f]|$")));
        const qsizetype length = vatIdLength(line);
        if (length == 0 || meetsAny(accounts, begin, begin + length)) continue;
        const Run run{line.left(length), begin};
        const QString label = labelBefore(cells, run);
        // Letters and digits of that form are many ("NO 12345678", "SE 5"); what fits its digits or has a label is one.
        if (!faultOfVatId(run.text).isEmpty() && !vatLabel.match(label).hasMatch()) continue;
        Id id{run, cells.field({}, run, bareId(run.text), kProven), namesTheBuyer(label)};
        ids.append(id);
    }
    // The seller must print its id, the buyer's is a courtesy: one alone is the seller's wherever it stands.
    const bool several =
        std::any_of(ids.begin(), ids.end(), [&](const Id& id) { return id.field.value != ids[0].field.value; });
    for (Id& id : ids) {
        const bool there = !id.buyers && isBuyers(e, id.field);
        id.buyers |= several && there;
        id.besideBuyer = !several && there;
    }
    return ids;
}

void addId(Extraction& e, const PageCells& cells, Id id, const QString& path) {
    if (!faultOfVatId(id.run.text).isEmpty()) id.field = cells.byLabel(path, id.run, id.field.value);
    id.field.path = path;
    if (id.besideBuyer) {
        id.field.status = Field::Status::Doubtful;
        id.field.note = "The only VAT id of the page; it stands beside the buyer.";
    }
    addOnce(e, id.field);
}

/// A number of its country alone: "P.IVA 00743110157", "NIP: 123-456-32-18", "CIF B58378431".
void nationalVatIds(Extraction& e, const PageCells& cells) {
    static const QRegularExpression form("(?=[^ ]*[0-9])[A-Z0-9](?:[ .-]?[A-Z0-9]){7,11}(?![A-Za-z0-9])");
    const QByteArray inTwoLanguages = QByteArray("(?:") + kVatLabel + ")(?: ?/ ?(?:" + kVatLabel + "))?";
    for (const Run& beside : cells.beside(inTwoLanguages)) {
        const auto match =
            form.match(beside.text, 0, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
        if (!match.hasMatch()) continue;
        const Run run{match.captured(), beside.begin};
        const QString bare = bareId(run.text);
        const bool known = isPartitaIva(bare) || isNip(bare) || isNif(bare) || faultOfVatId("PT" + bare).isEmpty() ||
                           faultOfVatId("GB" + bare).isEmpty();
        if (!known || looksLikeVatId(bare)) continue;
        Field field = cells.byLabel("seller.vat_id", run, bare);
        if (namesTheBuyer(labelBefore(cells, run)) || isBuyers(e, field)) field.path = "buyer.vat_id";
        addOnce(e, field);
    }
}

void findVatIds(Extraction& e, const PageCells& cells) {
    const QVector<Id> ids = vatIds(e, cells);
    for (const bool buyers : {true, false}) {
        QStringList values;
        for (const Id& id : ids)
            if (id.buyers == buyers && !values.contains(id.field.value)) values += id.field.value;
        if (values.size() != 1) continue;  // two different ones of one party: neither is sure
        const auto one =
            std::find_if(ids.begin(), ids.end(), [&](const Id& id) { return id.field.value == values[0]; });
        if (!buyers && e.find("buyer.vat_id") && e.find("buyer.vat_id")->value == values[0]) continue;
        addId(e, cells, *one, buyers ? "buyer.vat_id" : "seller.vat_id");
    }
    nationalVatIds(e, cells);
}

/// The first labelled value that does not stand in the buyer's block.
void addSellers(Extraction& e, const PageCells& cells, const QString& path, const char* label,
                const QRegularExpression& form) {
    for (const Run& beside : cells.beside(label)) {
        const auto match =
            form.match(beside.text, 0, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
        if (!match.hasMatch()) continue;
        const Run run{match.captured().trimmed(), beside.begin};
        const Field field = cells.byLabel(path, run, run.text);
        if (namesTheBuyer(labelBefore(cells, run)) || isBuyers(e, field)) continue;
        addOnce(e, field);
        return;
    }
}

/// What may be the number of a register: behind its label, or anywhere where its name belongs to the number.
QVector<Run> numbersOf(const Register& one, const PageCells& cells) {
    const QString ends = QString("(?:%1)(?![\\pL\\pN])").arg(QString::fromUtf8(one.number));
    QVector<Run> found;
    if (*one.label) {
        const QRegularExpression form = anyCase('^' + ends);
        for (const Run& beside : cells.beside(one.label))
            if (const auto match = form.match(beside.text); match.hasMatch())
                found.append({match.captured(), beside.begin});
        return found;
    }
    const QRegularExpression form("(?<![\\pL\\pN])" + ends, QRegularExpression::UseUnicodePropertiesOption);
    for (auto it = form.globalMatch(cells.page().text); it.hasNext();) {
        const auto match = it.next();
        found.append({match.captured(), match.capturedStart()});
    }
    return found;
}

/// A number that only its place gives to the buyer: most bills print the seller's alone, and some print it up there.
void doubtPlace(const Extraction& e, Field& field) {
    const bool alone = !e.find("seller.legal_id");
    field.status = alone ? Field::Status::Doubtful : Field::Status::Derived;
    field.note =
        alone ? "The only register number of the page; it stands beside the buyer." : "It stands beside the buyer.";
    field.confidence *= alone ? 0.5 : 1;
}

/// The label of a register goes, its number stays as it is printed: "KvK 78012345" is 78012345, "HRB 1234" stays. The
/// first register that the bill names counts; of its numbers one that has the right check digits, else the first,
/// doubted. The buyer's are those in its block, or whose label says so.
void findLegalId(Extraction& e, const PageCells& cells, bool buyers) {
    const Field* sellers = e.find("seller.legal_id");
    for (const Register& one : registers()) {
        std::optional<Field> missed;
        for (const Run& run : numbersOf(one, cells)) {
            Field field =
                cells.field(buyers ? "buyer.legal_id" : "seller.legal_id", run, run.text.simplified(), kProven);
            const bool labelled = namesTheBuyer(labelBefore(cells, run));
            if ((labelled || isBuyers(e, field)) != buyers) continue;
            if (buyers && sellers && bareId(sellers->value) == bareId(field.value)) continue;
            const bool passes = !one.passes || one.passes(run.text);
            if (passes && buyers && !labelled) doubtPlace(e, field);
            if (passes) return addOnce(e, field);
            if (missed) continue;
            field.status = Field::Status::Doubtful;
            field.note =
                QString("%1 does not have the check digits of a %2. It is wrong on the document or was misread.")
                    .arg(field.value, QString::fromUtf8(one.name));
            field.confidence *= 0.5;
            missed = field;
        }
        if (missed) return addOnce(e, *missed);
    }
}

}  // namespace

void findPartyIds(Extraction& extraction, const PageCells& cells) {
    findVatIds(extraction, cells);
    static const QRegularExpression taxNumber(
        "[0-9]{2,3} ?/ ?[0-9]{3,4} ?/ ?[0-9]{3,5}(?: ?/ "
        "?[0-9])?|[0-9]{5}/[0-9]{5}|[0-9]{13}(?![0-9])|[0-9]{2}-[0-9]{7}(?![0-9])|"
        "[A-Z]{6}[0-9]{2}[A-Z][0-9]{2}[A-Z][0-9]{3}[A-Z]");
    addSellers(extraction, cells, "seller.tax_id",
               "steuer(?:nummer|-?nr\\.?)|st\\.?-?nr\\.?|(?:federal )?tax (?:ID|number|no\\.?)|EIN|FEIN|TIN|codice "
               "fiscale|C\\.? ?F\\.?",
               taxNumber);
    for (const bool buyers : {false, true}) findLegalId(extraction, cells, buyers);
}

}  // namespace floe::facts
