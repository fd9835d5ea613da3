// Bills in Dutch, Polish, Swedish and Danish.
#include <iterator>

#include "sheet.h"
#include "shipped/shipped.h"

namespace floe::samples {

void drawFlorist(const QString& file) {
    Sheet sheet(file, Sheet::Paper::A4, "Factuur 20250088");
    sheet.write("DejaVu Sans", QColor(30, 110, 60));
    sheet.put(57, 64, "Bloemenatelier De Meidoorn", 16, true);
    sheet.write("DejaVu Sans");
    sheet.putLines(380, 92,
                   {"Bloemenatelier De Meidoorn", "Oudegracht 210", "3511 NR Utrecht", "info@meidoorn.example",
                    "KvK 30187254", "Btw NL001234567B13"},
                   12, 8.5);
    sheet.putLines(57, 150, {"Restaurant Het Vergulde Anker", "Havenkade 7", "3011 AA Rotterdam"});
    sheet.put(57, 220, "Factuur", 15, true);
    sheet.row(244, {57, 160}, {"Factuurnummer", "20250088"});
    sheet.row(258, {57, 160}, {"Factuurdatum", "28 maart 2025"});
    sheet.row(272, {57, 160}, {"Vervaldatum", "11 april 2025"});
    const QList<double> columns{57, 110, -150, -57};
    sheet.row(308, columns, {"Aantal", "Omschrijving", "Prijs", "Bedrag"}, 8.5, true);
    sheet.rule(313, 57, 538);
    sheet.row(330, columns, {"12", "Tafelstukken voorjaar", "€ 18,50", "€ 222,00"});
    sheet.row(346, columns, {"2", "Boeket receptie", "€ 45,00", "€ 90,00"});
    sheet.rule(356, 57, 538);
    const QStringList sums[] = {{"Subtotaal", "€ 312,00"}, {"9% btw", "€ 28,08"}};
    double y = 376;
    y = sheet.rows(y, 15, {360, -57}, {std::begin(sums), std::end(sums)});
    sheet.row(y + 4, {360, -57}, {"Totaal", "€ 340,08"}, 11, true);
    sheet.put(57, 470, "Gelieve te betalen op NL91 ABNA 0417 1643 00 onder vermelding van 20250088.", 9);
}

void drawCarrier(const QString& file) {
    Sheet sheet(file, Sheet::Paper::A4, "Faktura VAT 47/06/2025");
    sheet.put(57, 60, "FAKTURA VAT nr 47/06/2025", 14, true);
    sheet.row(82, {57, 175}, {"Data wystawienia:", "16.06.2025"});
    sheet.row(96, {57, 175}, {"Data sprzedaży:", "13.06.2025"});
    sheet.row(110, {57, 175}, {"Termin płatności:", "30.06.2025"});
    sheet.put(57, 145, "Sprzedawca", 9, true);
    sheet.putLines(57, 160, {"Spedycja Bursztyn Sp. z o.o.", "ul. Portowa 15", "81-340 Gdynia", "NIP: 5862014474"}, 13,
                   9);
    sheet.put(310, 145, "Nabywca", 9, true);
    sheet.putLines(310, 160, {"Meblarstwo Jodła S.A.", "ul. Leśna 4", "87-100 Toruń", "NIP: 8790167128"}, 13, 9);
    const QList<double> columns{57, 80, -290, -225, -165, -115, -57};
    sheet.row(240, columns, {"Lp.", "Nazwa usługi", "Ilość", "Cena netto", "Netto", "VAT", "Brutto"}, 8, true);
    sheet.rule(245, 57, 538);
    sheet.row(262, columns, {"1", "Transport palet", "8", "120,00", "960,00", "23%", "1 180,80"}, 8.5);
    sheet.row(278, columns, {"2", "Załadunek", "2", "75,00", "150,00", "23%", "184,50"}, 8.5);
    sheet.rule(288, 57, 538);
    const QStringList sums[] = {
        {"Razem netto", "1 110,00 zł"}, {"VAT 23%", "255,30 zł"}, {"Razem brutto", "1 365,30 zł"}};
    double y = 308;
    y = sheet.rows(y, 15, {370, -57}, {std::begin(sums), std::end(sums)});
    sheet.put(57, 380, "Do zapłaty: 1 365,30 zł", 12, true);
    sheet.put(57, 398, "Słownie: jeden tysiąc trzysta sześćdziesiąt pięć złotych 30/100", 8.5);
    sheet.put(57, 420, "Przelew na konto: PL61 1090 1014 0000 0712 1981 2874", 9);
}

void drawCarpenter(const QString& file) {
    Sheet sheet(file, Sheet::Paper::A4, "Faktura 3051");
    sheet.put(57, 62, "Furulunds Snickeri AB", 16, true);
    sheet.put(-57, 62, "FAKTURA", 14);
    const QStringList facts[] = {{"Fakturanummer", "3051"},
                                 {"Fakturadatum", "2025-02-20"},
                                 {"Förfallodatum", "2025-03-22"},
                                 {"Kundnummer", "118"}};
    double y = 92;
    y = sheet.rows(y, 14, {57, 160}, {std::begin(facts), std::end(facts)});
    sheet.putLines(330, 110, {"Bostadsrättsföreningen Ekorren", "Storgatan 12", "582 23 Linköping"});
    const QList<double> columns{57, -240, -150, -57};
    sheet.row(206, columns, {"Benämning", "Antal", "À-pris", "Belopp"}, 8.5, true);
    sheet.rule(211, 57, 538);
    sheet.row(228, columns, {"Byte av entrédörr", "1", "14 500,00", "14 500,00"});
    sheet.row(244, columns, {"Arbete, timmar", "6", "620,00", "3 720,00"});
    sheet.rule(254, 57, 538);
    const QStringList sums[] = {{"Netto", "18 220,00"}, {"Moms 25 %", "4 555,00"}};
    y = 274;
    y = sheet.rows(y, 15, {360, -57}, {std::begin(sums), std::end(sums)});
    sheet.row(y + 4, {360, -57}, {"Att betala SEK", "22 775,00"}, 11, true);
    sheet.rule(760, 57, 538);
    sheet.putLines(57, 774, {"Furulunds Snickeri AB", "Hantverksgatan 3", "582 78 Linköping"}, 11, 8);
    sheet.putLines(240, 774, {"Org.nr 556677-8899", "Momsreg.nr SE556677889901", "Godkänd för F-skatt"}, 11, 8);
    sheet.putLines(400, 774, {"Bankgiro 5050-1055", "info@furulund.example", "Telefon 013-555 01 70"}, 11, 8);
}

void drawDairy(const QString& file) {
    Sheet sheet(file, Sheet::Paper::A4, "Faktura 88214");
    sheet.putLines(57, 62, {"Klitgårdens Mejeri ApS", "Strandvejen 88", "9480 Løkken", "CVR-nr. 29143218"}, 13, 9.5);
    sheet.put(-57, 66, "Faktura 88214", 16, true);
    sheet.put(-57, 84, "Fakturadato: 4. september 2025", 9);
    sheet.put(-57, 98, "Forfaldsdato: 18. september 2025", 9);
    sheet.putLines(57, 160, {"Café Sommerhuset", "Torvegade 5", "9490 Pandrup"});
    const QList<double> columns{57, -240, -150, -57};
    sheet.row(236, columns, {"Vare", "Antal", "Stk. pris", "I alt"}, 8.5, true);
    sheet.rule(241, 57, 538);
    sheet.row(258, columns, {"Økologisk smør 250 g", "40", "21,50", "860,00"});
    sheet.row(274, columns, {"Flødeis vanilje, 5 liter", "6", "165,00", "990,00"});
    sheet.rule(284, 57, 538);
    const QStringList sums[] = {{"Subtotal", "1.850,00"}, {"Moms 25 %", "462,50"}};
    double y = 304;
    y = sheet.rows(y, 15, {360, -57}, {std::begin(sums), std::end(sums)});
    sheet.row(y + 4, {360, -57}, {"Total DKK", "2.312,50"}, 11, true);
    sheet.put(57, 420, "Betales til reg.nr. 9190 konto 4411220077. Mail: bogholderi@klitgaarden.example", 9);
}

}  // namespace floe::samples
