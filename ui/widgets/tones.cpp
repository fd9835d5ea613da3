#include "ui/widgets/tones.h"

namespace floe {

QColor mixed(const QColor& a, const QColor& b, double share) {
    const auto between = [share](double from, double to) { return float(from + (to - from) * share); };
    return QColor::fromRgbF(between(a.redF(), b.redF()), between(a.greenF(), b.greenF()),
                            between(a.blueF(), b.blueF()));
}

bool isDark(const QPalette& palette) {
    return palette.color(QPalette::Window).lightnessF() < palette.color(QPalette::WindowText).lightnessF();
}

QColor muted(const QPalette& palette) {
    return mixed(palette.color(QPalette::WindowText), palette.color(QPalette::Window), 0.36);
}

QColor hairline(const QPalette& palette) {
    return mixed(palette.color(QPalette::Window), palette.color(QPalette::WindowText), isDark(palette) ? 0.18 : 0.13);
}

QColor hovered(const QPalette& palette) {
    return mixed(palette.color(QPalette::Window), palette.color(QPalette::WindowText), 0.06);
}

QColor toned(const QPalette& palette, Tone tone) {
    const int hue = tone == Tone::Good ? 150 : tone == Tone::Doubt ? 34 : 4;
    // Dark enough on light ground, light enough on dark ground, for a contrast of 4.5 to 1.
    return isDark(palette) ? QColor::fromHsl(hue, 150, 158) : QColor::fromHsl(hue, 200, tone == Tone::Bad ? 88 : 66);
}

}  // namespace floe
