#include "app/extraction/sums/sum_labels.h"

#include <QRegularExpression>

namespace floe {

namespace {

constexpr double kPlainly = 2.6, kSaysMuch = 0.6;

// Patterns are for folded text (no capitals, no accents), as in label_words.cpp.

/// A tax id is no tax.
const QRegularExpression& idWords() {
    static const QRegularExpression words(
        "(?:vat|tax|gst|hst|tva|iva|btw|moms|mva|ust|u\\.?st|uid|nip|nif|p\\.? ?iva)\\.?[ -]*(?:/hst "
        ")?(?:id\\b|ident|reg|"
        "no\\b|nr\\b|n[o°º]|num|#|intra|code)|(?:n[o°º.]{0,3}|numero|nr|number|id)[ .]*(?:de |di "
        ")?(?:tva|iva|btw|vat|ust)\\b|"
        "partita iva|p\\. ?iva|steuer-?(?:nummer|nr|id)|momsreg|momsnr|contribuinte");
    return words;
}

/// How, not how much before: "paid by card", "bar gegeben".
const QRegularExpression& methodWords() {
    static const QRegularExpression words(
        "(?:paid|pay|payment|bezahlt|gezahlt|zahlung|betaald|betaling|paye|regle|reglement|paiement|pagado|pago|pagato|"
        "pagamento|betalt|zaplacono|platnosc)\\w* "
        "(?:by|via|with|using|mit|per|durch|par|avec|con|mediante|met|com|por|med|"
        "method|type|date|terms|karta|gotowka|przelewem)\\b|\\b(?:visa|mastercard|maestro|amex|american "
        "express|girocard|"
        "ec-?karte|bancomat|multibanco|dankort|paypal|bankcard|credit card|debit card|kartenzahlung|carte "
        "bancaire|tarjeta|"
        "pinbetaling)\\b");
    return words;
}

const QRegularExpression& shippingWords() {
    static const QRegularExpression words(
        "\\b(?:transport(?:e|o|kosten|kosztow)?|portes|expedicao|envio|fragt|frakt|forsendelse|levering|bezorgkosten|"
        "wysylka|"
        "dostawa|trasporto|spese)\\b");
    return words;
}

/// Of insurances, energy, …: a compound that label_words.cpp does not list.
const QRegularExpression& taxWords() {
    static const QRegularExpression words(
        "\\b[a-z]{4,}steuer(?:betrag)?\\b|\\b(?:insurance premium tax|ipt|taxe sur)\\b");
    return words;
}

/// A balance that earlier bills left is no sum of this one.
const QRegularExpression& earlierWords() {
    static const QRegularExpression words(
        "\\b(?:saldo|solde|balance|betrag|amount|importe|importo|bedrag|kwota|belob|belopp|total)\\b.*\\b(?:last|"
        "previous|prior|"
        "sidste|forrige|letzte[rnms]?|vorige[rnms]?|vorherige[rnms]?|anterior|precedente?|derniere?|ultim[ao]|"
        "poprzedni\\w*|"
        "ostatni\\w*|senaste|forra)\\b|"
        "\\b(?:last|previous|prior|sidste|forrige|letzte[rnms]?|vorige[rnms]?|vorherige[rnms]?|anterior|ultim[ao]|"
        "poprzedni\\w*|"
        "ostatni\\w*|senaste|forra) (?:saldo|solde|balance|bill|invoice|statement|rechnung|factura|faktura|rekening)");
    return words;
}

/// All of the label: words beside these make it another thing ("paid by", "deposit for bottles").
const QRegularExpression& paidWords() {
    static const QRegularExpression words(
        "^[^a-z]*(?:(?:less|minus|abzgl\\.?|abzuglich|moins|menos|meno|dedotto|af|minus|fratrukket|avgar|odliczono)[ "
        ":]+)?(?:"
        "(?:amount |total |sum |already |previously )*paid(?: to date| already| in advance| so far)?|payments?(?: "
        "already)? "
        "(?:received|made|to date)|(?:pre-?payments?|down ?payments?|advance(?: payments?)?)(?: received| "
        "paid)?|prepaid|"
        "deposits? (?:paid|received)|instal?lments? paid|"
        "(?:bereits |schon )?(?:bezahlt|gezahlt|angezahlt)(?:er betrag)?|(?:geleistete[rn]? |erhaltene[rn]? |abzgl\\.? "
        "|"
        "abzuglich |fruhere[rn]? )+(?:anzahlung(?:en)?|abschlage?|abschlagszahlung(?:en)?|vorauszahlung(?:en)?|"
        "teilzahlung(?:en)?|zahlung(?:en)?)|(?:anzahlung|vorauszahlung|abschlagszahlung|teilzahlung)(?:en)?|a-?konto|"
        "zahlungseingang|"
        "acomptes?(?: deja)?(?: verses?| payes?| percus?)?|deja (?:paye|regle|verse)e?s?|(?:montant )?(?:deja "
        ")?(?:paye|"
        "regle|verse)e?s?|(?:mensualites|avances?|provisions?|versements?) (?:versee?s?|recue?s?|payee?s?)|"
        "(?:entregas?|entregado|pagos?) a cuenta|(?:ya |importe |total )?pagado|anticipos?(?: pagado| "
        "recibido)?|abonado|"
        "accont[oi](?: versat[oi])?|(?:gia |importo |totale )*(?:pagato|versato)|anticipo(?: versato)?|"
        "(?:reeds |al )?(?:betaald|voldaan|aanbetaald)(?: bedrag)?|aanbetaling(?:en)?|(?:betaalde |ontvangen )?"
        "(?:voorschot(?:ten)?|betaling(?:en)?)|"
        "adiantamentos?|ja pago|(?:valor|montante|total) (?:ja )?pago|prestacoes pagas|sinal(?: pago)?|pagamentos "
        "(?:recebidos|efetuados)|"
        "(?:juz )?(?:zaplacono|wplacono|oplacono)|(?:wplacon[ae] )?zaliczk[ai]|przedplata|kwota zaplacona|"
        "(?:redan |allerede |avgar )?(?:betalt|innbetalt|indbetalt|inbetalt|forudbetalt|forudbetaling)(?: belopp| "
        "belob)?"
        "(?: a ?conto)?|(?:inbetalda|indbetalte|innbetalte) [a-z]+|forskott|forskudd|erhallen betalning|modtaget "
        "(?:a ?conto|betaling)|a ?conto)"
        "(?:,? (?:on|of|from|vom|am|du|le|del|el|van|op|den|em|de|dnia|z dnia|per|d)\\b.*| ?[(/].*)?[^a-z]*$");
    return words;
}

const QRegularExpression& dueWords() {
    static const QRegularExpression words(
        "\\b(?:restbelob|restbetrag|restbelopp|restsumme|kvar att betala|(?:total|belob)? ?til(?:l)? "
        "betaling|pendiente de "
        "pago|(?:importe|saldo) pendiente|resto a pagar|(?:pozostalo|kwota|razem|do) (?:do )?zaplaty|valor em "
        "divida|valor "
        "em falta|saldo (?:dovuto|da pagare|a pagar|du)|solde du|nog te (?:betalen|voldoen)|openstaand bedrag|left to "
        "pay|"
        "remaining (?:balance|amount)|amount (?:still )?outstanding|balance (?:due|to pay)|residual(?: amount)?|saldo "
        "residuo|restant du|a pagar$)");
    return words;
}

LabelMeaning meaningOfOne(const Naming& naming) {
    const QString& text = naming.text;
    const double near = naming.where == Naming::Where::Above ? 0.85 : 1;
    if (idWords().match(text).hasMatch()) return {};
    if (methodWords().match(text).hasMatch()) return {Meaning::OtherSum, near * 2};
    if (paidWords().match(text).hasMatch()) return {Meaning::Paid, near * kPlainly};
    if (earlierWords().match(text).hasMatch()) return {Meaning::OtherSum, near * kPlainly};
    if (dueWords().match(text).hasMatch()) return {Meaning::AmountDue, near * kPlainly};
    const LabelMeaning meaning = meaningOf({naming}, Subject::Sum);
    if (meaning.meaning == Meaning::Paid) return {Meaning::OtherSum, meaning.weight};  // not plainly
    if (meaning.meaning == Meaning::None && taxWords().match(text).hasMatch()) return {Meaning::Tax, near * 2};
    if (meaning.meaning == Meaning::None && shippingWords().match(text).hasMatch())
        return {Meaning::OtherSum, near * 2};
    return meaning;
}

}  // namespace

LabelMeaning meaningOfSum(const QVector<Naming>& namings) {
    LabelMeaning found;
    for (const Naming& naming : namings) {
        const LabelMeaning label = meaningOfOne(naming);
        if (label.weight >= kSaysMuch) return label;
        if (found.meaning == Meaning::None) found = label;
    }
    return found;
}

}  // namespace floe
