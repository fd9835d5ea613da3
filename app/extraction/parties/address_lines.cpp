#include "app/extraction/parties/address_lines.h"

#include <QLocale>
#include <QRegularExpression>
#include <QSet>
#include <QStringList>
#include <algorithm>

#include "app/extraction/folded.h"
#include "app/extraction/parties/role_words.h"
#include "app/extraction/printed_date.h"

namespace floe::parties {

namespace {

constexpr qsizetype kLongestName = 80, kLongestLine = 110;  // characters
constexpr int kMostWords = 10;                              // of a name

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
        "lieu-dit|barrio|frazione|localita)\\b");
    return form;
}

/// Letters that stand for a country before a postal code or alone.
const char kCodes[] =
    "A|AT|B|BE|BG|CH|CY|CZ|D|DE|DK|E|EE|ES|F|FI|FL|FR|GB|GR|HR|HU|I|IE|IS|IT|L|LI|LT|LU|LV|MT|N|NL|NO|P|PL|PT|RO|S|SE|"
    "SI|SK|UK|US|USA|CA|AU|NZ|HK|IN|JP|CN|SG|BR|MX|TR|UA|RS|IL|ZA|AE";

const QRegularExpression& legalForm() {
    // Short words of capitals that can mean other things count behind a word of letters only.
    static const QRegularExpression form = pattern(
        "(?<![\\pL\\d])(?:(?:gGmbH|GmbH|GMBH|Gmbh|G\\.m\\.b\\.H\\.|Ges\\.? ?m\\.? ?b\\.? ?H\\.?|mbH|KGaA|OHG|oHG|"
        "e\\. ?K\\.|"
        "e\\. ?V\\.|GbR|GBR|PartG|Partnerschaft|haftungsbeschränkt|VVaG|a\\.G\\.|Ltd|LTD|Limited|LIMITED|LLC|L\\.L\\.C|"
        "LLP|Inc|INC|Incorporated|Corp|CORP|Corporation|PLC|plc|Plc|& Co|Pty|Pvt|Pte|SARL|S\\.A\\.R\\.L|S\\.à ?r\\.l|"
        "Sàrl|"
        "Sarl|S\\.A\\.S|SASU|EURL|E\\.U\\.R\\.L|SCOP|S\\.A|S\\.L\\.U|S\\.L\\.L|S\\.L|SLU|S\\. ?p\\. ?A|SpA|S\\.P\\.A|"
        "S\\. ?r\\. ?l\\. "
        "?s?|Srls?|S\\.R\\.L|SRL|S\\.n\\.c|S\\.N\\.C|s\\.n\\.c|s\\.r\\.l|s\\.p\\.a|S\\.a\\.s|s\\.a\\.s|"
        "B\\.V|"
        "BVBA|N\\.V|V\\.O\\.F|VOF|C\\.V|Lda|LDA|Unipessoal|Ltda|LTDA|S/A|[sS]p\\. ?z ?o\\.? ?o|SP\\. ?Z ?O\\. ?O|"
        "[Ss]półka|"
        "[sS]p\\. ?[jk]|[sS]\\.[cC]\\.|ApS|APS|A/S|I/S|Aktiebolag|Oyj?|Kft|Zrt|[sS]\\.r\\.o|[aA]\\.s|d\\.o\\.o)"
        "|(?<=\\pL\\pL |\\pL\\. )(?:AG|KG|UG|SE|eG|eK|AB|AS|ASA|HB|KB|OY|SA|SAS|SNC|SCI|SL|SPA|BV|NV|CV|LP))"
        "\\.?(?:\\)|(?![\\pL\\d]))");
    return form;
}

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
        "serbia|morocco|maroc|tunisie|algerie";
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
        "(?:stras?se|str\\.|str\\b|weg\\b|allee\\b|platz\\b|gasse\\b|ufer\\b|chaussee\\b|promenade\\b|damm\\b|"
        "\\bring\\b|"
        "straat\\b|laan\\b|plein\\b|kade\\b|gracht\\b|dijk\\b|singel\\b|dreef\\b|gatan\\b|vagen\\b|vag\\b|vej\\b|"
        "gade\\b|"
        "alle\\b|plads\\b|"
        "\\b(?:rue|avenue|ave|av|boulevard|blvd|bd|chemin|impasse|place|quai|route|cours|lieu-dit|passage|villa|street|"
        "st|road|rd|lane|ln|drive|dr|way|court|ct|square|sq|parkway|pkwy|highway|terrace|close|crescent|suite|ste|"
        "floor|"
        "building|unit|apt|calle|avenida|avda|plaza|paseo|camino|carretera|ctra|poligono|via|viale|piazza|piazzale|"
        "corso|largo|vicolo|strada|localita|rua|travessa|praca|alameda|estrada|quinta|ul|ulica|al|aleja|aleje|plac|pl|"
        "os|osiedle|am|an der|im|zum|zur)\\b\\.?|\\bc/)");
    return form;
}

