#include "sheet.h"

#include <QFontMetricsF>

namespace floe::samples {

Sheet::Sheet(const QString& file, Paper paper, const QString& title) : writer_(file) {
    const QPageSize format = paper == Paper::Roll     ? QPageSize(QSizeF(80, 200), QPageSize::Millimeter)
                             : paper == Paper::Letter ? QPageSize(QPageSize::Letter)
                                                      : QPageSize(QPageSize::A4);
    writer_.setPageLayout(QPageLayout(format, QPageLayout::Portrait, QMarginsF()));
    writer_.setTitle(title);
    writer_.setCreator("Floe's sample bills");
    writer_.setResolution(720);
    size_ = format.size(QPageSize::Point);
    painter_.begin(&writer_);
    painter_.scale(10, 10);
}

void Sheet::write(const QString& family, const QColor& colour) {
    family_ = family;
    colour_ = colour;
}

void Sheet::put(double x, double y, const QString& text, double size, bool bold) {
    QFont font(family_);
    font.setPixelSize(100);  // drawn at a hundred pixels and shrunk, so that widths are not rounded
    font.setBold(bold);
    font.setKerning(false);
    const double scale = size / 100;
    if (x < 0) x += size_.width() - QFontMetricsF(font, &writer_).horizontalAdvance(text) * scale;
    painter_.save();
    painter_.translate(x, y);
    painter_.scale(scale, scale);
    painter_.setFont(font);
    painter_.setPen(colour_);
    painter_.drawText(QPointF(0, 0), text);
    painter_.restore();
}

void Sheet::putLines(double x, double y, const QStringList& lines, double pitch, double size) {
    for (const QString& line : lines) {
        put(x, y, line, size);
        y += pitch;
    }
}

void Sheet::rule(double y, double from, double to) {
    painter_.setPen(QPen(QColor(150, 150, 150), 0.6));
    painter_.drawLine(QPointF(from, y), QPointF(to, y));
    painter_.setPen(Qt::black);
}

void Sheet::frame(const QRectF& box) {
    painter_.setPen(QPen(QColor(90, 90, 90), 0.6));
    painter_.drawRect(box);
}

void Sheet::band(const QRectF& box, const QColor& colour) {
    painter_.fillRect(box, colour);
}

void Sheet::row(double y, const QList<double>& columns, const QStringList& texts, double size, bool bold) {
    for (qsizetype i = 0; i < texts.size(); ++i) put(columns[i], y, texts[i], size, bold);
}

double Sheet::rows(double y, double pitch, const QList<double>& columns, const QList<QStringList>& texts, double size) {
    for (const QStringList& line : texts) {
        row(y, columns, line, size);
        y += pitch;
    }
    return y;
}

}  // namespace floe::samples
