// QR codes on the picture of a page, by zxing.
#pragma once

#include <QImage>

#include "app/documents/document.h"

namespace floe::reader {

inline constexpr int kMostCodesOfPage = 8;

/// Boxes in points of a page that the picture shows from its top left corner. `thorough` finds small and dim ones too,
/// at several times the cost.
QVector<Code> codesOn(const QImage& picture, double pixelsPerPoint, int page, bool thorough);

/// Whether there is a field of small dark and light spots, some 30 points on a side or more, as a code is (or a photo).
bool mayHoldCode(const QImage& picture, double pixelsPerPoint);

}  // namespace floe::reader
