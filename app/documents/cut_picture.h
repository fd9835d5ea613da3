// A part of a page as a picture of its own: a logo, a stamp.
#pragma once

#include "app/documents/read_document.h"

namespace floe {

/// `box` in points of the page as shown; at 300 dots an inch, smaller where a side would have more than 600 pixels.
/// Blocks as renderPage() does. Null where the page cannot be drawn, or the box lies outside of it.
QImage cutPicture(const QString& path, int page, const QRectF& box, const ReaderLimits& limits = {},
                  const std::atomic<bool>* cancel = nullptr, const QString& password = {});

/// At most 256 KB: a picture that would be more is made smaller.
QByteArray pngOf(const QImage& picture);

}  // namespace floe
