// Bills from German-speaking offices: a letter with two rates of tax, and a credit note.
#include <iterator>

#include "sheet.h"
#include "shipped/shipped.h"

namespace floe::samples {

void drawWorkshop(const QString& file) {
    Sheet sheet(file, Sheet::Paper::A4, "Rechnung 2025-0318");
    sheet.band({0, 0, sheet.width(), 12}, QColor(40, 90, 70));
    sheet.put(-57, 56, "Kesselring Haustechnik GmbH", 15, true);
    sheet.put(-57, 70, "Heizung · Sanitär · Lüftung", 9);
    sheet.put(57, 142, "Kesselring Haustechnik GmbH · Mühlgasse 8 · 34117 Kassel", 6.5);
    sheet.putLines(57, 160, {"Bäckerei Odenthal OHG", "Frau Miriam Odenthal", "Königstor 31", "34119 Kassel"});

    const QStringList facts[] = {{"Rechnungs-Nr.", "2025-0318"},
                                 {"Kunden-Nr.", "10442"},
                                 {"Datum", "18.03.2025"},
                                 {"Leistungsdatum", "12.03.2025"}};
    double y = 160;
    y = sheet.rows(y, 14, {365, -57}, {std::begin(facts), std::end(facts)});

    sheet.put(57, 262, "Rechnung", 15, true);
    sheet.put(57, 282, "Sehr geehrte Frau Odenthal, für die Wartung in Ihrer Backstube berechnen wir:", 9);
    const QList<double> columns{57, 82, -250, -205, -130, -57};
    sheet.row(312, columns, {"Pos.", "Leistung", "Menge", "Einheit", "Einzelpreis", "Gesamt"}, 8.5, true);
    sheet.rule(317, 57, 538);
    sheet.row(333, columns, {"1", "Wartung Gasbrenner", "1", "Stk", "189,00", "189,00"});
    sheet.row(349, columns, {"2", "Monteurstunden", "4,5", "Std", "68,40", "307,80"});
    sheet.row(365, columns, {"3", "Fachbuch „Backöfen richtig pflegen“", "2", "Stk", "24,30", "48,60"});
    sheet.rule(376, 57, 538);
    const QStringList sums[] = {{"Summe netto", "545,40 €"},
                                {"Umsatzsteuer 19 % auf 496,80 €", "94,39 €"},
                                {"Umsatzsteuer 7 % auf 48,60 €", "3,40 €"}};
    y = 394;
    y = sheet.rows(y, 15, {320, -57}, {std::begin(sums), std::end(sums)});
    sheet.rule(y - 9, 320, 538);
    sheet.row(y + 4, {320, -57}, {"Rechnungsbetrag", "643,19 €"}, 10, true);
    sheet.put(57, 490, "Bitte überweisen Sie den Betrag ohne Abzug bis zum 01.04.2025 auf unser unten genanntes Konto.",
              9);

    sheet.rule(765, 57, 538);
    sheet.putLines(57, 778, {"Kesselring Haustechnik GmbH", "Mühlgasse 8, 34117 Kassel", "Telefon 0561 555 0142"}, 10,
                   7);
    sheet.putLines(225, 778, {"Bank: Sparkasse Fuldatal", "IBAN: DE75 5205 0353 0001 2345 67", "BIC: HELADEF1KAS"}, 10,
                   7);
    sheet.putLines(400, 778, {"Amtsgericht Kassel, HRB 20417", "USt-IdNr. DE811569869", "post@kesselring.example"}, 10,
                   7);
}

void drawCreditNote(const QString& file) {
    Sheet sheet(file, Sheet::Paper::A4, "Gutschrift GS-0047");
    sheet.write("DejaVu Serif");
    sheet.put(57, 62, "Weinhandlung Traubengarten", 17, true);
    sheet.put(57, 78, "Inh. Ottilie Brandauer e. K. · Rebenweg 3 · 55116 Mainz", 8.5);
    sheet.putLines(57, 150, {"Gasthof Zur Linde", "Dorfplatz 1", "64404 Bickenbach"});
    sheet.put(57, 232, "Gutschrift GS-0047", 14, true);
    sheet.put(-57, 232, "Mainz, den 7. Mai 2025", 10);
    sheet.put(57, 254, "zu unserer Rechnung R-1893 vom 24. April 2025", 9.5);
    sheet.put(57, 276, "Wir schreiben Ihnen für zurückgenommene Ware gut:", 9.5);
    const QList<double> columns{57, -210, -135, -57};
    sheet.row(304, columns, {"Artikel", "Anzahl", "Preis", "Betrag"}, 9, true);
    sheet.rule(309, 57, 538);
    sheet.row(325, columns, {"Silvaner trocken 0,75 l, Korkfehler", "6", "7,80 €", "46,80 €"}, 9.5);
    sheet.row(341, columns, {"Leergutkiste", "1", "3,20 €", "3,20 €"}, 9.5);
    sheet.rule(350, 57, 538);
    sheet.row(368, {330, -57}, {"Nettobetrag", "50,00 €"}, 9.5);
    sheet.row(383, {330, -57}, {"MwSt. 19 %", "9,50 €"}, 9.5);
    sheet.row(402, {330, -57}, {"Gutschriftsbetrag", "59,50 €"}, 11, true);
    sheet.put(57, 450, "Der Betrag wird mit Ihrer nächsten Rechnung verrechnet.", 9.5);
    sheet.put(57, 800, "Steuernummer 26/010/48215 · traubengarten@wein.example · Tel. 06131 555 0187", 8);
}

}  // namespace floe::samples
