#include <QRegularExpression>
#include <algorithm>

#include "app/extraction/details/parts.h"
#include "app/extraction/facts/page_cells.h"
#include "app/extraction/folded.h"
#include "app/extraction/names.h"
#include "app/extraction/parties/address_lines.h"
#include "app/extraction/parties/entities.h"

namespace floe::details {

namespace {

using parties::LineKind, parties::PartyCell, parties::PartyPage;

constexpr qsizetype kShortest = 8, kLongestSlogan = 90, kLongestSentence = 300, kShort = 80;
constexpr double kHead = 0.25, kFoot = 0.8;  // of the page's height
constexpr double kSure = 0.7;
constexpr int kMostSold = 12;  // lines that are named

const QString kSince = QStringLiteral(
    "(?<![\\pL])(?:since|est\\.?|established(?: in)?|founded(?: in)?|seit|gegr\\.?|gegründet(?: im "
    "Jahre?)?|depuis|fondée?s? en|"
    "desde|fundad[ao] en|dal|fondat[ao] nel|sinds|opgericht in|od|rok "
    "założenia|sedan|grundat|siden|grundlagt|etableret)"
    "\\s+(?:1[6-9]|20)\\d\\d(?!\\d)");
const QString kOurs = QStringLiteral(
    "(?<![\\pL])(?:your|our|ihr|ihre|unsere?|votre|notre|nos|vuestr[oa]|nuestr[oa]s?|vostr[oa]|nostr[oa]|uw|jouw|onze|"
    "nosso|nossa|tw[oó]j|nasz[ae]?|dit|din|vår[at]?|vores?)(?![\\pL])");
const QString kWeAre = QStringLiteral(
    "^(?:We (?:are|make|sell|bake|build|grow|repair|supply|design|produce|provide|offer|manufacture|craft|roast|brew|"
    "print|develop|speciali[sz]e)|Wir (?:sind|fertigen|bauen|backen|liefern|bieten|planen|entwickeln|produzieren|"
    "verkaufen|reparieren|drucken|machen|führen)|Nous (?:sommes|fabriquons|vendons|proposons|concevons|produisons|"
    "réalisons|livrons)|(?:Somos|Fabricamos|Vendemos|Ofrecemos|Diseñamos|Producimos|Oferecemos|Produzimos)|"
    "(?:Siamo|Produciamo|Vendiamo|Offriamo|Progettiamo|Realizziamo)|W(?:ij|e) (?:zijn|maken|verkopen|leveren|bieden|"
    "ontwerpen|bouwen)|(?:Jesteśmy|Produkujemy|Sprzedajemy|Oferujemy|Projektujemy)|Vi (?:är|tillverkar|säljer|erbjuder|"
    "bygger|er|fremstiller|sælger|tilbyder))(?![\\pL])");
const QString kIsA = QStringLiteral(
    "^\\s*(?:,\\s*)?(?:is|ist|est|es|è|é|jest|är|er)\\s+(?:an?|the|eine?|der|die|das|une?|la|le|el|un[ao]?|il|uma?|een|"
    "de|het|ett|en|et)(?![\\pL])");

bool has(const QString& pattern, const QString& text) {
    return facts::anyCase(pattern).match(text).hasMatch();
}

bool namesATrade(const QString& text) {
    static const QRegularExpression parts(QStringLiteral("[^\\pL]+"), QRegularExpression::UseUnicodePropertiesOption);
    const QStringList words = folded(text).split(parts, Qt::SkipEmptyParts);
    return std::any_of(words.begin(), words.end(), isTradeWord);
}

class Finder {
 public:
    Finder(const Extraction& extraction, const PageText& page) : e_(extraction), text_(page), cells_(page) {
        for (const char* path : {"seller.name", "seller.trading_name"})
            if (const Field* field = e_.find(path)) names_ += parties::keyOf(field->shown());
        names_.removeAll({});
    }

    SelfDescription find() const {
        SelfDescription found;
        for (int i = 0; i < cells_.cells().size(); ++i) {
            const PartyCell& cell = cells_.cells()[i];
            if (!found.slogan && isSlogan(i)) {
                found.slogan = copied(text_, cell.piece.begin, cell.piece.end, kSure);
                continue;
            }
            if (!found.sentence) found.sentence = sentenceFrom(i);
        }
        return found;
    }

 private:
    bool isName(const QString& text) const {
        const QString key = parties::keyOf(text);
        return key.size() >= 3 && std::any_of(names_.begin(), names_.end(), [&](const QString& name) {
                   return name == key || (key.startsWith(name) && key.size() <= name.size() + 4);
               });
    }

    /// Whether another value stands there: an address, a label's value, a line.
    bool isTaken(const PartyCell& cell) const {
        return std::any_of(e_.fields.begin(), e_.fields.end(), [&](const Field& field) {
            if (field.page != cell.page || field.path == "seller.name" || field.path == "seller.trading_name")
                return false;
            return std::any_of(field.boxes.begin(), field.boxes.end(),
                               [&](const QRectF& box) { return box.contains(cell.box.center()); });
        });
    }

    /// The name, or another line of what is printed with it, stands just above.
    bool isUnderName(int at) const {
        int cell = at;
        for (int steps = 0; steps < 2; ++steps) {
            const PartyCell& here = cells_.cells()[cell];
            if (here.above < 0) return false;
            const PartyCell& upper = cells_.cells()[here.above];
            if (here.box.top() - upper.box.bottom() > 1.8 * std::max(here.height(), upper.height())) return false;
            if (isName(upper.piece.text)) return true;
            cell = here.above;
        }
        return false;
    }

