#include "one_page.h"

#include <QFont>
#include <QPainter>
#include <cmath>
#include <iterator>
#include <random>

#include "laid_papers.h"

namespace floe::test {

namespace {

constexpr double kDots = 150;

QRectF pixels(const QRectF& millimetres) {
    const double dots = kDots / 25.4;
    return {millimetres.topLeft() * dots, millimetres.size() * dots};
}

/// An A4 page; places are in millimetres.
class Sheet {
 public:
    explicit Sheet(const QColor& paper = QColor(250, 250, 248))
        : image_((QSizeF(210, 297) * kDots / 25.4).toSize(), QImage::Format_RGB32) {
        image_.fill(paper);
        painter_.begin(&image_);
        painter_.setRenderHint(QPainter::Antialiasing);
        painter_.setPen(QColor(30, 30, 30));
    }

    /// Lines of words, `points` high, from the left edge on; some are short.
    Sheet& text(const QRectF& at, double points, unsigned seed) {
        static const char* const words[] = {"delivery", "of",  "paper", "and",   "ink",  "to",    "the",     "office",
                                            "price",    "net", "total", "table", "lamp", "order", "invoice", "12.50"};
        std::mt19937 random(seed);
        const QRectF box = pixels(at);
        QFont font("DejaVu Sans");
        font.setPixelSize(qRound(points * kDots / 72));
        painter_.setFont(font);
        const QFontMetricsF metrics(font);
        const double pitch = 1.35 * font.pixelSize();
        for (double y = box.top() + pitch; y <= box.bottom(); y += pitch) {
            const double end = box.left() + box.width() * (random() % 6 == 0 ? 0.5 : 1);
            for (double x = box.left();;) {
                const QString word = words[random() % std::size(words)];
                const double width = metrics.horizontalAdvance(word + ' ');
                if (x + width > end) break;
                painter_.drawText(QPointF(x, y), word);
                x += width;
            }
        }
        return *this;
    }

    /// Descriptions on the left, amounts far on the right.
    Sheet& table(const QRectF& box, int rows) {
        const double pitch = box.height() / rows;
        for (int i = 0; i < rows; ++i) {
            text({box.left(), box.top() + i * pitch, 34, 5.5}, 9, unsigned(i + 5));
            text({box.right() - 16, box.top() + i * pitch, 16, 5.5}, 9, unsigned(i + 50));
        }
        return *this;
    }

    Sheet& band(const QRectF& box, const QColor& colour) {
        painter_.fillRect(pixels(box), colour);
        return *this;
    }

    /// Within, everything is turned about its middle.
    template <class Draw>
    Sheet& turned(const QPointF& middle, double degrees, const Draw& draw) {
        painter_.save();
        painter_.translate(middle * kDots / 25.4);
        painter_.rotate(degrees);
        painter_.translate(-middle * kDots / 25.4);
        draw(painter_, *this);
        painter_.restore();
        return *this;
    }

    QImage image() {
        painter_.end();
        return image_;
    }

