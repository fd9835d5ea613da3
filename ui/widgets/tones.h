// Colours derived from the palette, so that every part follows light and dark.
#pragma once

#include <QColor>
#include <QPalette>

namespace floe {

constexpr int kSpace = 8;  // the unit of all distances, in device-independent pixels

/// `share` of b, the rest of a.
QColor mixed(const QColor& a, const QColor& b, double share);

bool isDark(const QPalette& palette);
QColor muted(const QPalette& palette);     // secondary text
QColor hairline(const QPalette& palette);  // borders and separators
QColor hovered(const QPalette& palette);   // a row under the pointer

/// Tones carry meaning only together with a sign or a sentence, never alone.
enum class Tone { Good, Doubt, Bad };
QColor toned(const QPalette& palette, Tone tone);

}  // namespace floe