bool isPostBox(const QString& text) {
    static const QRegularExpression form(
        "\\b(?:p\\.? ?o\\.? ?box|postfach|boite postale|bp \\d|apartado|casella postale|postbus|caixa postal|"
        "skrytka|boks|box \\d)");
    return matches(folded(text), form);
}

/// Without the comma that ends a line.
QString withoutEnd(const QString& text) {
    QString bare = text.trimmed();
    while (bare.endsWith(',') || bare.endsWith(';')) bare = bare.chopped(1).trimmed();
    return bare;
}

bool hasMoney(const QString& text) {
    static const QRegularExpression form = pattern("[€$£%]|\\d[.,]\\d{2}(?!\\d)|\\b(?:EUR|USD|GBP|CHF|PLN)\\b");
    return matches(text, form);
}

bool isTitle(const QString& text) {
    static const QRegularExpression form(
        "^(?:(?:tax|commercial|retail|pro ?forma|original|kopie|copie|copia|duplicat\\w*|copy|payment|sales|final|"
        "vat|your|ihre|votre|su|vostra|sammel|schluss|teil|handels|miet|bau|abschlags)[ -]?)*"
        "(?:\\w*rechnung\\w*|invoices?|bill|factures?|facturas?|fatture?|fattura|factuur|faktura|fatura|gutschrift\\w*|"
        "avoir|credit ?(?:note|memo)|nota de credito|nota di "
        "credito|creditnota|receipt|quittung|kassenbon|beleg|recibo|"
        "ricevuta|scontrino|kwit|paragon|statement|quote|quotation|estimate|devis|angebot|offerte?|order|bestellung|"
        "auftrag\\w*|lieferschein|delivery note|mahnung|reminder|kopie|copy|original|duplicate|copie|copia|page|seite|"
        "pagina|strona|simplified|rectificativa)\\b[^\\pL]*(?:\\pL{1,3}[.:]? ?)?[^\\pL]*$");
    const QString words = folded(text).trimmed();
    static const QRegularExpression numbered(
        "^(?:\\w*rechnung|invoice|bill|facture|factura|fattura|factuur|faktura|fatura|avoir|gutschrift|receipt|page|"
        "seite|pagina|strona|hal|blatt)\\b.*\\d");
    if (matches(words, form) || matches(words, numbered)) return true;
    // "Fattura di vendita", "Din faktura": a few words one of which is what the paper is.
    static const QRegularExpression kind(
        "\\b(?:\\w*rechnung|invoices?|factures?|facturas?|fatture?|fattura|\\w*factuur|faktury|\\w*faktura|fatura|"
        "rakning|"
        "regning|rekening|rachunek|wyciag|\\w*erinnerung|kontoauszug|orden de|ordine di|bon de|estado de cuenta|"
        "ricevuta|recibo|receipt|quittung|gutschrift|avoir|devis|angebot|offerte|statement|lieferschein|mahnung|mise "
        "en "
        "demeure|reminder|creditnota|kreditnota|kvittering|kvitto|aanmaning|ponaglenie|estimate|quotation|proforma)"
        "\\b");
    return words.split(' ', Qt::SkipEmptyParts).size() <= 4 && legalFormEnd(text) < 0 && matches(words, kind);
}

