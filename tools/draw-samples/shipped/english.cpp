// Bills in English: electricity with an earlier balance, a cash desk's receipt, software for another EU country.
#include <iterator>

#include "sheet.h"
#include "shipped/shipped.h"

namespace floe::samples {

void drawElectricity(const QString& file) {
    Sheet sheet(file, Sheet::Paper::A4, "Electricity bill");
    sheet.band({0, 0, sheet.width(), 70}, QColor(18, 60, 110));
    sheet.write("DejaVu Sans", Qt::white);
    sheet.put(45, 44, "Lowmoor Energy", 20, true);
    sheet.put(-45, 44, "Your electricity bill", 13);
    sheet.write("DejaVu Sans");
    sheet.putLines(45, 110, {"Mr Idris Wardle", "14 Hawthorn Close", "Skipton", "BD23 1XZ"});
    const QStringList facts[] = {{"Customer number", "8820 4471"},
                                 {"Bill number", "LE-77120934"},
                                 {"Bill date", "9 January 2025"},
                                 {"Please pay by", "23 January 2025"}};
    double y = 110;
    y = sheet.rows(y, 15, {330, -45}, {std::begin(facts), std::end(facts)});
    sheet.put(45, 205, "From 1 October to 31 December 2024, meter 55 102 887", 9);

    sheet.put(45, 236, "What you used", 11, true);
    const QList<double> columns{45, -240, -140, -45};
    sheet.row(256, columns, {"Charge", "Units", "Rate", "Amount"}, 8.5, true);
    sheet.rule(261, 45, 550);
    sheet.row(277, columns, {"Energy, kWh", "640", "£0.2450", "£156.80"});
    sheet.row(293, columns, {"Standing charge, days", "92", "£0.6000", "£55.20"});
    sheet.rule(303, 45, 550);
    const QStringList sums[] = {
        {"Charges before VAT", "£212.00"}, {"VAT at 5%", "£10.60"}, {"Total charges this quarter", "£222.60"}};
    y = 320;
    y = sheet.rows(y, 15, {310, -45}, {std::begin(sums), std::end(sums)});

    sheet.frame({300, 385, 250, 72});
    sheet.row(404, {310, -55}, {"Already paid in advance", "£60.00"});
    sheet.row(440, {310, -55}, {"Amount due", "£162.60"}, 12, true);
    sheet.putLines(45, 404, {"Pay by bank transfer", "Sort code 20-00-00, account 55779911", "Reference LE-77120934"},
                   13, 9);
    sheet.putLines(
        45, 770,
        {"Lowmoor Energy Ltd, Beacon House, 2 Mill Lane, Bradford BD1 2QT. Registered in England no. 07715520.",
         "VAT no. GB 365 4621 33. Questions? Call 0113 496 0155 or write to bills@lowmoor.example"},
        11, 7.5);
}

void drawReceipt(const QString& file) {
    Sheet sheet(file, Sheet::Paper::Roll, "Receipt");
    sheet.write("DejaVu Sans Mono");
    const auto middle = [&](double y, const QString& text, double size = 7.5, bool bold = false) {
        sheet.put((sheet.width() - 0.602 * size * static_cast<double>(text.size())) / 2, y, text, size, bold);
    };
    middle(34, "CORNERSTONE HARDWARE", 11, true);
    middle(48, "27 Harbour Street");
    middle(59, "Galway, H91 X4P2");
    middle(70, "Ireland");
    middle(81, "VAT Reg IE6388047V");
    const QStringList lines[] = {{"2 x Paint brush 50mm @ 6.50", "13.00"},
                                 {"1 x Primer white 2.5l", "34.95"},
                                 {"3 x Sandpaper P120 @ 1.35", "4.05"}};
    sheet.put(12, 106, "Receipt no. 004-11872", 7.5);
    sheet.put(12, 117, "14/02/2025 16:42   Till 4", 7.5);
    sheet.rule(125, 12, 215);
    double y = 138;
    y = sheet.rows(y, 13, {12, -12}, {std::begin(lines), std::end(lines)}, 7.5);
    sheet.rule(y - 5, 12, 215);
    sheet.row(y + 10, {12, -12}, {"TOTAL EUR", "52.00"}, 10, true);
    sheet.row(y + 26, {12, -12}, {"Cash", "60.00"}, 7.5);
    sheet.row(y + 37, {12, -12}, {"Change", "8.00"}, 7.5);
    sheet.row(y + 58, {12, -12}, {"VAT 23% incl. on 42.28", "9.72"}, 7.5);
    middle(y + 90, "Thank you, call again");
}

void drawSoftware(const QString& file) {
    Sheet sheet(file, Sheet::Paper::A4, "Invoice INV-2025-00719");
    sheet.write("DejaVu Sans", QColor(70, 70, 160));
    sheet.put(50, 66, "quillbyte", 22, true);
    sheet.write("DejaVu Sans");
    sheet.put(-50, 62, "INVOICE", 13, true);
    sheet.row(100, {50, 190, 330, -50}, {"Invoice number", "Invoice date", "Terms", "Due date"}, 8);
    sheet.row(115, {50, 190, 330, -50}, {"INV-2025-00719", "2025-06-02", "Net 30", "2025-07-02"}, 10, true);
    sheet.put(50, 155, "From", 8);
    sheet.putLines(50, 169,
                   {"Quillbyte Software Ltd", "5 Grand Canal Wharf", "Dublin D04 K7X2", "Ireland", "VAT IE3429610CH"},
                   13, 9);
    sheet.put(320, 155, "Bill to", 8);
    sheet.putLines(
        320, 169, {"Tessel Werkstatt GmbH", "Gerberstraße 19", "70178 Stuttgart", "Germany", "VAT DE136695976"}, 13, 9);
    const QList<double> columns{50, -250, -150, -50};
    sheet.band({50, 252, 495, 18}, QColor(236, 236, 246));
    sheet.row(264, columns, {"Description", "Qty", "Unit price", "Amount"}, 8.5, true);
    sheet.row(288, columns, {"Team plan, June 2025", "12", "€14.00", "€168.00"});
    sheet.row(306, columns, {"Extra storage 100 GB", "3", "€9.50", "€28.50"});
    sheet.rule(318, 50, 545);
    sheet.row(338, {340, -50}, {"Subtotal", "€196.50"});
    sheet.row(353, {340, -50}, {"VAT 0% (reverse charge)", "€0.00"});
    sheet.row(374, {340, -50}, {"Total due", "€196.50"}, 11, true);
    sheet.putLines(50, 430,
                   {"Reverse charge: VAT is to be accounted for by the recipient.",
                    "IBAN IE64 IRCE 9205 0112 3456 78   BIC IRCEIE2D"},
                   13, 8.5);
    sheet.put(50, 800, "billing@quillbyte.example · www.quillbyte.example", 8);
}

}  // namespace floe::samples
