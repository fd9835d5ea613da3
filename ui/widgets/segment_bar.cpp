#include "ui/widgets/segment_bar.h"

#include <QPainter>
#include <QPainterPath>
#include <numeric>

#include "ui/widgets/tones.h"

namespace floe {

SegmentBar::SegmentBar(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SegmentBar::set(const QVector<double>& parts, double whole) {
    if (parts == parts_ && whole == whole_) return;
    parts_ = parts;
    whole_ = whole;
    update();
}

QColor SegmentBar::partColour(const QPalette& palette, int part) {
    return mixed(palette.color(QPalette::Highlight), palette.color(QPalette::Base), 0.3 * part);
}

QSize SegmentBar::sizeHint() const {
    return {12 * kSpace, kSpace};
}

void SegmentBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath shape;
    shape.addRoundedRect(rect(), height() / 2.0, height() / 2.0);
    painter.setClipPath(shape);
    painter.fillRect(rect(), mixed(palette().color(QPalette::Window), palette().color(QPalette::WindowText), 0.12));

    const double sum = std::accumulate(parts_.begin(), parts_.end(), 0.0);
    const double scale = width() / std::max({whole_, sum, 1.0});
    double left = 0;
    for (int part = 0; part < parts_.size(); ++part) {
        const double wide = parts_[part] * scale;
        painter.fillRect(QRectF(left, 0, wide, height()), partColour(palette(), part));
        left += wide;
    }
    if (sum > whole_ && whole_ > 0)  // what does not fit is hatched, so that it is told apart without colour
        painter.fillRect(QRectF(whole_ * scale, 0, width(), height()),
                         QBrush(toned(palette(), Tone::Bad), Qt::BDiagPattern));
}

}  // namespace floe
