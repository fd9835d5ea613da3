#include "laid_papers.h"

#include <QFont>
#include <QFontMetricsF>
#include <QPainter>
#include <cmath>
#include <random>

namespace floe::test {

namespace {

constexpr double kMillimetre = 72 / 25.4;  // points

struct Shop {
    const char *name, *street, *place;
    double width;                            // millimetres
    QVector<QPair<const char*, int>> goods;  // cents
};

const QVector<Shop>& shops() {
    static const QVector<Shop> all{
        {"BAKERY OLD MILL",
         "14 Harbour Lane",
         "Bristol BS1 4RN",
         80,
         {{"Rye bread 750 g", 420}, {"Croissant", 195}, {"Butter cake", 360}, {"Coffee large", 310}}},
        {"GREEN GROCER LTD",
         "3 Market Square",
         "York YO1 8SL",
         72,
         {{"Apples 1.2 kg", 288}, {"Leeks", 145}, {"Potatoes 2 kg", 230}, {"Honey", 615}, {"Eggs x10", 329}}},
        {"CITY PARKING",
         "Level 2, Mill Street",
         "Leeds LS1 5QT",
         58,
         {{"Parking 3 h", 750}, {"Ticket fee", 50}, {"Night rate", 120}}},
        {"HARDWARE & TOOLS",
         "88 Station Road",
         "Derby DE1 2AB",
         80,
         {{"Wood screws 4x40", 649}, {"Paint brush", 399}, {"Sandpaper", 275}, {"Wall plugs", 310}}},
        {"STATION BOOKS",
         "Platform 1",
         "Crewe CW2 6HR",
         76,
         {{"Paperback", 899}, {"Newspaper", 220}, {"Pencil HB", 85}, {"Notebook A5", 450}}},
        {"TAXI RIVERSIDE",
         "Cab 417",
         "Norwich NR1 3QU",
         58,
         {{"Fare 12.4 km", 2380}, {"Luggage", 150}, {"Airport fee", 300}}},
        {"CAFE LINDEN",
         "5 Chapel Walk",
         "Oxford OX1 4EW",
         72,
         {{"Soup of the day", 690}, {"Bread", 120}, {"Lemonade", 340}, {"Cheese cake", 520}}},
        {"PHARMACY NORTH",
         "21 High Street",
         "Durham DH1 3UJ",
         80,
         {{"Plasters", 365}, {"Cough syrup", 749}, {"Hand cream", 480}, {"Vitamin C", 595}}},
        {"FUEL POINT 9",
         "Ring Road East",
         "Exeter EX2 7LL",
         76,
         {{"Diesel 31.5 l", 4753}, {"Car wash", 899}, {"Screen wash", 450}}}};
    return all;
}

QString sum(int cents) {
    return QString("%1.%2").arg(cents / 100).arg(cents % 100, 2, 10, QChar('0'));
}

int centsOf(const Shop& shop) {
    int all = 0;
    for (const auto& goods : shop.goods) all += goods.second;
    return all;
}

/// Draws line by line down a strip of paper, and notes the words.
class Till {
 public:
    Till(DrawnPage& page, QPainter& painter, double scale, double width)
        : page_(page), painter_(painter), scale_(scale), width_(width) {}

    void centred(const QString& text, double size) { put(text, size, 0.5); }
    void left(const QString& text) { put(text, 8, 0); }
    void pair(const QString& text, const QString& amount) {
        put(text, 8, 0);
        y_ -= 12;
        put(amount, 8, 1);
    }
    void gap(double points) { y_ += points; }

 private:
    void put(const QString& text, double size, double share) {
        constexpr double kMargin = 11;
        QFont font("DejaVu Sans Mono");
        font.setPixelSize(qMax(1, qRound(size * scale_)));
        font.setKerning(false);
        painter_.setFont(font);
        const QFontMetricsF metrics(font);
        y_ += 1.5 * size;
        double x = kMargin * scale_ + share * ((width_ - 2 * kMargin) * scale_ - metrics.horizontalAdvance(text));
        for (const QString& word : text.split(' ')) {
            painter_.drawText(QPointF(x, y_ * scale_), word);
            const QRectF ink = metrics.tightBoundingRect(word).translated(x, y_ * scale_);
            page_.words.append({word, QRectF(ink.topLeft() / scale_, ink.size() / scale_)});
            x += metrics.horizontalAdvance(word + ' ');
        }
    }

