// A page that text is put on, in points from the top left, written as a small PDF with its font embedded.
#pragma once

#include <QColor>
#include <QFont>
#include <QList>
#include <QPainter>
#include <QPdfWriter>
#include <QString>
#include <QStringList>

namespace floe::samples {

class Sheet {
 public:
    enum class Paper { Letter, A4, Roll };  // Roll: 80 × 200 mm, as cash desks print

    Sheet(const QString& file, Paper paper, const QString& title);

    double width() const { return size_.width(); }
    void newPage() { writer_.newPage(); }

    /// How all text after it is written.
    void write(const QString& family, const QColor& colour = Qt::black);

    /// Writes a line whose letters stand on the height `y`; negative `x` counts from the right edge and ends there.
    void put(double x, double y, const QString& text, double size = 10, bool bold = false);
    void putLines(double x, double y, const QStringList& lines, double pitch = 14, double size = 10);
    void rule(double y, double from, double to);
    void frame(const QRectF& box);
    void band(const QRectF& box, const QColor& colour);

    /// A row of a table: each text begins or, where `x` is negative, ends at its column's place.
    void row(double y, const QList<double>& columns, const QStringList& texts, double size = 9, bool bold = false);

    /// Rows so many points apart; gives back where the next would stand.
    double rows(double y, double pitch, const QList<double>& columns, const QList<QStringList>& texts, double size = 9);

 private:
    QPdfWriter writer_;
    QSizeF size_;  // points
    QPainter painter_;
    QString family_ = "DejaVu Sans";
    QColor colour_ = Qt::black;
};

}  // namespace floe::samples
