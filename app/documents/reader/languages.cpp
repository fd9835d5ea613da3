#include "app/documents/reader/languages.h"

#include <QSet>
#include <algorithm>

namespace floe::reader {

namespace {

/// Lower case, letters only, without accents: "Fällig:" → "fallig".
QString plain(const QString& text) {
    QString out;
    for (const QChar c : text.normalized(QString::NormalizationForm_D)) {
        if (c == QChar(0xDF)) out += "ss";
        if (c == QChar(0x142) || c == QChar(0x141)) out += 'l';
        if (c == QChar(0xF8) || c == QChar(0xD8)) out += 'o';
        if (c == QChar(0xE6) || c == QChar(0xC6)) out += "ae";
        if (c.isLetter() && c.unicode() < 128) out += c.toLower();
    }
    return out;
}

QSet<QString> plainWords(const QVector<Word>& words) {
    QSet<QString> out;
    for (const Word& word : words) {
        const QString text = plain(word.text);
        if (!text.isEmpty()) out.insert(text);
    }
    return out;
}

QVector<QSet<QString>> ordinarySets() {
    QVector<QSet<QString>> sets;
    for (const Language& language : languages()) {
        const QStringList words = QString(language.ordinary).split(' ');
        sets.append(QSet<QString>(words.begin(), words.end()));
    }
    return sets;
}

}  // namespace

const QVector<Language>& languages() {
    static const QVector<Language> all{
        {"eng", "English",
         "the and of to for is are with this from your you please invoice bill date due amount total subtotal quantity "
         "qty price unit description payment number balance order shipping account customer discount receipt item "
         "address phone paid sales terms thank questions contact within days"},
        {"deu", "German",
         "und der die das den dem des ein eine ist von mit fur auf bei bitte sie ihre unsere wir zum zur rechnung "
         "rechnungsnummer rechnungsdatum datum betrag gesamtbetrag gesamt summe netto nettobetrag brutto mwst "
         "mehrwertsteuer ust steuer menge einzelpreis preis zahlbar fallig stuck kunde kundennummer lieferung "
         "bezeichnung strasse zahlung uberweisung innerhalb tagen abzug konto zzgl inkl nr leistung versand"},
        {"fra", "French",
         "le la les des du et est un une pour par avec sur dans vous votre nous facture date montant total ttc ht tva "
         "quantite prix unitaire designation reglement paiement echeance numero client livraison siret rue adresse "
         "remise acompte merci avant jours commande reference payer net taux"},
        {"spa", "Spanish",
         "el los las del y es un una para por con su fecha factura importe total iva cantidad precio unitario "
         "descripcion pago vencimiento numero cliente nif cif calle direccion base imponible gracias plazo dias "
         "pedido cuenta domicilio concepto cuota emision"},
        {"ita", "Italian",
         "il lo gli di del della dei e un una per con da al alla fattura data importo totale iva quantita prezzo "
         "unitario descrizione pagamento scadenza numero cliente partita imponibile via indirizzo grazie giorni "
         "ordine codice fiscale conto bonifico aliquota sconto documento"},
        {"nld", "Dutch",
         "het een en van voor met op bij uw wij te is dit factuur factuurnummer factuurdatum datum bedrag totaal btw "
         "aantal prijs omschrijving betaling vervaldatum klant klantnummer klantnr rekening rekeningnummer kvk straat "
         "gelieve binnen dagen subtotaal excl incl stuk bestelling levering"},
        {"por", "Portuguese",
         "o os as do da dos das e um uma para por com seu sua fatura data valor total iva quantidade preco unitario "
         "descricao pagamento vencimento numero cliente nif contribuinte rua morada obrigado prazo dias encomenda "
         "conta nota fiscal emissao desconto imposto"},
        {"pol", "Polish",
         "i w z na do od nr dla przez jest faktura data kwota razem vat ilosc cena netto brutto wartosc nazwa platnosc "
         "termin zaplaty sprzedawca nabywca nip ulica rachunek konto sposob wystawienia sprzedazy stawka jm szt "
         "slownie przelew bank towaru uslugi podatku"},
        // Words that both of these have tell neither: "faktura", "moms", "antal", "pris".
        {"swe", "Swedish",
         "och att av till fran ar ett vart oss tack inom dagar fakturanummer fakturadatum datum forfallodatum "
         "forfallodag belopp summa exkl momsreg organisationsnummer kund kundnummer beskrivning benamning betala "
         "betalas betalningsvillkor bankgiro plusgiro oresavrundning leverans artikel artikelnr styck timmar ranta "
         "drojsmalsranta gatan vagen var ert referens godkand skatt"},
        {"dan", "Danish",
         "og at af til fra er et vores tak inden dage fakturanr fakturadato dato forfaldsdato forfald belob ialt "
         "ekskl cvr kunde kundenr kundenummer beskrivelse vare varenr betales betaling betalingsbetingelser venligst "
         "kontonr regnr levering enhed enhedspris stk maengde momsnr momsbelob ved renter gade vej alle jeres "
         "ordrenr rykkergebyr"}};
    return all;
}

const Language* languageOf(const QVector<Word>& words) {
    static const QVector<QSet<QString>> sets = ordinarySets();
    const QSet<QString> seen = plainWords(words);
    int best = 0, most = 0, second = 0;
    for (int i = 0; i < sets.size(); ++i) {
        int hits = 0;
        for (const QString& word : seen) hits += sets[i].contains(word);
        if (hits > most) {
            second = most;
            most = hits;
            best = i;
        } else {
            second = std::max(second, hits);
        }
    }
    return most >= 3 && 2 * most >= 3 * second ? &languages()[best] : nullptr;
}

int ordinaryWords(const QVector<Word>& words) {
    static const QVector<QSet<QString>> sets = ordinarySets();
    int hits = 0;
    for (const QString& word : plainWords(words))
        hits += std::any_of(sets.begin(), sets.end(),
                            [&](const QSet<QString>& set) { return word.size() > 1 && set.contains(word); });
    return hits;
}

}  // namespace floe::reader
