#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include "app/extraction/label_words.h"
#include "app/extraction/table/table_labels.h"

namespace floe::table {

namespace {

/// Words of which the label of a sum is made, and words that may stand beside them.
const char kSumWords[] =
    "abonos acompte adiantamento alt amount anzahlung anzahlungen balance base bedrag beginsaldo belob "
    "belopp bemessungsgrundlage beskattningsunderlag betaald betala betale betalen betaling betalingen "
    "betalning betrag bezahlt bruto brutto btw credits cuota delsum delsumm delsumma deposit divida "
    "dovuto due forskott gezahlt goederen grondslag gross gst h.t hst ht igic imponibile imponible "
    "importe importo imposable imposta imposto impostos impuesto impuestos inbetalningar incassi "
    "incidencia indbetalinger iva ivato kwota lordo m.w.st mehrwertsteuer mercadoria merchandise moms "
    "momsgrundlag momsunderlag montant mwst net nett netto nettobelob nettobetrag nettosumme offen ogolem "
    "openstaand opentaand oplacono outstanding pagado pagamenti pagamento pagamentos pagar pagare pagato "
    "pago pagos paid paiement paiements payable payer payment payments pendiente podatek podstawa "
    "positionssumme primosaldo pst razem recebimentos reglement reglements reste saldo saldovortrag "
    "samlet skyldigt solde som soma somma somme sous-total steuerbasis subtotaal sum suma summa summe "
    "summen sums t.t.c tax taxable taxes tot totaal totaux ttc tva udestaende umsatzsteuer ust valor "
    "varer varor varuvarde vat voorschot warenwert wartosc wplat wplaty zahlbar zahlen zahlung zahlungen "
    "zaplacenia zaplaty zwischensumme";
const char kBesideSums[] =
    "a abzgl abzug af afgiftspligtigt after all aller already amounts ancien and anterior apos apres "
    "articles articoli articulos artigos artikel at att auf avec be before belastbaar bereits bez bill "
    "brought by chf collected collectee com con conto cuenta currency d da das date de deja del dell "
    "della dem der des desconto descuento di die discount dkk do documento dopo dos du e efetuado efter "
    "eingegangene ej ekskl el em en er erhaltene ermassigt eur euro euros ex excl excluding exclusief "
    "exkl exklusive factura facture factuur faktura faktury fattura fatura final for fore foregaende "
    "forrige forward fur gbp geleistete general generale geral goods grand gravado het hoog hors hovedsum "
    "i ihr ihre in inc incl including inclusa inclusief inicial inkl inklusive invoice is items korting "
    "kr l la laag last le les less lignes linee lineas lines linhas linjer liquido los made marchandises mercancias "
    "merce merci mit "
    "modtagne momspligtigt mottagna na nach neto normal now o od of ohne on ontvangen opening "
    "opodatkowania order otrzymane ou parcial pay per pln plus po positionen positions pr precedent "
    "pozycje pozycji precedente previous rabacie rabat rabatt rate recebidos received rechnung rechnungs recibidos "
    "recus "
    "raekker rader reduced regels regle remise ricevuti righe s sales sans satz sconto sek sem senza services sin "
    "standard "
    "statement su sur te the this to total towarow tras tributavel und usd van vente ventes vom von vorig "
    "vorige waehrung wahrung ware waren with without x y your z zaplacona zl zonder zu zuzuglich zzgl";

QSet<QString> wordsOf(const char* list) {
    const QStringList words = QString::fromUtf8(list).split(' ');
    return {words.begin(), words.end()};
}

/// "Rechnungsendbetrag", "factuurbedrag", "totals".
bool isSumWord(const QString& word) {
    static const QSet<QString> all = wordsOf(kSumWords);
    static const QRegularExpression compound(
        "^(?:sub-?total[a-z]*|total[a-z]*|[a-z]*summe|[a-z]*betrag|[a-z]*wert|[a-z]*total|[a-z]*totalen|[a-z]*steuer|["
        "a-z]*steuern|gesamt[a-z]*|rest(?:betrag|summe|ant|ante|erande|zahlung)?|tax-?total|net-?total|[a-z]+bedrag|[a-"
        "z]+belopp|[a-z]+belob)$");
    return all.contains(word) || compound.match(word).hasMatch();
}

bool isBesideSums(const QString& word) {
    static const QSet<QString> all = wordsOf(kBesideSums);
    return all.contains(word);
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
        "porto|freight|postage|shipment|vracht\\w*|expedition|embal\\w*|imball\\w*|opakowanie|forsendelse|"
        "emballage|delivery|lieferung|livraison|frais de port|port\\b|envio|gastos de "
        "envio|spedizione|trasporto|"
        "spese di|verzend|bezorging|frete|portes|porte\\b|wysylk|dostaw|levering|fragt|frakt|rounding|round "
        "off|rundung|"
        "arrondi|redondeo|arrotondamento|afronding|zaokragl|avrundning|afrunding|skonto|handling|packaging|verpackung|"
        "emballage|servicekosten|service "
        "(?:fee|charge)|tip\\b|gratuity|trinkgeld|pourboire|propina|mancia|fooi|dricks)");
    static const QRegularExpression numbered("\\d(?![\\d.,]* ?%)");  // "delivery 856" is one of many
    static const QRegularExpression part(
        "^\\W*(?:incl?|inkl|including|davon|darin|dont|waarvan|di cui|incluye|thereof|of which|heraf|varav|w tym)\\b");
    const QString text = folded.simplified();
    if (text.isEmpty()) return RowLabel::None;
    if (carried.match(text).hasMatch()) return RowLabel::Carried;
    if (subtotal.match(text).hasMatch()) return RowLabel::Subtotal;
    int sums = 0, known = 0, all = 0;
    static const QRegularExpression parts("[^a-z.-]+"), ends("^[.-]+|[.-]+$"), initials("^(?:[a-z]\\.)+[a-z]$");
    for (QString word : text.split(parts, Qt::SkipEmptyParts)) {
        word.remove(ends);
        if (initials.match(word).hasMatch()) word.remove('.');  // "i.v.a."
        if (word.isEmpty()) continue;
        ++all;
        const bool isSum = isSumWord(word);
        sums += isSum;
        known += isSum || isBesideSums(word);
    }
    static const QRegularExpression total(
        "^\\W*(?:grand |gesamt)?(?:total[a-z]*|totaal|summe|summa|suma|somme|razem)\\b");
    if (sums > 0 && (10 * known >= 7 * all || (all <= 2 && total.match(text).hasMatch()))) return RowLabel::Sum;
    if (part.match(text).hasMatch()) return RowLabel::Part;
    static const QRegularExpression carriage("^\\W*(?:transport\\w*|trasport\\w*)\\W*$");
    if (carriage.match(text).hasMatch()) return RowLabel::Carriage;
    if (all <= 3 && extra.match(text).hasMatch() && !numbered.match(text).hasMatch()) return RowLabel::Extra;
    return isLabelOfSum(text, all) ? RowLabel::Sum : RowLabel::None;
}

}  // namespace floe::table
