// A file to a Document or a picture, within the reader's process: chooses by the file's content.
#pragma once

#include <QImage>

#include "app/documents/document.h"
#include "app/documents/frames.h"

namespace floe::reader {

Document read(const QString& path, const QString& password);
frames::Picture picture(const QString& path, int page, double pixelsPerPoint, const QString& password);

}  // namespace floe::reader
