// HTML, as mails and saved receipts have it, to a flow.
#pragma once

#include <QByteArray>

#include "app/documents/reader/flow.h"

namespace floe::reader {

/// By libxml2's HTML parser, which mends what is broken and loads nothing. Text in document order; tables as rows of
/// cells; what a style says is not shown is left out (display: none, visibility: hidden, font-size or max-height of 0),
/// as are scripts; a picture is its alternative text. Style sheets are not applied, only style attributes are looked
/// at. `encoding`: where it is known from outside (a mail's header), else empty: told by the file.
Flow htmlFlow(const QByteArray& html, const QByteArray& encoding = {});

/// Whether a file that begins so is HTML rather than other XML or text.
bool looksLikeHtml(const QByteArray& head);

}  // namespace floe::reader
