#include "app/extraction/label_words.h"

#include <QRegularExpression>

#include "app/extraction/named/reference_words.h"

namespace floe {

namespace {

// Patterns are for folded text (no capitals, no accents). Of sums and numbers the first that matches decides, so the
// special stand above the general; of dates the one that ends nearest to the day.
struct Words {
    Meaning meaning;
    double weight;
    QRegularExpression pattern;
};

Words words(Meaning meaning, double weight, const QString& pattern) {
    return {meaning, weight, QRegularExpression(pattern)};
}

const char kTax[] =
    "(?:vat|tax(?:es)?|[csi]?gst|utgst|hst|pst|qst|m\\.?w\\.?st|u\\.?st|umsatzsteuer|mehrwertsteuer|steuern?|tva|t\\."
    "v\\.a|taxes?|"
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

// What a bill is called, in its title and in labels.
const char kBill[] =
    "(?:[a-z]*rechnung|[a-z]*gutschrift|[a-z]*korrektur|honorarnote|quittung|beleg|storno|[a-z]*invoice|credit ?note|"
    "credit ?memo|\\bbill|receipt|facture|avoir|recu|factura|recibo|nota de credito|fattura|parcella|ricevuta|nota di "
    "credito|[a-z]*factuur|creditnota|fatura(?:-recibo)?|faktur[aey](?: vat)?|rachunek|rachunku|paragon|kreditnota|"
    "kreditfaktura|rakning|regning|kvittering|kvitto)";
const char kNo[] = "(?:numbers?|no|nr|num|nummer|numero|n[o°º]?|#|id|ref|reference|numer|mero)";

const QVector<Words>& dateWords() {
    static const QString bill(kBill);
    // "Invoice 17 of", but not "invoice for your order of".
    static const QString of(
        "(?!.*(?:\\bgem|\\blaut|\\bzu[rm]?\\b|order|bestell|auftrag|liefer|angebot|vertrag|schreiben|according|"
        "contract|"
        "delivery|commande|livraison|pedido|entrega|ordine|consegna|encomenda|zamowieni|levering|period|zeitraum))"
        "[^:]{0,60}? (?:vom|von|du|del|de|des|of|dated|from|van|z(?: dnia)?|den|av|d\\.? ?d\\.?)$");
    static const QVector<Words> all{
        words(Meaning::OtherDate, 2.5, "(?:skonto|discount|escompte|sconto|descuento)[^,;]*$"),
        words(
            Meaning::DueDate, 2.5,
            "(?:\\bdue\\b(?: date| on| by)?|payable (?:by|until|before)|pay (?:by|before|until)|payment "
            "(?:date|deadline|due)|fallig\\w*(?: am| bis| zum)*|zahlbar bis|"
            "zahlungsziel|zahlen bis|uberweisen.* bis|bis zum|netto bis|echeance|a (?:payer|regler) "
            "(?:avant|le|au|pour)|"
            "payable (?:avant|le)|date limite|vencimiento|vence|scadenza|entro il|verval\\w*|te betalen voor|uiterlijk|"
            "termin platnosci|platne do|vencimento|forfall\\w*|forfald\\w*|betalas senast|betales "
            "senest|betalingsfrist|"
            "pagar (?:ate|hasta|antes)|(?:data|fecha|date) limite|pagare entro|uiterste|betaaldatum|betal "
            "senest|betalningsda(?:g|tum)|betales inden|betalas fore|zaplacic do|zaplaty do|termin zaplaty|remit "
            "(?:until|by)|no later than|"
            "spatestens|prelevement|abgebucht|eingezogen|debit(?:ed)? (?:on|date))"),
        words(Meaning::IssueDate, 2.5,
              "(?:(?:invoice|bill|billing|issue|document|statement|receipt)[ /-]*date|date[ /-]*of[ "
              "/-]*(?:issue|invoice)|"
              "date issued|\\bissued\\b(?: on)?|(?:rechnungs?|beleg|gutschrifts?)[ -]?datum|ausstellungs-?datum|"
              "ausgestellt(?: am)?|datum der rechnung|"
              "rechnungs\\S* ?(?:[-/&=]|und) ?(?:liefer|leistungs)-?datum|"
              "date (?:de )?(?:la )?facture|date de facturation|date d.? ?emission|emise? le|"
              "fecha (?:de )?(?:la )?(?:factura|emision|expedicion)|data (?:della )?fattura|data (?:di )?emissione|"
              "data documento|factuur-?datum|data wystawienia|wystawion[oay](?: dnia)?|"
              "data (?:de|da) (?:emissao|fatura|factura)|emitid[ao] em|faktura-?dato|fakturadatum|utstallningsdatum|"
              "udstedelsesdato|\\bdated\\b)"),
        words(Meaning::OtherDate, 2.6,  // "zu unserer Rechnung R-17 vom" names the bill before
              "(?<![a-z])(?:zu[rm]?|gegen|betrifft|betr|bezug|against|regarding|concernant|concerne|relative a|sobre|"
              "referente a|relativa a|riferimento|inzake|betreft|dotyczy|avser|vedr[a-z]*|to (?=our|your))[ .:]*"
              "(?:(?:our|your|the|unserer?|ihrer?|der|die|notre|votre|la|nuestra|su|nostra|vostra|onze|uw) )*" +
                  bill + "(?![a-z])" + of),
        words(Meaning::IssueDate, 3, "^[^a-z0-9]*(?:[a-z.]{2,16} ){0,2}" + bill + "(?![a-z])" + of),
        words(Meaning::IssueDate, 2.1, "(?<![a-z])" + bill + "(?![a-z])" + of),
        words(
            Meaning::OtherDate, 2.5,
            "(?:deliver|shipp|liefer|leistung|order|bestell|auftrag|versand|livraison|commande|entrega|pedido|consegna|"
            "ordine|levering|leverans|bestelling|period|zeitraum|printed|druckdatum|\\bsince\\b|\\bseit\\b|birth|"
            "geburt|valid|gultig|sprzedazy|check-?in|check-?out|arrival|anreise|abreise|departure|contract|vertrag|"
            "mandat|version|\\bstand\\b|buchung|booking|kilometer|zahlung vom|paid on|payment received|bezahlt "
            "am|registered|\\bto$|\\bbis$|\\bau$|\\bal$|rapport|schreiben|telefonat|angebot|quote|estimate|devis|"
            "\\bfrom$|\\bvon$|prestation|servicio|despatch|dispatch|receipt date|service date|tax point)"),
    };
    return all;
}

/// For what no other words name.
const Words& plainDateWords() {
    static const Words any = words(Meaning::IssueDate, 1.5,
                                   "(?:^|[ ,(])(?:date|datum|fecha|data|dato|le|dt|den|dnia|d\\.d\\.)[.: "
                                   "]*$|^(?:del?|du|vom|van|av|af|emissao|emissione)[.: ]*$");
    return any;
}

const char kOtherNumber[] =
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
    "quote|angebot|devis|shipment|sendung|tracking|serial|serien|zahler|meter|case|vorgang|objekt|"
    "klant|klient|kundn|kunde\\b|debit|zamowien|encomenda|requisi|bestall|bestill|ordre|levering|leveran|consegna|"
    "entrega|dostaw|umow[ay]|contratt|contrato|avtal|aftale|kontrakt|overeenkomst|polis|polizza|poliza|"
    "\\borg\\.? "
    "?n|\\bcvr\\b|\\bkvk\\b|\\bregon\\b|\\bkrs\\b|strona|apolice|\\bpagina|\\bsid[ae]n?\\b|\\bblad\\b|\\bhoja\\b)";

/// Held to all of the text before a number, the others to what stands behind the value before it.
const QVector<Words>& titleWords() {
    static const QString no(kNo), bill(kBill), other(kOtherNumber);
    static const QVector<Words> all{
        words(Meaning::PrecedingNumber, 3,
              "(?:original|ursprung\\w*|corrected|credited|referenced|preceding|storno zu|\\bzu|bezug|liee|d.origine|"
              "initiale|rectificada|riferimento|oorspronkelijke|korygowanej|vorig\\w*) [^:]{0,12}" +
                  bill + "s?[ -]*" + no + "?[ .:#°º]*$"),
        words(Meaning::Number, 3,
              "^[^a-z0-9]*(?:[a-z.]{2,16} ){0,2}" + bill + "(?![a-z])(?!.*" + other +
                  ")(?:[ /(),.-]+[a-z0-9]{1,24}\\)?){0,5}?[ /(,.-]+" + no + "[ .:#°º-]*$"),
        words(Meaning::Number, 2.4, "^[^a-z0-9]*(?:(?:tax|sales|commercial|final|vat|pro) )?" + bill + "[ .:#°º]*$"),
    };
    return all;
}

const QVector<Words>& numberWords() {
    static const QString no(kNo), bill(kBill);
    // What also counts before "No.", though it is no title.
    const QString labelled("(?:" + bill +
                           "s?|rechn|rech|\\brg|\\bre|facturation|faktury|fakturas?|document|documento|\\binv)");
    static const QVector<Words> all{
        words(Meaning::OtherNumber, 2.5,
              "(?<![a-z])(?:date|datum|data|fecha|dato)(?: [a-z]{1,6}){0,2} " + bill + "[ .:]*$"),
        words(Meaning::Number, 2.6, "\\b" + labelled + "(?: *\\([^)]{1,20}\\))?[ ./-]*s?[ ./-]*" + no + "[ .:#°º-]*$"),
        words(Meaning::Number, 2.6,
              "\\b" + no + "[ .:]*(?:(?:de|du|da|do|di|of|der|van)\\b ?)?(?:(?:la|the|le)\\b ?)?(?:d.)?" + bill +
                  "[ .:#]*$"),
        words(Meaning::OtherNumber, 3, kOtherNumber),
        words(Meaning::Number, 2.4, "\\b" + bill + " *\\([^)]{1,20}\\)[ .:]*$"),
        words(Meaning::Number, 1.7, "(?<![a-z])" + bill + "(?: n)?[ .:#°º]*$"),
        words(Meaning::Number, 0.5, "^" + no + "[ .:#°º]*$"),
    };
    return all;
}

constexpr double kSaysMuch = 0.6;  // a bare "No." lets a better label further away speak
constexpr int kNearby = 48;        // characters of running text before a value that may name it

double nearness(const Naming& naming) {
    double near = naming.where == Naming::Where::Above ? 0.85 : naming.where == Naming::Where::AboveOthers ? 0.55 : 1;
    for (int i = 0; i < naming.figures; ++i) near *= 0.9;
    return near;
}

/// A label begins behind the value before it: of "Order 17 of 1.3.2024, invoice" it is "invoice" that names the next.
QString behindValues(const QString& text) {
    static const QRegularExpression tail("[0-9][^ ]* +([^0-9]*[a-z]{2}[^0-9]*)$");
    const auto match = tail.match(text);
    return match.hasMatch() ? match.captured(1) : text;
}

LabelMeaning meaningOfDate(const QString& text) {
    const Words* nearest = nullptr;
    qsizetype end = -1;
    for (const Words& one : dateWords()) {
        qsizetype last = -1;
        for (auto it = one.pattern.globalMatch(text); it.hasNext();) last = it.next().capturedEnd();
        if (last > end) nearest = &one, end = last;
    }
    if (!nearest && plainDateWords().pattern.match(text).hasMatch()) nearest = &plainDateWords();
    return nearest ? LabelMeaning{nearest->meaning, nearest->weight} : LabelMeaning{};
}

LabelMeaning firstOf(const QVector<Words>& all, const QString& text) {
    for (const Words& one : all)
        if (one.pattern.match(text).hasMatch()) return {one.meaning, one.weight};
    return {};
}

LabelMeaning meaningOfNumber(const QString& text) {
    const LabelMeaning title = firstOf(titleWords(), text);
    if (title.meaning != Meaning::None) return title;
    const QString label = behindValues(text);
    const LabelMeaning theirs = referenceMeant(label);
    return theirs.meaning != Meaning::None ? theirs : firstOf(numberWords(), label);
}

}  // namespace

LabelMeaning meaningOf(const QVector<Naming>& namings, Subject subject) {
    LabelMeaning found;
    for (const Naming& naming : namings) {
        if (subject == Subject::Sum && naming.where == Naming::Where::AboveOthers) continue;  // a column of a table
        LabelMeaning label;
        switch (subject) {
            case Subject::Number:
                label = meaningOfNumber(naming.text.right(2 * kNearby));
                break;
            case Subject::Date:
                label = meaningOfDate(naming.text.right(2 * kNearby));
                break;
            case Subject::Sum:
                label = firstOf(sumWords(), naming.text.right(kNearby));
                break;
        }
        label.weight *= nearness(naming);
        if (label.weight >= kSaysMuch) return label;
        if (found.meaning == Meaning::None) found = label;
    }
    return found;
}

}  // namespace floe