    static bool isPlainText(const QString& text) {
        if (text.contains('@') || text.contains(QLatin1String("www.")) || text.contains(QLatin1String("://")) ||
            text.contains(':') || parties::hasMoney(text) || parties::namesIds(text) || speaksOfTheBill(text))
            return false;
        const LineKind kind = parties::kindOfLine(text);
        return kind == LineKind::Name || kind == LineKind::Other;
    }

    bool isSlogan(int at) const {
        const PartyCell& cell = cells_.cells()[at];
        const QString& text = cell.piece.text;
        const bool since = has(kSince, text);
        QString rest = text;
        rest.remove(facts::anyCase(kSince));
        const bool digits = std::any_of(rest.begin(), rest.end(), [](QChar c) { return c.isDigit(); });
        if (text.size() < kShortest || text.size() > kLongestSlogan || digits || isName(text) || isTaken(cell))
            return false;
        if (!isPlainText(rest) || parties::legalFormEnd(text) >= 0) return false;
        const double height = cells_.heightOnPage(cell.page, cell.box);
        if (isUnderName(at)) return since || namesATrade(rest) || (has(kOurs, rest) && rest.count(' ') >= 2);
        return since && namesATrade(rest) && (height < kHead || height > kFoot);
    }

    /// A sentence that begins in this cell, and may go on in the two lines below.
    std::optional<Field> sentenceFrom(int at) const {
        const PartyCell& cell = cells_.cells()[at];
        if (!saysWho(cell.piece.text) || isTaken(cell)) return {};
        QString text = cell.piece.text;
        QVector<parties::Piece> pieces{cell.piece};
        for (int next = below(at); next >= 0 && pieces.size() < 3 && endOfSentence(text) == 0; next = below(next)) {
            pieces.append(cells_.cells()[next].piece);
            text += ' ' + pieces.last().text;
        }
        const qsizetype stop = endOfSentence(text);
        if (stop < 2 * kShortest || stop > kLongestSentence) return {};  // a sentence has an end
        pieces.last().end -= text.size() - stop;
        text.truncate(stop);
        if (speaksOfTheBill(text) || (!namesATrade(text) && !has(kSince, text))) return {};
        Field field;
        field.text = field.value = text;
        field.confidence = kSure;
        for (const parties::Piece& piece : pieces) text_.place(field, piece.begin, piece.end);
        return field;
    }

    bool saysWho(const QString& text) const {
        if (has(kWeAre, text)) return true;
        for (const char* path : {"seller.name", "seller.trading_name"}) {
            const Field* field = e_.find(path);
            const QString name = field ? field->shown().section('\n', 0, 0) : QString();
            if (!name.isEmpty() && text.startsWith(name, Qt::CaseInsensitive) && has(kIsA, text.mid(name.size())))
                return true;
        }
        return false;
    }

    /// Past the first point that ends a sentence; 0: none.
    static qsizetype endOfSentence(const QString& text) {
        static const QRegularExpression form(QStringLiteral("[\\pL\\d)”\"]{2}[.!](?= |$)"),
                                             QRegularExpression::UseUnicodePropertiesOption);
        const auto match = form.match(text, kShortest);
        return match.hasMatch() ? match.capturedEnd() : 0;
    }

    int below(int at) const {
        for (int i = at + 1; i < cells_.cells().size(); ++i)
            if (cells_.cells()[i].above == at) return i;
        return -1;
    }

    const Extraction& e_;
    const PageText& text_;
    PartyPage cells_;
    QStringList names_;
};

/// What a line sells, without the date that it begins with and the number that tells it from an equal one ("(2)");
/// empty where it sells nothing: a salutation, a tax, a sum.
QString soldIn(const Field* description) {
    static const QRegularExpression around(
        QStringLiteral("^\\d{1,4}[./-]\\d{1,2}[./-]\\d{2,4}\\s+|\\s*(?:\\(\\d\\)|/ \\d)$"));
    if (!description) return {};
    const QString text = description->shown().section('\n', 0, 0).simplified().remove(around);
    const bool sells = !text.endsWith(',') && !parties::hasMoney(text) && !speaksOfTheBill(QString(text).remove('.'));
    return sells ? text : QString();
}

std::optional<Field> sold(const Extraction& e, qsizetype most) {
    QStringList all, keys;
    for (int line = 0; line < e.lineCount && all.size() < kMostSold; ++line) {
        const QString text = soldIn(e.find(linePath(line, "description")));
        if (text.isEmpty() || keys.contains(lettersAndDigits(text))) continue;
        keys += lettersAndDigits(text);
        all += text;
    }
    if (all.isEmpty()) return {};
    return madeOf(shortened("Sells: " + all.join("; "), most), "Not printed: made of the lines of this bill.");
}

}  // namespace

SelfDescription selfDescription(const Extraction& extraction, const PageText& page) {
    return page.pages.isEmpty() ? SelfDescription() : Finder(extraction, page).find();
}

std::optional<Field> description(const Extraction& extraction, const PageText& page) {
    const SelfDescription self = selfDescription(extraction, page);
    if (self.sentence) return self.sentence;
    return self.slogan ? self.slogan : sold(extraction, kLongestSentence);
}

std::optional<Field> shortDescription(const Extraction& extraction, const PageText& page) {
    const SelfDescription self = selfDescription(extraction, page);
    std::optional<Field> field = self.slogan ? self.slogan : self.sentence;
    if (!field) return sold(extraction, kShort);
    if (field->value.size() <= kShort) return field;
    field->value = shortened(field->value, kShort);
    field->status = Field::Status::Derived;
    field->note = QStringLiteral("Shortened: the page prints more.");
    return field;
}

}  // namespace floe::details
