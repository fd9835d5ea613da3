#include "app/extraction/table/table_labels.h"

#include <QRegularExpression>
#include <QStringList>
#include <QVector>

namespace floe::table {

namespace {

const char kCurrency[] = "(?:eur|euro|euros|usd|gbp|chf|pln|zl|sek|dkk|nok|kr|€|\\$|£)";
const char kTaxWord[] =
    "(?:vat|tax(?:es)?|gst|hst|mwst|m\\.w\\.st|ust|u\\.st|umsatzsteuer|mehrwertsteuer|steuer|st|tva|taxes?|iva|btw|"
    "moms|"
    "impuestos?|imposto|podatku|podatek)\\.?";

struct Labels {
    Column column;
    QRegularExpression pattern;
};

Labels labels(Column column, const QString& words) {
    return {column, QRegularExpression("^(?:" + words + ")$")};
}

/// The first that matches decides, so the special stand above the general.
const QVector<Labels>& columnLabels() {
    const QString tax(kTaxWord), money(kCurrency);
    static const QVector<Labels> all{
        labels(
            Column::TaxBase,
            "(?:(?:tax|vat|steuer|mwst|ust) ?-?)?(?:base|basis(?:betrag)?|bemessungs(?:grundlage|basis)|grundbetrag)|"
            "taxable (?:amount|value|base)|(?:base|montant) (?:imponible|imposable|ht taxable)|imponibile|"
            "base (?:h\\.?t\\.?|imposable)|steuerbasis ?betrag|basismenge|maatstaf.*|grondslag|base de calculo"),
        labels(Column::TaxAmount,
               "(?:montant|importe?o?|importe|valor|kwota|bedrag|amount|sum|total)s? (?:de |di |da |do |of |the |la "
               "|l')*" +
                   tax + "|" + tax +
                   "[ -]*(?:amount|betrag|montant|bedrag|kwota|total|sum|-betrag)(?: .*)?|"
                   "steuerbetrag|mwst-?betrag|ust-?\\.? ?-?betrag|(?:kwota|wartosc) vat|momsbelopp|momsbelob|cuota(?: "
                   "iva)?|"
                   "imposta"),
        labels(Column::TaxRate,
               "(?:%|taux|tipo|aliquota|stawka|tasa|rate|satz|aliq\\.?|procent)? ?(?:de |di |da |d')*" + tax +
                   "(?: ?-?(?:rate|satz|%|in %|\\(%\\)|\\[%\\]|tarief|code|cod|kl|schlussel|\\.%|sats|tarif))*\\.?|"
                   "steuersatz(?: ?[(\\[]?%[)\\]]?)?|(?:mwst|ust)\\.?-?satz|taux|aliquota|stawka(?: vat)?|tipo|"
                   "tax ?\\(?%\\)?|% ?" +
                   tax + "|btw ?-?(?:tarief|perc(?:entage)?\\.?|%)|cod\\.? iva|code tva"),
        labels(
            Column::Position,
            "pos(?:ition|it|no|nr)?[.:]*(?: ?-?(?:nr|no)\\.?)?|lp\\.?|l\\.p\\.|#|no\\.?|nr\\.?|n[°ºo]\\.?|item no\\.?|"
            "line(?: no\\.?)?|ligne|zeile|linea|riga|regel|lfd\\.? ?(?:nr\\.?)?|sr\\.? ?(?:no\\.?)?|s\\.?no\\.?|sl\\.?|"
            "rad|poz\\.?|pozycja"),
        labels(
            Column::ItemCode,
            "(?:art(?:ikel|icle|iculo|icolo|igo)?|item|product|produkt|produit|prod|material|mat|teile|part|stock|cod|"
            "varu|vare|waren)?[. -]*(?:nummer|nr|no|number|num|numero|code|kode|codigo|codice|id|#|n[°º])\\.?"
            "(?:[ -].*)?|"
            "art[.-]*nr.*|(?:code|cod|ref|kod|codigo|codice)\\.?(?: (?:article|articulo|articolo|art|artigo|produit|"
            "producto|prodotto|produto|towaru))?\\.?|reference|referencia|referenz|riferimento|ref[.:]*|sku|ean|gtin|"
            "indeks|symbol|artikelnr\\.?|(?:artikel|produkt|bestell|material)(?:nummer|-?nr\\.?|code)|best\\.?-?nr\\.?|"
            "hsn(?:/sac)?|pkwiu"),
        labels(
            Column::Description,
            ".*\\b(?:descri\\w*|beschreibung\\w*|bezeichnung\\w*|designation|libelle|descripcion|concepto|omschrijving|"
            "opis|nazwa|denomina\\w*|particulars)\\b.*|"
            "(?:item|product|service|position|leistung|artikel|article|produkt|produit|articulo|producto|prodotto|"
            "articolo|"
            "produto|artigo|towar|usluga|dienst|prestation|detalle|details?|text|titel|title|name|bennamning|"
            "beskrivelse|"
            "beskrivning|benamning|specification|spezifikation|gegenstand|ware|waren|activity|task|work|vare|vara|"
            "product ?name|beskriv\\w*|prestazione|servizio|servicio|servico|conceito|detalhes?|dettaglio|product)"
            "(?:s|en|e|n|er|i|os|as)?(?: ?(?:/|&|and|und|et|y|e|en|oder|or|lub|i) ?\\w+)*|goods(?: ?(?:and|or|/) "
            "?\\w+)*|"
            "art der leistung|(?:products?|items?|services?) ?[/(].*|leistungs?(?:text|beschreibung|art)|"
            "charge(?:s| type)?|artikeltext|.*rodzaj.*|\\w+/(?:beschreibung|bezeichnung|description)"),
        labels(Column::Discount,
               "(?:%|in %)? ?(?:rab(?:att|at)?|disc(?:ount|t)?|rem(?:ise)?|nachlass|abschlag|desc(?:uento|onto)?|dto|"
               "sconto|sc|korting|upust|reduction|rebate)s?[. ]*(?:[(\\[]?(?:%|in %|" +
                   money + ")[)\\]]?)?"),
        labels(
            Column::Quantity,
            "(?:qty|quantity|quantities|quant|menge|anzahl|qte|quantite|cant|cantidad|hoeveelheid|kvantitet|kvantum|"
            "quantita|qta|q\\.ta|aantal|ilosc|"
            "quantidade|qtd|qtde|hours|stunden|std|antal|stuck|stk|units?|nombre|nbre|nb|uds|unidades|heures|horas|ore|"
            "uren|godziny|tage|days|jours|pieces|pcs|stuckzahl|hrs|mange|szt|ilosc szt|amount of|verbrauch|usage|"
            "consumption|consommation|consumo|verbruik|kwh)[.:]*(?: ?[/(\\[].*| "
            "(?:billed|ordered|shipped|delivered))?"),
        labels(Column::Unit,
               "(?:unit|uom|u\\.?m\\.?|einheit|einh|me|unite|unidad|unita|u\\.m|eenheid|jm|j\\.m|jedn|unidade|un|enhet|"
               "enhed|"
               "mengeneinheit|unit of measure|j\\. ?miary|miara|ud)\\.?"),
        labels(
            Column::GrossAmount,
            "(?:.*\\b(?:brutto|gross|ttc|t\\.t\\.c)\\b.*(?:total|amount|betrag|montant|wert|wartosc|summe|preis "
            "gesamt)?|"
            "(?:total|montant|prix|prijs|prezzo|importe|amount|price|gesamt\\w*|betrag|totale|totaal|valor|bedrag) .*"
            "(?:incl|inkl|ttc|con|c/|z|com|with|mit)\\.? ?(?:" +
                tax +
                ")?|bruttobetrag|bruttowert|bruttosumme|"
                "gesamtbrutto|wartosc brutto)"),
        labels(Column::UnitPrice,
               "(?:.*(?:unit ?-?price|price (?:per|/|each)|einzelpreis|stuckpreis|preis ?(?:/|pro|je)|prix "
               "(?:unit|u\\.|/)|"
               "precio (?:unit|un|/|ud)|prezzo (?:unit|/)|p\\.? ?(?:u|un|unit)\\b|prijs "
               "(?:per|/)|stuksprijs|eenheidsprijs|"
               "cena (?:jedn|netto|brutto|za)|cena|preco (?:unit|un)|einheitspreis|ep\\b|e-preis|unitario|unitaire|"
               "a-?pris|pris (?:per|pr)|stykpris|enhetspris|unit cost|unit rate|vk-?preis|nettopreis|bruttopreis|"
               "netto-?preis|netto-?einzel\\w*|stundensatz|tarif|hourly).*)|"
               "(?:price|preis|prix|precio|prezzo|prijs|preco|pris|rate|cost|satz|tarief|tariffa|tarifa|kurs)"
               "(?: ?[(\\[/]?(?:in )?(?:" +
                   money + "|ht|h\\.t|net(?:to)?|excl\\.?.*|w/o.*|ohne.*|zzgl.*|je.*|pro.*)?[)\\]]?)?"),
        labels(
            Column::Amount,
            "(?:(?:line|net(?:to)?|zeilen|positions?|pos|gesamt|sub|item|ext(?:ended)?|total|rechnungs|einzel|waren|"
            "leistungs|summen|brutto)?[ -]*"
            "(?:total|amount|betrag|summe|gesamt|price|preis|sum|wert|value)|"
            "total(?:e|en|i|t|preis|betrag)?|totaal|montant|importe?|importo|imp\\.|bedrag|valor|wartosc|kwota|betrag|"
            "belopp|belob|summa|gesamt(?:preis|betrag|summe|netto)?|g-preis|gp|entgelt|prix(?: total)?|precio|prezzo|"
            "prijs|preco|netto|net|subtotal|sous-?total|subtotaal|charges?|cost|gesamtpreis|preis gesamt|warenwert|"
            "price|i alt|ialt|pris|fee|honorar|umsatz|totalt|razem|price w/o tax|extension)"
            "[.:]*(?: ?(?:total|gesamt|netto|net|ht|h\\.t\\.?|line|de ligne|ligne|parcial|riga|"
            "(?:[(\\[]?(?:in |en )?" +
                money +
                "[)\\]]?)|"
                "(?:(?:excl?|ohne|hors|sin|senza|sem|bez|zonder|w/o|ex|exkl|uden|before|without)[.]? ?" +
                tax + ")|(?:h\\.?t\\.?va)|[(\\[].{1,14}[)\\]]))*"),
        labels(Column::Date,
               "(?:date|datum|fecha|data|dato|dt|day|tag|jour|zeitraum|period|periode|periodo|leistungs?(?:datum|"
               "zeitraum)|"
               "service date|von|bis|from|to)(?: of service)?"),
    };
    return all;
}

QString joined(QString text) {
    text.replace(QRegularExpression("(?<=\\pL)- (?=\\pL)"), "");
    return text.simplified();
}

const QRegularExpression& sumWord() {
    static const QRegularExpression word(
        "^(?:sub-?total[a-z]*|total[a-z]*|tot|sum|sums|summe|summen|suma|summa|somme|totaal|totaux|net|netto|nett|"
        "brutto|gross|"
        "amount|balance|due|tax|taxes|vat|gst|hst|pst|tva|iva|igic|btw|moms|mwst|ust|m\\.w\\.st|imponible|imposable|"
        "razem|podatek|impuestos?|"
        "imposto|[a-z]*(?:summe|betrag|wert|total|totalen|steuer|steuern)|betrag|imponibile|imposta|montant|importe|"
        "importo|"
        "bedrag|valor|kwota|wartosc|belopp|gesamt[a-z]*|rest[a-z]*|saldo|solde|paid|payments?|zahlung(?:en)?|anzahlung("
        "?:en)?|"
        "bezahlt|gezahlt|acompte|pagado|pagato|betaald|pago|reste|zahlbar|payable|outstanding|a|zu|zahlen|ttc|ht|t\\."
        "t\\.c|"
        "h\\.t|base|subtotaal|sous-total|do|zaplaty|betale|betala|att|tax-?total|net-?total|warenwert|deposit|"
        "nettobetrag|nettosumme|zwischensumme|delsumma?|positionssumme|umsatzsteuer|mehrwertsteuer|alt)$");
    return word;
}

const QRegularExpression& fillWord() {
    static const QRegularExpression word(
        "^(?:the|of|on|for|this|in|incl|inkl|including|excl|exkl|excluding|before|after|with|without|ohne|mit|zzgl|"
        "zuzuglich|"
        "abzgl|inklusive|exklusive|plus|und|and|der|die|das|des|dem|auf|von|vom|fur|aller|all|hors|sans|avec|de|du|la|"
        "le|les|l|"
        "d|sur|sin|con|del|el|los|di|da|della|dell|su|senza|excl|exclusief|inclusief|zonder|van|het|te|sem|com|e|i|z|"
        "bez|od|"
        "grand|invoice|bill|order|rechnung|rechnungs|facture|factura|fattura|factuur|fatura|faktura|faktury|now|is|"
        "rate|"
        "satz|eur|euro|euros|usd|gbp|chf|pln|zl|sek|dkk|kr|items|lines|positions|positionen|geleistete|erhaltene|"
        "received|"
        "en|ex|er|already|bereits|deja|total|general|generale|geral|final|your|ihr|ihre|amounts|currency|waehrung|"
        "wahrung|"
        "general|parcial|x|s|inc|at|by|reduced|normal|ermassigt|standard|y|ou|o|ej|date|to|be|pay|per|pr|"
        "hovedsum|merce|merci|goods|marchandises|mercancias|ware|waren|lines|articles|articoli|artikel|services|"
        "collectee|ventes?|collected|discount|rabatt)$");
    return word;
}

}  // namespace

Column columnOf(const QString& folded) {
    static const QRegularExpression around("^[\\s:.;|*_-]+|[\\s:;|*_-]+$");
    const QString text = joined(QString(folded).remove(around));
    if (text.isEmpty() || text.size() > 60) return Column::Other;
    for (const Labels& one : columnLabels())
        if (one.pattern.match(text).hasMatch()) return one.column;
    return Column::Other;
}

bool isDescription(const QString& folded) {
    static const QRegularExpression words(
        "\\b(?:descri|beschreibung|bezeichnung|designation|libelle|concepto|omschrijving|opis|nazwa|denomina|title|"
        "titel|"
        "beskriv|benamning|text|details?)");
    return words.match(folded).hasMatch();
}

bool namesSum(const QString& folded) {
    static const QRegularExpression words(
        "(?:total|totaal|summe|suma|summa|betrag|bedrag|razem|subtotaal|balance|due)");
    return words.match(folded).hasMatch();
}

bool isHeadWord(const QString& folded) {
    static const QRegularExpression more(
        "^(?:unitaire|unitario|unit|per|pro|je|ohne|excl?|exkl|incl?|inkl|hors|sin|senza|sem|bez|zonder|mit|w/"
        "o|ht|ttc|h\\.t|"
        "t\\.t\\.c|net|netto|brutto|gross|price|preis|prix|precio|betrag|tax|mwst|ust|vat|tva|iva|btw|eur|usd|gbp|chf|"
        "pln|sek|"
        "dkk|euro|kunde|lief|lieferant|art|gtin|kategorie|in|de|la|of|the|total|gesamt|einzel|einzeln|zzgl|positions|"
        "nr|no|"
        "number|nummer|qty|date|datum|periode|period|zeitraum|rate|percent|amount|value|wert|jedn|miary|stuck|"
        "unita|unidad|w|mies|code|description|disc|and|und|et|y|/|&|%|line|per|ordered|shipped)$");
    static const QRegularExpression around("^[(\\[:.;|*]+|[)\\]:.;,|*-]+$");
    if (columnOf(folded) != Column::Other) return true;
    const QString bare = QString(folded).remove(around);
    return bare.isEmpty() || columnOf(bare) != Column::Other || more.match(bare).hasMatch();
}

RowLabel rowLabelOf(const QString& folded) {
    static const QRegularExpression carried(
        "(?:carried|brought) (?:forward|over)|ubertrag|^a reporter\\b|^report(?: |$)(?:de la page|page|$)|riporto|a "
        "riportare|"
        "suma y sigue|suma anterior|te transporteren|^transport(?:$| )|przeniesieni|^a transportar|^transporte$|"
        "continued on|overfort|overforing");
    static const QRegularExpression subtotal(
        "^(?:sub-? ?total\\w*|zwischen-?summe|sous-? ?total\\w*|total parcial|suma "
        "czesciowa|delsumma?|delsum|parcial)\\b|"
        "^(?:summe|total|sum|somme|suma|totale|totaal)(?: \\w+)? "
        "(?:section|titel|title|abschnitt|los|gruppe|group|page|"
        "seite|kapitel|bereich|part|chapitre|lot|seccion|sezione|pagina|strona)\\b");
    static const QRegularExpression extra(
        "^\\W*(?:zu-?schlag|ab-?schlag|surcharge|allowance|discount|rabatt|nachlass|remise|rabais|escompte|descuento|"
        "sconto|"
        "korting|desconto|rabat|upust|shipping|versand|fracht|porto|freight|postage|delivery|livraison|frais de "
        "port|port|"
        "envio|gastos de envio|spedizione|spese "
        "di|verzend|frete|portes|wysylk|dostaw|rounding|rundung|arrondi|redondeo|"
        "arrotondamento|afronding|zaokragl|skonto|handling|(?:incl?|inkl|including|davon|darin|dont|waarvan|di "
        "cui|incluye|"
        "thereof|of which|heraf|varav|w tym)\\b)");
    const QString text = folded.simplified();
    if (text.isEmpty()) return RowLabel::None;
    if (carried.match(text).hasMatch()) return RowLabel::Carried;
    if (subtotal.match(text).hasMatch()) return RowLabel::Subtotal;
    int sums = 0, known = 0, all = 0;
    static const QRegularExpression parts("[^a-z.-]+"), ends("^[.-]+|[.-]+$");
    for (QString word : text.split(parts, Qt::SkipEmptyParts)) {
        word.remove(ends);
        if (word.isEmpty()) continue;
        ++all;
        const bool isSum = sumWord().match(word).hasMatch();
        sums += isSum;
        known += isSum || fillWord().match(word).hasMatch();
    }
    static const QRegularExpression total(
        "^\\W*(?:grand |gesamt)?(?:total[a-z]*|totaal|summe|summa|suma|somme|razem)\\b");
    if (sums > 0 && (10 * known >= 7 * all || (all <= 2 && total.match(text).hasMatch()))) return RowLabel::Sum;
    return extra.match(text).hasMatch() ? RowLabel::Extra : RowLabel::None;
}

}  // namespace floe::table