 private:
    QImage image_;
    QPainter painter_;
};

QImage scanned(Sheet& sheet) {
    QImage image = noisy(sheet.image(), 3);
    image.setDotsPerMeterX(qRound(kDots / 0.0254));
    image.setDotsPerMeterY(qRound(kDots / 0.0254));
    return image;
}

/// A receipt's shadow through the paper, or around a small note stapled to it: soft lines at an angle.
void shadow(QPainter& painter, const QRectF& box) {
    for (int i = 0; i < 6; ++i) {
        painter.setPen(QPen(QColor(0, 0, 0, 14), 2 + 3 * i));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(pixels(box));
    }
    painter.setPen(QColor(30, 30, 30));
}

QImage onTable(const QImage& page, double degrees) {
    return laidOut({{page, {150, 190}, degrees}}, {300, 380}, Ground::Table, 110);
}

QImage atTableScale(const QImage& page) {
    return page.scaled(QSizeF(210, 297).toSize() * 110 / 25.4, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

/// Across its middle the paper is darker, as where it was folded.
QImage folded(QImage page, int darkest) {
    for (int y = 0; y < page.height(); ++y) {
        const double off = std::abs(y - page.height() / 2.0);
        const double share = off < 14 ? darkest / 255.0 * (1 - off / 14) : 0;
        auto* row = reinterpret_cast<QRgb*>(page.scanLine(y));
        for (int x = 0; x < page.width(); ++x) {
            const auto grey = [&](int value) { return int(value * (1 - share)); };
            row[x] = qRgb(grey(qRed(row[x])), grey(qGreen(row[x])), grey(qBlue(row[x])));
        }
    }
    return page;
}

}  // namespace

QVector<OnePage> scannedPages() {
    QVector<OnePage> pages;
    const auto add = [&](const char* name, Sheet& sheet) { pages.append({name, scanned(sheet)}); };
    Sheet bill;
    add("bill in blocks", bill.text({20, 20, 60, 20}, 9, 1)
                              .text({130, 20, 60, 30}, 9, 2)
                              .table({20, 110, 170, 60}, 9)
                              .text({20, 260, 170, 16}, 7, 3));
    Sheet columns;
    add("two columns", columns.text({18, 25, 80, 240}, 9, 4).text({116, 25, 80, 240}, 9, 5));
    Sheet far;
    add("two columns far apart", far.text({18, 25, 60, 240}, 9, 4).text({136, 25, 60, 240}, 9, 5));
    Sheet magazine;
    add("magazine", magazine.text({15, 15, 180, 26}, 26, 6)
                        .text({15, 60, 54, 210}, 8, 7)
                        .text({78, 60, 54, 90}, 8, 8)
                        .band({78, 165, 54, 70}, QColor(90, 110, 140))
                        .text({141, 60, 54, 210}, 8, 9));
    Sheet ticket;
    add("airline ticket", ticket.band({15, 15, 180, 14}, QColor(20, 60, 130))
                              .text({15, 40, 50, 34}, 9, 10)
                              .text({90, 40, 50, 34}, 9, 11)
                              .text({150, 40, 45, 34}, 9, 12)
                              .text({15, 120, 80, 50}, 10, 13)
                              .text({120, 120, 75, 50}, 10, 14)
                              .text({15, 220, 180, 40}, 6, 15));
    Sheet forms;
    add("giro slip below a letter",
        forms.text({20, 20, 170, 120}, 10, 16).text({20, 200, 70, 60}, 8, 17).text({120, 200, 70, 60}, 8, 18));
    Sheet cards;
    add("four vouchers on a page", cards.text({20, 25, 70, 70}, 9, 19)
                                       .text({120, 25, 70, 70}, 9, 20)
                                       .text({20, 180, 70, 70}, 9, 21)
                                       .text({120, 180, 70, 70}, 9, 22));
    Sheet stamped;
    add("stamp at an angle", stamped.text({20, 20, 80, 30}, 9, 23)
                                 .table({20, 80, 170, 70}, 10)
                                 .turned({150, 220}, -14, [](QPainter&, Sheet& s) {
                                     s.text({125, 205, 50, 22}, 11, 24);
                                 }));
    Sheet stapled;
    add("stapled receipt's shadow", stapled.text({20, 20, 80, 30}, 9, 25)
                                        .table({20, 80, 170, 70}, 10)
                                        .turned({70, 220}, 6, [](QPainter& p, Sheet&) {
                                            shadow(p, {30, 175, 75, 100});
                                        }));
    Sheet punched;
    add("dark band", punched.text({20, 20, 170, 90}, 9, 26)
                         .band({0, 120, 210, 30}, QColor(30, 40, 60))
                         .text({20, 165, 170, 100}, 9, 27));
    return pages;
}

QVector<OnePage> photographedPages() {
    QVector<OnePage> pages;
    Sheet bill;
    const QImage page = atTableScale(bill.text({20, 20, 60, 20}, 9, 1)
                                         .text({130, 20, 60, 30}, 9, 2)
                                         .table({20, 90, 170, 80}, 12)
                                         .text({20, 230, 170, 40}, 8, 3)
                                         .image());
    pages.append({"bill on a table", onTable(page, 7)});
    pages.append({"bill on a table, folded", onTable(folded(page, 110), 4)});
    Sheet banded;
    pages.append({"dark band, on a table", onTable(atTableScale(banded.text({20, 20, 170, 90}, 9, 26)
                                                                    .band({0, 125, 210, 30}, QColor(70, 55, 45))
                                                                    .text({20, 170, 170, 100}, 9, 27)
                                                                    .image()),
                                                   3)});
    Sheet empty;
    pages.append(
        {"bill beside an empty sheet", laidOut({{page, {130, 170}, 3}, {atTableScale(empty.image()), {360, 175}, -5}},
                                               {480, 350}, Ground::Table, 110)});
    QImage cup = onTable(page, -5);
    QPainter painter(&cup);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(240, 240, 235));
    painter.drawEllipse(QPointF(1210, 200), 120, 120);
    painter.end();
    pages.append({"bill beside a cup", cup});
    pages.append({"bill from an angle", photographed(page)});
    QImage white = laidOut({{page, {150, 190}, 4}}, {300, 380}, Ground::Glass, 110);
    QTransform view;
    const double w = white.width(), h = white.height();
    QTransform::quadToQuad(QPolygonF({{0, 0}, {w, 0}, {w, h}, {0, h}}),
                           QPolygonF({{0.1 * w, 0.06 * h}, {0.9 * w, 0}, {w, h}, {0, 0.94 * h}}), view);
    QImage seen(white.size(), QImage::Format_RGB32);
    seen.fill(QColor(252, 252, 252));
    QPainter seeing(&seen);
    seeing.setRenderHint(QPainter::SmoothPixmapTransform);
    seeing.setTransform(view);
    seeing.drawImage(0, 0, white);
    seeing.end();
    pages.append({"bill on a white table, from an angle", noisy(seen, 4)});
    QImage screen(1400, 1000, QImage::Format_RGB32);
    screen.fill(QColor(60, 64, 72));
    QPainter drawing(&screen);
    Sheet left, right;
    drawing.drawImage(QRect(60, 80, 600, 800), left.text({15, 15, 180, 240}, 14, 31).image());
    drawing.drawImage(QRect(720, 120, 560, 500), right.text({15, 15, 180, 240}, 14, 32).image());
    drawing.end();
    pages.append({"two windows on a screen", screen});
    return pages;
}

}  // namespace floe::test
