// A page that text is put on, in points from the top left, written as a small PDF with its font embedded.
#pragma once

#include <QFont>
#include <QPainter>
#include <QPdfWriter>
#include <QString>
#include <QStringList>

namespace floe::samples {

class Sheet {
 public:
    enum class Paper { Letter, A4 };

    Sheet(const QString& file, Paper paper, const QString& title);

    double width() const { return size_.width(); }
    void newPage() { writer_.newPage(); }

    /// Writes a line whose letters stand on the height `y`; negative `x` counts from the right edge and ends there.
    void put(double x, double y, const QString& text, double size = 10, bool bold = false);
    void putLines(double x, double y, const QStringList& lines, double pitch = 14, double size = 10);
    void rule(double y, double from, double to);

 private:
    QPdfWriter writer_;
    QSizeF size_;  // points
    QPainter painter_;
};

}  // namespace floe::samples