bool isKey(const QString& text) {
    static const QRegularExpression form(
        "(?:\\b(?:number|no|nr|num|numero|numer|nummer|date|datum|fecha|data|termin|id|ref|reference|referenz|"
        "referencia|"
        "riferimento|page|seite|pagina|total|subtotal|amount|betrag|montant|importe|importo|bedrag|kwota|sum(?:me|a)?|"
        "quantity|qty|menge|description|beschreibung|beschrijving|monat|month|mois|mes|mese|maand|miesiac|bezeichnung|"
        "designation|descripcion|descrizione|omschrijving|"
        "descricao|opis|price|preis|prix|precio|prezzo|prijs|preco|cena|unit|pos|position|item|artikel|article|"
        "articulo|articolo|"
        "tax|vat|tva|iva|btw|mwst|ust|payment|zahlung|paiement|pago|pagamento|betaling|platnosc|terms|currency|"
        "wahrung|devise|moneda|valuta|moeda|waluta|due|fallig|period|zeitraum|order|bestellung|commande|pedido|ordine|"
        "iban|bic|swift|bank details|bankverbindung|summary|details|notes?|bemerkung\\w*|information|contact|"
        "kontakt|"
        "thank|danke|vielen|merci|gracias|grazie|bedankt|dziekujemy|obrigado|delivery|lieferung|livraison|"
        "customer|kunde|client|cliente|klant|klient|account|cash|konto|bank|telefon|fax)\\b|\\w+(?:nummer|datum|nr\\.?|"
        "betrag|summe|bedingungen|"
        "zeitraum|preis|ziel|numer)\\b)");
    return matches(folded(text), form);
}

int wordsOf(const QString& text) {
    return static_cast<int>(text.split(' ', Qt::SkipEmptyParts).size());
}

bool isNameLike(const QString& text) {
    static const QRegularExpression twoLetters = pattern("\\pL.*\\pL"),
                                    sentence = pattern("(?:^| )\\p{Ll}\\pL+\\.$|[!?]$"), digits = pattern("\\d"),
                                    odd = pattern("[#:;=@<>{}\\[\\]\\\\~^]|https?|www\\.");
    if (text.size() < 2 || text.size() > kLongestName || wordsOf(text) > kMostWords) return false;
    if (!matches(text, twoLetters) || matches(text, odd) || hasMoney(text)) return false;
    if (!text[0].isLetterOrNumber() && text[0] != '"' && text[0] != QChar(0x201E) && text[0] != '\'') return false;
    const bool legal = legalFormEnd(text) > 0;
    int figures = 0, letters = 0;
    for (const QChar c : text) figures += c.isDigit(), letters += c.isLetter();
    if (figures > letters || (text[0].isDigit() && letters < 4) ||
        (figures > 0 && !legal && text[0].isDigit() && wordsOf(text) < 2))
        return false;
    if (!readDate(text).isEmpty()) return false;
    static const QRegularExpression greeting(
        "^(?:dear|sehr geehrt|guten tag|hallo|geachte|beste |madame, "
        "mons|cher|estimad|egregi|gentil|prezad|caro|szanown|"
        "hej|kara|dzien dobry|bonjour|buongiorno|hello)");
    if (!legal && matches(folded(text), greeting)) return false;
    if (!legal && text[0].isLower() && wordsOf(text) > 4) return false;
    if (!legal && matches(text, sentence) && wordsOf(text) > 3) return false;
    return legal || !isKey(text);
}

}  // namespace

qsizetype legalFormEnd(const QString& text) {
    qsizetype end = -1;
    for (auto it = legalForm().globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        if (match.capturedStart() > 1) end = match.capturedEnd();  // "Ltd" alone names nobody
    }
    return end;
}

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
    static const QString country = QString("(?:(?:%1)[- –]{1,3}|CAP )?").arg(kCodes);
    static const QRegularExpression leading(
        "^(?:.{3,60}(?:,| [·•|–-]) ?)?" + country +
            "(?:\\d{5}(?:-\\d{3,4})?(?: ?[-–,] ?| ?)(?=\\p{Lu})|\\d{4}(?: ?[-–] ?| )(?=\\p{Lu})|\\d{4} ?[A-Z]{2}[ "
            ",]+(?="
            "[\\p{Lu}'’])|\\d{2}-\\d{3},? ?(?=\\p{Lu})|\\d{4}-\\d{3},? ?(?=\\p{Lu})|\\d{3} \\d{2},? ?(?=\\p{Lu}))"
            "[\\pL'’. ()/-]{2,40}(?:\\d{1,2})?(?:,.{2,30})?$",
        QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression british =
        pattern("(?:^|[ ,])(?:GB[- ])?[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}(?:$|[ ,])");
    static const QRegularExpression american = pattern("\\pL{2}[.,]? [A-Z]{2},? \\d{5}(?:-\\d{4})?(?:$|[ ,])"),
                                    canadian = pattern("(?:^|[ ,])[A-Z]\\d[A-Z] ?\\d[A-Z]\\d(?:$|[ ,])"),
                                    australian = pattern("\\pL (?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT),? \\d{4}(?:$|[ ,])"),
                                    six = pattern("\\pL{3}(?:,| ?[-–])? ?\\d{6}(?:$|[ ,.])"),
                                    irish = pattern("(?:^|[ ,])[A-Z]\\d[\\dW] [A-Z\\d]{4}(?:$|,)");
    static const QRegularExpression house(  // "1600 Lake Parkway": a number of four digits is no code here
        "^\\d{4,5} [a-z' .]+ "
        "(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|blvd|boulevard|way|court|ct|square|sq|parkway|"
        "pkwy|highway|hwy|terrace|close|crescent)\\.?(?:$|,| (?:n|s|e|w|ne|nw|se|sw|suite|unit|apt|floor)\\b)");
    const QString bare = withoutEnd(text);
    if (matches(folded(bare), house)) return false;
    if (bare.size() > kLongestLine || bare.size() < 6 || hasMoney(bare) || bare.contains(':') || bare.contains('@'))
        return false;
    for (const QRegularExpression* form : {&leading, &british, &american, &canadian, &australian, &six, &irish})
        if (matches(bare, *form)) return !isTitle(bare);
    return false;
}

