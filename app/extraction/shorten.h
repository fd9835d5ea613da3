// Lined-up text cut to what a model's context holds: whole lines, from the first and the last, never within one.
#pragma once

#include <functional>

#include "app/documents/linearizer.h"

namespace floe {

struct Shortened {
    LinedText lined;
    int linesLeftOut = 0;
};

/// `tokens` counts a text's tokens. Three fifths of the room go to the beginning (who, when, number), the rest to the
/// end (sums). Places and links of what stays are moved along.
Shortened shorten(const LinedText& lined, qint64 room, const std::function<qint64(const QByteArray&)>& tokens);

}  // namespace floe
