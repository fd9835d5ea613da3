#include <QGuiApplication>
#include <QImage>

#include "bills.h"
#include "sheet.h"

namespace floe::samples {

namespace {

void germanPage(Sheet& sheet) {
    sheet.put(57, 60, "Brunnhuber Werkzeugbau GmbH", 14, true);
    sheet.putLines(57, 76, {"Lindenweg 14", "83022 Rosenheim", "Deutschland", "rechnung@brunnhuber.example"}, 13, 9);
    sheet.putLines(57, 160, {"Hafenmeister & Söhne KG", "Am Sandtorkai 7", "20457 Hamburg"}, 13);

    sheet.put(57, 240, "Rechnung", 16, true);
    sheet.putLines(360, 160, {"Rechnungsnummer", "Rechnungsdatum", "Fällig am"}, 13, 9);
    sheet.putLines(470, 160, {"RE-2024-0117", "03.04.2024", "17.04.2024"}, 13, 9);

    const double columns[] = {-232, -152, -57};
    const QString heads[] = {"Menge", "Einzelpreis", "Betrag"};
    sheet.put(57, 276, "Bezeichnung", 9, true);
    for (int i = 0; i < 3; ++i) sheet.put(columns[i], 276, heads[i], 9, true);
    sheet.rule(282, 57, 538);
    const QString lines[][4] = {{"Spannbacken, gehärtet", "12", "84,50", "1.014,00"},
                                {"Lohnfräsen, Stunden", "3,5", "62,00", "217,00"},
                                {"Versand", "1", "9,90", "9,90"}};
    double y = 298;
    for (const auto& line : lines) {
        sheet.put(57, y, line[0], 9);
        for (int i = 0; i < 3; ++i) sheet.put(columns[i], y, line[i + 1], 9);
        y += 16;
    }
    sheet.rule(y, 57, 538);
    const QString sums[][2] = {
        {"Nettobetrag", "1.240,90 €"}, {"zzgl. 19 % MwSt.", "235,77 €"}, {"Gesamtbetrag", "1.476,67 €"}};
    for (const auto& sum : sums) {
        y += 16;
        sheet.put(330, y, sum[0], 9, sum[0] == "Gesamtbetrag");
        sheet.put(-57, y, sum[1], 9, sum[0] == "Gesamtbetrag");
    }
    sheet.put(57, 780, "Zahlbar innerhalb von 14 Tagen ohne Abzug.", 8);
}

}  // namespace

void drawGerman(const QString& file) {
    Sheet sheet(file, Sheet::Paper::A4, "Rechnung RE-2024-0117");
    germanPage(sheet);
}

void drawTwoPages(const QString& file) {
    Sheet sheet(file, Sheet::Paper::A4, "Invoice 2291");
    sheet.put(57, 60, "Thistledown Office Supplies Ltd", 14, true);
    sheet.putLines(57, 76, {"9 Cooper's Row", "Leeds LS1 4AP", "United Kingdom"}, 13, 9);
    sheet.putLines(57, 150, {"Invoice to", "Marrow & Pike LLP", "22 Quay Street", "Bristol BS1 4DJ"}, 13);
    sheet.putLines(380, 150, {"Invoice no.", "Date", "Due"}, 13);
    sheet.putLines(460, 150, {"2291", "14 February 2025", "16 March 2025"}, 13);

    double y = 240;
    const auto head = [&] {
        sheet.put(57, y, "Item", 9, true);
        sheet.put(-232, y, "Qty", 9, true);
        sheet.put(-152, y, "Price", 9, true);
        sheet.put(-57, y, "Amount", 9, true);
        y += 18;
    };
    head();
    for (int i = 1; i <= 40; ++i) {  // line i: i pieces at £2.00
        if (y > 780) {
            sheet.newPage();
            y = 60;
            head();
        }
        sheet.put(57, y, QString("Ring binder, size %1").arg(i), 9);
        sheet.put(-232, y, QString::number(i), 9);
        sheet.put(-152, y, "£2.00", 9);
        sheet.put(-57, y, QString("£%1.00").arg(2 * i), 9);
        y += 16;
    }
    y += 12;
    const QString sums[][2] = {{"Subtotal", "£1,640.00"},
                               {"VAT 20%", "£328.00"},
                               {"Total", "£1,968.00"},
                               {"Paid", "£968.00"},
                               {"Balance due", "£1,000.00"}};
    for (const auto& sum : sums) {
        sheet.put(360, y, sum[0], 9);
        sheet.put(-57, y, sum[1], 9);
        y += 15;
    }
}

void drawPile(const QString& file) {
    Sheet sheet(file, Sheet::Paper::A4, "Rechnungen");
    const auto page = [&](int bill, int number, int of) {
        sheet.put(57, 60, "Brunnhuber Werkzeugbau GmbH", 14, true);
        sheet.put(57, 240, "Rechnung", 16, true);
        sheet.putLines(360, 160, {"Rechnungsnummer", "Rechnungsdatum"}, 13, 9);
        sheet.putLines(470, 160, {QString("RE-2024-011%1").arg(bill), "03.04.2024"}, 13, 9);
        sheet.put(57, 298, QString("Spannbacken Größe %1").arg(number), 9);
        sheet.put(-57, 298, "50,00", 9);
        sheet.put(57, 780, QString("Seite %1 von %2").arg(number).arg(of), 8);
    };
    const auto total = [&](const QString& sum) {
        sheet.put(330, 330, "Gesamtbetrag", 9, true);
        sheet.put(-57, 330, sum, 9, true);
    };
    page(1, 1, 1);
    total("101,00 €");
    sheet.newPage();
    page(2, 1, 2);
    sheet.newPage();
    page(2, 2, 2);
    total("202,00 €");
    sheet.newPage();
    page(3, 1, 1);
    total("303,00 €");
}

void drawScan(const QString& file) {
    const double dots = 300 / 72.0;
    QImage picture(qRound(595 * dots), qRound(842 * dots), QImage::Format_Grayscale8);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    painter.scale(dots, dots);
    const auto put = [&](double x, double y, const QString& text) {
        QFont font("DejaVu Sans");
        font.setPixelSize(12);
        painter.setFont(font);
        painter.drawText(QPointF(x, y), text);
    };
    put(60, 80, "Pebble Lane Bakery");
    put(60, 120, "Invoice 4471");
    put(60, 140, "Date 12 March 2024");
    put(60, 180, "Total");
    put(300, 180, "86.40");
    painter.end();

    QPdfWriter writer(file);
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF()));
    writer.setResolution(300);
    QPainter page(&writer);
    page.drawImage(QRectF(0, 0, writer.width(), writer.height()), picture);
}

}  // namespace floe::samples