bool isBuilding(const QString& text) {
    return matches(folded(text), buildingWord()) && legalFormEnd(text) < 0;
}

bool isStreet(const QString& text) {
    static const QRegularExpression digit("\\d"),
        numberLast = pattern(
            "^\\p{Lu}[\\pL.'’ -]{2,40},? (?:[Nn]r?[.°º]? ?)?"
            "\\d{1,4}(?: ?[a-zA-Z])?(?: ?[-/–+] ?\\d{1,4} ?"
            "[a-zA-Z]?)?(?:,? [\\pL\\d.°º -]{1,20})?,?$"),
        numberFirst =
            pattern("^\\d{1,5} ?[A-Za-z]?(?: ?[-/–] ?\\d{1,4})?,? (?:bis |ter )?\\p{L}{2,}[\\pL\\d.'’, -]{1,50}$");
    static const QRegularExpression alone("^\\w+(?:stras?se|str\\.|straat|gasse|gatan)$");  // its number stands apart
    const QString bare = withoutEnd(text);
    if (bare.size() > kLongestLine || hasMoney(bare) || bare.contains(':') || bare.contains('@')) return false;
    if (isPostBox(bare) || matches(folded(bare), alone)) return true;
    static const QRegularExpression plain(
        "\\w(?:stras?se|str\\.|weg|platz|allee|gasse|straat|laan|plein|gatan|vagen)(?![a-z])");
    if (!matches(bare, digit) || (isTitle(bare) && !matches(folded(bare), plain))) return false;
    if (matches(folded(bare), streetWord()) && wordsOf(bare) <= 10) return readDate(bare).isEmpty();
    return (matches(bare, numberLast) || matches(bare, numberFirst)) && readDate(bare).isEmpty() && !isKey(bare);
}

QVector<std::pair<qsizetype, qsizetype>> partsOfAddress(const QString& text) {
    static const QRegularExpression signs(" *[·•|●∙▪] *| +[–-] +");
    QVector<std::pair<qsizetype, qsizetype>> parts;
    qsizetype from = 0;
    for (auto it = signs.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        parts.append({from, match.capturedStart()});
        from = match.capturedEnd();
    }
    parts.append({from, text.size()});
    const auto part = [&](qsizetype i) { return text.mid(parts[i].first, parts[i].second - parts[i].first); };
    if (parts.size() < 2 || parts.size() > 8 || !isStreet(part(0)) || !isTown(part(1))) return {};
    return parts;
}

bool namesIds(const QString& text) {
    static const QRegularExpression plain(
        "(?:handelsregister|registergericht|amtsgericht|geschaftsfuhr|vorstand\\b|aufsichtsrat|\\binhaber|siege social|"
        "\\bcapital\\b|registro mercantil|inscrita en|conservatoria|managing director|registered office|cap\\. ?soc|"
        "capitale sociale|\\bhr[ab]\\b|\\brcs\\b|kapital zakladowy)"),
        numbered(
            "(?:\\bu\\.?st\\.?[ -]?id|umsatzsteuer-?id|steuer-?n(?:umme)?r|st\\.?-?nr|\\bvat\\b|\\bgst(?:in)?\\b|"
            "\\bein\\b|"
            "\\btva\\b|siret|siren|\\bape\\b|\\bnaf\\b|n\\.?i\\.?f\\b|c\\.?i\\.?f\\b|p\\.? ?iva|partita iva|codice "
            "fiscale|c\\.f\\.|\\brea\\b|\\bkvk\\b|\\bbtw\\b|\\bnip\\b|regon|\\bkrs\\b|nipc|contribuinte|"
            "matricula|company (?:no|number|reg)|registered (?:in|no|number)|\\biban\\b|\\bbic\\b|swift|\\bblz\\b|"
            "\\bkto\\b|\\bmva\\b|org\\.? ?n|cvr|\\babn\\b|uid-?nr|\\bche-\\d|tax (?:id|no|number|reg))"),
        number("\\d(?:[ ./-]?\\w){4,}");
    const QString words = folded(text);
    return matches(words, plain) || (matches(words, numbered) && matches(words, number));
}

