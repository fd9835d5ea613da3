// Bills in French, Spanish, Italian and Portuguese.
#include <iterator>

#include "sheet.h"
#include "shipped/shipped.h"

namespace floe::samples {

void drawTranslator(const QString& file) {
    Sheet sheet(file, Sheet::Paper::A4, "Facture F2025-041");
    sheet.write("DejaVu Serif");
    sheet.putLines(57, 60,
                   {"Solène Guérandel", "Traductrice indépendante", "17 rue des Tanneurs", "44000 Nantes",
                    "SIRET 840 321 556 00014", "solene@guerandel.example"},
                   13, 9.5);
    sheet.put(-57, 60, "FACTURE", 18, true);
    sheet.putLines(340, 150, {"À l'attention de :", "Éditions du Phare Vert", "3 quai de la Fosse", "33000 Bordeaux"},
                   13, 9.5);
    sheet.putLines(57, 236,
                   {"Facture n° : F2025-041", "Date d'émission : 15 avril 2025", "Date d'échéance : 15 mai 2025"}, 14,
                   9.5);
    const QList<double> columns{57, -240, -150, -57};
    sheet.row(306, columns, {"Désignation", "Quantité", "Prix unitaire", "Montant"}, 9, true);
    sheet.rule(311, 57, 538);
    sheet.row(328, columns, {"Traduction d'un catalogue, par mot", "5 400", "0,11 €", "594,00 €"}, 9.5);
    sheet.row(345, columns, {"Relecture, par heure", "3", "45,00 €", "135,00 €"}, 9.5);
    sheet.rule(356, 57, 538);
    sheet.row(378, {350, -57}, {"Total à payer", "729,00 €"}, 11, true);
    sheet.put(57, 420, "TVA non applicable, article 293 B du CGI.", 9);
    sheet.put(57, 436, "Règlement par virement : IBAN FR14 2004 1010 0505 0001 3M02 606", 9);
}

void drawHotel(const QString& file) {
    Sheet sheet(file, Sheet::Paper::A4, "Factura 25/1187");
    sheet.put(57, 64, "HOTEL MIRADOR DEL SUR", 16, true);
    sheet.putLines(
        57, 82,
        {"Explotaciones Hoteleras Almazara, S.L.", "Paseo Marítimo, 42", "29640 Fuengirola (Málaga)", "CIF: B29805314"},
        12, 8.5);
    sheet.frame({330, 50, 208, 78});
    const QStringList facts[] = {
        {"Nº de factura", "25/1187"}, {"Fecha", "03/08/2025"}, {"Habitación", "214"}, {"Noches", "2"}};
    double y = 67;
    y = sheet.rows(y, 15, {340, -67}, {std::begin(facts), std::end(facts)});
    sheet.put(57, 160, "Cliente", 9, true);
    sheet.putLines(
        57, 175, {"Talleres Bermejo Hermanos, S.A.", "Calle de la Fragua, 9", "28038 Madrid", "NIF: A78210436"}, 13, 9);
    const QList<double> columns{57, 130, -220, -140, -57};
    sheet.row(256, columns, {"Fecha", "Concepto", "Cantidad", "Precio", "Importe"}, 8.5, true);
    sheet.rule(261, 57, 538);
    sheet.row(278, columns, {"01/08/2025", "Habitación doble", "2", "95,00", "190,00"});
    sheet.row(294, columns, {"02/08/2025", "Cena menú del día", "2", "22,00", "44,00"});
    sheet.row(310, columns, {"02/08/2025", "Aparcamiento", "2", "8,00", "16,00"});
    sheet.rule(320, 57, 538);
    const QStringList sums[] = {{"Base imponible", "250,00 €"}, {"IVA 10%", "25,00 €"}};
    y = 340;
    y = sheet.rows(y, 15, {360, -57}, {std::begin(sums), std::end(sums)});
    sheet.row(y + 4, {360, -57}, {"TOTAL FACTURA", "275,00 €"}, 11, true);
    sheet.put(57, 430, "Forma de pago: transferencia. Gracias por su estancia.", 9);
}

void drawPrinter(const QString& file) {
    Sheet sheet(file, Sheet::Paper::A4, "Fattura 118/2025");
    sheet.put(57, 60, "Tipografia Bellosguardo S.r.l.", 14, true);
    sheet.putLines(
        57, 76,
        {"Via dei Cartai 22", "50124 Firenze (FI)", "P. IVA IT01614470485", "amministrazione@bellosguardo.example"}, 12,
        8.5);
    sheet.putLines(
        330, 150,
        {"Spett.le", "Agriturismo La Quercia", "Località Poggio Alto 5", "53100 Siena (SI)", "P. IVA IT00884730528"},
        13, 9.5);
    sheet.band({57, 232, 481, 18}, QColor(240, 228, 214));
    sheet.row(244, {63, 190, 330, -63}, {"Fattura n.", "Data fattura", "Pagamento", "Scadenza"}, 8.5, true);
    sheet.row(264, {63, 190, 330, -63}, {"118/2025", "30/05/2025", "Bonifico 30 gg", "29/06/2025"});
    const QList<double> columns{57, -230, -145, -57};
    sheet.row(306, columns, {"Descrizione", "Q.tà", "Prezzo unit.", "Importo"}, 8.5, true);
    sheet.rule(311, 57, 538);
    sheet.row(328, columns, {"Pieghevoli a tre ante, carta riciclata", "2.000", "0,19", "380,00"});
    sheet.row(344, columns, {"Biglietti da visita", "500", "0,12", "60,00"});
    sheet.row(360, columns, {"Impostazione grafica", "1", "110,00", "110,00"});
    sheet.rule(370, 57, 538);
    const QStringList sums[] = {{"Imponibile", "€ 550,00"}, {"IVA 22%", "€ 121,00"}};
    double y = 388;
    y = sheet.rows(y, 15, {350, -57}, {std::begin(sums), std::end(sums)});
    sheet.row(y + 4, {350, -57}, {"Totale fattura", "€ 671,00"}, 11, true);
    sheet.put(57, 470, "Coordinate bancarie: IBAN IT60 X054 2811 1010 0000 0123 456", 9);
}

void drawGarage(const QString& file) {
    Sheet sheet(file, Sheet::Paper::A4, "Fatura FT 2025/392");
    sheet.write("DejaVu Sans", QColor(150, 40, 30));
    sheet.put(57, 62, "Oficina Ribatejo, Lda.", 16, true);
    sheet.write("DejaVu Sans");
    sheet.putLines(57, 80, {"Rua do Moinho, 118", "2000-247 Santarém", "Portugal", "NIF 501442600"}, 12, 9);
    sheet.put(-57, 62, "Fatura", 16, true);
    const QStringList facts[] = {{"Fatura n.º", "FT 2025/392"},
                                 {"Data de emissão", "11-07-2025"},
                                 {"Data de vencimento", "10-08-2025"},
                                 {"Cliente n.º", "2071"}};
    double y = 84;
    y = sheet.rows(y, 14, {350, -57}, {std::begin(facts), std::end(facts)});
    sheet.put(57, 160, "Exmo.(s) Sr.(s)", 8);
    sheet.putLines(57, 174,
                   {"Transportes Leziria, S.A.", "Avenida 25 de Abril, 60", "2005-159 Santarém", "NIF 502030712"}, 13,
                   9.5);
    const QList<double> columns{57, -250, -160, -57};
    sheet.row(256, columns, {"Descrição", "Quant.", "Preço unit.", "Total"}, 8.5, true);
    sheet.rule(261, 57, 538);
    sheet.row(278, columns, {"Mudança de óleo e filtro", "1", "85,00", "85,00"});
    sheet.row(294, columns, {"Pastilhas de travão", "4", "32,50", "130,00"});
    sheet.row(310, columns, {"Mão de obra, horas", "2,5", "36,00", "90,00"});
    sheet.rule(320, 57, 538);
    const QStringList sums[] = {{"Total ilíquido", "305,00 €"}, {"IVA 23%", "70,15 €"}};
    y = 340;
    y = sheet.rows(y, 15, {350, -57}, {std::begin(sums), std::end(sums)});
    sheet.row(y + 4, {350, -57}, {"Total a pagar", "375,15 €"}, 11, true);
    sheet.put(57, 440, "IBAN PT50 0002 0123 1234 5678 9015 4", 9);
}

}  // namespace floe::samples
