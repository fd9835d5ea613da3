#include <QRegularExpression>
#include <QSet>
#include <QStringList>
#include <algorithm>

#include "app/extraction/details/parts.h"
#include "app/extraction/facts/page_cells.h"
#include "app/extraction/folded.h"

namespace floe::details {

namespace {

QStringList listed(const char* words) {
    return QString::fromUtf8(words).split(' ', Qt::SkipEmptyParts);
}

/// Parts of words that name what a firm does; languages build words of them in front ("Holzbau") and behind
/// ("builders").
const QStringList& tradeParts() {
    static const QStringList parts = listed(
        "baker backer konditor boulanger patisser panader pastel panific piekarn bageri "
        "butcher metzger fleischer boucher charcut carnicer macell slager rzezni slakter slagter "
        "heizung sanitar luftung klima haustechnik plomb plumb heating hvac fontaner climatiz idraulic termoidr "
        "loodgiet "
        "elektro electri elettric eletric elektri solar photovolt "
        "consult berat conseil asesor consulen advies doradz radgiv "
        "software hardware hosting informati computing datenver programm developp entwickl cloud webdesign technolog "
        "design gestalt graphi grafi studio atelier architekt architect architet arquitect "
        "druckerei printer printing imprim impresor tipograf drukker drukarn tryckeri trykkeri "
        "repair reparat garage werkstatt oficina taller officina warsztat verkstad vaerksted autohaus "
        "transport spedition logist cargo freight courier kurier taxi haulage vervoer przewoz "
        "carpent tischler schreiner menuis ebenist carpinter falegnam timmer stolar snicker snedker holzbau moebel "
        "mobel "
        "furnitur arredament meubel mebl "
        "florist blume fleur flores fior bloem kwiaci blomster garten garden jardin giardin tuin ogrod tradgard "
        "gartner "
        "weinhand weingut winer vigneron bodega cantina wijn winnica vinhandel brewer brauerei brasserie cervec "
        "birrific "
        "brouwer browar bryggeri coffee kaffee cafe roast roster torrefact "
        "restaurant ristorante restaurac catering gastro gasthof gasthaus hotel hostel pension auberge albergo pousada "
        "clean reinigung nettoy limpie pulizi schoonmaa sprzata stadning rengoring "
        "transla uebersetz ubersetz traduct traduc traduz vertal tlumacz oversaet oversatt "
        "electricity energie energy energi gaswerk stadtwerk "
        "dairy molkerei fromag laiter lecher caseific zuivel mleczar mejeri hofladen bauernhof farm ferme granja "
        "fattoria "
        "pharma apothe farmac apotek optik optic dental zahnarzt physio clinic klinik praxis "
        "school schule academy akademie formation schulung training coaching cours kurse "
        "steuer kanzlei rechtsanw lawyer solicitor avocat abogad avvocat advoc notar treuhand account buchhalt comptab "
        "contab "
        "market marketing werbe advertis publicit reklam agentur agency agence agenzia agencia "
        "bau builder building construct constru costruz bouw budow bygg entreprenor dachdeck roof zimmer maler peint "
        "pintor "
        "imbianc schilder malarz malare fliesen stone stein "
        "handel handwerk meisterbetrieb fachbetrieb fachhandel wholesale grosshandel trading negoc comerc commerc "
        "supplies "
        "supplier bedarf ausstatt equipment ecommerce versandhandel buchhandlung bookshop librair libreri publish "
        "verlag wydawn uitgever ksiegarn "
        "bokhandel "
        "fashion moda textil schneider tailor couture shoe schuh chauss zapat calzatur "
        "juwel jewel bijou joyer gioiell uhren "
        "photo foto film video musik music event veranstalt manufaktur manufactur fabri engineer ingenieur ingegner "
        "ingenier "
        "maschinen machin metallbau metal schlosser serrur werkzeug tool outil herramient utensil narzed "
        "dienstleist specialist spezialist specialit specialista especialist "
        "family familien familiale familiar rodzinn maker purveyor");
    return parts;
}

const QSet<QString>& stopWords() {
    static const QStringList words = listed(
        // articles, prepositions and the like
        "the and for with from this that your our are was not all any per each into over more than have been will "
        "der die das und fur mit von den dem des ein eine einer eines einem einen auf aus bei bis nach oder sowie uber "
        "unter "
        "vom zum zur inkl exkl ohne durch wie ihr ihre ihren ihrer unser unsere sind ist wird nicht auch noch jeder "
        "jede "
        "les des une pour avec dans par sur aux est sont votre notre vos nos sans sous entre selon chez leur cette "
        "los las del una por para con sin sobre entre segun como sus este esta desde hasta "
        "gli dei della delle degli nel nella per con senza sulla come dal dalla alla allo sono questo questa "
        "het een van voor met door naar over onder zonder deze dit zijn onze "
        "dos das uma com sem pelo pela entre como esta este nos nas "
        "dla oraz przy pod nad bez jest tego przez "
        "och att det som med till fran for den ett utan efter enligt denna "
        "til fra uden eller efter denne "
        // units, days, months
        "stuck stueck stk piece pieces pcs unit units hour hours hrs stunde stunden std tag tage days monat monate "
        "month "
        "months monthly jahr jahre year years annual week weeks woche wochen minute minutes meter metre metres liter "
        "litre "
        "kilo gramm gram paket packung flasche flaschen bottle bottles karton boxes pack satz set paar pair heure "
        "heures jour "
        "jours mois annee pieza piezas hora horas dias mes meses unidad ora giorni mese mesi pezzo pezzi uur uren "
        "dagen maand "
        "maanden stuks godzina godzin sztuk sztuka miesiac dagar timmar timme manad dage timer maned styk "
        "january february march april june july august september october november december januar februar marz mai "
        "juni juli "
        "oktober dezember janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre enero "
        "febrero marzo "
        "abril mayo junio julio septiembre octubre noviembre diciembre gennaio febbraio aprile maggio giugno luglio "
        "agosto "
        "settembre ottobre novembre dicembre januari februari maart juni augustus janeiro fevereiro marco maio junho "
        "julho "
        "setembro outubro novembro dezembro stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia "
        "pazdziernika "
        "listopada grudnia monday tuesday wednesday thursday friday saturday sunday "
        // what every bill says, and kinds of firms
        "total totale totaal summe gesamt subtotal net netto brutto price preis prix precio prezzo prijs preco cena "
        "pris menge "
        "quantity quantite cantidad quantita aantal quantidade ilosc antal amount betrag montant importe importo "
        "bedrag kwota "
        "belopp belob position artikel article articulo articolo item items description beschreibung bezeichnung "
        "designation "
        "invoice rechnung facture factura fattura factuur fatura faktura service services leistung leistungen gebuhr "
        "fee fees "
        "charge charges plan basic standard extra pauschale forfait rate kosten costs cost period zeitraum limited "
        "company "
        "gmbh mbh corp inc ltd llc sarl sas spol zoo aps holding group gruppe groupe grupo gruppo international size "
        "color "
        "colour farbe grosse type typ model version number nummer numero momsnr ustidnr");
    static const QSet<QString> set(words.begin(), words.end());
    return set;
}

}  // namespace

bool isTradeWord(const QString& foldedWord) {
    const QStringList& parts = tradeParts();
    return std::any_of(parts.begin(), parts.end(), [&](const QString& part) {
        // Short parts only begin a word: "bau" is no part of "Kabau".
        return part.size() <= 5 ? foldedWord.startsWith(part) : foldedWord.contains(part);
    });
}

bool isStopWord(const QString& foldedWord) {
    return stopWords().contains(foldedWord);
}

bool speaksOfTheBill(const QString& text) {
    static const QRegularExpression form = facts::anyCase(QStringLiteral(
        "%|(?<![\\pL])(?:invoices?|bill|receipt|statement|rechnung\\pL*|gutschrift|lieferschein|angebot|factures?|"
        "avoir|"
        "facturas?|fattur[ae]|facturen|factuur|faturas?|faktur\\pL*|rachun\\pL*|paragon|kvitto\\pL*|kvittering\\pL*|"
        "pay|payable|payments?|paid|zahl\\pL*|überweis\\pL*|paiements?|payer|règlement|pago|pagos|pagar|pagament\\pL*|"
        "betal\\pL*|pagamento|płatno\\pL*|zapłat\\pL*|discounts?|rabatt\\pL*|skonto|remise|descuento|sconto|korting|"
        "desconto|rabat\\pL*|shipping|delivery|postage|freight|versand\\pL*|porto|lieferung\\pL*|livraison|frais de "
        "port|envío|"
        "gastos de envío|spedizione|verzend\\pL*|wysyłk\\pL*|frakt\\pL*|fragt|deposit|anzahlung|acompte|"
        "vat|tax|tva|iva|btw|moms|mwst|ust|umsatzsteuer|thank\\pL*|thanks|danke\\pL*|dank|merci|remerci\\pL*|gracias|"
        "grazie|"
        "bedankt|obrigad\\pL*|dziękuj\\pL*|tack|tak|questions?|fragen|contact us|help|happy|welcome|please|bitte|terms|"
        "agb|geschäftsbedingungen|conditions|condiciones|condizioni|voorwaarden|due|fällig\\pL*|days|tagen?|jours|días|"
        "giorni|"
        "dagen|bank\\pL*|accounts?|konto\\pL*|iban|page|seite|copy|kopie|eigentum\\pL*|retention|customers?|kunden?nr|"
        "kundennummer|customer no)(?![\\pL])"));
    return form.match(text).hasMatch();
}

}  // namespace floe::details