bool beginsWithSalutation(const QString& text) {
    static const QRegularExpression form(
        "^(?:herrn?|frau|familie|fam\\.|mr|mrs|ms|dr|prof|m\\.|mme|mlle|monsieur|madame|sr|sra|d\\.|don|dona|sig|"
        "sig\\.ra|"
        "dott|spett|spettabile|egr|gent|dhr|mevr|de heer|mevrouw|pan|pani|exmos?|exma|ilmo)\\b\\.?");
    return matches(folded(text).trimmed(), form);
}

bool isBankName(const QString& text) {
    static const QRegularExpression form(
        "(?:\\w*bank\\b|sparkasse|raiffeisen|volksbank|banque|credit "
        "(?:agricole|mutuel)|caisse|banco|bankia|caixa|banca|"
        "cassa di|rabobank|\\bing\\b|postbank|barclays|hsbc|lloyds)");
    return matches(folded(text), form);
}

LineKind kindOfLine(const QString& text) {
    static const QRegularExpression email("[^\\s@]+@[^\\s@]+\\.[a-z]{2,}", QRegularExpression::CaseInsensitiveOption),
        website("(?:https?://|\\bwww\\.)", QRegularExpression::CaseInsensitiveOption),
        phone(
            "^(?:\\W*\\b(?:tel|fon|fax|phone|mobil|mobile|handy|telefon|telephone|telefono|telefoon|telefone|"
            "telecopie|tlf|gsm|t|f|m)\\b[^\\pL]*|[+(0][\\d ()/.-]{6,})$"),
        person(
            "^(?:c/o|z\\. ?hd|zu handen|zhd\\b|attn|attention\\b|att\\.|t\\.? ?a\\.? ?v|ter attentie|a l.?attention|"
            "a la atencion|a/a\\b|all.?att|c\\.a\\.|alla c|a/c\\b|ao cuidado|aos cuidados|do rak|care of|f\\.a\\.o)"),
        salutation(
            "^(?:herrn?|frau|firma|familie|eheleute|mr|mrs|ms|messrs|m|mme|monsieur|madame|m\\.? et mme|sr|sra|"
            "sres|senor|senora|sig|sig\\.ra|signor|signora|spett|spettabile|spett\\. ?le|dhr|de heer|mevr|"
            "mevrouw|"
            "pan|pani|panstwo|exmos?(?:\\.?\\(?s\\)?)?\\.? srs?(?:\\.?\\(?s\\)?)?|an|an die|a)\\.?,?$");
    const QString bare = text.simplified(), words = folded(bare);
    if (bare.isEmpty()) return LineKind::Other;
    if (matches(bare, email)) return LineKind::Email;
    if (matches(bare, website)) return LineKind::Website;
    if (matches(words, salutation)) return LineKind::Salutation;
    if (matches(words, person)) return LineKind::Person;
    if (isCountry(bare)) return LineKind::Country;
    if (matches(words, phone)) return LineKind::Phone;
    if (isTown(bare)) return LineKind::Town;
    const bool legal = legalFormEnd(bare) > 0;
    if (namesIds(bare) && !(legal && isNameLike(bare) && !bare.contains(QRegularExpression("\\d{4}"))))
        return LineKind::Id;
    if (!legal && isStreet(bare)) return LineKind::Street;
    if (roleOf(bare).role != Role::None && roleOf(bare).length == bare.size()) return LineKind::Key;
    if (bare.endsWith(':')) return LineKind::Key;
    if (isTitle(bare)) return isKey(bare) ? LineKind::Key : LineKind::Title;
    if (isNameLike(bare)) return LineKind::Name;
    return isKey(bare) ? LineKind::Key : LineKind::Other;
}

}  // namespace floe::parties
