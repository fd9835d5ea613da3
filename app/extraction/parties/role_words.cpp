#include "app/extraction/parties/role_words.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>
#include <algorithm>

#include "app/extraction/folded.h"
#include "app/extraction/parties/address_lines.h"

namespace floe::parties {

namespace {

struct Row {
    Role role;
    double weight;
    const char* words;  // folded; those of two words and more may stand before a value without a colon
};

constexpr Row kRows[] = {
    // en
    {Role::Seller, 3,
     "seller|vendor|supplier|sold by|receipt from|your receipt from|your invoice from|statement from|sold and shipped "
     "by|issued by|invoice from|bill from|billed by|billing from|"
     "invoiced by|service provider|issuer|seller details|vendor details|supplier details|seller information|"
     "seller name|vendor name|supplier name|company details|name of seller|name of supplier|biller|merchant|"
     "merchant name|provider|your supplier|details of supplier|supplied by|provided by|"
     "services provided by|invoice issued by|business name|seller/supplier|issuer "
     "name|landlord|consignor|shipper/exporter|exporter"},
    {Role::Seller, 2, "from|sender|our company|registered office|our details|our address"},
    {Role::Buyer, 3,
     "buyer|bill to|billed to|billing to|invoice to|invoiced to|sold to|customer|client|purchaser|bill to address|"
     "billing address|invoice address|customer details|client details|buyer details|customer name|client name|"
     "buyer name|name of buyer|name of customer|customer information|billing details|billing information|"
     "billing contact|customer address|charge to|bill-to party|bill-to|sold-to party|sold-to|account of|guest name|"
     "guest|invoice recipient|invoicee|details of receiver|billed to name|prepared for|issued to|invoice for|payer|"
     "subscriber|policyholder|tenant|patient|recipient of invoice|order placed by|ordered by|billing "
     "name|bill to name|customer billing address|billed customer|account of customer|customer/bill to|invoice name|"
     "registered customer|cardholder|buyer/recipient|billing to address|debtor"},
    {Role::Buyer, 2, "to|recipient|addressee|account name and address"},
    {Role::Delivery, 3,
     "ship to|shipped to|deliver to|delivered to|delivery to|delivery address|shipping address|ship-to|ship to address|"
     "ship-to party|consignee|site address|goods recipient|place of delivery|delivery point|shipping information|"
     "shipping details|delivery details|service address|supply address|installation address|property address|"
     "deliver-to|shipping to|ship from|warehouse|warehouse address"},
    {Role::Payee, 1.2,
     "remit to|payment to|payments to|bank transfer to|payable to|make payable to|make checks payable to|make cheques "
     "payable to|please make payable to|"
     "pay to|payee|beneficiary|beneficiary name|account holder|account holder name|account name|name of account|"
     "name of account holder|remittance address|remit payment to|in favour of|in favor of"},
    // de
    {Role::Seller, 3,
     "verkaufer|lieferant|leistungserbringer|leistender unternehmer|rechnungssteller|rechnungsaussteller|"
     "rechnung von|rechnungsersteller|anbieter|auftragnehmer|dienstleister|aussteller|angaben zum verkaufer|"
     "verkauf durch|verkauft von|verkauferdaten|ihr dienstleister|vermieter|angaben zum leistungserbringer|"
     "rechnungsabsender|rechnung durch|leistender|ausgestellt von|ausgestellt durch|angaben des verkaufers"},
    {Role::Seller, 2, "von|absender|unsere firma|unsere anschrift|firmensitz|versicherer"},
    {Role::Buyer, 3,
     "kaufer|kunde|rechnung an|rechnungsempfanger|rechnungsadresse|rechnungsanschrift|leistungsempfanger|auftraggeber|"
     "besteller|kunden|kundin|kundendaten|kundenanschrift|kundenadresse|kundenname|angaben zum kaufer|mieter|"
     "abweichender rechnungsempfanger|rechnungsempfangerin|rechnung fur|ausgestellt fur|auftraggeberin|"
     "versicherungsnehmer|patientin|kaufer/leistungsempfanger|gast|debitor|zahlungspflichtiger|rechnung geht "
     "an|rechnung an firma|"
     "rechnungsempfanger/in|ihre anschrift|ihre daten|vertragspartner|anschlussinhaber|ihre rechnungsanschrift"},
    {Role::Buyer, 2, "an|an die|empfanger|adressat"},
    {Role::Delivery, 3,
     "lieferadresse|lieferanschrift|lieferung an|versandadresse|versandanschrift|warenempfanger|leistungsort|lieferort|"
     "abweichender warenempfanger|abweichende lieferadresse|abweichende lieferanschrift|lieferempfanger|objekt|"
     "verbrauchsstelle|lieferstelle|abnahmestelle|entnahmestelle|einsatzort|versand an|abladestelle"},
    {Role::Payee, 1.2,
     "kontoinhaber|kontoinhaberin|zahlungsempfanger|abweichender zahlungsempfanger|begunstigter|verkaufer-kontoname|"
     "kontoname|zahlbar an"},
    // fr
    {Role::Seller, 3,
     "vendeur|fournisseur|prestataire|emetteur|emis par|vendu par|emetteur de la facture|societe emettrice|"
     "facture emise par|prestataire de services|vos coordonnees fournisseur|bailleur|"
     "identite du vendeur|societe prestataire|coordonnees du vendeur|emise par|facture de"},
    {Role::Seller, 2, "de|de la part de|expediteur|notre societe|siege social"},
    {Role::Buyer, 3,
     "client|acheteur|facture a|facture pour|facturation a|adresse de facturation|adresse facturation|adresse client|"
     "factura a|preneur|nom du client|votre adresse|nom de labonne|abonne|coordonnees client|coordonnees du client|"
     "facturer a|adresse a|titulaire du contrat|locataire|donneur dordre|nom client|client facture|client final|"
     "societe cliente|nom et adresse du client|coordonnees de facturation|identite du client|"
     "destinataire de la facture"},
    {Role::Buyer, 2, "a|a lattention de|destinataire|pour"},
    {Role::Delivery, 3,
     "livre a|adresse de livraison|livraison a|lieu de livraison|destinataire livraison|adresse livraison|"
     "adresse de linstallation|adresse dintervention|lieu dintervention|expedie a|chantier|"
     "lieu de consommation|point de livraison|adresse du point de livraison"},
    {Role::Payee, 1.2, "titulaire du compte|titulaire|beneficiaire|a lordre de|ordre"},
    // es
    {Role::Seller, 3,
     "vendedor|emisor|proveedor|emitida por|emitido por|datos del emisor|datos de la empresa|vendido por|datos del "
     "proveedor|datos del vendedor|facturado por|arrendador|prestador del servicio|prestador"},
    {Role::Seller, 2, "empresa|remitente"},
    {Role::Buyer, 3,
     "cliente|comprador|facturar a|facturado a|datos del cliente|datos cliente|datos de facturacion|direccion de "
     "facturacion|nombre del cliente|factura a|receptor|datos del receptor|datos del comprador|arrendatario|"
     "direccion fiscal|datos fiscales del cliente|titular del contrato|nombre cliente|destinatario de la factura|"
     "cliente final|datos facturacion|razon social cliente|titular del suministro|datos del titular"},
    {Role::Buyer, 2, "para|destinatario|a la atencion de|senores"},
    {Role::Delivery, 3,
     "enviar a|direccion de entrega|entregar en|direccion de envio|lugar de entrega|entregar a|enviado a|"
     "direccion del suministro|direccion de suministro|punto de suministro|datos de envio|datos de entrega"},
    {Role::Payee, 1.2, "titular de la cuenta|titular|beneficiario|a nombre de|a favor de"},
    // it
    {Role::Seller, 3,
     "venditore|fornitore|cedente|cedente/prestatore|cedente prestatore|emittente|emessa da|emesso da|venduto da|"
     "dati del fornitore|dati fornitore|dati venditore|prestatore|locatore|mittente"},
    {Role::Seller, 2, "da|ditta"},
    {Role::Buyer, 3,
     "cliente|intestatario|fatturare a|acquirente|committente|cessionario|cessionario/committente|cessionario "
     "committente|fatturato a|intestata a|dati cliente|dati del cliente|dati di fatturazione|indirizzo di "
     "fatturazione|spettabile cliente|compratore|intestazione fattura|intestatario fattura|conduttore|dati acquirente|"
     "destinatario fattura|cliente/destinatario|fattura a|fatturazione a|intestatario del contratto"},
    {Role::Buyer, 2, "destinatario|alla cortese attenzione di|intestazione"},
    {Role::Delivery, 3,
     "spedire a|indirizzo di consegna|luogo di consegna|destinazione merce|destinazione|consegnare a|indirizzo di "
     "spedizione|luogo di destinazione|indirizzo spedizione|indirizzo di fornitura|punto di fornitura|punto di "
     "prelievo|consegna a"},
    {Role::Payee, 1.2, "intestatario del conto|intestatario conto|conto intestato a|beneficiario del pagamento"},
    // nl
    {Role::Seller, 3,
     "verkoper|leverancier|verkocht door|gefactureerd door|dienstverlener|opdrachtnemer|factuur van|uitgever|"
     "verkopende partij|verhuurder|gegevens leverancier"},
    {Role::Seller, 2, "van|afzender|onze gegevens"},
    {Role::Buyer, 3,
     "klant|koper|factuuradres|factuur aan|gefactureerd aan|afnemer|opdrachtgever|klantgegevens|factuurgegevens|"
     "facturatieadres|adres klant|debiteur|huurder|naam klant|klantnaam|factureren aan|facturatie aan|"
     "factuurontvanger|contractant|uw gegevens|"
     "factuurgegevens klant|factuur voor|besteld door"},
    {Role::Buyer, 2, "aan|ontvanger|geadresseerde"},
    {Role::Delivery, 3,
     "afleveradres|bezorgadres|leveren aan|verzenden naar|leveradres|verzendadres|levering aan|geleverd aan|"
     "leveringsadres|verzonden naar|verbruiksadres|aansluitadres|leveringspunt"},
    {Role::Payee, 1.2, "rekeninghouder|ten name van|t.n.v.|tnv|begunstigde|naam rekeninghouder"},
    // pl
    {Role::Seller, 3,
     "sprzedawca|sprzedawane przez|sprzedaje|wystawione przez|wystawca|dostawca|uslugodawca|dane "
     "sprzedawcy|sprzedajacy|wystawca faktury|zleceniobiorca|"
     "wykonawca|podatnik|wynajmujacy"},
    {Role::Seller, 2, "od|nadawca"},
    {Role::Buyer, 3,
     "nabywca|kupujacy|odbiorca faktury|klient|platnik|zamawiajacy|dane nabywcy|dane klienta|uslugobiorca|"
     "zleceniodawca|nabywca/platnik|nabywca / odbiorca|nabywca i odbiorca|najemca|faktura dla|dane kupujacego|nazwa "
     "nabywcy|"
     "platnik/nabywca|kupujacy/platnik|zleceniodawca/nabywca"},
    {Role::Buyer, 2, "dla|kontrahent"},
    {Role::Delivery, 3,
     "adres dostawy|wysylka do|miejsce dostawy|dostawa do|adres wysylki|odbiorca|dane do wysylki|adres do wysylki|"
     "punkt dostawy|punkt poboru|miejsce poboru|adres poboru"},
    {Role::Payee, 1.2, "wlasciciel rachunku|posiadacz rachunku|odbiorca przelewu|nazwa odbiorcy"},
    // pt
    {Role::Seller, 3,
     "emitente|fornecedor|prestador|prestador de servicos|emitido por|emitida por|dados do emitente|vendido por|"
     "dados do fornecedor|dados do vendedor|senhorio"},
    {Role::Seller, 2, "remetente"},
    {Role::Buyer, 3,
     "faturar a|faturado a|dados do cliente|adquirente|tomador|tomador de servicos|morada de faturacao|endereco de "
     "faturacao|endereco de faturamento|dados do comprador|nome do cliente|dados de faturacao|faturar para|"
     "facturado a|morada do cliente|inquilino|adquirente dos bens|dados do adquirente|"
     "cliente/adquirente|nome/morada do cliente|titular do contrato"},
    {Role::Buyer, 2, "exmo.(s) sr.(s)|exmos. srs.|exmos senhores"},
    {Role::Delivery, 3,
     "entregar em|morada de entrega|local de entrega|endereco de entrega|local de descarga|enviar para|"
     "morada de envio|local de carga|morada de descarga|local de consumo|ponto de entrega|morada de fornecimento"},
    {Role::Payee, 1.2, "titular da conta|nome do titular|favorecido"},
    // sv, da
    {Role::Seller, 3,
     "saljare|leverantor|solgt af|saljs av|sald av|saljes af|sælges af|utfardad av|udstedt af|faktura "
     "fra|utfardare|saelger|leverandor|udsteder|sælger|leverandør"},
    {Role::Seller, 2, "fran|avsandare|fra|afsender"},
    {Role::Buyer, 3,
     "kund|fakturaadress|faktureras|kopare|bestallare|faktureringsadress|kunde|faktureres til|fakturaadresse|kober|"
     "faktureras till|fakturamottagare"},
    {Role::Buyer, 2, "till|til|mottagare|modtager|bestiller"},
    {Role::Delivery, 3,
     "leveransadress|levereras till|skickas till|leverans till|godsadress|leveringsadresse|leveres til|sendes til|"
     "levering til|varemodtager|anlaggningsadress|forbrukningsstalle|uttagspunkt|forbrugssted|forbrugsadresse|"
     "leveringssted|installationsadresse"},
    // all
    {Role::Contact, 1,
     "sales contact|contact person|contact|ansprechpartner|ansprechpartnerin|ihr ansprechpartner|sachbearbeiter|"
     "bearbeiter|kontakt|contact commercial|votre contact|interlocuteur|votre conseiller|persona de contacto|contacto|"
     "comercial|riferimento|referente|contactpersoon|osoba kontaktowa|kontaktperson|vendedor responsavel|"
     "account manager|vendedora|verkauferin|salesperson|sales rep|verkaufer/in|abteilung|department"},
};

struct Meaning {
    Role role = Role::None;
    double weight = 0;
    bool several = false;  // words
};

/// Letters and digits alone, so that spaces within words do not matter.
QString squeezed(const QString& text) {
    QString out;
    for (const QChar c : folded(text))
        if (c.isLetterOrNumber() || c == '/') out += c;
    return out;
}

const QHash<QString, Meaning>& table() {
    static const QHash<QString, Meaning> all = [] {
        QHash<QString, Meaning> made;
        for (const Row& row : kRows)
            for (const QString& words : QString::fromUtf8(row.words).split('|'))
                if (!made.contains(squeezed(words)))
                    made.insert(squeezed(words), {row.role, row.weight, words.contains(' ')});
        return made;
    }();
    return all;
}

/// "Käufer/Leistungsempfänger", "Bill to & ship to": every part must be a label; the first says which.
Meaning meaningOfWhole(const QString& text) {
    static const QRegularExpression parts(" ?[/&+|] ?| (?:and|und|et|y|e|en|i|oder|or) "), brackets("\\([^)]*\\)");
    const Meaning known = table().value(squeezed(text));
    if (known.role != Role::None) return known;
    QString bare = text;
    bare.remove(brackets);
    const Meaning without = bare == text ? Meaning() : table().value(squeezed(bare));
    if (without.role != Role::None) return without;
    const QStringList all = bare.split(parts, Qt::SkipEmptyParts);
    if (all.size() < 2 || all.size() > 3) return {};
    Meaning first;
    for (const QString& part : all) {
        const Meaning one = table().value(squeezed(part));
        if (one.role == Role::None) return {};
        if (first.role == Role::None) first = one;
    }
    return first;
}

bool isEnd(QChar c) {
    return c.isSpace() || c == ':' || c == '-' || c == QChar(0x2013) || c == '.' || c == '#';
}

qsizetype afterBlanks(const QString& text, qsizetype at) {
    while (at < text.size() && isEnd(text[at])) ++at;
    return at;
}

}  // namespace

RoleLabel roleOf(const QString& text) {
    constexpr qsizetype kLongestLabel = 44, kLongWord = 12;                                        // letters
    if (text.size() == 2 && text[0].isUpper() && text[1].isUpper() && isCountry(text)) return {};  // "DE", not "De"
    const auto label = [](const Meaning& m, qsizetype length) { return RoleLabel{m.role, m.weight, length}; };
    if (text.size() <= kLongestLabel)
        if (const Meaning whole = meaningOfWhole(text); whole.role != Role::None) return label(whole, text.size());
    const qsizetype colon = text.indexOf(':');
    if (colon > 0 && colon <= kLongestLabel) {
        const Meaning before = meaningOfWhole(text.left(colon));
        if (before.role != Role::None) return label(before, afterBlanks(text, colon));
        return {};
    }
    for (qsizetype space = text.lastIndexOf(' ', kLongestLabel); space > 0; space = text.lastIndexOf(' ', space - 1)) {
        const Meaning words = table().value(squeezed(text.left(space)));
        const qsizetype rest = afterBlanks(text, space);
        if (words.role == Role::None || rest >= text.size() || !(text[rest].isUpper() || text[rest].isDigit()))
            continue;
        const bool company = words.weight > 2.5 && legalFormEnd(text.mid(rest)) > 0;
        const bool plain = words.weight > 2.5 && space >= kLongWord;  // "Rechnungsempfänger Rolf Reh"
        if (words.several || company || plain) return label(words, rest);
    }
    return {};
}

qsizetype payeeLabelEnd(const QString& text) {
    static const QRegularExpression form(
        "\\b(?:kontoinhaber(?:in)?|account (?:holder|name)|beneficiary|titulaire(?: du "
        "compte)?|beneficiaire|titular(?: "
        "(?:de la cuenta|da conta))?|beneficiario|intestatario(?: (?:del )?conto)?|(?:conto )?intestato a|"
        "rekeninghouder|ten name van|t\\.?n\\.?v\\.?|wlasciciel rachunku|posiadacz rachunku|zahlungsempfanger|payable "
        "to|in favou?r of|a lordre de)\\b(?: name)? ?[:.]? *");
    const auto match = form.match(folded(text));
    return match.hasMatch() ? match.capturedEnd() : -1;
}

PartKey partKeyOf(const QString& key) {
    static const QRegularExpression name(
        "^(?:name|firma|firmenname|unternehmen|company|company name|full name|nom|raison sociale|societe|nombre|razon "
        "social|nombre/razon social|empresa|nome|denominazione|ragione sociale|naam|bedrijf|bedrijfsnaam|nazwa|nazwa "
        "firmy|imie i nazwisko|namn|navn)$"),
        address(
            "^(?:anschrift|adresse|address|strase|strasse|street|plz|ort|plz/ort|plz, ort|postleitzahl|stadt|city|town|"
            "post ?code|zip(?: code)?|country|land|pays|rue|code postal|ville|direccion|domicilio|codigo postal|"
            "poblacion|ciudad|pais|indirizzo|via|cap|citta|comune|paese|sede|adres|straat|postcode|plaats|ulica|"
            "kod pocztowy|miejscowosc|kraj|morada|endereco|localidade|cidade|adress|street address|postal address|"
            "registered address|indirizzo|osoite|adr\\.?)$"),
        person(
            "^(?:ansprechpartner|kontakt|contact|contact person|attn|attention|contacto|contatto|contactpersoon|"
            "abteilung|department|a lattention de|referente|osoba kontaktowa|kontaktperson|z\\.? ?hd\\.?)$"),
        email("^(?:e-?mail|mail|courriel|email address|correo(?: electronico)?|posta elettronica|e-mailadres)$"),
        phone("^(?:tel\\.?|telefon|phone|fon|telephone|telefono|telefoon|telefone|tlf\\.?|mobil|mobile)$");
    QString words = folded(key).trimmed();
    while (!words.isEmpty() && (words.back() == ':' || words.back() == ' ' || words.back() == '.')) words.chop(1);
    words.remove('\'').remove(QChar(0x2019));
    static const QRegularExpression counted(  // "Address 1", "Address line 2"
        " ?(?:line|ligne|zeile|linea|riga|regel|linia|wiersz|linha|rad|linje)? ?\\d$");
    words.remove(counted);
    if (std::none_of(words.begin(), words.end(), [](QChar c) { return c.isLetter(); })) return PartKey::None;
    const std::pair<const QRegularExpression*, PartKey> kinds[] = {{&name, PartKey::Name},
                                                                   {&address, PartKey::Address},
                                                                   {&person, PartKey::Person},
                                                                   {&email, PartKey::Email},
                                                                   {&phone, PartKey::Phone}};
    for (const auto& [form, kind] : kinds)
        if (form->match(words).hasMatch()) return kind;
    return PartKey::Other;
}

}  // namespace floe::parties