    DrawnPage& page_;
    QPainter& painter_;
    double scale_, width_, y_ = 16;
};

/// Boards with a grain, darker and lighter.
void drawTable(QImage& image) {
    std::mt19937 random(11);
    std::normal_distribution<double> noise(0, 1);
    double grain = 0;
    for (int y = 0; y < image.height(); ++y) {
        auto* row = reinterpret_cast<QRgb*>(image.scanLine(y));
        grain = 0.95 * grain + 0.6 * noise(random);
        const double board = 8 * std::sin(0.011 * y) + 3 * grain;
        for (int x = 0; x < image.width(); ++x) {
            const double wave = board + 4 * std::sin(0.003 * x + 0.02 * y);
            const auto part = [&](double grey) { return qBound(0, int(grey + wave), 255); };
            row[x] = qRgb(part(96), part(70), part(52));
        }
    }
}

void lay(QPainter& painter, const Laid& laid, double dotsPerMillimetre, bool shadow) {
    painter.save();
    painter.translate(laid.middle * dotsPerMillimetre);
    painter.rotate(laid.degrees);
    const QPointF corner(-laid.paper.width() / 2.0, -laid.paper.height() / 2.0);
    if (shadow)
        for (int i = 1; i <= 4; ++i)
            painter.fillRect(QRectF(corner + QPointF(2 * i, 2 * i), QSizeF(laid.paper.size())), QColor(0, 0, 0, 22));
    painter.drawImage(corner, laid.paper);
    painter.restore();
}

}  // namespace

DrawnPage drawnReceipt(int number, double dotsPerInch) {
    const Shop& shop = shops()[number % kReceipts];
    const double scale = dotsPerInch / 72, width = shop.width * kMillimetre;
    const double height = 168 + 12.0 * double(shop.goods.size());
    DrawnPage page;
    page.image = QImage((QSizeF(width, height) * scale).toSize(), QImage::Format_RGB32);
    page.image.fill(QColor(250, 249, 246));
    QPainter painter(&page.image);
    painter.setPen(QColor(40, 40, 44));
    Till till(page, painter, scale, width);
    till.centred(shop.name, 11);
    till.centred(shop.street, 8);
    till.centred(shop.place, 8);
    till.gap(8);
    till.pair(QString("%1.11.2024").arg(number + 11), QString("1%1:0%1").arg(number));
    till.left(QString("Receipt no. %1").arg(4100 + 37 * number));
    till.gap(6);
    for (const auto& goods : shop.goods) till.pair(goods.first, sum(goods.second));
    till.gap(4);
    const int total = centsOf(shop);
    till.pair("TOTAL GBP", sum(total));
    till.pair("VAT 20%", sum(total / 6));
    till.pair("Card", sum(total));
    till.gap(6);
    till.centred("Thank you for your visit", 8);
    return page;
}

QString totalOf(int number) {
    return sum(centsOf(shops()[number % kReceipts]));
}

QImage laidOut(const QVector<Laid>& papers, const QSizeF& size, Ground ground, double dotsPerInch) {
    const double dots = dotsPerInch / 25.4;
    QImage image((size * dots).toSize(), QImage::Format_RGB32);
    image.fill(QColor(252, 252, 252));
    if (ground == Ground::Table) drawTable(image);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::SmoothPixmapTransform | QPainter::Antialiasing);
    for (const Laid& laid : papers) lay(painter, laid, dots, ground == Ground::Table);
    painter.end();
    image = noisy(image, ground == Ground::Table ? 7 : 3);
    if (ground == Ground::Glass) {  // scanners say how fine they look
        image.setDotsPerMeterX(qRound(dotsPerInch / 0.0254));
        image.setDotsPerMeterY(qRound(dotsPerInch / 0.0254));
    }
    return image;
}

QImage receiptsLaidOut(int count, Ground ground, double turns, double dotsPerInch, unsigned seed) {
    const int columns = count <= 2 ? count : count <= 4 ? 2 : 3, rows = (count + columns - 1) / columns;
    const double wide = turns > 20 ? 130 : 96, high = turns > 20 ? 135 : 96 + turns;
    std::mt19937 random(static_cast<unsigned>(17 * count) + seed);
    std::uniform_real_distribution<double> off(-1, 1);
    QVector<Laid> papers;
    for (int i = 0; i < count; ++i) {
        const QPointF middle((i % columns + 0.5) * wide + 3 * off(random),
                             (i / columns + 0.5) * high + 3 * off(random));
        const double turn =
            turns > 90 ? 180 * off(random) : turns * (0.35 + 0.65 * std::abs(off(random))) * (i % 2 ? -1 : 1);
        papers.append({drawnReceipt(i, dotsPerInch).image, middle, turn});
    }
    return laidOut(papers, QSizeF(columns * wide, rows * high), ground, dotsPerInch);
}

}  // namespace floe::test
