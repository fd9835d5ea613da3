// Lines and tables laid out on pages, so that what had no places gets boxes that the linearizer understands.
#pragma once

#include <QImage>

#include "app/documents/document.h"
#include "app/documents/reader/flow.h"

namespace floe::reader {

struct Typeset {
    QVector<Page> pages;  // A4 upright, wider where a table or a printed line asks for it
    bool cut = false;     // not all went on kMostPages pages or within kMostWords words
};

/// One size of letters throughout, so that cells of a row stand on one line. Widths are reckoned by kinds of letters,
/// not by an installed font: the same file has the same boxes on every machine. Time is linear in the flow times its
/// depth.
Typeset typeset(const Flow& flow);

/// The page's words drawn into their boxes on white. A QGuiApplication must live. Null where there is no memory.
QImage painted(const Page& page, double pixelsPerPoint);

}  // namespace floe::reader
