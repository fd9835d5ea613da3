#include "app/extraction/parties/address_lines.h"

#include <QRegularExpression>
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

qsizetype legalFormEnd(const QString& text) {
    qsizetype end = -1;
    for (auto it = legalForm().globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        if (match.capturedStart() > 1) end = match.capturedEnd();  // "Ltd" alone names nobody
    }
    return end;
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
