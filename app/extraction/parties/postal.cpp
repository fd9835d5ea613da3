// Streets, towns and countries by their shape.
#include <QLocale>
#include <QRegularExpression>
#include <QSet>
#include <QStringList>
#include <algorithm>

#include "app/extraction/folded.h"
#include "app/extraction/parties/address_lines.h"
#include "app/extraction/printed_date.h"

namespace floe::parties {

namespace {

constexpr qsizetype kLongestLine = 110;  // characters

QRegularExpression pattern(const char* text) {
    return QRegularExpression(QString::fromUtf8(text), QRegularExpression::UseUnicodePropertiesOption);
}

bool matches(const QString& text, const QRegularExpression& form) {
    return form.match(text).hasMatch();
}

/// "Pike Tower", "Edificio Sol": a part of an address that looks like a name.
const QRegularExpression& buildingWord() {
    static const QRegularExpression form(
        "\\b(?:tower|center|centre|centrum|house|building|haus|hof|gebaude|edificio|edificio|residence|residencia|"
        "immeuble|batiment|bat\\.?|gebouw|toren|palazzo|torre|business park|industrial estate|gewerbepark|zone "
        "(?:industrielle|artisanale)|poligono|hus|budynek|park|level|floor|etage|suite|unit|apt|c/o|"
        "hinterhaus|rectory|farm|cottage|lodge|mews|gardens|yard|works|estate|lane|road|street|close|chalet|quartier|"
        "bygning|etasje|vaning|trapphus|opgang|andar|piso|planta|piano|verdieping|pietro|stock|stiege|scala|aufgang|"
        "lieu-dit|barrio|frazione|localita)\\b");
    return form;
}

/// Letters that stand for a country before a postal code or alone.
const char kCodes[] =
    "A|AT|B|BE|BG|CH|CY|CZ|D|DE|DK|E|EE|ES|F|FI|FL|FR|GB|GR|HR|HU|I|IE|IS|IT|L|LI|LT|LU|LV|MT|N|NL|NO|P|PL|PT|RO|S|SE|"
    "SI|SK|UK|US|USA|CA|AU|NZ|HK|IN|JP|CN|SG|BR|MX|TR|UA|RS|IL|ZA|AE";

const QSet<QString>& countries() {
    static const QString names =
        "germany|deutschland|allemagne|alemania|germania|duitsland|alemanha|niemcy|france|frankreich|francia|frankrijk|"
        "franca|francja|spain|spanien|espagne|espana|spagna|spanje|espanha|hiszpania|italy|italien|italie|italia|"
        "wlochy|"
        "netherlands|the netherlands|niederlande|pays-bas|paises bajos|paesi bassi|nederland|paises baixos|holandia|"
        "holland|poland|polen|pologne|polonia|polska|portugal|portogallo|portugalia|austria|osterreich|autriche|"
        "oostenrijk|switzerland|schweiz|suisse|suiza|svizzera|zwitserland|suica|szwajcaria|belgium|belgien|belgique|"
        "belgica|belgio|belgie|belgia|luxembourg|luxemburg|luxemburgo|lussemburgo|united kingdom|uk|great britain|"
        "england|scotland|wales|northern ireland|grossbritannien|grosbritannien|vereinigtes konigreich|royaume-uni|"
        "reino unido|regno unito|verenigd koninkrijk|wielka brytania|ireland|irland|irlande|irlanda|ierland|irlandia|"
        "united states|united states of america|usa|u.s.a.|etats-unis|estados unidos|stati uniti|verenigde staten|"
        "stany zjednoczone|canada|kanada|australia|australien|new zealand|denmark|danmark|danemark|dinamarca|"
        "danimarca|denemarken|sweden|sverige|schweden|suede|suecia|svezia|zweden|szwecja|norway|norge|norwegen|finland|"
        "suomi|finnland|czech republic|czechia|cesko|ceska republika|tschechien|slovakia|slovensko|slovenia|hungary|"
        "magyarorszag|ungarn|romania|rumanien|bulgaria|croatia|hrvatska|greece|griechenland|turkey|turkiye|india|china|"
        "japan|singapore|hong kong|brazil|brasil|brasilien|mexico|argentina|colombia|chile|peru|israel|"
        "united arab emirates|south africa|liechtenstein|monaco|malta|cyprus|estonia|latvia|lithuania|iceland|ukraine|"
        "serbia|morocco|maroc|tunisie|algerie|"
        "tyskland|frankrig|frankrike|spanien|italien|storbritannien|polen|ostrig|osterrike|schweiz|nederlandene|"
        "holland|"
        "belgien|norge|sverige|danmark|finland|suecia|noruega|finlandia|irlanda|szwecja|dania|norwegia|austria|grecia|"
        "czechy|slowacja|wegry|republik indien|bharat|eire";
    static const QStringList list = names.split('|');
    static const QSet<QString> all = [] {
        QSet<QString> known(list.begin(), list.end());
        for (const QLocale& locale :
             QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyCountry)) {
            known.insert(folded(QLocale::countryToString(locale.country())));
            known.insert(folded(locale.nativeCountryName()));
        }
        known.remove({});
        return known;
    }();
    return all;
}

/// Words that name streets, whole or at the end of a word ("Bahnhofstr.").
const QRegularExpression& streetWord() {
    static const QRegularExpression form(
        "(?:stras?se|str\\.|str\\b|weg\\b|allee\\b|platz\\b|gasse\\b|ufer\\b|chaussee\\b|promenade\\b|damm\\b|steig\\b|"
        "\\bring\\b|"
        "straat\\b|laan\\b|plein\\b|kade\\b|gracht\\b|dijk\\b|singel\\b|dreef\\b|steeg\\b|"
        "gatan?\\b|vagen\\b|vag\\b|[a-z]grand\\b|stigen\\b|torget\\b|veien\\b|vei\\b|vej\\b|vejen\\b|gade\\b|stræde\\b|"
        "vænget\\b|"
        "alle\\b|plads\\b|torv\\b|stien\\b|"
        "\\b(?:rue|avenue|ave|av|boulevard|blvd|bd|chemin|impasse|place|quai|route|cours|lieu-dit|passage|villa|street|"
        "st|road|rd|lane|ln|drive|dr|way|court|ct|square|sq|parkway|pkwy|highway|terrace|close|crescent|suite|ste|"
        "floor|parade|grove|hill|wharf|mews|trail|loop|circle|cir|"
        "building|unit|apt|flat|plot|sector|marg|nagar|chowk|z\\.?a\\.?|z\\.?i\\.?|z\\.?a\\.?c\\.?|zone|allees?|cite|"
        "sentier|"
        "calle|avenida|avda|plaza|plazuela|paseo|camino|carretera|ctra|poligono|urbanizacion|glorieta|ronda|rambla|"
        "calzada|via|viale|piazza|piazzale|piazzetta|"
        "corso|largo|vicolo|strada|localita|contrada|borgo|zona|rua|travessa|praca|alameda|estrada|rodovia|beco|quinta|"
        "ul|ulica|al|aleja|aleje|plac|pl|rynek|"
        "os|osiedle|am|an der|auf dem|auf der|in der|im|unter den|zum|zur)\\b\\.?|\\bc/)");
    return form;
}

bool isPostBox(const QString& text) {
    static const QRegularExpression form(
        "\\b(?:p\\.? ?o\\.? ?box|postfach|boite postale|bp \\d|cs \\d{5}|apartado|apdo|casella postale|postbus|caixa "
        "postal|skrytka|skr\\. ?poczt|(?:post)?boks \\d|(?:post)?box \\d)");
    return matches(folded(text), form);
}

/// Without the comma that ends a line.
QString withoutEnd(const QString& text) {
    QString bare = text.trimmed();
    while (bare.endsWith(',') || bare.endsWith(';')) bare = bare.chopped(1).trimmed();
    return bare;
}

}  // namespace

