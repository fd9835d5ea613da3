#include "app/extraction/named/reference_words.h"

#include <QRegularExpression>

namespace floe {

namespace {

constexpr double kNumbered = 2.6;  // "Order No."
constexpr double kNamed = 1.9;     // "Your order", a label that says no more
constexpr double kVague = 1.5;     // "Client ref.", which may be what the client wants to be printed

const char kOrder[] =
    "(?:(?:purchase|customer|client|web|online|buyer'?s?) ?)?orders?|p\\. ?o\\.?|po|"  // en
    "(?:kunden)?bestell(?:ung|schein)?s?|(?:kunden)?auftrag(?:s|es)?|"                 // de
    "(?:bons? de )?commandes?|bdc|"                                                    // fr
    "pedidos?|orden(?:es)? de compra|"                                                 // es, pt
    "ordin[ei](?: (?:d.? ?)?acquisto)?|oda|"                                           // it
    "(?:inkoop|klant)?(?:order|bestelling|bestelbon|bestel)s?|"                        // nl
    "zam\\.?|zamowieni[ea](?: klienta)?|"                                              // pl
    "(?:nota de )?encomendas?|requisic(?:ao|oes)|ordem de compra|"                     // pt
    "(?:inkops|kund)?order|bestallnings?|best|"                                        // sv
    "(?:indkobs|innkjops|kunde)?ordre|bestillings?|rekvisitions?";                     // da, no
const char kCustomer[] =
    "customers?|cust|clients?|subscriber|member|(?:customer |client )?account|acct|a/c|debtor|"  // en
    "kunden?|kdn?|debitor(?:en)?|"                                                               // de
    "abonne|adherent|compte client|"                                                             // fr
    "clientes?|abonado|utente|cli|intestatario|assinante|"                                       // es, it, pt
    "klant(?:en)?|debiteur(?:en)?|relatie|afnemer|"                                              // nl
    "klienta?|kontrahenta?|odbiorcy|nabywcy|platnika|"                                           // pl
    "kund(?:en|e)?s?";                                                                           // sv, da
// What may stand before the name of an order or a customer, where no word for a number follows.
const char kTheir[] =
    "(?:your|our|the|ihre?[rnm]?|unsere?[rnm]?|votre|notre|vos|v/|n/|su|sus|tu|vuestro|nuestro|vostro|vs\\.?|suo|il|"
    "uw|onze|panstwa|wasze|nasze|vosso|vossa|sua|seu|er|ert|din|dit|jeres|deres|la|le|l)";
const char kAbout[] =
    "(?:re|ref|betr|betreff|regarding|concerning|per|zu|zur|zum|gemass?|laut|according to|as per|acc to|selon|suivant|"
    "concerne|segun|secondo|come da|rif|volgens|inzake|betreft|conform|zgodnie z|dotyczy|do|do zamowienia|conforme|"
    "referente a|enligt|avser|ifolge|vedrorende|vedr|jf)\\.?:?";

struct Kind {
    Meaning meaning;
    QRegularExpression numbered, named;
};

Kind kind(Meaning meaning, const char* nouns, bool byReference) {
    const QString no = numberWord(), noun = QString("(?:%1)").arg(nouns);
    // "Réf. client" is a customer's number; "Customer reference" is what the customer wants to be printed.
    const QString words = byReference ? QString("(?:%1|ref(?:erence|erenz|erencia|erentie|erens)?)").arg(no) : no;
    const QString behind = noun + "[ .:/'-]*(?:s[ -])?" + words;
    const QString before = QString("(?:%1|ref(?:erence|erencia)?|rif)").arg(no) +
                           "[ .:°º]*(?:(?:de|da|do|di|del|della|du|of|van|voor|til|av|for|dla)\\b ?)?(?:(?:la|le|the|"
                           "l.|el|uw|su|votre|your|din)\\b ?)?(?:d.)?" +
                           noun;
    return {meaning, QRegularExpression("(?<![a-z0-9])(?:" + behind + "|" + before + ")[ .:#°º-]*$"),
            QRegularExpression(
                QString("(?:^[^a-z0-9]*|(?<![a-z])%1 |(?<![a-z])%2 )%3[ .:#°º-]*$").arg(kTheir, kAbout, noun))};
}

}  // namespace

const QString& numberWord() {
    static const QString word(
        "(?:numbers?|no|nos|nr|nrs|num|numm?er|nummeret|numero|numer|n[o°º]?|#|id|kod|code|codigo|codice|cod|"
        "kode)");
    return word;
}

const QString& linkWord() {
    static const QString word(
        "(?:of|from|to|for|on|by|the|no|nr|num|vom|von|zum?|zur|und|fur|am|an|der|den|dem|des|im|du|de|d|la|les?|l|au|"
        "aux|et|en|par|pour|del|los|las|el|al|y|e|con|para|por|della?|di|da|dal|il|lo|gli|i|do|dos|das|em|com|van|"
        "voor|op|te|het|met|tot|z|ze|na|dla|od|nr|av|till?|fran|fra|om|og|och|med|pa|dt|dnia|per)");
    return word;
}

LabelMeaning referenceMeant(const QString& label) {
    static const Kind kinds[] = {kind(Meaning::OrderNumber, kOrder, true),
                                 kind(Meaning::CustomerNumber, kCustomer, false)};
    for (const Kind& one : kinds)
        if (one.numbered.match(label).hasMatch()) return {one.meaning, kNumbered};
    for (const Kind& one : kinds)
        if (one.named.match(label).hasMatch()) return {one.meaning, kNamed};
    static const QRegularExpression vague("(?<![a-z])(?:client|customer|cust) ref(?:erence)?[ .:#]*$");
    if (vague.match(label).hasMatch()) return {Meaning::CustomerNumber, kVague};
    return {};
}

}  // namespace floe
