#include <QRegularExpression>
#include <QStringList>

#include "app/extraction/label_words.h"
#include "app/extraction/table/table_labels.h"

namespace floe::table {

namespace {

const QRegularExpression& sumWord() {
    static const QRegularExpression word(
        "^(?:sub-?total[a-z]*|total[a-z]*|tot|sum|sums|summe|summen|suma|summa|somm[ae]|totaal|totaux|net|netto|nett|"
        "brutto|gross|"
        "amount|balance|due|tax|taxes|vat|gst|hst|pst|tva|iva|igic|btw|moms|mwst|ust|m\\.w\\.st|imponible|imposable|"
        "razem|podatek|impuestos?|"
        "impostos?|[a-z]*(?:summe|betrag|wert|total|totalen|steuer|steuern)|betrag|imponibile|imposta|montant|importe|"
        "importo|"
        "bedrag|valor|kwota|wartosc|belopp|gesamt[a-z]*|rest[a-z]*|saldo|solde|paid|payments?|zahlung(?:en)?|anzahlung("
        "?:en)?|"
        "bezahlt|gezahlt|acompte|pagado|pagato|betaald|pago|reste|zahlbar|payable|outstanding|zahlen|ttc|ht|t\\."
        "t\\.c|"
        "h\\.t|base|subtotaal|sous-total|zaplaty|betale|betala|tax-?total|net-?total|warenwert|deposit|"
        "pagar|payer|pagare|betalen|betaling|betalning|dovuto|pendiente|divida|zaplacenia|skyldigt|udestaende|offen|"
        "opens?taand|"
        "bruto|lordo|ivato|incidencia|nettobelob|varuvarde|adiantamento|voorschot|forskott|credits|oplacono|"
        "betalingen|indbetalinger|inbetalningar|pagamenti|pagamentos?|pagos|paiements?|reglements?|wplaty?|incassi|"
        "recebimentos|abonos|saldovortrag|beginsaldo|primosaldo|nettobetrag|nettosumme|zwischensumme|delsumma?|"
        "positionssumme|umsatzsteuer|mehrwertsteuer|alt)$");
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
        "general|parcial|x|s|inc|a|zu|do|att|at|by|reduced|normal|ermassigt|standard|y|ou|o|ej|date|to|be|pay|per|pr|"
        "previous|opening|last|brought|forward|anterior|precedente?|inicial|vorig|vorige|forrige|foregaende|ancien|"
        "statement|ontvangen|recus|recibidos|ricevuti|recebidos|modtagne|mottagna|otrzymane|eingegangene|made|"
        "zaplacona|efetuado|regle|neto|liquido|tributavel|"
        "less|da|em|cuenta|conto|sales|hovedsum|merce|merci|goods|marchandises|mercancias|ware|waren|lines|articles|"
        "articoli|artikel|services|"
        "collectee|ventes?|collected|discount|rabatt)$");
    return word;
}

/// A short text that label_words.h knows for a sum of a bill.
bool isLabelOfSum(const QString& text, int words) {
    if (words == 0 || words > 4) return false;
    const LabelMeaning meaning = meaningOf({{text, Naming::Where::Before, 0}}, Subject::Sum);
    switch (meaning.meaning) {
        case Meaning::Total:
        case Meaning::Paid:
        case Meaning::AmountDue:
            return meaning.weight >= 2.2;
        default:
            return false;
    }
}

}  // namespace

bool namesSum(const QString& folded) {
    static const QRegularExpression words(
        "(?:total|totaal|summe|suma|summa|betrag|bedrag|razem|subtotaal|balance|due)");
    return words.match(folded).hasMatch();
}

RowLabel rowLabelOf(const QString& folded) {
    static const QRegularExpression carried(
        "(?:carr(?:ied|y)|brought) (?:forward|over)|^continued|ubertrag|^vortrag$|^(?:total )?a reporter\\b|"
        "^report(?: |$)(?:de la page|page|$)|riporto|a riportare|suma (?:y sigue|anterior)|"
        "(?:^|te )transporteren|getransporteerd|over te brengen|trans?lad(?:ar|ado)|a transportar|transportado|"
        "pagina seguinte|przeniesieni|overfor(?:t|es|ing|e|a)?$|"
        "(?:previous|vorige|forrige|foregaende|poprzedniej|letzten|vorherigen) (?:page|pagina|side|sida|strony|seite)|"
        "(?:pagina|page) (?:anterior|precedente)|^trasladado");
    static const QRegularExpression subtotal(
        "^(?:sub-? ?total\\w*|zwischen-?summe|sous-? ?total\\w*|total parcial|suma "
        "czesciowa|delsumma?|delsum|parcial)\\b|"
        "^(?:summe|total|sum|somme|suma|totale|totaal)(?: \\w+)? "
        "(?:section|titel|title|abschnitt|los|gruppe|group|page|"
        "seite|kapitel|bereich|part|chapitre|lot|seccion|sezione|pagina|strona)\\b");
    static const QRegularExpression extra(
        "^\\W*(?:zu-?schlag|ab-?schlag|surcharge|allowance|discount|rabatt|nachlass|remise|rabais|escompte|descuento|"
        "bonificacion|sconto|abbuono|korting|desconto|rabat|upust|rebate|voucher|gutschein|promotion|shipping|versand|"
        "fracht|"
        "porto|freight|postage|delivery|lieferung|livraison|frais de port|port\\b|envio|gastos de "
        "envio|spedizione|trasporto|"
        "spese di|verzend|bezorging|frete|portes|porte\\b|wysylk|dostaw|levering|fragt|frakt|rounding|round "
        "off|rundung|"
        "arrondi|redondeo|arrotondamento|afronding|zaokragl|avrundning|afrunding|skonto|handling|packaging|verpackung|"
        "emballage|servicekosten|service "
        "(?:fee|charge)|tip\\b|gratuity|trinkgeld|pourboire|propina|mancia|fooi|dricks)");
    static const QRegularExpression part(
        "^\\W*(?:incl?|inkl|including|davon|darin|dont|waarvan|di cui|incluye|thereof|of which|heraf|varav|w tym)\\b");
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
    if (part.match(text).hasMatch()) return RowLabel::Part;
    if (extra.match(text).hasMatch()) return RowLabel::Extra;
    return isLabelOfSum(text, all) ? RowLabel::Sum : RowLabel::None;
}

}  // namespace floe::table
