#include "app/extraction/label_words.h"

#include <QRegularExpression>

namespace floe {

namespace {

// Patterns are for folded text (no capitals, no accents); the first that matches decides, so the special stand above
// the general.
struct Words {
    Meaning meaning;
    double weight;
    QRegularExpression pattern;
};

Words words(Meaning meaning, double weight, const QString& pattern) {
    return {meaning, weight, QRegularExpression(pattern)};
}

const char kTax[] =
    "(?:vat|tax(?:es)?|gst|hst|pst|qst|m\\.?w\\.?st|u\\.?st|umsatzsteuer|mehrwertsteuer|steuern?|tva|t\\.v\\.a|taxes?|"
    "iva|"
    "i\\.v\\.a|btw|moms|podatku|podatek|imposto|impuestos?|igic)";
const char kWithout[] =
    "(?:excl?\\w*|ex|before|without|ohne|exkl\\w*|hors|sin|senza|esclus\\w*|zonder|bez|sem|uden|ekskl)";
const char kWith[] = "(?:incl?\\w*|inkl\\w*|including|with|mit|avec|con|ivato|compris\\w*|z|com|med|toutes)";

const QVector<Words>& sumWords() {
    const QString tax(kTax), without(kWithout), with(kWith);
    static const QVector<Words> all{
        words(Meaning::OtherSum, 3,
              "(?:zu-?schlag|ab-?schlag|zuschlage|abschlage|surcharge|allowance|discount|rabatt|nachlass|skonto|remise|"
              "escompte|descuento|sconto|korting|desconto|rabat\\b|shipping|versand|fracht|porto\\b|freight|livraison|"
              "envio|spedizione|verzend|frete|wysylk|rounding|rundung|arrondi|redondeo|arrotondamento|afronding|"
              "deposit\\b|kaution|pfand|caution|\\btip\\b|gratuity|trinkgeld|pourboire|propina|mancia|\\bchange\\b|"
              "ruckgeld|"
              "wechselgeld|rendu|\\bcash\\b|gegeben|tendered|especes|contanti|efectivo|carried|ubertrag|a reporter|"
              "riporto|previous|prior balance|last bill|brought forward|ancien solde|saldo anterior|unit price|"
              "einzelpreis|prix unitaire|precio unitario|nettopreis|bruttopreis|stuckpreis|capital|kapital|guthaben|"
              "savings?|you saved|ersparnis|credit limit|late fee|mahngebuhr)"),
        words(Meaning::AmountDue, 2.6,
              "(?:(?:amount|balance|total|sum|now|currently) (?:is )?(?:now )?(?:due|payable|owing|outstanding)|due "
              "payable|"
              "(?:balance|outstanding|payable amount|amount to pay|to pay|please pay|pay this amount|open "
              "amount)|zahlbetrag|"
              "zu ?zahlen|zahlender|offener betrag|noch offen|restbetrag|falliger betrag|net a payer|reste a "
              "(?:payer|regler)|"
              "(?:total|montant|somme) (?:a payer|du)|solde\\b|(?:total|importe|cantidad|valor) a pagar|"
              "(?:totale|netto|importo) (?:da|a) pagare|(?:te betalen|te voldoen|openstaand)|do zaplaty|att betala|"
              "at betale|til betaling|\\bsaldo\\b)"),
        words(Meaning::Paid, 2.2,
              "(?:\\bpaid\\b|payments?(?: received)?$|prepaid|prepayment|advance payment|anzahlung|bezahlt|gezahlt|"
              "geleistete|abschlagszahlung|teilzahlung|acompte|deja "
              "(?:paye|regle|verse)|\\bpaye\\b|pagado|anticipo|abonado|"
              "pagato|acconto|betaald|aanbetaling|voldaan|\\bpago\\b|zaplacono|wplacono|zaliczka|betalt|inbetalt)"),
        words(Meaning::Tax, 1.6,
              "^(?:(?:incl|inkl|including|davon|darin|enthalt|dont|di cui|of "
              "which|incluye|waarvan)\\w*\\.?)[^a-z]*(?:\\d|%|.)*\\b" +
                  tax + "\\b"),
        words(Meaning::Net, 2.6, "\\b" + without + "\\.?(?: of| de| la)? *(?:\\d+(?:[.,]\\d+)? ?% ?)?" + tax + "\\b"),
        words(Meaning::Net, 2.6, "\\b(?:h\\.?t\\.?|hors taxes?)$|\\bht\\b"),
        words(Meaning::Total, 2.6,
              "\\b" + with + "\\.?(?: of| de| la| l)? *(?:\\d+(?:[.,]\\d+)? ?% ?)?" + tax +
                  "\\b|\\b(?:t\\.?t\\.?c\\.?|ttc)\\b"),
        words(
            Meaning::Net, 2.4,
            "\\b(?:net(?:to)?[ -]?(?:total|amount|betrag|summe|wert|worth|value|sum)|nettobetrag|nettosumme|netto|net|"
            "summe netto|rechnungssumme ohne|base imponible|imponibile|taxable (?:amount|value)|valor liquido|"
            "wartosc netto|razem netto|warenwert|bemessungsgrundlage)\\b"),
        words(Meaning::Net, 1.7,
              "\\b(?:sub-?total|sub total|zwischensumme|sous-?total|subtotale|subtotaal|suma czesciowa|delsumma|"
              "positionssumme|total lines|delsum|base)\\b"),
        words(Meaning::Tax, 2.4, "\\b" + tax + "\\b\\.?|steuerbetrag|tax amount|umsatzsteuer|mehrwertsteuer"),
        words(Meaning::Total, 2.5,
              "(?:grand total|gesamtbetrag|gesamtsumme|endbetrag|endsumme|rechnungsbetrag|rechnungssumme|brutto|gross|"
              "(?:invoice|order|bill|document) total|total (?:amount|invoice|general|generale|factura|facture|geral)|"
              "importe total|total$|totale (?:fattura|documento|complessivo)|(?:totaal|eind)bedrag|eindtotaal|"
              "(?:suma|razem|wartosc) brutto|montant total|total a facturer|amount charged|charged|summa att)"),
        words(Meaning::Total, 1.5,
              "\\b(?:total|totale|totaal|totalt|gesamt|summe|summa|suma|razem|i "
              "alt|sum|betrag|amount|montant|importe)\\b"),
    };
    return all;
}

const QVector<Words>& dateWords() {
    static const QVector<Words> all{
        words(Meaning::OtherDate, 2.5, "(?:skonto|discount|escompte|sconto|descuento)[^,;]*$"),
        words(Meaning::DueDate, 2.5,
              "(?:\\bdue\\b|payable (?:by|until|before)|pay (?:by|before|until)|payment "
              "(?:date|deadline|due)|fallig|zahlbar bis|"
              "zahlungsziel|zahlen bis|uberweisen.* bis|bis zum|netto bis|echeance|a (?:payer|regler) "
              "(?:avant|le|au|pour)|"
              "payable (?:avant|le)|date limite|vencimiento|vence|scadenza|entro il|vervald|te betalen voor|uiterlijk|"
              "termin platnosci|platne do|vencimento|forfallo|forfald|betalas senast|remit (?:until|by)|no later than|"
              "spatestens|prelevement|abgebucht|eingezogen|debit(?:ed)? (?:on|date))"),
        words(
            Meaning::IssueDate, 2.5,
            "(?:(?:invoice|bill|billing|issue|document|statement|receipt) date|date of (?:issue|invoice)|date "
            "issued|\\bissued\\b|"
            "rechnungs-?datum|ausstellungsdatum|belegdatum|ausgestellt|datum der rechnung|rechnung.{0,60} vom|"
            "date (?:de )?(?:la )?facture|date de facturation|date d.? ?emission|emise? le|facture.{0,60} du|"
            "fecha (?:de )?(?:la )?(?:factura|emision|expedicion)|data (?:della )?fattura|data (?:di )?emissione|"
            "data documento|factuurdatum|data wystawienia|wystawiono|data (?:de|da) (?:emissao|fatura)|faktura-?dato|"
            "fakturadatum|fattura.{0,40} del|factura.{0,40} de|invoice.{0,40} (?:of|dated|from)|\\bdated\\b|\\bden$)"),
        words(
            Meaning::OtherDate, 2.5,
            "(?:deliver|shipp|liefer|leistung|order|bestell|auftrag|versand|livraison|commande|entrega|pedido|consegna|"
            "ordine|levering|bestelling|period|zeitraum|printed|druckdatum|\\bsince\\b|\\bseit\\b|birth|geburt|valid|"
            "gultig|sprzedazy|check-?in|check-?out|arrival|anreise|abreise|departure|contract|vertrag|"
            "mandat|"
            "buchung|booking|kilometer|zahlung vom|paid on|payment received|bezahlt "
            "am|registered|\\bto$|\\bbis$|\\bau$|\\bal$|"
            "\\bfrom$|\\bvon$|prestation|servicio|despatch|dispatch|receipt date|service date|tax point)"),
        words(Meaning::IssueDate, 1.5, "(?:^|[ ,(])(?:date|datum|fecha|data|dato|le|dt)$"),
    };
    return all;
}

const QVector<Words>& numberWords() {
    const QString no("(?:numbers?|no|nr|num|nummer|numero|n[o°º]?|#|id|ref|reference|numer|mero)");
    const QString bill(
        "(?:invoice|bill|[a-z]*rechnungs?|[a-z]*korrektur|[a-z]*factuur|rechn|rech|rg|re|facture|facturation|factura|"
        "fattura|faktura|faktury|fakturas?|"
        "factuur|fatura|credit ?note|credit memo|gutschrifts?|avoir|beleg|document|documento|receipt|inv|tax invoice)");
    static const QVector<Words> all{
        words(Meaning::OtherNumber, 3,
              "(?:customer|client|kunden|\\bkd\\b|debitor|account|konto|order|bestell|auftrag|commande|pedido|ordine|"
              "bestelling|"
              "delivery|liefer|project|projekt|contract|vertrag|contrat|\\bvat\\b|ust|steuer|\\btax "
              "(?:id|no|number|reg)|iva\\b|tva\\b|btw|nip\\b|"
              "siret|siren|hrb|hra|\\bgln\\b|gtin|\\bean\\b|iban|\\bbic\\b|phone|\\btel\\b|telefon|\\bfax\\b|mobil|po "
              "box|purchase|"
              "ihr zeichen|unser "
              "zeichen|leitweg|mandat|glaubiger|creditor|\\bpage\\b|seite|zip|plz|member|police|policy|ticket|"
              "artikel|\\bart\\b|article|item|\\bsku\\b|\\bpos\\b|globale|bank|sort "
              "code|routing|registration|handelsregister|"
              "company no|original|ursprung|storno zu|zu rechnung|bezug|preceding|guest|zimmer|room|booking|buchung|"
              "quote|angebot|devis|shipment|sendung|tracking|serial|serien|zahler|meter|case|vorgang|objekt)"),
        words(Meaning::Number, 2.6, "\\b" + bill + "(?: *\\([^)]{1,20}\\))?[ ./-]*s?[ ./-]*" + no + "[ .:#°º-]*$"),
        words(Meaning::Number, 2.4, "\\b" + bill + " *\\([^)]{1,20}\\)[ .:]*$"),
        words(Meaning::Number, 1.7,
              "(?:rechnung|invoice|facture|factura|fattura|faktura|factuur|fatura|gutschrift|credit "
              "note|avoir|bill|receipt)(?: n)?[ .:#°º]*$"),
        words(Meaning::Number, 0.5, "^" + no + "[ .:#°º]*$"),
    };
    return all;
}

const QVector<Words>& wordsFor(Subject subject) {
    switch (subject) {
        case Subject::Number:
            return numberWords();
        case Subject::Date:
            return dateWords();
        case Subject::Sum:
            break;
    }
    return sumWords();
}

constexpr int kNearby = 48;  // characters of running text before a value that may name it

double nearness(const Naming& naming) {
    double near = naming.where == Naming::Where::Above ? 0.85 : 1;
    for (int i = 0; i < naming.figures; ++i) near *= 0.9;
    return near;
}

}  // namespace

LabelMeaning meaningOf(const QVector<Naming>& namings, Subject subject) {
    for (const Naming& naming : namings) {
        const QString text = naming.text.right(subject == Subject::Date ? 2 * kNearby : kNearby);
        for (const Words& one : wordsFor(subject))
            if (one.pattern.match(text).hasMatch()) return {one.meaning, one.weight * nearness(naming)};
    }
    return {};
}

}  // namespace floe
