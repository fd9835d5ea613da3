#include <QRegularExpression>
#include <QStringList>
#include <QVector>
#include <utility>

#include "app/extraction/table/table_labels.h"

namespace floe::table {

namespace {

constexpr int kShortestCut = 6;  // letters of a label that its column cuts off

struct Labels {
    Column column;
    QRegularExpression pattern;
};

/// Patterns are for whole labels without points, signs of money and what stands in brackets behind (bareLabel).
Labels labels(Column column, const QString& words) {
    return {column, QRegularExpression("^(?:" + words + ")$")};
}

const char kTax[] =
    "(?:vat|tax(?:es)?|[csi]?gst|utgst|hst|sales "
    "tax|mwst|ust|umsatzsteuer|mehrwertsteuer|steuer|st|tva|taxes?|iva|btw|moms|taxa|impuestos?|imposto|podatku|"
    "podatek|st vat)";
const char kSum[] =
    "(?:total[aeit]?|totale[ns]?|totalt|totaal|amount|betrag|summe|sum|value|wert|price|preis|montante?|prix|importe?|"
    "importo|importancia|precio|prezzo|preco|bedrag|prijs|valor|valore|wartosc|kwota|suma|belopp|belob|summa|pris|"
    "gesamt|cost)";
const char kWithout[] =
    "(?:excl?|ohne|exkl|ekskl|hors|sin|senza|sem|bez|zonder|w/o|uden|without|before|vor|fore|avant|net|zzgl)";
const char kWith[] = "(?:incl?|inkl|including|mit|with|con|c/|z|com|med|avec|inklusive)";

const QVector<Labels> makeLabels() {
    const QString tax(kTax), sum(kSum), without(kWithout), with(kWith);
    const QString things(
        "(?:art(?:ikel|icle|iculo|icolo|igo)?|item|product|produkt|produit|producto|prodotto|produto|prod|material|mat|"
        "teile|part|stock|varu?e?|waren|bestell|best|catalog(?:ue)?|kat|id|supplier|manufacturer)");
    return {
        labels(Column::TaxBase,
               "(?:" + tax +
                   "[ -]?)?(?:base|basis ?(?:betrag)?|grundbetrag|bemessungs(?:grundlage|basis)|basismenge)|taxable "
                   "(?:amount|value|base)|(?:base|montant) (?:imponible|imposable)|base ht|base "
                   "tributavel|incidencia|maatstaf.*|grondslag|base de calculo|podstawa.*|momspligtigt "
                   "belob|beskattningsunderlag|steuer ?basis ?betrag"),
        labels(Column::TaxAmount,
               sum + " (?:de |di |da |do |of |the |la |l')*" + tax + "|" + tax + "[ -]*" + sum +
                   "|steuerbetrag|(?:mwst|ust) ?-?betrag|moms(?:belopp|belob)|cuota(?: iva)?|imposta|kwota vat"),
        labels(Column::TaxRate, "(?:% ?|taux|tipo|aliquota|stawka|tasa|rate|satz|aliq|procent)? ?(?:de |di |da |d')*" +
                                    tax +
                                    "(?: ?-?(?:rate|satz|%|in "
                                    "%|tarief|code|cod|kl|schlussel|sats|tarif|perc(?:entage)?))*|steuersatz|(?:mwst|"
                                    "ust) ?-?satz|taux|aliquota|stawka(?: vat)?|tipo|cod iva|code tva|momssats"),
        labels(Column::Position,
               "pos(?:ition|it|no|nr)?:?(?: ?-?(?:nr|no))?|lp|#|no|nr|n|n[°ºo]|line(?: "
               "no)?|ligne|zeile|linea|riga|regel|lfd ?(?:nr)?|sr ?(?:no)?|s ?no|sl(?: "
               "no)?|rad|linje|linha|wiersz|poz|pozycja|pos ?#"),
        labels(Column::ItemCode,
               things +
                   "?[ -]*(?:nummer|nr|no|number|num|numero|code|kode|kod|codigo|codice|#|n[°ºo])(?:[ "
                   "-].*)?|art-*nr.*|(?:code|cod|ref|kod|codigo|codice|sku|ean|gtin)(?: " +
                   things +
                   ")?|reference|referencia|referenz|referens|riferimento|ref|sku|ean|gtin|upc|isbn|indeks|symbol|hsn(?"
                   ":/sac)?|sac|pkwiu|cn|varenr|varunr"),
        labels(Column::Description,
               "(?:(?:" + things +
                   "|service|leistungs|job|short|goods|nome) "
                   ")?(?:descri\\w*|beschreibung\\w*|\\w*bezeichnung\\w*|beschrijving|designa\\w*|libelle|concepto|"
                   "conceito|omschrijving|opis|nazwa|denomina\\w*|particulars|discrimina\\w*|betegnelse|benamning|"
                   "beskriv\\w*|specifi[ck]ation|spezifikation|\\w*tekst|\\w+/"
                   "(?:beschreibung|bezeichnung|description|omschrijving))(?: "
                   "(?:of|der|des|de|du|della|del|do|da|van|/"
                   "|&|and|und|et|y|e|i|lub|or|oder|towaru|uslugi|produktu|produto|articulo|goods|services?|"
                   "leistung\\w*|artikel)[\\w/"
                   "]*){0,5}|(?:item|product|service|leistung|artikel|article|produkt|produit|articulo|producto|"
                   "prodotto|articolo|produto|artigo|towar|usluga|dienst|prestation|detalle|details?|text|titel|title|"
                   "name|gegenstand|ware|waren|activity|task|work|vare|vara|ydelse|tjanst|prestazione|servizio|"
                   "servicio|servico|detalhes?|dettaglio|goods|charge(?: "
                   "type)?|material|objet|oggetto|objeto|purpose|arbeit|tatigkeit)(?:s|en|e|n|er|i|os|as|y)?(?: ?[/&] "
                   "?\\w+| (?:and|und|et|y|e|en|oder|or|lub|i|och|og) \\w+| name){0,3}|art der "
                   "leistung|leistungs?(?:text|beschreibung|art)|rodzaj(?: \\w+)?"),
        labels(Column::Discount,
               "(?:%|in %)? "
               "?(?:rab(?:att|at)?|disc(?:ount|t)?|rem(?:ise)?|nachlass|abschlag|desc(?:uento|onto)?|dto|sconto|sc|"
               "korting|upust|reduction|rebate)s?(?: ?(?:%|in %))?|% (?:dto|rem)"),
        labels(Column::Quantity,
               "(?:qty|quantity|quantities|quant|menge|anzahl|anz|mg|qte|quantite|cant|cantidad|hoeveelheid|kvantitet|"
               "kvantum|quantita|qta|aantal|aant|ilosc|il|liczba|quantidade|qtd|qtde|hours|stunden|std|antal|ant|lev "
               "antal|stuck|stk|units|nombre|nbre|nb|uds|unidades|heures|horas|ore|uren|godziny|timer|timmar|tage|days|"
               "jours|pieces|pcs|stuckzahl|hrs|mangde|maengde|mængde|mangd|mange|szt|count|nos|amount "
               "of|verbrauch|usage|consumption|consommation|consumo|verbruik|kwh|pezzi|pz|stuks|st)(?: ?[/(\\[].*| "
               "(?:billed|ordered|shipped|delivered|szt|in stk))?"),
        labels(Column::Unit,
               "unit|uom|um|einheit|einh|me|u|unite|unidad|unid|unita|eenheid|jm|jedn|unidade|un|enhet|enhed|enh|"
               "mengeneinheit|unit of measure|j miary|miara|ud|eh"),
        labels(Column::UnitPrice,
               "(?:(?:netto|brutto|net|gross|list|verkaufs|vk|einkaufs)?[ -]?(?:unit "
               "?-?(?:price|cost|rate)|(?:price|cost|rate) ?(?:per|/|each|pr)(?: ?\\w+)?|einzel "
               "?-?(?:preis|betrag)?|stuck ?-?preis|stk ?-?preis|einheits-?preis|preis ?(?:/|pro|je)(?: "
               "?\\w+)?|(?:prix|p|pu) ?(?:unit\\w*|u|/ "
               "?\\w+)|pu|(?:precio|prezzo|preco|p|pr|valor|valore|montante?|importe) ?(?:unit\\w*|un|ud|/ "
               "?\\w+)|(?:prijs|pris) ?(?:per|pr|/|pro)(?: ?\\w+)?|stuk(?:s)?prijs|eenheidsprijs|a-?pris|a "
               "pris|(?:stk|st) pris|styck-?pris|styk-?pris|enhets?-?pris|enhedspris|cena(?: (?:jedn\\w*|za "
               "\\w+|netto|brutto|jednostkowa|jedn netto|jednostkowa "
               "netto))?|ep|e-preis|einzelpr|unitario|unitaire|hourly(?: rate)?|stundensatz|tarif|vk-?preis|list "
               "price|eenh prijs)(?: (?:ht|ttc|net(?:to)?|brutto|" +
                   without + " ?" + tax + "|" + with + " ?" + tax +
                   "))?)|(?:netto|brutto)-?(?:einzel)?preis|(?:price|preis|prix|precio|prezzo|prijs|preco|pris|rate|"
                   "cost|satz|tarief|tariffa|tarifa|tarifs?)(?: (?:ht|net(?:to)?|" +
                   without + " ?" + tax + "?))?"),
        labels(Column::GrossAmount, "(?:" + sum + " ){0,2}(?:brutto|gross|ttc|bruto|brut|lordo|ivato)(?: " + sum +
                                        "| ligne)?|brutto-?(?:betrag|wert|summe)|gesamtbrutto|(?:" + sum +
                                        " ){0,2}(?:eur |total )?" + with + " ?" + tax + "|(?:" + sum + " )?eur ttc|" +
                                        sum + " incl"),
        labels(Column::Amount,
               "(?:(?:line|net(?:to)?|zeilen|positions?|pos|gesamt|sub|item|ext(?:ended)?|total|rechnungs|einzel|waren|"
               "leistungs|summen|linje|rad|regel|end)?[ -]*" +
                   sum + "|(?:" + sum + "|net(?:to)?|neto|liquido) ?-?(?:" + sum +
                   "|net(?:to)?|neto|liquido|line|linea|linha|ligne|lignes|parcial|riga|i alt|gesamt)|i "
                   "alt|ialt|ext|extension|g-?preis|gp|entgelt|netto|net|subtotal|sous-?total|subtotaal|zwischensumme|"
                   "charges?|fee|honorar|umsatz|razem|imponibile|imp|linjebelob|radsumma|regeltotaal|totaalprijs|"
                   "gesamtnetto)(?: (?:ht|hors taxes?|net(?:to)?|eur|" +
                   without + " ?" + tax + "|de la ligne|par ligne))*"),
        labels(Column::Date,
               "(?:date|datum|fecha|data|dato|dt|day|tag|jour|dag|zeitraum|period|periode|periodo|leistungs?(?:datum|"
               "zeitraum)|service date|von|bis|from|to|dia|giorno)(?: of service)?"),
    };
}

/// Without points, what stands in brackets, and a sign of money at the end; a hyphen at the end of a printed line is
/// shed.
QString bareLabel(const QString& folded) {
    static const QRegularExpression around("^[\\s:.;|*_-]+|[\\s:;|*_-]+$"), hyphen("(?<=\\pL)- (?=\\pL)");
    static const QRegularExpression brackets("(?<=\\S) ?[(\\[][^()\\[\\]]{1,16}[)\\]]");
    static const QRegularExpression money(
        "(?<=\\S)(?: (?:in|en|i|w))? (?:eur|euro|euros|usd|gbp|chf|pln|zl|sek|dkk|kr|brl)$|(?<=\\S)(?: (?:in|en|i|w))? "
        "?(?:€|\\$|£|r\\$|%)$");
    QString text = QString(folded).remove(around);
    text.remove(hyphen).remove(brackets).remove('.');
    const QString withoutMoney = QString(text.simplified()).remove(money);
    return withoutMoney.isEmpty() ? text.simplified() : withoutMoney.simplified();
}

/// "Hoeveelh": what a narrow column left of its label, where it is long enough to tell.
Column columnCutOff(const QString& text) {
    static const std::pair<Column, const char*> labels[] = {
        {Column::Quantity, "quantity quantite quantidade quantita hoeveelheid"},
        {Column::Description, "description descripcion descrizione designation beschreibung bezeichnung omschrijving"},
        {Column::UnitPrice, "einzelpreis stuckpreis stukprijs eenheidsprijs"},
    };
    if (text.size() < kShortestCut || text.contains(' ')) return Column::Other;
    for (const auto& [column, words] : labels)
        for (const QString& word : QString(words).split(' '))
            if (word.startsWith(text)) return column;
    return Column::Other;
}

/// "Prezzo unitario / Unit price": in two languages.
Column columnOfBoth(const QString& text) {
    const QStringList halves = text.split(" / ");
    if (halves.size() != 2) return Column::Other;
    const Column first = columnOf(halves[0]), second = columnOf(halves[1]);
    if (first == Column::Other || second == Column::Other) return first == Column::Other ? second : first;
    return first == second ? first : Column::Other;
}

}  // namespace

Column columnOf(const QString& folded) {
    static const QVector<Labels> all = makeLabels();
    if (folded.isEmpty() || folded.size() > 60) return Column::Other;
    const QString text = bareLabel(folded);
    for (const Labels& one : all)
        if (one.pattern.match(text).hasMatch()) return one.column;
    if (const Column both = columnOfBoth(folded); both != Column::Other) return both;
    return columnCutOff(text);
}

bool isDescription(const QString& folded) {
    static const QRegularExpression words(
        "descri|beschreibung|beschrijving|bezeichnung|designa|libelle|conce[pi]to|omschrijving|opis|nazwa|denomina|"
        "particulars|discrimina|betegnelse|benamning|beskriv|tekst|title|titel|text|details?");
    return words.match(folded).hasMatch();
}

bool isHeadWord(const QString& folded) {
    static const QRegularExpression more(
        "^(?:unitaire|unitario|unit|per|pro|je|ohne|excl?|exkl|incl?|inkl|hors|sin|senza|sem|bez|zonder|mit|w/"
        "o|ht|ttc|net|netto|brutto|gross|price|preis|prix|precio|betrag|tax|mwst|ust|vat|tva|iva|btw|moms|eur|usd|gbp|"
        "chf|pln|sek|dkk|euro|kunde|lief|lieferant|art|gtin|kategorie|in|de|la|of|the|total|gesamt|einzel|einzeln|zzgl|"
        "positions|nr|no|number|nummer|qty|date|datum|periode|period|zeitraum|rate|percent|amount|value|wert|jedn|"
        "miary|stuck|unita|unidad|w|mies|code|description|disc|and|und|et|y|/"
        "|&|%|line|ordered|shipped|ligne|linea|item|product|par|base)$");
    static const QRegularExpression around("^[(\\[:.;|*]+|[)\\]:.;,|*-]+$");
    if (columnOf(folded) != Column::Other) return true;
    const QString bare = QString(folded).remove(around).remove('.');
    return bare.isEmpty() || columnOf(bare) != Column::Other || more.match(bare).hasMatch();
}

}  // namespace floe::table
