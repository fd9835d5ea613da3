#include "drawn_page.h"

#include <QBuffer>
#include <QFont>
#include <QFontMetricsF>
#include <QMap>
#include <QPainter>
#include <QTransform>
#include <cmath>
#include <random>

namespace floe::test {

namespace {

struct Line {
    double x, y, size;  // points; negative x: the text ends there, from the right edge
    QString text;
};

/// What differs between the languages: heading, labels, a sentence and lines.
struct Labels {
    QString seller, invoice, number, date, due, description, quantity, price, amount, net, tax, total, terms;
    QStringList lines;
};

Labels labelsOf(const QString& language) {
    static const QMap<QString, Labels> all{
        {"en",
         {"Thistledown Supplies Ltd",
          "Invoice",
          "Invoice number",
          "Date",
          "Due date",
          "Description",
          "Quantity",
          "Price",
          "Amount",
          "Subtotal",
          "VAT 20%",
          "Total",
          "Please pay within 30 days. Thank you for your order.",
          {"Office chair with arms", "Desk lamp, brass", "Paper and envelopes", "Delivery to the third floor"}}},
        {"de",
         {"Brunnhuber Werkzeugbau GmbH",
          "Rechnung",
          "Rechnungsnummer",
          "Datum",
          "Fällig am",
          "Bezeichnung",
          "Menge",
          "Preis",
          "Betrag",
          "Nettobetrag",
          "zzgl. 19 % MwSt.",
          "Gesamtbetrag",
          "Zahlbar innerhalb von 14 Tagen ohne Abzug. Bitte überweisen Sie auf unser Konto.",
          {"Spannbacken, gehärtet", "Lohnfräsen für Gehäuse", "Schlüssel und Bügel", "Versand nach München"}}},
        {"fr",
         {"Menuiserie Châtelain et Fils",
          "Facture",
          "Numéro de facture",
          "Date",
          "Échéance",
          "Désignation",
          "Quantité",
          "Prix",
          "Montant",
          "Total HT",
          "TVA 20 %",
          "Total TTC",
          "Règlement à réception de la facture par virement. Merci pour votre commande.",
          {"Fenêtre en chêne", "Pose et réglage", "Peinture extérieure", "Livraison à domicile"}}},
        {"es",
         {"Cerámica Peñalver",
          "Factura",
          "Número de factura",
          "Fecha",
          "Vencimiento",
          "Descripción",
          "Cantidad",
          "Precio",
          "Importe",
          "Base imponible",
          "IVA 21 %",
          "Total",
          "Pago por transferencia en el plazo de 30 días.",
          {"Azulejos de baño", "Cañería y montaje", "Jarrón pequeño", "Envío a Logroño"}}},
        {"it",
         {"Officina Bontà e Figli",
          "Fattura",
          "Numero fattura",
          "Data",
          "Scadenza",
          "Descrizione",
          "Quantità",
          "Prezzo",
          "Importo",
          "Imponibile",
          "IVA 22 %",
          "Totale",
          "Pagamento con bonifico entro 30 giorni. Grazie.",
          {"Revisione della caldaia", "Tubi e raccordi", "Qualità garantita", "Trasporto della merce"}}},
        {"nl",
         {"Drukkerij Van Dijk",
          "Factuur",
          "Factuurnummer",
          "Datum",
          "Vervaldatum",
          "Omschrijving",
          "Aantal",
          "Prijs",
          "Bedrag",
          "Subtotaal",
          "21 % btw",
          "Totaal",
          "Wij verzoeken u het bedrag binnen 14 dagen te betalen.",
          {"Visitekaartjes, geplastificeerd", "Folders voor de beurs", "Ontwerp van het logo", "Bezorging"}}},
        {"pt",
         {"Padaria São João",
          "Fatura",
          "Número da fatura",
          "Data",
          "Vencimento",
          "Descrição",
          "Quantidade",
          "Preço",
          "Valor",
          "Subtotal",
          "IVA 23 %",
          "Total",
          "Pagamento por transferência no prazo de 30 dias. Obrigado.",
          {"Pão de centeio", "Bolo de maçã", "Café em grão", "Entrega ao domicílio"}}},
        {"pl",
         {"Księgarnia pod Łabędziem",
          "Faktura",
          "Numer faktury",
          "Data",
          "Termin",
          "Nazwa towaru",
          "Ilość",
          "Cena",
          "Kwota",
          "Razem netto",
          "VAT 23 %",
          "Do zapłaty",
          "Sposób płatności: przelew w ciągu 14 dni. Dziękujemy.",
          {"Słownik języka polskiego", "Zeszyty w kratkę", "Długopis żelowy", "Przesyłka kurierska"}}},
        {"sv",
         {"Snickeriet på Söder AB",
          "Faktura",
          "Fakturanummer",
          "Datum",
          "Förfallodatum",
          "Beskrivning",
          "Antal",
          "Pris",
          "Belopp",
          "Summa exkl. moms",
          "Moms 25 %",
          "Att betala",
          "Betalas inom 30 dagar till vårt bankgiro. Tack för er beställning.",
          {"Bokhylla i ek, oljad", "Hyvling av golvplank", "Gångjärn och lås", "Leverans till Örebro"}}},
        {"da",
         {"Nørregård Tømrer & Søn ApS",
          "Faktura",
          "Fakturanr.",
          "Dato",
          "Forfaldsdato",
          "Beskrivelse",
          "Antal",
          "Pris",
          "Beløb",
          "Subtotal ekskl. moms",
          "Moms 25 %",
          "I alt at betale",
          "Betales inden 14 dage til vores konto. Tak for ordren.",
          {"Køkkenbord af bøgetræ", "Gulvbrædder, høvlet", "Hængsler og låse", "Levering til Aarhus"}}}};
    return all.value(language);
}

QVector<Line> linesOf(const Labels& labels) {
    QVector<Line> lines{
        {57, 70, 14, labels.seller},        {57, 86, 9, "Lindenweg 14"},      {57, 98, 9, "83022 Rosenheim"},
        {57, 150, 10, "Marrow & Pike LLP"}, {57, 164, 10, "22 Quay Street"},  {57, 178, 10, "Bristol BS1 4DJ"},
        {57, 240, 16, labels.invoice},      {330, 150, 9, labels.number},     {460, 150, 9, "RE-2024-0117"},
        {330, 164, 9, labels.date},         {460, 164, 9, "03.04.2024"},      {330, 178, 9, labels.due},
        {460, 178, 9, "17.05.2024"},        {57, 276, 9, labels.description}, {-232, 276, 9, labels.quantity},
        {-152, 276, 9, labels.price},       {-57, 276, 9, labels.amount}};
    const QString numbers[][3] = {
        {"12", "84.50", "1,014.00"}, {"3", "62.20", "186.60"}, {"40", "7.35", "294.00"}, {"1", "19.90", "19.90"}};
    double y = 298;
    for (int i = 0; i < 4; ++i, y += 16) {
        lines += {{57, y, 9, labels.lines.value(i)},
                  {-232, y, 9, numbers[i][0]},
                  {-152, y, 9, numbers[i][1]},
                  {-57, y, 9, numbers[i][2]}};
    }
    const QString sums[][2] = {{labels.net, "1,514.50"}, {labels.tax, "302.90"}, {labels.total, "1,817.40"}};
    for (const auto& sum : sums) {
        y += 16;
        lines += {{330, y, 9, sum[0]}, {-57, y, 9, sum[1]}};
    }
    lines += {{57, y + 50, 9, labels.terms}, {57, y + 64, 9, "IBAN DE02 1203 0000 0000 2020 51"}};
    return lines;
}

constexpr double kWidth = 595, kHeight = 842;  // points

/// Draws the words of a line one by one and notes where their ink is.
void draw(QPainter& painter, const Line& line, double scale, QVector<Word>& words) {
    QFont font("DejaVu Sans");
    font.setPixelSize(qMax(1, qRound(line.size * scale)));
    font.setKerning(false);
    painter.setFont(font);
    const QFontMetricsF metrics(font);
    double x = line.x >= 0 ? line.x * scale : (kWidth + line.x) * scale - metrics.horizontalAdvance(line.text);
    for (const QString& text : line.text.split(' ')) {
        painter.drawText(QPointF(x, line.y * scale), text);
        const QRectF ink = metrics.tightBoundingRect(text).translated(x, line.y * scale);
        words.append({text, QRectF(ink.topLeft() / scale, ink.size() / scale)});
        x += metrics.horizontalAdvance(text + ' ');
    }
}

/// Each pixel's grey, changed.
template <class Change>
QImage changed(const QImage& image, Change change) {
    QImage out = image.convertToFormat(QImage::Format_RGB32);
    for (int y = 0; y < out.height(); ++y) {
        auto* row = reinterpret_cast<QRgb*>(out.scanLine(y));
        for (int x = 0; x < out.width(); ++x) {
            const auto grey = [&](int value) { return qBound(0, static_cast<int>(change(x, y, value)), 255); };
            row[x] = qRgb(grey(qRed(row[x])), grey(qGreen(row[x])), grey(qBlue(row[x])));
        }
    }
    return out;
}

QImage boxBlurred(const QImage& grey, int radius, bool across) {
    QImage out = grey.copy();
    for (int y = 0; y < grey.height(); ++y)
        for (int x = 0; x < grey.width(); ++x) {
            int sum = 0;
            for (int d = -radius; d <= radius; ++d)
                sum += across ? grey.constScanLine(y)[qBound(0, x + d, grey.width() - 1)]
                              : grey.constScanLine(qBound(0, y + d, grey.height() - 1))[x];
            out.scanLine(y)[x] = static_cast<uchar>(sum / (2 * radius + 1));
        }
    return out;
}

QRectF fromMiddle(const QRectF& box, const QSizeF& page) {
    return box.translated(-page.width() / 2, -page.height() / 2);
}

}  // namespace

DrawnPage drawnBill(double dotsPerInch, const Ink& ink) {
    const double scale = dotsPerInch / 72;
    DrawnPage page;
    page.image = QImage((QSizeF(kWidth, kHeight) * scale).toSize(), QImage::Format_RGB32);
    page.image.fill(ink.paper);
    page.image.setDotsPerMeterX(qRound(dotsPerInch / 0.0254));
    page.image.setDotsPerMeterY(qRound(dotsPerInch / 0.0254));
    QPainter painter(&page.image);
    painter.setPen(ink.text);
    for (const Line& line : linesOf(labelsOf(ink.language))) draw(painter, line, scale, page.words);
    painter.setPen(QPen(ink.text, scale * 0.6));
    painter.drawLine(QPointF(57, 282) * scale, QPointF(538, 282) * scale);
    return page;
}

QImage turned(const QImage& image, double degrees) {
    const QImage turned = image.transformed(QTransform().rotate(degrees), Qt::SmoothTransformation);
    QImage paper(turned.size(), QImage::Format_RGB32);
    paper.fill(image.pixelColor(0, 0));
    paper.setDotsPerMeterX(image.dotsPerMeterX());
    paper.setDotsPerMeterY(image.dotsPerMeterY());
    QPainter(&paper).drawImage(0, 0, turned);
    return paper;
}

QImage noisy(const QImage& image, int strength) {
    std::mt19937 random(7);
    std::normal_distribution<double> noise(0, strength);
    return changed(image, [&](int, int, int grey) { return grey + noise(random); });
}

QImage speckled(const QImage& image, double share) {
    std::mt19937 random(7);
    std::uniform_real_distribution<double> chance(0, 1);
    return changed(image, [&](int, int, int grey) {
        const double draw = chance(random);
        return draw < share / 2 ? 0 : draw < share ? 255 : grey;
    });
}

QImage blurred(const QImage& image, int radius) {
    QImage grey = image.convertToFormat(QImage::Format_Grayscale8);
    for (const bool across : {true, false, true, false}) grey = boxBlurred(grey, radius, across);
    return grey;
}

QImage shadowed(const QImage& image) {
    return changed(image, [&](int x, int y, int grey) {
        const double far = (double(x) / image.width() + double(y) / image.height()) / 2;
        return grey * (1 - 0.75 * far);
    });
}

QImage photographed(const QImage& page) {
    const double width = page.width(), height = page.height();
    const QPolygonF corners({{0, 0}, {width, 0}, {width, height}, {0, height}});
    const QPolygonF seen({{0.17 * width, 0.1 * height},
                          {1.08 * width, 0.12 * height},
                          {1.16 * width, 1.12 * height},
                          {0.09 * width, 1.1 * height}});
    QTransform view;
    QTransform::quadToQuad(corners, seen, view);
    QImage photo(qRound(1.25 * width), qRound(1.2 * height), QImage::Format_RGB32);
    photo.fill(QColor(90, 60, 40));
    QPainter painter(&photo);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setTransform(view);
    painter.drawImage(0, 0, page);
    painter.end();
    return noisy(shadowed(photo), 6);
}

QImage asJpeg(const QImage& image, int quality) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG", quality);
    return QImage::fromData(bytes, "JPEG");
}

Found found(const DrawnPage& drawn, const Page& read) {
    Found found;
    found.of = static_cast<int>(drawn.words.size());
    const QSizeF size(kWidth, kHeight);
    for (const Word& word : drawn.words) {
        const QRectF truth = fromMiddle(word.box, size);
        bool here = false;
        for (const Word& other : read.words) {
            const QRectF box = fromMiddle(other.box, read.size);
            here |= other.text == word.text && (box.contains(truth.center()) || truth.contains(box.center()));
        }
        found.words += here;
        if (!here) found.missed += word.text;
    }
    return found;
}

double inkIn(const QImage& image, const QRectF& box, double scale) {
    const QRect pixels = QRectF(box.topLeft() * scale, box.size() * scale).toAlignedRect() & image.rect();
    int dark = 0;
    for (int y = pixels.top(); y <= pixels.bottom(); ++y)
        for (int x = pixels.left(); x <= pixels.right(); ++x) dark += qGray(image.pixel(x, y)) < 128;
    return pixels.isEmpty() ? 0 : double(dark) / (pixels.width() * pixels.height());
}

}  // namespace floe::test