bool isCountry(const QString& text) {
    static const QRegularExpression code = pattern(QByteArray("^(?:") + kCodes + ")$"), parts("[/(),]");
    const QString bare = text.trimmed();
    if (bare.size() > 1 && matches(bare, code)) return true;
    const QStringList names = folded(bare).split(parts, Qt::SkipEmptyParts);
    return !names.isEmpty() && std::all_of(names.begin(), names.end(), [](const QString& name) {
        return countries().contains(name.simplified()) || name.trimmed().isEmpty();
    });
}

bool isTown(const QString& text) {
    static const QString country = QString("(?:(?:%1)[- –]{1,3}|CAP |CEP:? |C\\.? ?P\\.? |CP )?").arg(kCodes);
    static const QRegularExpression leading(
        "^(?:.{3,60}(?:,| [·•|–-]) ?)?" + country +
            "(?:\\d{5}(?:-\\d{3,4})?(?: ?[-–,] ?| ?)(?=\\p{Lu})|\\d{4}(?: ?[-–] ?| )(?=\\p{Lu})|\\d{4} ?[A-Z]{2}[ "
            ",]+(?="
            "[\\p{Lu}'’])|\\d{2}-\\d{3},? ?(?=\\p{Lu})|\\d{4}-\\d{3},? ?(?=\\p{Lu})|\\d{3} \\d{2},? ?(?=\\p{Lu}))"
            "[\\pL'’. ()/-]{2,40}(?:\\d{1,2})?(?:,.{2,30})?$",
        QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression british =
        pattern("(?:^|[ ,])(?:GB[- ])?[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}(?:$|[ ,])");
    static const QRegularExpression brazilian = pattern("\\pL ?[-–/] ?[A-Z]{2},? (?:CEP:? ?)?\\d{5}-\\d{3}$"),
                                    baltic = pattern("\\pL{3},? (?:LV|LT|MD|AZ|SI|HR)-\\d{4,5}$");
    static const QRegularExpression american = pattern("\\pL{2}[.,]? [A-Z]{2},? \\d{5}(?:-\\d{4})?(?:$|[ ,])"),
                                    canadian = pattern("(?:^|[ ,])[A-Z]\\d[A-Z] ?\\d[A-Z]\\d(?:$|[ ,])"),
                                    australian = pattern("\\pL (?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT),? \\d{4}(?:$|[ ,])"),
                                    six = pattern("\\pL{3}(?:,| ?[-–])? ?\\d{3} ?\\d{3}(?:$|[ ,.])"),
                                    irish = pattern("(?:^|[ ,])[A-Z]\\d[\\dW] [A-Z\\d]{4}(?:$|,)");
    static const QRegularExpression house(  // "1600 Lake Parkway": a number of four digits is no code here
        "^\\d{4,5} [a-z' .]+ "
        "(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|blvd|boulevard|way|court|ct|square|sq|parkway|"
        "pkwy|highway|hwy|terrace|close|crescent)\\.?(?:$|,| (?:n|s|e|w|ne|nw|se|sw|suite|unit|apt|floor)\\b)");
    const QString bare = withoutEnd(text);
    if (matches(folded(bare), house)) return false;
    if (bare.size() > kLongestLine || bare.size() < 6 || hasMoney(bare) || bare.contains(':') || bare.contains('@'))
        return false;
    for (const QRegularExpression* form :
         {&leading, &british, &american, &canadian, &australian, &six, &irish, &brazilian, &baltic})
        if (matches(bare, *form)) return !isTitle(bare);
    return false;
}

bool isBuilding(const QString& text) {
    return matches(folded(text), buildingWord()) && legalFormEnd(text) < 0;
}

bool isStreet(const QString& text) {
    // A house, with its letter, the last of several, and what within it is meant ("12b", "3-5", "lot 7", "#6", "4/12").
    static const QString unit(
        "(?:[Nn]r?[.°º]? ?|[Nn]o\\.? ?|#|(?:lot|lote|lotto|nave|local|loja|lokal|unit|halle?|hal|hall|stand|plot|blok|"
        "block|bloco|bloque|parcela|parcelle|km|int|scala|box|port|opg)\\.? )"),
        house("\\d{1,4}(?: ?[-/]? ?[a-zA-Z](?!\\pL))?(?: ?[-/–+] ?\\d{1,4} ?[a-zA-Z]?)?");
    static const QRegularExpression digit("\\d"),
        numberLast("^\\p{Lu}[\\pL.'’ -]{2,40},? " + unit + "?" + house + "(?:,? [\\pL\\d.,°ºª#/ -]{1,24})?,?$",
                   QRegularExpression::UseUnicodePropertiesOption),
        numberFirst =
            pattern("^\\d{1,5} ?[A-Za-z]?(?: ?[-/–] ?\\d{1,4})?,? (?:bis |ter )?\\p{L}{2,}[\\pL\\d.'’,# -]{1,50}$");
    static const QRegularExpression alone("^\\w+(?:stras?se|str\\.|straat|gasse|gatan)$");  // its number stands apart
    const QString bare = withoutEnd(text);
    if (bare.size() > kLongestLine || hasMoney(bare) || bare.contains(':') || bare.contains('@')) return false;
    if (isPostBox(bare) || matches(folded(bare), alone)) return true;
    static const QRegularExpression plain(
        "\\w(?:stras?se|str\\.|weg|platz|allee|gasse|straat|laan|plein|gatan|vagen)(?![a-z])");
    if (!matches(bare, digit) || (isTitle(bare) && !matches(folded(bare), plain))) return false;
    constexpr int kMostWords = 10;
    if (matches(folded(bare), streetWord()) && bare.split(' ', Qt::SkipEmptyParts).size() <= kMostWords)
        return readDate(bare).isEmpty();
    return (matches(bare, numberLast) || matches(bare, numberFirst)) && readDate(bare).isEmpty() && !isKey(bare);
}

namespace {

using Range = std::pair<qsizetype, qsizetype>;

/// What commas, points and strokes divide.
struct Parts {
    QVector<Range> all;
    QVector<bool> commaBefore;
};

Parts divided(const QString& text) {
    static const QRegularExpression signs("([,;])\\s+|\\s*[·•|●∙▪■♦⋅|]\\s*|\\s+[–—-]\\s+|\\t+");
    Parts parts;
    qsizetype from = 0;
    bool comma = false;
    const auto take = [&](qsizetype to) {
        if (to > from) parts.all.append({from, to}), parts.commaBefore.append(comma);
    };
    for (auto it = signs.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        take(match.capturedStart());
        from = match.capturedEnd();
        comma = !match.captured(1).isEmpty();
    }
    take(text.size());
    return parts;
}

/// Whether a street goes on behind a comma: "10, rue du Lac", "Via Roma, 7", "Unit 3, Kiln Yard".
bool streetGoesOn(const QString& street, const QString& next) {
    static const QRegularExpression unit(
        "^(?:unit|suite|flat|apt|plot|shop|no|lot|lote|nave|halle|hal|box)\\b[^a-z]*\\d",
        QRegularExpression::CaseInsensitiveOption),
        letter = pattern("\\pL{2}"), number("\\d"), capital = pattern("^\\p{Lu}");
    static const QRegularExpression building(
        "^(?:building|bldg|batiment|bat|edificio|edif|gebaude|immeuble|tower|residence|\\S+ (?:floor|etage|verdieping|"
        "piano|piso|andar|stock|tower|house|building))\\b");
    if (matches(folded(street), building)) return !isStreet(next);
    if (!matches(street, letter) || matches(street, unit) || !isStreet(street)) return true;
    return matches(next, number) || !matches(next, capital);
}

}  // namespace

QVector<std::pair<qsizetype, qsizetype>> partsOfAddress(const QString& text) {
    constexpr qsizetype kMostBefore = 5, kMostParts = 12;
    const Parts parts = divided(text);
    const auto words = [&](const Range& range) {
        return text.mid(range.first, range.second - range.first).simplified();
    };
    if (parts.all.size() < 2 || parts.all.size() > kMostParts) return {};
    QVector<Range> lines;
    qsizetype at = 0;
    for (; at < parts.all.size() && at <= kMostBefore; ++at) {
        const Range part = parts.all[at];
        if (at > 0 && isTown(words(part))) break;
        if (at > 0 && parts.commaBefore[at] && !lines.isEmpty() && !isStreet(words(parts.all[at - 1])) &&
            isTown(words({parts.all[at - 1].first, part.second})))
            break;
        if (!lines.isEmpty() && parts.commaBefore[at] && streetGoesOn(words(lines.last()), words(part)))
            lines.last().second = part.second;
        else
            lines.append(part);
    }
    if (at >= parts.all.size() || at > kMostBefore) return {};
    Range town = parts.all[at];
    if (!isTown(words(town))) {  // "Macon, GA 31201"
        town.first = parts.all[at - 1].first;
        if (lines.last().first == town.first)
            lines.removeLast();
        else
            lines.last().second = parts.all[at - 2].second;
    }
    static const QRegularExpression state("^[A-Z]{2}$");
    if (at + 1 < parts.all.size() && !parts.commaBefore[at + 1] && matches(words(parts.all[at + 1]), state) &&
        isTown(words({town.first, parts.all[at + 1].second})))
        town.second = parts.all[++at].second;  // "60060-170 Fortaleza - CE"
    if (std::none_of(lines.begin(), lines.end(), [&](const Range& line) { return isStreet(words(line)); })) return {};
    lines.append(town);
    for (++at; at < parts.all.size(); ++at) lines.append(parts.all[at]);
    return lines;
}

}  // namespace floe::parties
