#include "sheet.h"

#include <QFontMetricsF>

namespace floe::samples {

Sheet::Sheet(const QString& file, Paper paper, const QString& title) : writer_(file) {
    const QPageSize format(paper == Paper::Letter ? QPageSize::Letter : QPageSize::A4);
    writer_.setPageLayout(QPageLayout(format, QPageLayout::Portrait, QMarginsF()));
    writer_.setTitle(title);
    writer_.setCreator("Floe's sample bills");
    writer_.setResolution(720);
    size_ = format.size(QPageSize::Point);
    painter_.begin(&writer_);
    painter_.scale(10, 10);
}

void Sheet::put(double x, double y, const QString& text, double size, bool bold) {
    QFont font("DejaVu Sans");
    font.setPixelSize(100);  // drawn at a hundred pixels and shrunk, so that widths are not rounded
    font.setBold(bold);
    font.setKerning(false);
    const double scale = size / 100;
    if (x < 0) x += size_.width() - QFontMetricsF(font, &writer_).horizontalAdvance(text) * scale;
    painter_.save();
    painter_.translate(x, y);
    painter_.scale(scale, scale);
    painter_.setFont(font);
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

}  // namespace floe::samples
