// Files without pages of their own, told by their bytes: texts, tables, HTML, Office.
#pragma once

#include <QByteArray>

#include "app/documents/reader/flow.h"

namespace floe::reader {

enum class FlowKind { None, Mail, Html, Text, Word, Excel, OpenDocument };

/// None: nothing that Floe reads; whyNot() says what it is.
FlowKind flowKind(const QByteArray& bytes);

/// Of any kind but Mail and None.
FlowFile readFlow(FlowKind kind, const QByteArray& bytes);

/// Old Office files, archives, Outlook's messages, programs, films: by name, with what to do.
Problem whyNot(const QByteArray& bytes);

}  // namespace floe::reader
